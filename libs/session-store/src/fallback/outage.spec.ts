import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisServer, describeWithProgram, eventually } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { SessionStoreUnavailableError } from '../session-errors';
import type { SessionStore } from '../session-store';
import { heard, outcome, said, say } from '../session-store.suite';
import { Deployment } from '../store-fixture.suite';

/** A turn may take one second, whatever happens to Redis; the rest is room for a machine that does other work. */
const TURN_BOUND_MS = 3_000;
const PASSWORD = 'first-password';

interface Outage {
  readonly what: string;
  readonly begin: (server: RedisServer, admin: Redis) => unknown;
  readonly end: (server: RedisServer, admin: Redis) => unknown;
}

const outages: Outage[] = [
  { what: 'was killed', begin: (server) => server.kill(), end: (server) => server.restart() },
  {
    what: 'hangs',
    begin: (server) => {
      server.pause();
    },
    end: (server) => {
      server.resume();
    },
  },
  { what: 'is full', begin: (_, admin) => admin.config('SET', 'maxmemory', '1'), end: (_, admin) => admin.config('SET', 'maxmemory', '0') },
  {
    what: 'has another password',
    begin: async (_, admin) => {
      await admin.config('SET', 'requirepass', 'second-password');
      await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    end: (_, admin) => admin.config('SET', 'requirepass', PASSWORD),
  },
  { what: 'became a replica', begin: (_, admin) => admin.replicaof('127.0.0.1', 1), end: (_, admin) => admin.replicaof('NO', 'ONE') },
];

async function inTime(turn: Promise<unknown>): Promise<void> {
  const start = performance.now();
  await turn;
  expect(performance.now() - start).toBeLessThan(TURN_BOUND_MS);
}

async function backInRedis(store: SessionStore): Promise<void> {
  await eventually(() => {
    expect(store.status()).toEqual({ connected: true, backend: 'redis' });
  });
}

describeWithProgram('redis-server', 'where Redis is lost during a conversation', () => {
  let server: RedisServer;
  let admin: Redis;
  let deployment: Deployment;

  beforeEach(async () => {
    server = await RedisServer.start(['--requirepass', PASSWORD]);
    admin = new Redis(server.url, { password: PASSWORD });
    admin.on('error', () => undefined);
    deployment = new Deployment(server.url, { REDIS_PASSWORD: PASSWORD });
  });
  afterEach(async () => {
    await deployment.close();
    admin.disconnect();
    await server.stop();
  });

  describe.each(outages)('because it $what', ({ begin, end }) => {
    it('answers within a second, warns once, and moves to Redis what was said meanwhile', async () => {
      const store = deployment.instance();
      await (await store.open('asha')).save(outcome(said('before'), { pendingOrder: { total: 1 } }));
      expect(store.status()).toEqual({ connected: true, backend: 'redis' });
      await begin(server, admin);
      await inTime(say(store, 'asha', 'during'));
      expect(store.status()).toEqual({ connected: false, backend: 'memory' });
      await inTime(say(store, 'bela', 'new'));
      const placing = await store.open('asha');
      expect(placing.pendingOrder).toEqual({ total: 1 });
      await placing.save(outcome([...(placing.session?.messages ?? []), ...said('yes')]));
      await end(server, admin);
      await backInRedis(store);
      const other = deployment.instance();
      await eventually(async () => {
        expect(await heard(other, 'asha')).toEqual(['before', 'during', 'yes']);
        expect(await heard(other, 'bela')).toEqual(['new']);
      });
      const after = await other.open('asha');
      await after.release();
      expect(after.pendingOrder).toBeUndefined();
      expect(deployment.logger.of('warn')).toHaveLength(1);
      expect(deployment.logger.of('info')).toHaveLength(1);
      expect(deployment.logger.lines.join()).not.toMatch(/during|first-password|second-password|asha/);
    });

    it('loses nothing of a turn that began before', async () => {
      const store = deployment.instance();
      await say(store, 'asha', 'before');
      const lease = await store.open('asha');
      await begin(server, admin);
      await inTime(lease.save(outcome([...(lease.session?.messages ?? []), ...said('saved after')])));
      expect(await heard(store, 'asha')).toEqual(['before', 'saved after']);
      await end(server, admin);
      await backInRedis(store);
      await say(store, 'asha', 'later');
      await eventually(async () => {
        expect(await heard(deployment.instance(), 'asha')).toEqual(['before', 'saved after', 'later']);
      });
    });

    it('keeps a turn that begins in memory and ends when Redis is back', async () => {
      const store = deployment.instance();
      await say(store, 'asha', 'before');
      await begin(server, admin);
      await say(store, 'asha', 'during');
      const lease = await store.open('asha');
      await end(server, admin);
      await backInRedis(store);
      await lease.save(outcome([...(lease.session?.messages ?? []), ...said('spanning')]));
      expect(await heard(deployment.instance(), 'asha')).toEqual(['before', 'during', 'spanning']);
    });

    it('refuses turns at once where there is no fallback, and takes them again', async () => {
      const strict = new Deployment(server.url, { REDIS_PASSWORD: PASSWORD, REDIS_FALLBACK_ENABLED: false });
      const store = strict.instance();
      await say(store, 'asha', 'before');
      const lease = await store.open('bela');
      await begin(server, admin);
      await inTime(expect(lease.save(outcome(said('lost')))).rejects.toThrow(SessionStoreUnavailableError));
      await inTime(expect(store.open('asha')).rejects.toThrow(SessionStoreUnavailableError));
      await inTime(expect(store.clear('asha')).rejects.toThrow(SessionStoreUnavailableError));
      expect(store.status()).toEqual({ connected: false, backend: 'redis' });
      await end(server, admin);
      await backInRedis(store);
      await say(store, 'asha', 'after');
      expect((await heard(store, 'asha')).at(-1)).toBe('after');
      expect(strict.logger.of('warn')).toHaveLength(1);
      await strict.close();
    });
  });

  it('serves from memory where Redis is not there from the start, and moves to it when it comes', async () => {
    await server.kill();
    const store = deployment.instance();
    await inTime(say(store, 'asha', 'early'));
    await server.restart();
    await backInRedis(store);
    await eventually(async () => {
      expect(await heard(deployment.instance(), 'asha')).toEqual(['early']);
    });
    expect(deployment.logger.of('warn')).toHaveLength(1);
  });

  it('serves from memory where Redis hangs from the start', async () => {
    server.pause();
    const store = deployment.instance();
    await inTime(say(store, 'asha', 'early'));
    server.resume();
    await backInRedis(store);
  });

  it('notices without a turn that Redis hangs', async () => {
    const store = deployment.instance();
    await say(store, 'asha', 'before');
    server.pause();
    await eventually(() => {
      expect(store.status()).toEqual({ connected: false, backend: 'memory' });
    });
    server.resume();
    await backInRedis(store);
  });

  it('goes on with what it knows where Redis came back empty', async () => {
    const store = deployment.instance();
    await (await store.open('asha')).save(outcome(said('before'), { pendingOrder: { total: 1 } }));
    await server.restart();
    await eventually(() => {
      expect(deployment.logger.of('info')).toHaveLength(1);
    });
    await say(store, 'asha', 'after');
    const lease = await deployment.instance().open('asha');
    await lease.release();
    expect(lease.session?.messages).toMatchObject(said('before', 'after'));
    expect(lease.pendingOrder).toEqual({ total: 1 });
  });

  it('does not bring back a user whom another instance cleared', async () => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    await say(one, 'asha', 'before');
    await other.clear('asha');
    expect(await heard(one, 'asha')).toEqual([]);
  });

  it('clears in Redis the user who was cleared meanwhile', async () => {
    const store = deployment.instance();
    await (await store.open('asha')).save(outcome(said('before'), { pendingOrder: { total: 1 } }));
    server.pause();
    await inTime(store.clear('asha'));
    expect(await heard(store, 'asha')).toEqual([]);
    server.resume();
    await backInRedis(store);
    await eventually(async () => {
      expect(await admin.keys('*:{asha}')).toEqual([]);
    });
  });

  it('clears nobody in Redis whom the instance that was asked to did not know', async () => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    await say(one, 'asha', 'before');
    server.pause();
    await other.clear('asha');
    await say(other, 'asha', 'a stranger');
    server.resume();
    await Promise.all([one, other].map(backInRedis));
    for (const instance of [other, one, deployment.instance()]) expect(await heard(instance, 'asha')).toEqual(['before']);
  });

  it('keeps both sides where two instances went on in memory, each on its own', async () => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    await say(one, 'asha', 'before');
    await heard(other, 'asha');
    server.pause();
    await say(one, 'asha', 'to one');
    await say(other, 'asha', 'to other');
    server.resume();
    await Promise.all([one, other].map(backInRedis));
    await eventually(async () => {
      const kept = await heard(deployment.instance(), 'asha');
      expect(kept[0]).toBe('before');
      expect(kept.slice(1).sort()).toEqual(['to one', 'to other']);
    });
  });

  it.each<[string, (server: RedisServer) => unknown, (server: RedisServer) => unknown]>([
    ['came back as it was', (redis) => { redis.pause(); }, (redis) => { redis.resume(); }],
    ['came back empty', (redis) => redis.kill(), (redis) => redis.restart()],
  ])('mixes no conversation with one that an instance began which did not know of it: Redis %s', async (_how, begin, end) => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    await (await one.open('asha')).save(outcome(said('before'), { state: { owner: 'asha' }, pendingOrder: { total: 1 } }));
    await begin(server);
    await say(one, 'asha', 'during');
    await (await other.open('asha')).save(outcome(said('a stranger'), { state: { key: 'of the stranger' } }));
    await end(server);
    await Promise.all([one, other].map(backInRedis));
    await eventually(async () => {
      const lease = await deployment.instance().open('asha');
      await lease.release();
      expect(lease.session).toMatchObject({ messages: said('before', 'during'), state: { owner: 'asha' } });
      expect(lease.session?.state).not.toHaveProperty('key');
    });
    for (const instance of [one, other]) expect(await heard(instance, 'asha')).toEqual(['before', 'during']);
  });

  it('keeps a turn whose lease was lost to an instance that does not let go, until it does', async () => {
    const [sleeper, other] = [deployment.instance({ waitMs: 50 }), deployment.instance()];
    await say(other, 'asha', 'before');
    const slept = await sleeper.open('asha');
    await admin.del('chat_lock:{asha}');
    const holding = await other.open('asha');
    await slept.save(outcome([...(slept.session?.messages ?? []), ...said('late')]));
    await holding.save(outcome([...(holding.session?.messages ?? []), ...said('in time')]));
    await eventually(async () => {
      expect(await heard(other, 'asha')).toEqual(['before', 'in time', 'late']);
    });
    expect(deployment.logger.lines).toEqual([]);
  });

  it('moves a session with the lifetime that is left to it', async () => {
    let passed = 0;
    const store = deployment.instance({ now: () => Date.now() + passed });
    await server.kill();
    await (await store.open('asha')).save(outcome(said('during'), { pendingOrder: { total: 1 } }));
    passed = 300_000;
    await server.restart();
    await backInRedis(store);
    await eventually(async () => {
      expect(await admin.pttl('chat_session:{asha}')).toBeGreaterThan(0);
    });
    expect(await admin.pttl('chat_session:{asha}')).toBeLessThanOrEqual(3_300_000);
    expect(await admin.pttl('pending_order:{asha}')).toBeLessThanOrEqual(300_000);
  });

  it('moves what memory holds when it is closed, and says what is lost where it cannot', async () => {
    const store = deployment.instance();
    await say(store, 'asha', 'before');
    await server.kill();
    await say(store, 'asha', 'during');
    await store.close();
    expect(deployment.logger.of('warn')[1]).toMatch(/forgotten.*"users":1/);
  });
});
