import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person } from './person';
import { Stack } from './stack';

const TOKEN = 'a-token-for-the-operators';

describe('what operators see and do', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ ADMIN_TOKEN: TOKEN });
  }, 60_000);

  afterAll(() => stack.stop());

  const call = (method: string, path: string, token?: string) =>
    fetch(`${stack.agent.url}${path}`, { method, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  it('takes the token of the operators and nothing else', async () => {
    for (const [method, path] of [['GET', '/health/detailed'], ['POST', '/admin/circuit/restaurant-api/reset'], ['POST', '/admin/cache/warm']] as const) {
      expect([(await call(method, path)).status, (await call(method, path, 'another')).status, (await call(method, path, TOKEN)).status]).toEqual([401, 403, 200]);
    }
  });

  it('is switched off where no token is set', async () => {
    const agent = await stack.addAgent();
    expect((await fetch(`${agent.url}/health/detailed`, { headers: { authorization: 'Bearer undefined' } })).status).toBe(403);
  });

  it('tells the state of the circuits and knows their names', async () => {
    expect(await (await call('GET', '/health/detailed', TOKEN)).json()).toMatchObject({ model: 'local', circuits: { 'restaurant-api': 'closed' }, redis: { connected: true, backend: 'redis' } });
    expect((await call('POST', '/admin/circuit/unknown/reset', TOKEN)).status).toBe(404);
    expect(await (await call('POST', '/admin/cache/warm', TOKEN)).json()).toEqual({ restaurants: 9 });
  });

  it('counts turns, tools and requests', async () => {
    await new Person().say(stack.agent.url, '2 masala thepla from thepla house');
    const text = await (await call('GET', '/metrics')).text();
    expect(text).toMatch(/chat_turn_duration_seconds_count\{[^}]*\} [1-9]/);
    expect(text).toMatch(/chat_tool_calls_total\{[^}]*tool="prepare_order_for_confirmation"[^}]*outcome="ok"[^}]*\} 1|chat_tool_calls_total\{[^}]*outcome="ok"[^}]*tool="prepare_order_for_confirmation"[^}]*\} 1/);
    expect(text).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/chat"/);
  });
});
