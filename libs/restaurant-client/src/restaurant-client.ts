import {
  type AccessToken,
  accessTokenSchema,
  type Credentials,
  type CuisineCount,
  cuisineCountSchema,
  type Menu,
  menuSchema,
  type Order,
  type OrderInput,
  orderSchema,
  type Quote,
  quoteSchema,
  type Registration,
  type Restaurant,
  type Review,
  type ReviewInput,
  reviewSchema,
  type ReviewStats,
  reviewStatsSchema,
  restaurantSchema,
  type User,
  userSchema,
} from '@foodie-express/contracts';
import { NotFoundError } from '@foodie-express/error-messages';
import { z } from 'zod';
import { CachedReads } from './cached-reads';
import { HttpTransport } from './http-transport';
import { parseAnswer } from './parse-answer';
import { DEFAULT_TIMEOUT_MS, type RestaurantClientOptions } from './restaurant-client-options';

export interface RestaurantFilter {
  readonly cuisine?: string | undefined;
  readonly area?: string | undefined;
  /** Words in the name, the area, the cuisine or an item. */
  readonly q?: string | undefined;
  readonly open_now?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly skip?: number | undefined;
}

const ordersSchema = z.array(orderSchema);
const reviewsSchema = z.array(reviewSchema);

/** As many restaurants as are read for one catalogue; with more of them search by word is the way. */
export const MAX_CATALOGUE = 1_000;
const PAGE = 100;

/** What the cached answers of one kind may take, in characters of JSON: people search for more dishes than memory holds lists of restaurants. */
const MAX_CACHED_LENGTH = 16 * 1024 * 1024;

/**
 * Typed calls of restaurant-api. Everything is validated against the wire contract. Every call throws AppError: with the
 * `code` and `detail` of the API's problem, or `upstream_*` / `circuit_open` where the API does not answer.
 * A `token` is the person's own bearer token.
 */
export class RestaurantClient {
  private readonly transport: HttpTransport;
  private readonly restaurantLists: CachedReads<Restaurant[]>;
  private readonly restaurants: CachedReads<Restaurant>;
  private readonly menus: CachedReads<Menu>;
  private readonly cuisines: CachedReads<CuisineCount[]>;
  /** What `all` was put together of. */
  private allPages: readonly Restaurant[][] = [];
  private all: Restaurant[] = [];

  constructor({ baseUrl, timeoutMs = DEFAULT_TIMEOUT_MS, attempts = 3, circuitResetMs = 5_000, cacheAgeMs = 10_000, requestId = () => undefined }: RestaurantClientOptions) {
    this.transport = new HttpTransport({ baseUrl, timeoutMs, attempts, circuitResetMs, requestId });
    const options = { maxAgeMs: cacheAgeMs, maxEntries: 500, maxLength: MAX_CACHED_LENGTH };
    this.restaurantLists = new CachedReads(this.transport, z.array(restaurantSchema), options);
    this.restaurants = new CachedReads(this.transport, restaurantSchema, options);
    this.menus = new CachedReads(this.transport, menuSchema, options);
    this.cuisines = new CachedReads(this.transport, z.array(cuisineCountSchema), options);
  }

  listRestaurants(filter: RestaurantFilter = {}): Promise<Restaurant[]> {
    return this.restaurantLists.get(`/restaurants/${query({ ...filter })}`);
  }

  /** All restaurants, at most `MAX_CATALOGUE`: the very same list while nothing changes. */
  async listAllRestaurants(): Promise<Restaurant[]> {
    const pages: Restaurant[][] = [];
    for (let skip = 0; skip < MAX_CATALOGUE; skip += PAGE) {
      const page = await this.listRestaurants({ limit: PAGE, skip });
      if (skip === 0 && page.length < PAGE) return page;
      pages.push(page);
      if (page.length < PAGE) break;
    }
    const isSame = pages.length === this.allPages.length && pages.every((page, index) => page === this.allPages[index]);
    if (!isSame) [this.allPages, this.all] = [pages, pages.flat()];
    return this.all;
  }

  /** @param name its name without regard to case, or its id @throws AppError `not_found` */
  async getRestaurant(name: string): Promise<Restaurant> {
    return this.restaurants.get(`/restaurants/${segment(name)}`);
  }

  /** The same object while the menu does not change. @throws AppError `not_found` */
  async getMenu(restaurantName: string): Promise<Menu> {
    return this.menus.get(`/restaurants/${segment(restaurantName)}/menu`);
  }

  listCuisines(): Promise<CuisineCount[]> {
    return this.cuisines.get('/cuisines');
  }

  /** The restaurants that serve an item. */
  searchItems(itemName: string): Promise<Restaurant[]> {
    return this.restaurantLists.get(`/search/items${query({ item_name: itemName })}`);
  }

  async quoteOrder(order: OrderInput, signal?: AbortSignal): Promise<Quote> {
    const answer = await this.transport.send({ method: 'POST', path: '/orders/quote', body: order, idempotent: true }, signal);
    return parseAnswer(quoteSchema, answer.body);
  }

