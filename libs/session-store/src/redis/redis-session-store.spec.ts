import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisServer, describeWithProgram, eventually } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { SessionBusyError } from '../session-errors';
import { describeSessionStore, heard, outcome, said, say } from '../session-store.suite';
import { Deployment, storeOnRedis } from '../store-fixture.suite';

const givenUrl = process.env['REDIS_URL'];
const variants = [
  ['Redis', { REDIS_FALLBACK_ENABLED: false }],
  ['Redis with memory to fall back on', { REDIS_FALLBACK_ENABLED: true }],
] as const;

describeWithProgram('redis-server', 'on a server of the test', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start(['--cluster-enabled', 'yes', '--cluster-require-full-coverage', 'no']);
    const redis = new Redis(server.url);
    await redis.cluster('ADDSLOTSRANGE', 0, 16_383);
    await eventually(async () => {
      expect(await redis.cluster('INFO')).toContain('cluster_state:ok');
    });
    redis.disconnect();
  });
  afterAll(() => server.stop());

  for (const [title, rest] of variants) {
    describeSessionStore(`${title}, as a cluster of one node, which refuses keys of several slots`, (prefix) => Promise.resolve(storeOnRedis(server.url, rest, prefix)));
  }
});

if (givenUrl !== undefined && givenUrl !== '') {
  for (const [title, rest] of variants) {
    describeSessionStore(`${title} at REDIS_URL`, (prefix) => Promise.resolve(storeOnRedis(givenUrl, rest, prefix)));
  }
}

