import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Role } from '@foodie-express/contracts';
import { MongoServer } from '@foodie-express/testing';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { NEXT_CURSOR_HEADER } from '../http/next-page';
import { OpenApiService } from '../openapi/openapi.service';
import { FilledApplication } from '../testing/filled-application';
import { Upkeep } from './upkeep';

const amounts = { orders: 100_000, users: 5_000, audit: 10_000 };
const now = new Date('2026-03-03T08:00:00Z');
const PAGE = 20;

/** What one question may read beside its page: who asks, the nine restaurants where they were new a moment ago, one entry more. */
const BESIDE = 15;

const listSchema = z.array(z.object({ id: z.string() }));

/** A question, with who may ask it. `beyond` where it may read more beside its page than others, and why. */
interface Question {
  readonly path: string;
  readonly as?: Role;
  readonly beyond?: number;
}

/** A user's own orders are few: a state among them, or a restaurant's, is looked for in them all. */
const OWN_ORDERS = amounts.orders / amounts.users;

const lookups: readonly Question[] = [
  { path: '/' },
  { path: '/restaurants' },
  { path: '/restaurants?cuisine=gujarati&area=ahmedabad&open_now=true' },
  { path: '/restaurants?q=thepla' },
  { path: '/restaurants/{name}' },
  { path: '/restaurants/{name}/menu' },
  { path: '/restaurants/{name}/reviews/stats' },
  { path: '/cuisines' },
  { path: '/search/items?item_name=thepla' },
  { path: '/users/me', as: 'user' },
  { path: '/orders/{id}', as: 'user' },
  { path: '/orders/{id}/history', as: 'user' },
];

const skippedLists: readonly Question[] = [
  { path: '/restaurants/{name}/reviews' },
  { path: '/users/me/reviews', as: 'user' },
];

const lists: readonly Question[] = [
  { path: '/orders', as: 'user' },
  { path: '/orders?status=placed', as: 'user', beyond: OWN_ORDERS },
  { path: '/orders?restaurant={name}', as: 'user', beyond: OWN_ORDERS },
  { path: '/restaurants/{name}/orders', as: 'admin' },
  { path: '/restaurants/{name}/orders?status=placed&day=2026-02-10', as: 'admin' },
  { path: '/admin/orders', as: 'admin' },
  { path: '/admin/orders?status=delivered', as: 'admin' },
  { path: '/admin/orders?status=ready', as: 'admin' },
  { path: '/admin/orders?status=out_for_delivery', as: 'admin' },
  { path: '/admin/orders?restaurant={name}', as: 'admin' },
  { path: '/admin/orders?restaurant={name}&status=ready', as: 'admin' },
  { path: '/admin/orders?restaurant={name}&day=2026-02-10', as: 'admin' },
  { path: '/admin/orders?restaurant={name}&status=placed&day=2026-02-10', as: 'admin' },
  { path: '/admin/orders?day=2026-02-10', as: 'admin' },
  { path: '/admin/orders?status=placed&day=2026-02-10', as: 'admin' },
  { path: '/admin/orders?user_id={user}', as: 'admin' },
  { path: '/admin/orders?user_id={user}&day=2026-02-10', as: 'admin' },
  { path: '/admin/orders?user_id={user}&restaurant={name}&status=placed', as: 'admin', beyond: OWN_ORDERS },
  { path: '/admin/users', as: 'admin' },
  { path: '/admin/users?role=user', as: 'admin' },
  { path: '/admin/users?role=staff', as: 'admin' },
  // A page of the audit trail reads one of the trail and one of the placed orders.
  { path: '/admin/audit', as: 'admin', beyond: PAGE + 1 },
  { path: '/admin/audit?kind=order', as: 'admin', beyond: PAGE + 1 },
  { path: '/admin/audit?kind=user', as: 'admin' },
  { path: '/admin/audit?action=user.role', as: 'admin' },
  { path: '/admin/audit?action=order.placed', as: 'admin' },
  { path: '/admin/audit?action=order.status&from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z', as: 'admin' },
  { path: '/admin/audit?subject_id={user}', as: 'admin' },
  { path: '/admin/audit?username=user-2', as: 'admin', beyond: PAGE + 1 },
  { path: '/admin/audit?username=user-2&kind=user', as: 'admin' },
  { path: '/admin/audit?username=user-2&action=user.role', as: 'admin' },
  { path: '/admin/audit?username=user-0&action=restaurant.created', as: 'admin' },
];

/** What answers without the database, or about all of it by its nature. */
const others = ['/health', '/health/live', '/health/ready', '/openapi.json', '/admin/stats'];

