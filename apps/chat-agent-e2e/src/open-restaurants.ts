import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { accessTokenSchema, type OrderLine, orderSchema, restaurantInputSchema } from '@foodie-express/contracts';
import { z } from 'zod';

const SEED = new URL('../../restaurant-api/src/database/seed/restaurants.json', import.meta.url);
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const ordersSchema = z.array(orderSchema);

/** An API with the restaurants of the seed, all of them open at all hours, so that no test depends on the clock; seen by its admin. */
export class OpenRestaurants {
  private static readonly admin = { username: 'first-admin', email: 'admin@example.com', password: `Secret-${randomUUID().slice(0, 8)}-7` };

  /** For the API: an empty database, and an admin to fill it. */
  static readonly environment = {
    SEED: 'false',
    ADMIN_USERNAME: OpenRestaurants.admin.username,
    ADMIN_EMAIL: OpenRestaurants.admin.email,
    ADMIN_PASSWORD: OpenRestaurants.admin.password,
  };

  private constructor(
    private readonly apiUrl: string,
    private readonly token: string,
  ) {}

  static async fill(apiUrl: string): Promise<OpenRestaurants> {
    const { username, password } = OpenRestaurants.admin;
    const login = await fetch(`${apiUrl}/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    const { access_token } = accessTokenSchema.parse(await login.json());
    const restaurants = new OpenRestaurants(apiUrl, access_token);
    for (const restaurant of z.array(restaurantInputSchema).parse(JSON.parse(readFileSync(SEED, 'utf8')))) {
      const answer = await restaurants.call('/restaurants/', { ...restaurant, hours: [{ days: DAYS, opens: '00:00', closes: '00:00' }] });
      if (answer.status !== 201) throw new Error(`${restaurant.name}: ${answer.status} ${await answer.text()}`);
    }
    return restaurants;
  }

  /** The lines of the latest order of people whose names begin so; none where they have none. */
  async latestOrderOf(name: string): Promise<readonly OrderLine[]> {
    const orders = ordersSchema.parse(await (await this.call('/admin/orders')).json());
    const own = orders.filter(({ username }) => username.startsWith(name)).sort((left, right) => right.order_date.localeCompare(left.order_date));
    return own[0]?.lines ?? [];
  }

  private call(path: string, body?: unknown): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    return fetch(`${this.apiUrl}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
  }
}
