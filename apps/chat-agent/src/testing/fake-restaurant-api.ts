import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { credentialsSchema, type Menu, type Order, orderInputSchema, registrationSchema, type Restaurant, restaurantInputSchema } from '@foodie-express/contracts';
import { AppError, ConflictError, describeFailure, ForbiddenError, LoginRequiredError, NotFoundError, parseInput, toProblemResponse } from '@foodie-express/error-messages';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { z } from 'zod';
import { fakeQuote } from './fake-pricing';
import { fakeReviews } from './fake-reviews';

const SEED = new URL('../../../restaurant-api/src/database/seed/restaurants.json', import.meta.url);

/** The next opening that closed restaurants name. */
export const NEXT_OPENING = '2026-03-03T05:30:00.000Z';

interface Account {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** What a test may see of a call. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly requestId: string | undefined;
  readonly authorization: string | undefined;
}

/** restaurant-api on a real socket, as far as conversations need it, with the seed restaurants; its clock is a switch. */
export class FakeRestaurantApi {
  readonly orders: Order[] = [];
  readonly calls: ReceivedCall[] = [];
  /** Restaurants that are closed now, by name. */
  readonly closed = new Set<string>();
  /** Answers every call with this status, where it is set. */
  outage: number | undefined;
  /** Takes orders and closes the connection in place of an answer. */
  losesOrderAnswers = false;
  /** Is at work on every order. */
  refusesCancellations = false;
  private readonly restaurants: Restaurant[];
  private readonly accounts: Account[] = [];
  private readonly keys = new Map<string, Order>();
  private readonly server: Server;

  private constructor() {
    this.restaurants = z.array(restaurantInputSchema).parse(JSON.parse(readFileSync(SEED, 'utf8'))).sort((left, right) => left.name.localeCompare(right.name)).map((input, index): Restaurant => ({
      ...input,
      id: index.toString(16).padStart(24, '0'),
      rating: null,
      open_now: true,
      opens_at: null,
      items: input.items.map((item) => ({ ...item, id: menuId(item.item_name) })),
    }));
    this.server = createServer(this.routes());
  }