describe(`with ${amounts.orders} orders, no list and no lookup walks a whole collection:`, () => {
  let mongo: MongoServer | undefined;
  let filled: FilledApplication;
  let orderId: string;
  beforeAll(async () => {
    const server = process.env['MONGODB_URI'];
    if (server === undefined) mongo = await MongoServer.start();
    filled = await FilledApplication.start(server ?? mongo?.uri ?? '', amounts, now);
    const [order] = listSchema.parse((await filled.call('get', '/orders?limit=1', 'user').expect(200)).body);
    orderId = order?.id ?? '';
  }, 120_000);
  afterAll(async () => {
    await filled.stop();
    await mongo?.stop();
  });

  const addressOf = (path: string) =>
    path.replaceAll('{name}', encodeURIComponent('Thepla House')).replaceAll('{user}', filled.people.user.toHexString()).replaceAll('{id}', orderId);

  const ask = async ({ path, as }: Question, more = '') => {
    const address = addressOf(path);
    const full = more === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${more}`;
    const { result, documents } = await filled.examined(() => filled.call('get', full, as).expect(200));
    return { response: result, documents };
  };

  it.each(lookups)('$path', async (question) => {
    expect((await ask(question)).documents).toBeLessThanOrEqual(BESIDE);
  });

  it.each(lists)('$path, on later pages too', async (question) => {
    let next = `limit=${PAGE}`;
    for (let page = 1; page <= 5; page += 1) {
      const { response, documents } = await ask(question, next);
      expect(documents).toBeLessThanOrEqual(listSchema.parse(response.body).length + BESIDE + (question.beyond ?? 0));
      const cursor = response.headers[NEXT_CURSOR_HEADER.toLowerCase()];
      if (cursor === undefined) return;
      next = `limit=${PAGE}&cursor=${cursor}`;
    }
  });

  it('a page deep in all orders, which costs what the first one does', async () => {
    const position = [now.getTime() - 90_000 * 60_000, 'f'.repeat(24)];
    const { response, documents } = await ask({ path: '/admin/orders', as: 'admin' }, `limit=${PAGE}&cursor=${Buffer.from(JSON.stringify(position)).toString('base64url')}`);
    expect(listSchema.parse(response.body)).toHaveLength(PAGE);
    expect(documents).toBeLessThanOrEqual(PAGE + BESIDE);
  });

  it.each(skippedLists)('$path, which skips what it does not show', async (question) => {
    for (const skip of [0, 4_000]) {
      const { response, documents } = await ask(question, `limit=${PAGE}&skip=${skip}`);
      expect(documents).toBeLessThanOrEqual(listSchema.parse(response.body).length + BESIDE);
    }
  });

  it('but for the statistics: one aggregation over all orders, one over those of today and one over those of 30 days', async () => {
    const { documents } = await ask({ path: '/admin/stats', as: 'admin' });
    expect(documents).toBeLessThanOrEqual(amounts.orders + (1 + 30) * 24 * 60 + BESIDE);
  });

  it('every GET of the API is among these', () => {
    const paths = filled.app.get(OpenApiService, { strict: false }).routes().filter(({ method }) => method === 'get').map(({ path }) => path);
    const asked = [...lookups, ...lists, ...skippedLists].map(({ path }) => path.replace(/\?.*/, ''));
    expect(paths.toSorted()).toEqual([...new Set([...asked, ...others])].toSorted());
  });

  it('what writes look up', async () => {
    const items = [{ item_name: 'Masala Thepla', quantity: 1 }];
    const body = { restaurant_name: 'Thepla House', items };
    const credentials = { username: 'newcomer', password: 'kept-secret-1' };
    const account = { ...credentials, email: 'newcomer@example.org' };
    const readBy = async (work: () => PromiseLike<unknown>) => (await filled.examined(work)).documents;
    expect(await readBy(() => filled.call('post', '/users/register').send(account).expect(201))).toBeLessThanOrEqual(BESIDE);
    expect(await readBy(() => filled.call('post', '/users/login').send(credentials).expect(200))).toBeLessThanOrEqual(BESIDE);
    for (const status of [201, 200]) {
      const place = () => filled.call('post', '/orders', 'user').set('Idempotency-Key', 'of-a-new-order').send(body).expect(status);
      expect(await readBy(place)).toBeLessThanOrEqual(BESIDE);
    }
    const review = { restaurant_name: 'Thepla House', rating: 4, comment: 'As it should be.' };
    for (const [method, path, role, sent, status] of [
      ['post', '/restaurants/Thepla%20House/reviews', 'admin', review, 201],
      ['post', `/orders/${orderId}/cancel`, 'user', undefined, 200],
      ['put', `/admin/users/${filled.people.staff.toHexString()}/role`, 'admin', { role: 'user' }, 200],
      ['put', `/admin/users/${filled.people.admin.toHexString()}/role`, 'admin', { role: 'user' }, 409],
    ] as const) {
      expect(await readBy(() => filled.call(method, path, role).send(sent).expect(status))).toBeLessThanOrEqual(BESIDE + OWN_ORDERS);
    }
  });

  it('what is looked for after a process has died', async () => {
    expect((await filled.examined(() => filled.app.get(Upkeep).run())).documents).toBeLessThanOrEqual(BESIDE);
  });

  it('has an index for each declaration', async () => {
    const connection = filled.app.get<Connection>(getConnectionToken());
    for (const model of Object.values(connection.models)) {
      const existing = await model.listIndexes();
      expect(existing).toHaveLength(model.schema.indexes().length + 1);
    }
  });
});
