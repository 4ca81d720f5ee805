import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithProgram, RedisServer } from '@foodie-express/testing';
import { Redis } from 'ioredis';
import { createRequestContext, type RequestContextBackend } from './create-request-context';
import { expectIsolation, type Step } from './interleaving.suite';
import type { RequestContext } from './request-context';

/** The contract of `RequestContext` through a shared ioredis connection. */
export function describeRequestContextWithRedis(backend: RequestContextBackend): void {
  describeWithProgram('redis-server', `request context with ${backend} through ioredis`, () => {
    let context: RequestContext;
    let server: RedisServer;
    let redis: Redis;

    beforeAll(async () => {
      context = await createRequestContext(backend);
      server = await RedisServer.start();
      redis = new Redis(server.url, { lazyConnect: true });
    });

    afterAll(async () => {
      redis.disconnect();
      await server.stop();
    });

    it('keeps 1,000 interleaved requests apart, the connection being opened by one of them', async () => {
      await expectIsolation(context, commands(redis));
      expect(await redis.get('counter')).toBe('1000');
    });

    it('keeps requests apart whose commands wait for a connection that was lost', async () => {
      await server.kill();
      const waiting = expectIsolation(context, commands(redis), 50);
      await server.restart();
      await waiting;
    });
  });
}

function commands(redis: Redis): Step[] {
  return [
    () => redis.incr('counter'),
    (seen) => redis.get('counter').then(seen),
    (seen) => redis.get('counter', seen).then(seen),
    (seen) => redis.call('no-such-command').catch(seen),
    () => redis.pipeline().set('a', 1).get('a').exec(),
    (seen) => redis.pipeline().get('a', seen).exec(seen),
    () => redis.multi().set('b', 1).get('b').exec(),
    () => redis.eval('return 1', 0),
    (seen) => new Promise((resolve, reject) => {
      redis.scanStream({ count: 10 }).on('data', seen).on('error', reject).on('end', resolve);
    }),
  ];
}
