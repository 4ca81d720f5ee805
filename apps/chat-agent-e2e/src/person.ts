import { randomUUID } from 'node:crypto';
import { accessTokenSchema, type ChatResponse, chatResponseSchema, type Order, orderSchema } from '@foodie-express/contracts';
import { z } from 'zod';

const PATIENCE_MS = 30_000;

/** A person at a page: writes messages, keeps the session token, and may look into the API with an account of their own. */
export class Person {
  readonly username = `p-${randomUUID().slice(0, 12)}`;
  readonly password = `Secret-${randomUUID().slice(0, 12)}-7`;
  private token: string | undefined;

  /** @param userId who speaks to the agent; the username where none is given */
  constructor(readonly userId: string = randomUUID()) {}

  /** One turn at an agent. @throws Error where it is not answered with 200 */
  async say(agentUrl: string, message: string, headers: Readonly<Record<string, string>> = {}): Promise<ChatResponse> {
    const response = await this.post(`${agentUrl}/chat`, { user_id: this.userId, message }, headers);
    const body: unknown = await response.json();
    if (response.status !== 200) throw new Error(`"${message}" was answered with ${response.status}: ${JSON.stringify(body)}`);
    const reply = chatResponseSchema.parse(body);
    this.token = reply.session_token;
    return reply;
  }

  /** Several messages one after the other; the last reply. */
  async converse(agentUrl: string, messages: readonly string[]): Promise<ChatResponse> {
    const replies: ChatResponse[] = [];
    for (const message of messages) replies.push(await this.say(agentUrl, message));
    const last = replies.at(-1);
    if (last === undefined) throw new Error('no message was given');
    return last;
  }

  get registration(): string {
    return `register ${this.username} ${this.username}@example.com ${this.password}`;
  }

  post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const session = this.token === undefined ? {} : { 'x-session-token': this.token };
    return fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...session, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }

  /** What the API has of this person's orders, newest first. */
  async orders(apiUrl: string): Promise<Order[]> {
    const login = await this.post(`${apiUrl}/users/login`, { username: this.username, password: this.password });
    const { access_token } = accessTokenSchema.parse(await login.json());
    const response = await fetch(`${apiUrl}/orders/`, { headers: { authorization: `Bearer ${access_token}` }, signal: AbortSignal.timeout(PATIENCE_MS) });
    return z.array(orderSchema).parse(await response.json());
  }
}
