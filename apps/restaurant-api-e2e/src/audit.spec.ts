import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditEntry, auditEntrySchema, type Order, orderSchema, type Restaurant, restaurantSchema, statusChangeSchema } from '@foodie-express/contracts';
import { eventually, MongoServer } from '@foodie-express/testing';
import { MongoClient, ObjectId } from 'mongodb';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';
import { MongoTap } from './mongo-tap';
import { Person } from './person';
import { addRestaurant, pathOf } from './test-restaurant';

const secret = { JWT_SECRET: 'the-same-secret-for-both-instances' };
const auditSchema = z.array(auditEntrySchema);

async function trail(admin: Person, subject: string, action?: AuditEntry['action']): Promise<AuditEntry[]> {
  const query = new URLSearchParams({ subject_id: subject, limit: '100', ...(action !== undefined && { action }) });
  return auditSchema.parse((await admin.get(`/admin/audit?${query.toString()}`).expect(200)).body);
}

async function place(person: Person, restaurant: Restaurant): Promise<Order> {
  const body = { restaurant_name: restaurant.name, items: [{ item_name: 'Cola', quantity: 1 }] };
  return orderSchema.parse((await person.post('/orders/', body).expect(201)).body);
}

describe('the audit trail of a process that is killed', () => {
  let mongo: MongoServer;
  let tap: MongoTap;
  let api: ApiUnderTest;
  let admin: Person;
  let person: Person;
  let restaurant: Restaurant;
  beforeAll(async () => {
    mongo = await MongoServer.start();
    tap = await MongoTap.start(mongo.uri);
    api = await ApiUnderTest.start({ ...secret, MONGODB_URI: `${tap.uri}/audited` });
    admin = await api.admin();
    person = await api.register();
    restaurant = await addRestaurant(admin);
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await tap.stop();
    await mongo.stop();
  });

  /** What the process says to the database after a change: first the one, then the other. */
  const writingTheEntry = 'insert\0\x06\0\0\0audit\0';
  const emptyingTheOutbox = 'outbox.0._id';

  async function killedAt(line: string, change: () => PromiseLike<unknown>): Promise<void> {
    const reached = tap.next(line);
    const answer = Promise.resolve(change()).catch(() => undefined);
    await reached;
    await api.killAndRestart();
    await answer;
  }

  it.each([
    ['before its entry is in the trail', writingTheEntry],
    ['after its entry is in the trail', emptyingTheOutbox],
  ])('has one entry for a change of an order\'s state, where that is %s', async (_name, line) => {
    const { id } = await place(person, restaurant);
    await killedAt(line, () => admin.patch(`/orders/${id}/status`, { status: 'confirmed' }));
    expect((await person.get(`/orders/${id}`).expect(200)).body).toMatchObject({ status: 'confirmed' });
    expect(await trail(admin, id)).toMatchObject([
      { action: 'order.status', before: { status: 'placed' }, after: { status: 'confirmed' } },
      { action: 'order.placed', before: null, after: { status: 'placed', total_price: 42.53 }, by: { id: person.id } },
    ]);
  });

  it('has an entry for a new restaurant, its change and its removal', async () => {
    const name = 'Killed thrice';
    await killedAt(writingTheEntry, () => addRestaurant(admin, { name }));
    const { id } = restaurantSchema.parse((await admin.get(pathOf({ name })).expect(200)).body);
    await killedAt(writingTheEntry, () => admin.put(pathOf({ name }), { area: 'Elsewhere' }));
    await killedAt(writingTheEntry, () => admin.delete(pathOf({ name })));
    await admin.get(pathOf({ name })).expect(404);
    expect(await trail(admin, id)).toMatchObject([
      { action: 'restaurant.removed', before: { name, area: 'Elsewhere' }, after: null },
      { action: 'restaurant.changed', before: { area: expect.any(String) }, after: { area: 'Elsewhere' } },
      { action: 'restaurant.created', before: null, after: { name } },
    ]);
    await addRestaurant(admin, { name });
  });

  it('has an entry for a change of a role', async () => {
    const { id } = await api.register();
    await killedAt(writingTheEntry, () => admin.put(`/admin/users/${id}/role`, { role: 'staff', restaurant_name: restaurant.name }));
    expect(await trail(admin, id)).toMatchObject([{ action: 'user.role', before: { role: 'user' }, after: { role: 'staff', restaurant_id: restaurant.id } }]);
  });
});

