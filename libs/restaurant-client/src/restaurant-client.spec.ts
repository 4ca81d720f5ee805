import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '@foodie-express/error-messages';
import { collectGarbage, eventually } from '@foodie-express/testing';
import { RestaurantClient, type RestaurantClientOptions } from './index';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => (_request, response) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const MENU = { restaurant: 'Thepla House', currency: 'INR', categories: [], items: [], option_groups: [] };
const QUOTE = { restaurant_id: '1', restaurant_name: 'Thepla House', currency: 'INR', lines: [], subtotal: 0, tax: null, total_price: 0, scheduled_for: null };
const ORDER = { ...QUOTE, id: 'o1', user_id: 'u1', username: 'alice', status: 'placed', order_date: '2026-03-01T10:00:00.000Z', items: [] };
const INPUT = { restaurant_name: 'Thepla House', items: [{ item_name: 'Masala Thepla', quantity: 1 }] };

describe('RestaurantClient', () => {
  let server: Server;
  let requests: IncomingMessage[];
  let answers: Answer[];
  let clients: RestaurantClient[];

  beforeEach(async () => {
    requests = [];
    answers = [];
    clients = [];
    server = createServer((request, response) => {
      requests.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      request.resume().once('end', () => answer?.(request, response));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await Promise.all(clients.map((client) => client.close()));
  });

  function client(options: Partial<RestaurantClientOptions> = {}): RestaurantClient {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    const made = new RestaurantClient({ baseUrl: `http://127.0.0.1:${address.port}`, timeoutMs: 300, ...options });
    clients.push(made);
    return made;
  }

  const failureOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof AppError ? error.failure : error;
  };

  it('sends request ID, bearer token and idempotency key along', async () => {
    answers = [json(201, ORDER)];
    await client({ requestId: () => 'id-1' }).placeOrder(INPUT, { token: 'secret', idempotencyKey: 'key-1' });
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/orders/', headers: { 'x-request-id': 'id-1', authorization: 'Bearer secret', 'idempotency-key': 'key-1' } });
  });

  it('keeps code and detail of a problem', async () => {
    answers = [json(404, { type: 'x', title: 'x', status: 404, detail: "Restaurant 'X' not found", code: 'not_found', request_id: '1' })];
    expect(await failureOf(client().getRestaurant('X'))).toMatchObject({ code: 'not_found', detail: "Restaurant 'X' not found", userMessage: "😔 Restaurant 'X' not found" });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['a quote', (api: RestaurantClient) => api.quoteOrder(INPUT)],
    ['a read', (api: RestaurantClient) => api.getMenu('Thepla House')],
    ['an order with its key', (api: RestaurantClient) => api.placeOrder(INPUT, { token: 't', idempotencyKey: 'k' })],
  ])('tries %s again, three times at most', async (_name, call) => {
    answers = [json(503, {})];
    expect(await failureOf(call(client()))).toMatchObject({ code: 'service_unavailable' });
    expect(requests).toHaveLength(3);
  });

  it('does not send a login or a registration twice', async () => {
    answers = [json(503, {})];
    await failureOf(client().login({ username: 'a', password: 'b' }));
    await failureOf(client().register({ username: 'a', email: 'a@b.c', password: 'b' }));
    expect(requests).toHaveLength(2);
  });

  it('succeeds where a later attempt does', async () => {
    answers = [(request) => request.socket.destroy(), json(500, {}), json(200, QUOTE)];
    expect(await client().quoteOrder(INPUT)).toEqual(QUOTE);
  });

  it('gives up on an answer that does not come, and does not ask a slow API twice', async () => {
    answers = [() => undefined];
    const begin = performance.now();
    expect(await failureOf(client().quoteOrder(INPUT))).toMatchObject({ code: 'upstream_timeout' });
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(requests).toHaveLength(1);
  });

  it('stops where its caller does', async () => {
    answers = [() => undefined];
    const quote = failureOf(client({ timeoutMs: 20_000 }).quoteOrder(INPUT, AbortSignal.timeout(50)));
    expect(await quote).toBeDefined();
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['another shape', json(200, { restaurant: 7 })],
    ['no JSON', (_request: IncomingMessage, response: ServerResponse) => response.end('<html>')],
  ])('refuses an answer of %s', async (_name, answer) => {
    answers = [answer];
    expect(await failureOf(client().getMenu('X'))).toMatchObject({ code: 'upstream_failed' });
  });

  it('asks again with the ETag and gives the very same menu while it is unchanged', async () => {
    answers = [json(200, MENU, { etag: '"1"' }), (_request, response) => response.writeHead(304).end(), json(200, { ...MENU, currency: 'AUD' }, { etag: '"2"' })];
    const api = client({ cacheAgeMs: 0 });
    const [first, second, third] = [await api.getMenu('X'), await api.getMenu('X'), await api.getMenu('X')];
    expect(second).toBe(first);
    expect(third.currency).toBe('AUD');
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"1"']);
  });

  it('asks once for what many turns want at the same moment, and not again while it is fresh', async () => {
    answers = [json(200, MENU)];
    const api = client({ cacheAgeMs: 60_000 });
    await Promise.all(Array.from({ length: 20 }, () => api.getMenu('X')));
    await api.getMenu('X');
    expect(requests).toHaveLength(1);
  });

  it('stops calling an API that is down, and calls again when it is back', async () => {
    answers = [json(503, {})];
    const api = client({ attempts: 1, circuitResetMs: 100 });
    for (let call = 0; call < 12; call += 1) await failureOf(api.quoteOrder(INPUT));
    const sent = requests.length;
    expect(await failureOf(api.quoteOrder(INPUT))).toMatchObject({ code: 'circuit_open' });
    expect([requests.length, api.circuitOpen]).toEqual([sent, true]);
    answers = [json(200, QUOTE)];
    await eventually(() => api.quoteOrder(INPUT));
    expect(api.circuitOpen).toBe(false);
  });

  it('does not take answers of 4xx for an outage', async () => {
    answers = [json(404, {})];
    const api = client();
    for (let call = 0; call < 30; call += 1) await failureOf(api.getRestaurant('X'));
    expect([requests.length, api.circuitOpen]).toEqual([30, false]);
  });

  it('does not take people who leave for an outage', async () => {
    answers = [() => undefined];
    const api = client({ timeoutMs: 20_000 });
    for (let call = 0; call < 12; call += 1) {
      const left = new AbortController();
      const quote = failureOf(api.quoteOrder(INPUT, left.signal));
      await eventually(() => { expect(requests).toHaveLength(call + 1); });
      left.abort();
      await quote;
    }
    expect(api.circuitOpen).toBe(false);
  });

  it('bounds the time of a call though garbage is collected meanwhile', async () => {
    answers = [() => undefined];
    const quote = failureOf(client({ timeoutMs: 200 }).quoteOrder(INPUT, new AbortController().signal));
    await eventually(() => { expect(requests).toHaveLength(1); });
    collectGarbage();
    expect(await quote).toMatchObject({ code: 'upstream_timeout' });
  });

  it.each(['.', '..', '', ' .. '])('knows that nothing is called "%s", without a call', async (name) => {
    expect(await failureOf(client().getMenu(name))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(client().getOrder(name, 'token'))).toMatchObject({ code: 'not_found' });
    expect(requests).toHaveLength(0);
  });

  it('asks for a name that is no well-formed Unicode all the same', async () => {
    answers = [json(404, {})];
    expect(await failureOf(client().getMenu('\ud800'))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(client().searchItems('\ud800'))).toMatchObject({ code: 'not_found' });
    expect(requests.map(({ url }) => url)).toEqual(['/restaurants/%EF%BF%BD/menu', '/search/items?item_name=%EF%BF%BD']);
  });

  it('forgets the answers asked for longest ago where all of them are long', async () => {
    answers = [(_request, response) => response.end(JSON.stringify(MENU).padEnd(5 * 1024 * 1024))];
    const api = client({ cacheAgeMs: 60_000, timeoutMs: 5_000 });
    for (const name of ['A', 'B', 'C', 'D']) await api.getMenu(name);
    await api.getMenu('D');
    expect(requests).toHaveLength(4);
    await api.getMenu('A');
    expect(requests).toHaveLength(5);
  });

  it('says whether the API is healthy and never throws', async () => {
    answers = [json(200, {}), json(503, {})];
    const api = client();
    expect([await api.isHealthy(), await api.isHealthy()]).toEqual([true, false]);
  });
});
