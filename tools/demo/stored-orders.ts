import { accessTokenSchema } from '@foodie-express/contracts';
import { StackError } from '../stack/stack-error';

const TIMEOUT_MS = 10_000;

/** What `GET /orders/` answers to a user, asked without the agent. @throws StackError where the API refuses */
export async function fetchStoredOrders(api: string, { username, password }: { readonly username: string; readonly password: string }): Promise<unknown> {
  const login = await ask(`${api}/users/login`, { method: 'POST', body: new URLSearchParams({ username, password }) });
  const { access_token: token } = accessTokenSchema.parse(login);
  return ask(`${api}/orders/`, { headers: { authorization: `Bearer ${token}` } });
}

async function ask(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new StackError(`${url} answered with status ${response.status}: ${await response.text()}`);
  return response.json();
}
