import { AsyncResource } from 'node:async_hooks';
import { EventEmitter, once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createRequestContext, type RequestContextBackend } from './create-request-context';
import { expectIsolation, type Step } from './interleaving.suite';
import type { RequestContext } from './request-context';

/** The contract of `RequestContext` that needs nothing but Node. */
export function describeRequestContext(backend: RequestContextBackend): void {
  describe(`request context with ${backend}`, () => {
    let context: RequestContext;

    beforeAll(async () => {
      context = await createRequestContext(backend);
    });

    it('holds nothing outside of a request, and setting there is an error', () => {
      expect([context.requestId, context.user, context.channel]).toEqual([undefined, undefined, undefined]);
      expect(() => (context.user = { id: 'u' })).toThrow('the user can be set only inside of a request');
      expect(() => (context.channel = 'web')).toThrow('the channel can be set only inside of a request');
    });

    it('gives back what the work returns and ends with it', () => {
      const seen = context.run({ requestId: 'a', user: { id: 'u', role: 'admin' }, channel: 'web' }, () => ({ ...context.user, id: context.requestId }));
      expect(seen).toEqual({ id: 'a', role: 'admin' });
      expect(context.requestId).toBeUndefined();
    });

    it.each([new Error('plain'), Object.freeze(new Error('frozen')), 'a text', null])('passes on what the work throws: %p', (thrown) => {
      const caught: unknown[] = [];
      try {
        context.run({ requestId: 'a' }, () => { AbortSignal.abort(thrown).throwIfAborted(); });
      } catch (error) {
        caught.push(error);
      }
      expect(caught).toEqual([thrown]);
      expect(context.requestId).toBeUndefined();
    });

    it('nests: the inner request is seen inside alone', async () => {
      const seen = await context.run({ requestId: 'outer', channel: 'web' }, async () => {
        const inner = await context.run({ requestId: 'inner' }, async () => {
          await delay(1);
          return [context.requestId, context.channel];
        });
        return [...inner, context.requestId, context.channel];
      });
      expect(seen).toEqual(['inner', undefined, 'outer', 'web']);
    });

    it('shows a user and a channel set late to the whole request, and to no other', async () => {
      const values = { requestId: 'a' };
      const authenticated = new EventEmitter();
      const one = context.run(values, async () => {
        await once(authenticated, 'done');
        return [context.user, context.channel];
      });
      await context.run(values, async () => {
        await delay(1);
        expect(context.user).toBeUndefined();
      });
      const other = context.run(values, async () => {
        const early = delay(5).then(() => context.user?.id);
        context.user = { id: 'late' };
        context.channel = 'whatsapp';
        return [await early, context.channel];
      });
      expect(await other).toEqual(['late', 'whatsapp']);
      authenticated.emit('done');
      expect(await one).toEqual([undefined, undefined]);
    });

    it('binds a function to the request that is current, or to none', () => {
      const outside = context.bind(() => context.requestId);
      const inside = context.run({ requestId: 'a' }, () => context.bind(() => context.requestId));
      expect(context.run({ requestId: 'b' }, () => [outside(), inside(), context.requestId])).toEqual([undefined, 'a', 'b']);
    });

    it('keeps `this`, parameters and result of a bound function', () => {
      const account = { balance: 2, add: context.bind(function add(this: { balance: number }, amount: number) { return this.balance + amount; }) };
      expect(account.add(3)).toBe(5);
    });

    it('binds an emitter, whoever emits', () => {
      const emitter = new EventEmitter();
      const seen: unknown[] = [];
      context.run({ requestId: 'a' }, () => { context.bindEmitter(emitter); });
      emitter.once('end', (value: unknown) => seen.push(value, context.requestId));
      expect(context.run({ requestId: 'b' }, () => emitter.emit('end', 1))).toBe(true);
      expect(emitter.emit('end', 2)).toBe(false);
      expect(seen).toEqual([1, 'a']);
    });

    it('is not seen by work that began outside, in whichever request it is resumed', () => {
      const resource = new AsyncResource('began outside');
      expect(context.run({ requestId: 'a' }, () => resource.runInAsyncScope(() => context.requestId))).toBeUndefined();
    });

    it('survives an error in a callback', async () => {
      const failing = context.run({ requestId: 'a' }, async () => {
        await delay(1);
        throw new Error('in a callback');
      });
      await expect(failing).rejects.toThrow('in a callback');
      expect(context.requestId).toBeUndefined();
    });

    it('keeps 1,000 interleaved requests apart through timers, promises, event emitters and streams', async () => {
      await expectIsolation(context, [...timers, ...promises, ...emitters(context)]);
    });
  });
}

const timers: Step[] = [
  () => delay(Math.random() * 5),
  () => new Promise((resolve) => setTimeout(resolve, Math.random() * 5)),
  () => new Promise((resolve) => setImmediate(resolve)),
  () => new Promise<void>((resolve) => { process.nextTick(resolve); }),
  () => new Promise<void>((resolve) => { queueMicrotask(resolve); }),
  (seen) => new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      seen();
      clearInterval(timer);
      resolve();
    }, 1);
  }),
];

const promises: Step[] = [
  (seen) => Promise.resolve().then(seen),
  (seen) => Promise.reject(new Error('expected')).catch(seen),
  (seen) => delay(1).finally(seen),
  () => Promise.all([delay(1), delay(2), Promise.resolve()]),
  () => Promise.race([delay(1), delay(3)]),
  async (seen) => {
    for await (const part of Readable.from(['a', 'b'])) seen(part);
  },
  // A thenable that begins its work only when it is awaited, as queries of Mongoose do.
  async (seen) => {
    const query: PromiseLike<void> = {
      then: (resolve, reject) => {
        seen();
        return delay(1).then(() => { seen(); }).then(resolve, reject);
      },
    };
    await query;
  },
];

/** One emitter of each request's own, and one that all share. */
function emitters(context: RequestContext): Step[] {
  const shared = new EventEmitter().setMaxListeners(0);
  return [
    async (seen) => {
      const own = new EventEmitter();
      own.on('tick', seen);
      setTimeout(() => own.emit('tick'), 1);
      await once(own, 'tick');
    },
    async (seen) => {
      const bound = context.bind(seen);
      shared.on('tick', bound);
      await delay(1);
      shared.emit('tick');
      shared.off('tick', bound);
    },
    (seen) => new Promise((resolve, reject) => {
      Readable.from(['a', 'b']).on('data', seen).on('error', reject).on('end', resolve);
    }),
  ];
}
