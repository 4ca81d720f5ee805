import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { orderSchema, restaurantSchema } from '@foodie-express/contracts';
import { describeWithProgram, eventually, MongoServer, RedisServer } from '@foodie-express/testing';
import { ApiUnderTest } from './api-under-test';
import { newAccount, Person } from './person';
import { addRestaurant, pathOf } from './test-restaurant';

/** Answers may be this old on an instance that did not make the change. */
const STALE_AT_MOST_MS = 1_000;

describeWithProgram('redis-server', 'two instances on one database', () => {
  let mongo: MongoServer;
  let redis: RedisServer;
  let first: ApiUnderTest;
  let second: ApiUnderTest;
  beforeAll(async () => {
    [mongo, redis] = await Promise.all([MongoServer.start(), RedisServer.start()]);
    const shared = { MONGODB_URI: `${mongo.uri}/shared`, REDIS_URL: redis.url, JWT_SECRET: 'the-same-secret-for-both-instances' };
    [first, second] = await Promise.all([ApiUnderTest.start(shared), ApiUnderTest.start(shared)]);
  });
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await Promise.all([mongo.stop(), redis.stop()]);
  });

  /** The same person, who calls the other instance. */
  const at = (api: ApiUnderTest, { id, account, token }: Person) => new Person(api, id, account, token);

  it('load the sample restaurants once, though both start at the same moment', async () => {
    for (const api of [first, second]) expect((await api.anonymous.get('/restaurants/').expect(200)).headers['x-total-count']).toBe('9');
  });

  it('see each other\'s changes within a second, and logins at once', async () => {
    const admin = await first.admin();
    const restaurant = await addRestaurant(admin);
    const read = async () => restaurantSchema.parse((await second.anonymous.get(pathOf(restaurant)).expect(200)).body);
    await eventually(read, STALE_AT_MOST_MS);
    await at(second, admin).put(pathOf(restaurant), { area: 'Elsewhere' }).expect(200);
    expect((await read()).area).toBe('Elsewhere');
    await eventually(async () => {
      expect((await first.anonymous.get(pathOf(restaurant))).body).toMatchObject({ area: 'Elsewhere' });
    }, STALE_AT_MOST_MS);
    await admin.delete(pathOf(restaurant)).expect(200);
    await eventually(() => second.anonymous.get(pathOf(restaurant)).expect(404), STALE_AT_MOST_MS);
  });

  it('never sell at a price that was changed before, on whichever instance', async () => {
    const admin = await first.admin();
    const restaurant = await addRestaurant(admin);
    const body = { restaurant_name: restaurant.name, items: [{ item_name: 'Cola', quantity: 1, price: 40.5 }] };
    await eventually(() => second.anonymous.post('/orders/quote', body).expect(200), STALE_AT_MOST_MS);
    await admin.put(pathOf(restaurant), { items: [{ item_name: 'Cola', price: 55 }] }).expect(200);
    await second.anonymous.post('/orders/quote', body).expect(409);
  });

  it('make one order of one key, whichever of them is asked', async () => {
    const restaurant = await addRestaurant(await first.admin());
    const person = await first.register();
    const key = randomUUID();
    const body = { restaurant_name: restaurant.name, items: [{ item_name: 'Cola', quantity: 1 }] };
    await eventually(() => second.anonymous.get(pathOf(restaurant)).expect(200), STALE_AT_MOST_MS);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => at(index % 2 === 0 ? first : second, person).post('/orders/', body).set('Idempotency-Key', key)),
    );
    expect(new Set(answers.map(({ text }) => orderSchema.parse(JSON.parse(text)).id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  describe('count logins together', () => {
    const wrong = (api: ApiUnderTest, username: string) => api.anonymous.post('/users/login', { username, password: 'wrong-secret-1' });

    it('while there is Redis', async () => {
      const { username } = newAccount();
      for (const api of [first, second, first, second, first]) await wrong(api, username).expect(401);
      await wrong(second, username).expect(429);
    });

    it('and each for itself while it is away', async () => {
      await redis.kill();
      const { username } = newAccount();
      for (let attempt = 0; attempt < 5; attempt += 1) await wrong(first, username).expect(401);
      await wrong(first, username).expect(429);
      await redis.restart();
    });
  });
});
