import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { RedisServer, describeWithProgram, eventually } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { SessionStoreUnavailableError } from '../session-errors';
import type { SessionStore } from '../session-store';
import { heard, outcome, said, say } from '../session-store.suite';
import { Deployment } from '../store-fixture.suite';

async function available(...stores: SessionStore[]): Promise<void> {
  await eventually(() => {
    expect(stores.map((store) => store.status().connected)).toEqual(stores.map(() => true));
  });
}

/** One second, and room for a machine that does other work. */
const TURN_BOUND_MS = 3_000;

async function inTime(turn: Promise<unknown>): Promise<void> {
  const start = performance.now();
  await turn;
  expect(performance.now() - start).toBeLessThan(TURN_BOUND_MS);
}

describeWithProgram('redis-server', 'a lock that nobody waits for any more', () => {
  let server: RedisServer;
  let redis: Redis;
  let deployment: Deployment;

  beforeEach(async () => {
    server = await RedisServer.start();
    redis = new Redis(server.url);
    deployment = new Deployment(server.url);
  });
  afterEach(async () => {
    await deployment.close();
    redis.disconnect();
    await server.stop();
  });

  it('delays no turn of another instance after Redis hung while a turn began', async () => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    await Promise.all([say(one, 'asha', 'before'), say(other, 'bela', 'before')]);
    server.pause();
    await heard(one, 'asha');
    server.resume();
    await available(other);
    await inTime(say(other, 'asha', 'after'));
  });

  it('delays no turn of another instance where both began turns while Redis hung', async () => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    await say(one, 'asha', 'before');
    await heard(other, 'asha');
    server.pause();
    await Promise.all([say(one, 'asha', 'to one'), say(other, 'asha', 'to other')]);
    server.resume();
    await available(other);
    await inTime(say(other, 'asha', 'after'));
    await available(one);
    await inTime(say(one, 'asha', 'after that'));
    await eventually(async () => {
      expect((await heard(other, 'asha')).toSorted()).toEqual(['after', 'after that', 'before', 'to one', 'to other']);
    });
  });

  it('is given back where there is no memory to go on in', async () => {
    const strict = new Deployment(server.url, { REDIS_FALLBACK_ENABLED: false });
    const [one, other] = [strict.instance(), deployment.instance()];
    await Promise.all([say(one, 'asha', 'before'), say(other, 'bela', 'before')]);
    const lease = await one.open('bela');
    server.pause();
    await Promise.all([
      expect(one.open('asha')).rejects.toThrow(SessionStoreUnavailableError),
      expect(lease.save(outcome(said('unknown')))).rejects.toThrow(SessionStoreUnavailableError),
    ]);
    server.resume();
    await available(other);
    await inTime(Promise.all([say(other, 'asha', 'after'), say(other, 'bela', 'after')]));
    await strict.close();
  });

  it('goes to the instance that waits for it once its own instance asks again', async () => {
    const [one, other] = [deployment.instance(), deployment.instance()];
    const lease = await one.open('asha');
    const token = await redis.get('chat_lock:{asha}');
    await lease.release();
    await redis.set('chat_lock:{asha}', `${token ?? ''}0`, 'PX', 5_000);
    const waiting = say(other, 'asha', 'first');
    await eventually(async () => {
      expect(await redis.hlen('chat_queue:{asha}')).toBe(1);
    });
    await inTime(Promise.all([waiting, say(one, 'asha', 'second')]));
    expect(await heard(other, 'asha')).toEqual(['first', 'second']);
  });
});
