import { describe, expect, it } from '@jest/globals';
import { createMemorySessionStore } from '../create-session-store';
import { SessionBusyError } from '../session-errors';
import { SUITE_HISTORY_LIMIT, SUITE_PENDING_ORDER_TTL_MS, SUITE_SESSION_TTL_MS, describeSessionStore, heard, outcome, said, say } from '../session-store.suite';

describeSessionStore('memory', () => {
  let time = Date.now();
  const store = createMemorySessionStore({
    sessionTtlMs: SUITE_SESSION_TTL_MS,
    pendingOrderTtlMs: SUITE_PENDING_ORDER_TTL_MS,
    historyLimit: SUITE_HISTORY_LIMIT,
    now: () => time,
  });
  return Promise.resolve({
    store,
    pass: (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
    dispose: () => store.close(),
  });
});

describe('a memory session store', () => {
  it('drops the user written longest ago where there are too many', async () => {
    const store = createMemorySessionStore({ memory: { maxUsers: 2, maxBytes: 1_000_000 } });
    await say(store, 'first', 'a');
    await say(store, 'second', 'b');
    await heard(store, 'first');
    await say(store, 'third', 'c');
    expect([await heard(store, 'first'), await heard(store, 'second'), await heard(store, 'third')]).toEqual([[], ['b'], ['c']]);
  });

  it('drops the user written longest ago where they take too many bytes', async () => {
    const store = createMemorySessionStore({ memory: { maxUsers: 100, maxBytes: 25_000 } });
    for (const userId of ['first', 'second', 'third']) await say(store, userId, 'x'.repeat(10_000));
    expect([await heard(store, 'first'), await heard(store, 'third')]).toEqual([[], ['x'.repeat(10_000)]]);
  });

  it('gives up waiting for a turn that does not end', async () => {
    const store = createMemorySessionStore({ waitMs: 20 });
    const held = await store.open('asha');
    await expect(store.open('asha')).rejects.toThrow(SessionBusyError);
    await held.save(outcome(said('done')));
    expect(await heard(store, 'asha')).toEqual(['done']);
  });

  it('lets only so many turns of a user wait', async () => {
    const store = createMemorySessionStore({ maxWaiting: 1 });
    const held = await store.open('asha');
    const waiting = say(store, 'asha', 'second');
    await expect(store.open('asha')).rejects.toThrow(SessionBusyError);
    await held.release();
    await waiting;
  });

  it('takes a turn that never ends for lost, and keeps its messages where it ends after all', async () => {
    const store = createMemorySessionStore({ maxTurnMs: 20 });
    await say(store, 'asha', 'before');
    const lost = await store.open('asha');
    await say(store, 'asha', 'second');
    await lost.save(outcome([...(lost.session?.messages ?? []), ...said('first')]));
    expect(await heard(store, 'asha')).toEqual(['before', 'second', 'first']);
  });
});
