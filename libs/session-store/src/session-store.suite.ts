import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SessionStoreError, SessionTooLargeError } from './session-errors';
import type { Message } from './session';
import type { SessionStore, TurnOutcome } from './session-store';

/** What the conformance suite needs of an implementation. */
export interface StoreUnderTest {
  readonly store: SessionStore;
  /** Makes `milliseconds` pass for everything stored. */
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export const SUITE_SESSION_TTL_MS = 3_600_000;
export const SUITE_PENDING_ORDER_TTL_MS = 600_000;
export const SUITE_HISTORY_LIMIT = 6;

export function outcome(messages: Message[], rest: { state?: Record<string, unknown>; pendingOrder?: Record<string, unknown> } = {}): TurnOutcome {
  return { session: { messages, state: rest.state ?? {} }, pendingOrder: rest.pendingOrder };
}

export function said(...contents: string[]): Message[] {
  return contents.map((content) => ({ role: 'user', content }));
}

/** One turn: what was stored is read, `message` is added, the rest is kept. */
export async function say(store: SessionStore, userId: string, message: string): Promise<void> {
  const lease = await store.open(userId);
  const { messages, state } = lease.session ?? { messages: [], state: {} };
  await lease.save({ session: { messages: [...messages, ...said(message)], state }, pendingOrder: lease.pendingOrder });
}

/** What the user said, as far as the store remembers; the user is not changed. */
export async function heard(store: SessionStore, userId: string): Promise<string[]> {
  const lease = await store.open(userId);
  await lease.release();
  return lease.session?.messages.map((message) => message.content) ?? [];
}

/** Every implementation of `SessionStore` passes this, configured with the `SUITE_` numbers. */
export function describeSessionStore(title: string, create: (userPrefix: string) => Promise<StoreUnderTest>): void {
  describe(`${title} as a session store`, () => {
    const prefix = `suite-${crypto.randomUUID()}-`;
    const user = `${prefix}asha`;
    let tested: StoreUnderTest;
    let store: SessionStore;

    beforeEach(async () => {
      tested = await create(prefix);
      store = tested.store;
    });
    afterEach(() => tested.dispose());

    it('knows nothing of a new user', async () => {
      const lease = await store.open(user);
      expect(lease).toMatchObject({ session: undefined, pendingOrder: undefined });
      await lease.release();
    });

    it('gives back what was saved, with its times', async () => {
      const messages: Message[] = [
        { role: 'user', content: 'two theplas 🫓' },
        { role: 'assistant', content: '', toolCalls: [{ id: 'call-1', name: 'find', arguments: '{}' }] },
        { role: 'tool', content: 'found', toolCallId: 'call-1' },
      ];
      const lease = await store.open(user);
      await lease.save(outcome(messages, { state: { token: 't', deep: { list: [1] } }, pendingOrder: { total: 12 } }));
      const next = await store.open(user);
      expect(next.session).toMatchObject({ messages, state: { token: 't', deep: { list: [1] } } });
      expect(next.session?.createdAt).toBe(next.session?.updatedAt);
      expect(next.pendingOrder).toEqual({ total: 12 });
      await next.release();
    });

    it('keeps the time of creation over turns', async () => {
      await say(store, user, 'one');
      const first = await store.open(user);
      await first.release();
      await tested.pass(2_000);
      await say(store, user, 'two');
      const second = await store.open(user);
      await second.release();
      expect(second.session?.createdAt).toBe(first.session?.createdAt);
      expect(Date.parse(second.session?.updatedAt ?? '')).toBeGreaterThan(Date.parse(first.session?.updatedAt ?? ''));
    });

    it('changes nothing where a lease is released without saving', async () => {
      await say(store, user, 'one');
      const lease = await store.open(user);
      lease.session?.messages.push(...said('never saved'));
      await lease.release();
      expect(await heard(store, user)).toEqual(['one']);
    });

    it('removes the pending order where a turn leaves none', async () => {
      await (await store.open(user)).save(outcome(said('a'), { pendingOrder: { total: 1 } }));
      await (await store.open(user)).save(outcome(said('b')));
      const lease = await store.open(user);
      await lease.release();
      expect(lease.pendingOrder).toBeUndefined();
    });

    it('forgets the session an hour after the last turn', async () => {
      await say(store, user, 'one');
      await tested.pass(SUITE_SESSION_TTL_MS - 10_000);
      await say(store, user, 'two');
      await tested.pass(SUITE_SESSION_TTL_MS - 10_000);
      expect(await heard(store, user)).toEqual(['one', 'two']);
      await tested.pass(20_000);
      expect(await heard(store, user)).toEqual([]);
    });

    it('forgets a pending order ten minutes after it was changed, whatever is said meanwhile', async () => {
      await (await store.open(user)).save(outcome([], { pendingOrder: { total: 1 } }));
      await tested.pass(SUITE_PENDING_ORDER_TTL_MS - 10_000);
      await say(store, user, 'wait');
      await tested.pass(20_000);
      const lease = await store.open(user);
      expect(lease.pendingOrder).toBeUndefined();
      await lease.save(outcome([], { pendingOrder: { total: 2 } }));
      await tested.pass(SUITE_PENDING_ORDER_TTL_MS - 10_000);
      const later = await store.open(user);
      await later.release();
      expect(later.pendingOrder).toEqual({ total: 2 });
    });

    it('clears a user, and no other', async () => {
      await (await store.open(user)).save(outcome(said('one'), { pendingOrder: { total: 1 } }));
      await say(store, `${prefix}bela`, 'mine');
      await store.clear(user);
      await store.clear(user);
      const lease = await store.open(user);
      await lease.release();
      expect(lease).toMatchObject({ session: undefined, pendingOrder: undefined });
      expect(await heard(store, `${prefix}bela`)).toEqual(['mine']);
    });

    it('bounds the history', async () => {
      await (await store.open(user)).save(outcome(said('1', '2', '3', '4', '5', '6', '7', '8')));
      expect(await heard(store, user)).toEqual(['3', '4', '5', '6', '7', '8']);
    });

    it('refuses a state over the bound, keeps what was stored, and the lease can still save less', async () => {
      await say(store, user, 'one');
      const lease = await store.open(user);
      const tooLarge = { state: { text: 'x'.repeat(64 * 1024) } };
      await expect(lease.save(outcome([], tooLarge))).rejects.toThrow(SessionTooLargeError);
      await expect(lease.save({ ...outcome([]), pendingOrder: tooLarge })).rejects.toThrow(SessionTooLargeError);
      await lease.save(outcome(said('less')));
      expect(await heard(store, user)).toEqual(['less']);
    });

    it('lets a lease save once', async () => {
      const lease = await store.open(user);
      await lease.save(outcome(said('one')));
      await expect(lease.save(outcome(said('two')))).rejects.toThrow(SessionStoreError);
      await lease.release();
      expect(await heard(store, user)).toEqual(['one']);
    });

    it('handles the turns of a user one after the other, in the order of arrival', async () => {
      const words = Array.from({ length: SUITE_HISTORY_LIMIT }, (_, index) => `message ${index}`);
      await Promise.all(words.map((word) => say(store, user, word)));
      expect(await heard(store, user)).toEqual(words);
    });

    it('lets no user wait for another', async () => {
      const held = await store.open(user);
      await say(store, `${prefix}bela`, 'hello');
      expect(await heard(store, `${prefix}bela`)).toEqual(['hello']);
      await held.release();
    });

    it('clears a user in the turn in progress, and is there for the next one', async () => {
      await (await store.open(user)).save(outcome(said('one'), { pendingOrder: { total: 1 } }));
      const lease = await store.open(user);
      const next = store.open(user);
      await lease.clear();
      await expect(lease.save(outcome(said('too late')))).rejects.toThrow(SessionStoreError);
      const after = await next;
      await after.release();
      expect(after).toMatchObject({ session: undefined, pendingOrder: undefined });
    });

    it('clears a user only after the turn in progress', async () => {
      const lease = await store.open(user);
      const cleared = store.clear(user);
      await lease.save(outcome(said('in progress')));
      await cleared;
      expect(await heard(store, user)).toEqual([]);
    });

    it.each(['}', '{', '}{', 'a}b', '{}', '%7D', 'a b', 'line\nbreak', 'whatsapp:+919800000000', '__proto__', 'ખાખરા 🫓'])(
      'keeps the user %j apart from others',
      async (odd) => {
        await say(store, prefix + odd, 'odd');
        expect(await heard(store, prefix + odd)).toEqual(['odd']);
        expect(await heard(store, prefix + odd.replace('}', '%7D').replace('{', '%7B') + ' ')).toEqual([]);
        await store.clear(prefix + odd);
      },
    );

    it.each(['', 'x'.repeat(257), 'half \ud800'])('refuses the user id %j', async (userId) => {
      await expect(store.open(userId)).rejects.toThrow(RangeError);
      await expect(store.clear(userId)).rejects.toThrow(RangeError);
    });
  });
}
