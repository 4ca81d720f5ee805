import { randomUUID } from 'node:crypto';
import { orderSchema, type Order, type OrderInput } from '@foodie-express/contracts';
import { z } from 'zod';
import { StackError } from '../../stack/stack-error';

const tokenSchema = z.object({ access_token: z.string() });

/** Of the sample data: two lines, an option and a note, at a restaurant that takes orders at any hour. */
export const usualOrder: OrderInput = {
  restaurant_name: 'Swati Snacks',
  items: [
    { item_name: 'Bhel Puri', quantity: 2, options: [{ group_id: 'spice', choice_id: 'hot' }] },
    { item_name: 'Pani Puri', quantity: 1, notes: 'not too sweet' },
  ],
};

/** A plain user of the API who orders. */
export class Customer {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async register(url: string): Promise<Customer> {
    const account = { username: 'bench', password: 'bench-password-1' };
    await post(`${url}/users/register`, { ...account, email: 'bench@example.com' });
    const { access_token } = tokenSchema.parse(await post(`${url}/users/login`, account));
    return new Customer(url, access_token);
  }

  /** For requests in the customer's name. */
  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }

  async order(input: OrderInput): Promise<Order> {
    const headers = { ...this.headers, 'idempotency-key': randomUUID() };
    return orderSchema.parse(await post(`${this.url}/orders/`, input, headers));
  }
}

async function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (!response.ok) throw new StackError(`POST ${new URL(url).pathname} was answered with ${response.status}: ${await response.text()}`);
  return response.json();
}
