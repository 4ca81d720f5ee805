import { accessTokenSchema, type Order, type OrderInput, orderSchema, type Quote, quoteSchema, type Restaurant, restaurantSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { StackError } from '../stack/stack-error';
import { sendOrFail } from './http';

/** As many as the API gives in one answer. */
const RESTAURANTS = 100;

/** What the load asks the API itself: what there is to order, what it costs, and in the end what was ordered. */
export class RestaurantApi {
  private constructor(private readonly url: string) {}

  /**
   * The API at this address, or below `/api/v1` of it, where a proxy serves agent and API together.
   * @throws StackError where there is none
   */
  static async at(url: string): Promise<RestaurantApi> {
    for (const base of [url, `${url}/api/v1`]) {
      const api = new RestaurantApi(base);
      try {
        if ((await api.restaurants()).length > 0) return api;
      } catch {
        // Not here: perhaps there.
      }
    }
    throw new StackError(`There are no restaurants at ${url}: give the address of restaurant-api with --api.`);
  }

  async restaurants(): Promise<Restaurant[]> {
    return z.array(restaurantSchema).parse(await sendOrFail('GET', `${this.url}/restaurants/?limit=${RESTAURANTS}`));
  }

  async quote(order: OrderInput): Promise<Quote> {
    return quoteSchema.parse(await sendOrFail('POST', `${this.url}/orders/quote`, order));
  }

  /** All orders of an account, newest first. */
  async ordersOf(username: string, password: string): Promise<Order[]> {
    const { access_token } = accessTokenSchema.parse(await sendOrFail('POST', `${this.url}/users/login`, { username, password }));
    return z.array(orderSchema).parse(await sendOrFail('GET', `${this.url}/orders/`, undefined, { authorization: `Bearer ${access_token}` }));
  }
}