describeWithProgram('redis-server', 'sessions in Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  let deployment: Deployment;

  beforeAll(async () => {
    server = await RedisServer.start();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  beforeEach(async () => {
    await redis.flushall();
    deployment = new Deployment(server.url, { REDIS_FALLBACK_ENABLED: false });
  });
  afterEach(() => deployment.close());

  it('lets a turn in progress be saved before it closes', async () => {
    const store = deployment.instance();
    const lease = await store.open('asha');
    const closed = store.close();
    await lease.save(outcome(said('the last words')));
    await closed;
    expect(await heard(deployment.instance(), 'asha')).toEqual(['the last words']);
  });

  it('writes the keys of the wire contract with their lifetimes', async () => {
    const lease = await deployment.instance().open('asha');
    await lease.save(outcome(said('hello'), { pendingOrder: { total: 1 } }));
    expect((await redis.keys('*{*')).sort()).toEqual(['chat_session:{asha}', 'pending_order:{asha}']);
    expect(await redis.pttl('chat_session:{asha}')).toBeGreaterThan(3_590_000);
    expect(await redis.pttl('chat_session:{asha}')).toBeLessThanOrEqual(3_600_000);
    expect(await redis.pttl('pending_order:{asha}')).toBeGreaterThan(590_000);
    expect(await redis.pttl('pending_order:{asha}')).toBeLessThanOrEqual(600_000);
  });

  it('leaves no key behind where a lease is released', async () => {
    await (await deployment.instance().open('asha')).release();
    expect(await redis.keys('*{*')).toEqual([]);
  });

  it('takes two round trips a turn: one reads, one writes', async () => {
    const store = deployment.instance();
    await say(store, 'asha', 'warm');
    await redis.config('RESETSTAT');
    for (let turn = 0; turn < 10; turn += 1) await say(store, 'asha', `message ${turn}`);
    const calls = [...(await redis.info('commandstats')).matchAll(/cmdstat_(eval|evalsha|multi):calls=(\d+)/g)];
    expect(calls.map(([, command, count]) => [command, count])).toEqual([['evalsha', '20']]);
  });

  it('does not take its own process, busy for over a second, for a silent server', async () => {
    const store = deployment.instance();
    await say(store, 'asha', 'one');
    const turn = say(store, 'asha', 'two');
    // Until the command is on its way, its answer perhaps too.
    await new Promise((resolve) => setImmediate(resolve));
    const end = performance.now() + 1_300;
    while (performance.now() < end);
    await turn;
    expect(store.status().connected).toBe(true);
    expect(deployment.logger.of('warn')).toEqual([]);
  });

  it('stays within 64 KiB a session as stored', async () => {
    const store = deployment.instance();
    const lease = await store.open('asha');
    await lease.save(outcome(said(...Array.from({ length: 6 }, () => 'ખ'.repeat(6_000)))));
    const bytes = await redis.strlen('chat_session:{asha}');
    expect(bytes).toBeLessThanOrEqual(64 * 1024);
    expect(bytes).toBeGreaterThan(50 * 1024);
  });

  it.each([
    ['broken JSON', '{"version":1,"writtenAt":5,"session":{'],
    ['other JSON', '[]'],
    ['a later version', '{"version":2,"writtenAt":5}'],
    ['a session without messages', '{"version":1,"writtenAt":9999999999999,"session":{}}'],
  ])('counts %s as no session, warns, and writes over it', async (_, text) => {
    const store = deployment.instance();
    await redis.mset('chat_session:{asha}', text, 'pending_order:{asha}', text);
    const lease = await store.open('asha');
    expect(lease).toMatchObject({ session: undefined, pendingOrder: undefined });
    expect(deployment.logger.of('warn')).toHaveLength(2);
    await lease.save(outcome(said('afresh')));
    expect(await heard(store, 'asha')).toEqual(['afresh']);
  });

  it('counts a key of another type as no session, and writes over it', async () => {
    const store = deployment.instance();
    await redis.rpush('chat_session:{asha}', 'odd');
    await say(store, 'asha', 'afresh');
    expect(await heard(store, 'asha')).toEqual(['afresh']);
  });

  describe('with two instances', () => {
    it('handles 50 messages of one user one after the other and loses none', async () => {
      const instances = ['a', 'b'].map((name) => ({
        store: deployment.instance({ historyLimit: 100 }),
        words: Array.from({ length: 25 }, (_, index) => `${name}${index}`),
      }));
      await Promise.all(instances.flatMap(({ store, words }) => words.map((word) => say(store, 'asha', word))));
      const kept = await heard(deployment.instance({ historyLimit: 100 }), 'asha');
      expect(kept).toHaveLength(50);
      for (const { words } of instances) expect(kept.filter((word) => words.includes(word))).toEqual(words);
    });

    it('lets in the waiting instance first, though the other has turns waiting of its own', async () => {
      const [one, other] = [deployment.instance(), deployment.instance()];
      const first = await one.open('asha');
      const waitingElsewhere = say(other, 'asha', 'elsewhere');
      await eventually(async () => {
        expect(await redis.hlen('chat_queue:{asha}')).toBe(1);
      });
      const waitingHere = ['here 1', 'here 2'].map((word) => say(one, 'asha', word));
      await first.save(outcome(said('first')));
      await Promise.all([waitingElsewhere, ...waitingHere]);
      expect(await heard(one, 'asha')).toEqual(['first', 'elsewhere', 'here 1', 'here 2']);
      expect(await redis.keys('chat_queue:*')).toEqual([]);
    });

    it('does not let a user wait for another', async () => {
      const [one, other] = [deployment.instance(), deployment.instance()];
      const held = await one.open('asha');
      await say(other, 'bela', 'hello');
      expect(await heard(one, 'bela')).toEqual(['hello']);
      await held.release();
    });

    it('gives up waiting for an instance that keeps the user', async () => {
      const held = await deployment.instance().open('asha');
      await expect(deployment.instance({ waitMs: 50 }).open('asha')).rejects.toThrow(SessionBusyError);
      await held.release();
    });

    it('keeps the lock while a turn lasts', async () => {
      const lease = await deployment.instance().open('asha');
      const lifetime = () => redis.pttl('chat_lock:{asha}');
      await eventually(async () => {
        expect(await lifetime()).toBeLessThan(4_500);
      });
      await eventually(async () => {
        expect(await lifetime()).toBeGreaterThan(4_500);
      });
      await lease.release();
      expect(await lifetime()).toBe(-2);
    });

    it('lets the lock of a turn that never ends expire', async () => {
      await deployment.instance({ maxTurnMs: 0 }).open('asha');
      await say(deployment.instance(), 'asha', 'still served');
      expect(await heard(deployment.instance(), 'asha')).toEqual(['still served']);
    });

    it('keeps both turns where a holder slept through its lease, each side what it changed', async () => {
      const [sleeper, other] = [deployment.instance(), deployment.instance()];
      const start = await sleeper.open('asha');
      await start.save(outcome(said('start'), { state: { area: 'Navrangpura', step: 1 }, pendingOrder: { total: 1 } }));
      const slept = await sleeper.open('asha');
      await redis.del('chat_lock:{asha}');
      const between = await other.open('asha');
      await between.save({ ...outcome([...(between.session?.messages ?? []), ...said('between')], { state: { area: 'Navrangpura', step: 2 } }) });
      await slept.save(
        outcome([...(slept.session?.messages ?? []), ...said('late')], { state: { area: 'Bopal', step: 1 }, pendingOrder: slept.pendingOrder ?? {} }),
      );
      const after = await other.open('asha');
      await after.release();
      expect(after.session?.messages.map((message) => message.content)).toEqual(['start', 'between', 'late']);
      expect(after.session?.state).toEqual({ area: 'Bopal', step: 2 });
      expect(after.pendingOrder).toBeUndefined();
    });

    it('waits for the instance that holds the user now before it adds what a lost lease left', async () => {
      const [sleeper, other] = [deployment.instance(), deployment.instance()];
      await say(other, 'asha', 'before');
      const slept = await sleeper.open('asha');
      await redis.del('chat_lock:{asha}');
      const holding = await other.open('asha');
      const late = slept.save(outcome([...(slept.session?.messages ?? []), ...said('late')]));
      await eventually(async () => {
        expect(await redis.hlen('chat_queue:{asha}')).toBe(1);
      });
      await holding.save(outcome([...(holding.session?.messages ?? []), ...said('in time')]));
      await late;
      expect(await heard(other, 'asha')).toEqual(['before', 'in time', 'late']);
    });

    it('saves a turn whose lock expired where nobody came between', async () => {
      const store = deployment.instance();
      await say(store, 'asha', 'one');
      const lease = await store.open('asha');
      await redis.del('chat_lock:{asha}');
      await lease.save(outcome([...(lease.session?.messages ?? []), ...said('two')]));
      expect(await heard(store, 'asha')).toEqual(['one', 'two']);
    });
  });
});