describe('the audit trail of two instances', () => {
  let mongo: MongoServer;
  let first: ApiUnderTest;
  let second: ApiUnderTest;
  let admins: readonly [Person, Person];
  beforeAll(async () => {
    mongo = await MongoServer.start();
    const shared = { ...secret, MONGODB_URI: `${mongo.uri}/audited` };
    [first, second] = await Promise.all([ApiUnderTest.start(shared), ApiUnderTest.start(shared)]);
    const { id, account, token } = await first.admin();
    admins = [new Person(first, id, account, token), new Person(second, id, account, token)];
  }, 60_000);
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await mongo.stop();
  });

  const parallel = <Result>(change: (admin: Person, index: number) => PromiseLike<Result>) =>
    Promise.all(Array.from({ length: 20 }, (_, index) => change(admins[index % 2 === 0 ? 0 : 1], index)));

  it('has each of the first admin and the sample restaurants once, though both made them at the same moment', async () => {
    const made = auditSchema.parse((await admins[0].get('/admin/audit?limit=100').expect(200)).body);
    expect(made.filter(({ action }) => action === 'user.role')).toMatchObject([{ by: { username: '(operator)' }, after: { role: 'admin' } }]);
    expect(new Set(made.filter(({ action }) => action === 'restaurant.created').map(({ subject }) => subject.name)).size).toBe(9);
    expect(made).toHaveLength(10);
  });

  it('has each of 20 changes of an order\'s state once, as they followed each other', async () => {
    const { id } = await place(await first.register(), await addRestaurant(admins[0]));
    const ways = ['confirmed', 'preparing', 'ready', 'out_for_delivery', 'delivered'];
    const answers = [];
    for (const status of ways) answers.push(...(await parallel((admin) => admin.patch(`/orders/${id}/status`, { status }))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(ways.length);
    const history = z.array(statusChangeSchema).parse((await admins[1].get(`/orders/${id}/history`).expect(200)).body);
    const entries = await trail(admins[1], id, 'order.status');
    expect(entries.toReversed().map(({ before, after, at, request_id }) => ({ before, after, at, request_id }))).toEqual(
      history.slice(1).map(({ from, to, at, request_id }) => ({ before: { status: from }, after: { status: to }, at, request_id })),
    );
  });

  it('has each of 20 changes of a restaurant that was made once, in one chain', async () => {
    const { id, name, area } = await addRestaurant(admins[0]);
    const answers = await parallel((admin, index) => admin.put(pathOf({ name }), { area: `Area ${index}` }));
    const changes = z.array(z.object({ before: z.object({ area: z.string() }), after: z.object({ area: z.string() }) })).parse(await trail(admins[0], id, 'restaurant.changed'));
    expect(changes).toHaveLength(answers.filter(({ status }) => status === 200).length);
    const chain = changes.reduce((last) => changes.find(({ before }) => before.area === last)?.after.area ?? 'the chain is broken', area);
    // The instance that did not make the last change may be half a second behind.
    await eventually(async () => {
      expect((await admins[1].get(`/restaurants/${id}`).expect(200)).body).toMatchObject({ area: chain });
    });
  });

  it('has each of 20 changes of a role', async () => {
    const { id } = await first.register();
    await parallel((admin, index) => admin.put(`/admin/users/${id}/role`, { role: index % 3 === 0 ? 'admin' : 'user' }).expect(200));
    expect(await trail(admins[0], id, 'user.role')).toHaveLength(20);
  });

  it('is filtered by what, who, when and how, and exported up to 10,000 entries, newest first', async () => {
    const [admin] = admins;
    const subject = { kind: 'order', id: new ObjectId().toHexString(), name: '=Formula' };
    const by = { id: admin.id, username: 'bulk-writer', role: 'admin' };
    const client = await MongoClient.connect(mongo.uri);
    await client.db('audited').collection('audit').insertMany(
      Array.from({ length: 10_020 }, (_, index) => ({
        at: new Date(Date.UTC(2026, 0, 1) + index * 1_000),
        by,
        action: 'order.status',
        subject,
        before: { status: 'placed' },
        after: { status: 'confirmed', index },
        requestId: `bulk-${index}`,
      })),
    );
    await client.close();
    const list = async (query: string) => auditSchema.parse((await admin.get(`/admin/audit?limit=5&${query}`).expect(200)).body).map(({ request_id }) => request_id);
    const newest = [10_019, 10_018, 10_017, 10_016, 10_015].map((index) => `bulk-${index}`);
    for (const query of ['username=bulk-writer', `subject_id=${subject.id}`, 'kind=order&username=bulk-writer', 'action=order.status&username=bulk-writer']) {
      expect(await list(query)).toEqual(newest);
    }
    expect(await list('username=bulk-writer&from=2026-01-01T00:00:10Z&to=2026-01-01T00:00:12.000Z')).toEqual(['bulk-11', 'bulk-10']);
    expect(await list('username=bulk-writer&kind=user')).toEqual([]);
    const csv = await admin.get('/admin/audit?format=csv&username=bulk-writer').expect(200);
    expect(csv.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': expect.stringContaining('audit.csv') });
    const rows = csv.text.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => /"(bulk-\d+)"/.exec(row)?.[1])).toEqual(Array.from({ length: 10_000 }, (_, index) => `bulk-${10_019 - index}`));
    for (const row of rows) expect(row).toContain(`"'=Formula"`);
  });
});