  static async start(): Promise<FakeRestaurantApi> {
    const api = new FakeRestaurantApi();
    api.server.listen(0, '127.0.0.1');
    await once(api.server, 'listening');
    return api;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake API is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Changes a price, as a restaurant would between two messages. */
  setPrice(restaurantName: string, itemName: string, price: number): void {
    const items = this.restaurants.find(({ name }) => name === restaurantName)?.items ?? [];
    for (const item of items) if (item.item_name === itemName) item.price = price;
  }

  /** Adds dishes, each described as long as a restaurant may. */
  addDishes(restaurantName: string, count: number): void {
    const items = this.restaurants.find(({ name }) => name === restaurantName)?.items ?? [];
    for (let dish = 1; dish <= count; dish += 1) items.push({ item_name: `Dish ${dish}`, id: `dish_${dish}`, price: 50, category: 'Specials', description: 'With much love. '.repeat(30) });
  }

  /** Gives a dish another name. */
  rename(restaurantName: string, itemName: string, name: string): void {
    const items = this.restaurants.find((restaurant) => restaurant.name === restaurantName)?.items ?? [];
    for (const item of items) if (item.item_name === itemName) item.item_name = name;
  }

  /** Every dish of every restaurant. */
  get dishNames(): string[] {
    return [...new Set(this.restaurants.flatMap(({ items }) => items.map(({ item_name }) => item_name)))];
  }

  addAccount(username: string, password: string): void {
    this.accounts.push({ id: randomUUID(), username, email: `${username}@example.com`, password });
  }

  /** Withdraws every access token that was given out. */
  expireTokens(): void {
    this.generation += 1;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private generation = 0;

  private routes() {
    const app = express();
    app.use(express.json());
    app.use((request, _response, next) => {
      this.calls.push({ method: request.method, path: request.path, requestId: request.get('x-request-id'), authorization: request.get('authorization') });
      next(this.outage === undefined ? undefined : new AppError('service_unavailable', { status: this.outage }));
    });
    app.get('/health', (_request, response) => void response.json({ status: 'healthy' }));
    app.get('/restaurants', (request, response) => void response.json(this.found(request)));
    app.get('/restaurants/:name', (request, response) => void response.json(this.restaurant(request.params.name)));
    app.get('/restaurants/:name/menu', (request, response) => void response.json(menuOf(this.restaurant(request.params.name))));
    app.get('/search/items', (request, response) => void response.json(this.serving(z.string().parse(request.query['item_name']))));
    app.post('/orders/quote', (request, response) => void response.json(this.quote(request.body)));
    app.post('/orders', (request, response) => {
      const order = this.place(request);
      if (this.losesOrderAnswers) request.socket.destroy();
      else response.status(201).json(order);
    });
    app.get('/orders', (request, response) => {
      const { id } = this.accountOf(request);
      response.json(this.orders.filter(({ user_id }) => user_id === id).reverse());
    });
    app.get('/orders/:id', (request, response) => void response.json(this.ownOrder(request, request.params.id)));
    app.post('/orders/:id/cancel', (request, response) => {
      const order = this.ownOrder(request, request.params.id);
      if (this.refusesCancellations) throw new ConflictError('The order is being prepared and can no longer be cancelled');
      order.status = 'cancelled';
      response.json(order);
    });
    app.use(fakeReviews({ accountOf: (request) => this.accountOf(request), restaurant: (name) => this.restaurant(name) }));
    app.post('/users/register', (request, response) => void response.status(201).json(this.register(request.body)));
    app.post('/users/login', (request, response) => void response.json(this.login(request.body)));
    app.get('/users/me', (request, response) => void response.json(userOf(this.accountOf(request))));
    const problems: ErrorRequestHandler = (error, _request, response, next) => {
      const { status, headers, body } = toProblemResponse(describeFailure(error), 'fake');
      if (response.headersSent) next(error);
      else response.status(status).set(headers).json(body);
    };
    app.use(problems);
    return app;
  }

  private found({ query }: Request): Restaurant[] {
    const cuisine = typeof query['cuisine'] === 'string' ? query['cuisine'].toLowerCase() : undefined;
    return this.restaurants.map((restaurant) => this.answer(restaurant)).filter((restaurant) => cuisine === undefined || restaurant.cuisine.toLowerCase() === cuisine);
  }

  private serving(itemName: string): Restaurant[] {
    const words = itemName.toLowerCase().split(' ');
    const names = ({ items }: Restaurant) => items.map(({ item_name, aliases = [] }) => [item_name, ...aliases].join(' ').toLowerCase());
    return this.restaurants.filter((restaurant) => names(restaurant).some((name) => words.every((word) => name.includes(word)))).map((each) => this.answer(each));
  }

  private restaurant(name: string): Restaurant {
    const found = this.restaurants.find((restaurant) => restaurant.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new NotFoundError(`Restaurant '${name}' not found`);
    return this.answer(found);
  }

  private answer(restaurant: Restaurant): Restaurant {
    const isClosed = this.closed.has(restaurant.name);
    return { ...restaurant, open_now: !isClosed, opens_at: isClosed ? NEXT_OPENING : null };
  }

  private quote(body: unknown) {
    const input = parseInput(orderInputSchema, body);
    const restaurant = this.restaurant(input.restaurant_name);
    if (!restaurant.open_now && !restaurant.accepts_preorders) throw new ConflictError(`${restaurant.name} is closed and takes no orders in advance.`);
    return fakeQuote(restaurant, input, restaurant.opens_at);
  }

  private place(request: Request): Order {
    const { id, username } = this.accountOf(request);
    const key = `${id} ${request.get('idempotency-key') ?? randomUUID()}`;
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    const quote = this.quote(request.body);
    const items = quote.lines.map(({ item_name, quantity, unit_price }) => ({ item_name, quantity, price: unit_price }));
    const order: Order = { ...quote, id: randomUUID(), user_id: id, username, status: 'placed', order_date: new Date().toISOString(), items };
    this.orders.push(order);
    this.keys.set(key, order);
    return order;
  }

  private ownOrder(request: Request, id: string): Order {
    const { id: userId } = this.accountOf(request);
    const order = this.orders.find((each) => each.id === id);
    if (order === undefined) throw new NotFoundError('Order not found');
    if (order.user_id !== userId) throw new ForbiddenError('This order belongs to somebody else.');
    return order;
  }

  private register(body: unknown) {
    const { username, email, password } = parseInput(registrationSchema, body);
    if (this.accounts.some((account) => account.username === username)) throw inUse('username', 'Username');
    if (this.accounts.some((account) => account.email === email)) throw inUse('email', 'Email');
    const account = { id: randomUUID(), username, email, password };
    this.accounts.push(account);
    return userOf(account);
  }

  private login(body: unknown) {
    const { username, password } = parseInput(credentialsSchema, body);
    const account = this.accounts.find((each) => each.username === username && each.password === password);
    if (account === undefined) throw new AppError('login_failed');
    return { access_token: `token-${this.generation}-${account.id}`, token_type: 'bearer', expires_in: 3600 };
  }

  private accountOf(request: Request): Account {
    const account = this.accounts.find(({ id }) => request.get('authorization') === `Bearer token-${this.generation}-${id}`);
    if (account === undefined) throw new LoginRequiredError();
    return account;
  }
}

function inUse(path: string, named: string): AppError {
  return new AppError('already_exists', { status: 400, detail: `${named} already registered`, errors: [{ path, message: 'is in use already' }] });
}

function userOf({ id, username, email }: Account) {
  return { id, username, email, role: 'user' };
}

function menuOf({ name, currency, items, option_groups }: Restaurant): Menu {
  const categories = [...new Set(items.map(({ category = 'other' }) => category))];
  return {
    restaurant: name,
    currency,
    categories: categories.map((category) => ({ id: menuId(category), names: [category] })),
    items: items.map(({ item_name, category = 'other', ...item }) => ({ ...item, name: item_name, category: menuId(category) })),
    option_groups,
  };
}

function menuId(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}
