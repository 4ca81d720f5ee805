import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { readEnvironment } from '@foodie-express/environment';
import { connectToRedis, createSessionStore, sessionStoreVariables } from '@foodie-express/session-store';
import { describeWithProgram, eventually, RedisServer } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { RedisRelay } from '../testing/redis-relay';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';
import { sharedRateLimits } from './shared-rate-limits';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describeWithProgram('redis-server', 'a turn over Redis', () => {
  let api: FakeRestaurantApi;
  let server: RedisServer;
  let redis: Redis;
  let relay: RedisRelay;
  let model: ScriptedModel;
  const agents: TestAgent[] = [];

  beforeAll(async () => {
    [api, server] = await Promise.all([FakeRestaurantApi.start(), RedisServer.start()]);
    redis = new Redis(server.url);
  });

  afterAll(async () => {
    redis.disconnect();
    await Promise.all([api.stop(), server.stop()]);
  });

  beforeEach(async () => {
    await redis.flushall();
    relay = await RedisRelay.start(server.port);
    model = new ScriptedModel();
  });

  afterEach(async () => {
    await Promise.all(agents.splice(0).map((agent) => agent.stop()));
    await relay.stop();
  });

  /** One instance of a deployment. */
  async function startAgent({ perUser = 1_000, perAddress = 1_000 } = {}): Promise<TestAgent> {
    const configuration = readEnvironment(sessionStoreVariables, { REDIS_URL: relay.url });
    const connection = connectToRedis(configuration, silent);
    if (connection === undefined) throw new Error('the configuration asks for Redis');
    const store = createSessionStore(configuration, silent, { connection });
    const agent = await TestAgent.start({ apiUrl: api.url, store, rateLimits: sharedRateLimits(connection, perUser, perAddress), model: () => model });
    agents.push(agent);
    await eventually(() => {
      expect(store.status().connected).toBe(true);
    });
    return agent;
  }

  function scriptsIn(write: string | undefined): number {
    return write?.match(/evalsha/gi)?.length ?? 0;
  }

  it('takes two round trips, the limits of user and address included', async () => {
    const agent = await startAgent();
    const person = new Person(agent.url, randomUUID());
    await person.say('the first use of a script sends its text');
    relay.takeWrites();
    for (let turn = 0; turn < 5; turn += 1) {
      model.plan([['get_menu', { restaurant_name: 'Thepla House' }]], 'There.');
      await person.say('hello');
      const writes = relay.takeWrites();
      expect(writes).toHaveLength(2);
      expect(writes.map(scriptsIn)).toEqual([3, 1]);
    }
  });

  it('counts a user over all instances, and neither asks the model nor keeps the session for a message over the limit', async () => {
    const [one, other] = [await startAgent({ perUser: 3 }), await startAgent({ perUser: 3 })];
    const userId = randomUUID();
    for (const agent of [one, other, one]) await new Person(agent.url, userId).say('hi');
    const asked = model.requests.length;
    const refused = await new Person(other.url, userId).post('/chat', { user_id: userId, message: 'hi' });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(model.requests).toHaveLength(asked);
    await eventually(async () => {
      expect(await redis.exists(`chat_lock:{${userId}}`)).toBe(0);
    });
    await new Person(one.url, randomUUID()).say('others are served');
  });

  it('counts an address over all its users and all instances', async () => {
    const [one, other] = [await startAgent({ perAddress: 3 }), await startAgent({ perAddress: 3 })];
    for (const agent of [one, other, one]) await new Person(agent.url, randomUUID()).say('hi');
    const refused = await new Person(other.url, 'anybody').post('/chat/stream', { user_id: 'anybody', message: 'hi' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json; charset=utf-8']);
  });

  it('refuses at once what is over the limit, though an earlier message of the user is still being answered', async () => {
    const agent = await startAgent({ perUser: 1 });
    const userId = randomUUID();
    const held = await agent.store.open(userId);
    const waiting = new Person(agent.url, userId).say('hi');
    await eventually(async () => {
      expect(await redis.keys('chat_messages_of_user:*')).toHaveLength(1);
    });
    const refused = await new Person(agent.url, userId).post('/chat', { user_id: userId, message: 'hi' });
    expect(refused.status).toBe(429);
    await held.release();
    expect((await waiting).response).toBe('done');
    const next = await agent.store.open(userId);
    await next.release();
  });

  it('goes on counting by itself while Redis is lost', async () => {
    const agent = await startAgent({ perUser: 2 });
    const userId = randomUUID();
    await relay.stop();
    try {
      for (let message = 0; message < 2; message += 1) await new Person(agent.url, userId).say('hi');
      const refused = await new Person(agent.url, userId).post('/chat', { user_id: userId, message: 'hi' });
      expect(refused.status).toBe(429);
    } finally {
      relay = await RedisRelay.start(server.port);
    }
  });
});
