import { randomUUID } from 'node:crypto';
import { chatResponseSchema, type Order, orderSchema, problemSchema } from '@foodie-express/contracts';
import { z } from 'zod';

const loginSchema = z.object({ access_token: z.string() });
const ordersSchema = z.array(orderSchema);

/** A person with an account, who talks to the stack through nginx and to nothing else. */
export class TopologyClient {
  private constructor(
    private readonly url: string,
    readonly username: string,
    private readonly token: string,
  ) {}

  static async register(url: string): Promise<TopologyClient> {
    const account = { username: `asha-${randomUUID().slice(0, 8)}`, password: 'kept-secret-1' };
    const created = await post(`${url}/api/v1/users/register`, { ...account, email: `${account.username}@example.com` });
    if (created.status !== 201) throw new Error(`not registered: ${await created.text()}`);
    const login = await post(`${url}/api/v1/users/login`, account);
    return new TopologyClient(url, account.username, loginSchema.parse(await login.json()).access_token);
  }

  /** One turn. @throws Error where the answer is not 200 */
  async say(message: string, requestId: string = randomUUID()) {
    const response = await this.send('/chat', message, requestId);
    const body: unknown = await response.json();
    if (response.status !== 200) throw new Error(`${response.status}: ${problemSchema.parse(body).detail}`);
    return { ...chatResponseSchema.parse(body), requestId };
  }

  /** The response to one message, as it comes. */
  send(path: '/chat' | '/chat/stream', message: string, requestId: string = randomUUID()): Promise<Response> {
    return post(`${this.url}${path}`, { user_id: this.username, message }, { ...this.authorization, 'X-Request-ID': requestId });
  }

  async orders(): Promise<Order[]> {
    const response = await fetch(`${this.url}/api/v1/orders/`, { headers: this.authorization, signal: AbortSignal.timeout(10_000) });
    return ordersSchema.parse(await response.json());
  }

  private get authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }
}

function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(25_000),
  });
}