  /**
   * Places an order; the same `idempotencyKey` again gives the same order.
   * @throws AppError `conflict` where a price differs from the menu's or the restaurant takes no orders now
   */
  async placeOrder(order: OrderInput, { token, idempotencyKey }: { token: string; idempotencyKey: string }, signal?: AbortSignal): Promise<Order> {
    const headers = { 'idempotency-key': idempotencyKey };
    const answer = await this.transport.send({ method: 'POST', path: '/orders/', body: order, token, headers, idempotent: true }, signal);
    return parseAnswer(orderSchema, answer.body);
  }

  /** The person's own orders, newest first. */
  async listOrders(token: string, signal?: AbortSignal): Promise<Order[]> {
    const answer = await this.transport.send({ method: 'GET', path: '/orders/', token, idempotent: true }, signal);
    return parseAnswer(ordersSchema, answer.body);
  }

  async getOrder(id: string, token: string, signal?: AbortSignal): Promise<Order> {
    const answer = await this.transport.send({ method: 'GET', path: `/orders/${segment(id)}`, token, idempotent: true }, signal);
    return parseAnswer(orderSchema, answer.body);
  }

  /** @throws AppError `conflict` where it is being prepared already */
  async cancelOrder(id: string, token: string, signal?: AbortSignal): Promise<Order> {
    const answer = await this.transport.send({ method: 'POST', path: `/orders/${segment(id)}/cancel`, token, idempotent: false }, signal);
    return parseAnswer(orderSchema, answer.body);
  }

  /** @throws AppError where the person has reviewed the restaurant already */
  async addReview(review: ReviewInput, token: string, signal?: AbortSignal): Promise<Review> {
    const path = `/restaurants/${segment(review.restaurant_name)}/reviews`;
    const answer = await this.transport.send({ method: 'POST', path, body: review, token, idempotent: false }, signal);
    return parseAnswer(reviewSchema, answer.body);
  }

  /** The newest reviews of a restaurant. */
  async listReviews(restaurantName: string, limit: number, signal?: AbortSignal): Promise<Review[]> {
    const path = `/restaurants/${segment(restaurantName)}/reviews${query({ limit })}`;
    const answer = await this.transport.send({ method: 'GET', path, idempotent: true }, signal);
    return parseAnswer(reviewsSchema, answer.body);
  }

  async getReviewStats(restaurantName: string, signal?: AbortSignal): Promise<ReviewStats> {
    const path = `/restaurants/${segment(restaurantName)}/reviews/stats`;
    const answer = await this.transport.send({ method: 'GET', path, idempotent: true }, signal);
    return parseAnswer(reviewStatsSchema, answer.body);
  }

  async listOwnReviews(token: string, signal?: AbortSignal): Promise<Review[]> {
    const answer = await this.transport.send({ method: 'GET', path: '/users/me/reviews', token, idempotent: true }, signal);
    return parseAnswer(reviewsSchema, answer.body);
  }

  async register(registration: Registration, signal?: AbortSignal): Promise<User> {
    const answer = await this.transport.send({ method: 'POST', path: '/users/register', body: registration, idempotent: false }, signal);
    return parseAnswer(userSchema, answer.body);
  }

  async login(credentials: Credentials, signal?: AbortSignal): Promise<AccessToken> {
    const answer = await this.transport.send({ method: 'POST', path: '/users/login', body: credentials, idempotent: false }, signal);
    return parseAnswer(accessTokenSchema, answer.body);
  }

  /** Whose token it is. @throws AppError `login_required` where it is not valid */
  async getUser(token: string, signal?: AbortSignal): Promise<User> {
    const answer = await this.transport.send({ method: 'GET', path: '/users/me', token, idempotent: true }, signal);
    return parseAnswer(userSchema, answer.body);
  }

  /** Whether the API says that it is healthy; never throws. */
  async isHealthy(signal?: AbortSignal): Promise<boolean> {
    try {
      await this.transport.send({ method: 'GET', path: '/health', idempotent: false }, signal);
      return true;
    } catch {
      return false;
    }
  }

  get circuitOpen(): boolean {
    return this.transport.circuitOpen;
  }

  resetCircuit(): void {
    this.transport.resetCircuit();
  }

  clearCache(): void {
    for (const reads of [this.restaurantLists, this.restaurants, this.menus, this.cuisines]) reads.clear();
  }

  /** Waits for calls in flight. */
  close(): Promise<void> {
    return this.transport.close();
  }
}

function query(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encoded(String(value))}`]));
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

/**
 * A name or an id as one part of a path.
 * @throws NotFoundError for what a URL takes for a way through its path: nothing of ours bears such a name
 */
function segment(name: string): string {
  if (/^\.{0,2}$/.test(name.trim())) throw new NotFoundError(`'${name}' not found`);
  return encoded(name);
}

/** Half of a surrogate pair, which UTF-8 cannot hold, becomes the replacement character. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
