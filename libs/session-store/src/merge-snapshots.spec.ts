import { describe, expect, it } from '@jest/globals';
import { mergeSnapshots } from './merge-snapshots';
import { EMPTY_SNAPSHOT, type Snapshot, nextSnapshot } from './snapshot';

const limits = { sessionTtlMs: 1_000, pendingOrderTtlMs: 1_000, historyLimit: 40 };

function after(opened: Snapshot, words: string[], now: number, rest: { state?: Record<string, unknown>; pendingOrder?: Record<string, unknown> } = {}): Snapshot {
  const added = words.map((content) => ({ role: 'user' as const, content }));
  const messages = [...(opened.session?.messages ?? []), ...added];
  return nextSnapshot(opened, { session: { messages, state: rest.state ?? {} }, pendingOrder: rest.pendingOrder }, limits, now);
}

function wordsOf(snapshot: Snapshot): string[] {
  return snapshot.session?.messages.map((message) => message.content) ?? [];
}

describe('mergeSnapshots', () => {
  const base = after(EMPTY_SNAPSHOT, ['yes'], 10, { pendingOrder: { total: 1 } });

  it('keeps the messages of both, the same words twice where they were said twice', () => {
    const merged = mergeSnapshots(base, after(base, ['yes', 'ours'], 30), after(base, ['yes', 'theirs'], 20), 40);
    expect(wordsOf(merged)).toEqual(['yes', 'yes', 'theirs', 'yes', 'ours']);
    expect(merged.writtenAt).toBe(31);
  });

  it('adds nothing twice where ours goes on from theirs, as after a write whose answer was lost', () => {
    const theirs = after(base, ['arrived'], 20);
    const ours = after(theirs, ['next'], 30);
    expect(wordsOf(mergeSnapshots(base, ours, theirs, 40))).toEqual(['yes', 'arrived', 'next']);
  });

  it('takes the pending order of the side that changed it, of the later one where both did', () => {
    const kept = after(base, [], 20, { pendingOrder: { total: 1 } });
    const placed = after(base, [], 30);
    const changed = after(base, [], 40, { pendingOrder: { total: 2 } });
    expect(mergeSnapshots(base, placed, kept, 40).pendingOrder).toBeUndefined();
    expect(mergeSnapshots(base, kept, placed, 40).pendingOrder).toBeUndefined();
    expect(mergeSnapshots(base, placed, changed, 40).pendingOrder).toEqual({ total: 2 });
    expect(mergeSnapshots(base, changed, placed, 40).pendingOrder).toEqual({ total: 2 });
  });

  it('merges the state field by field, removed fields included', () => {
    const start = after(EMPTY_SNAPSHOT, [], 10, { state: { kept: 1, removed: 1, both: 1 } });
    const ours = after(start, [], 30, { state: { kept: 1, both: 3, ours: 1 } });
    const theirs = after(start, [], 20, { state: { kept: 1, removed: 1, both: 2, theirs: 1 } });
    expect(mergeSnapshots(start, ours, theirs, 40).session?.state).toEqual({ kept: 1, both: 3, ours: 1, theirs: 1 });
  });

  it('keeps the later session where both states do not fit into one', () => {
    const ours = after(base, ['ours'], 30, { state: { a: 'x'.repeat(40_000) } });
    const theirs = after(base, ['theirs'], 20, { state: { b: 'x'.repeat(40_000) } });
    expect(wordsOf(mergeSnapshots(base, ours, theirs, 40))).toEqual(['yes', 'ours']);
  });

  describe('where the two are conversations that began apart', () => {
    const first = after(EMPTY_SNAPSHOT, ['first'], 20, { state: { owner: 'asha', key: 1 }, pendingOrder: { total: 1 } });
    const second = after(EMPTY_SNAPSHOT, ['second'], 30, { state: { key: 2, more: 2 }, pendingOrder: { total: 2 } });

    it('keeps the one that began first, and nothing of the other', () => {
      for (const merged of [mergeSnapshots(EMPTY_SNAPSHOT, first, second, 40), mergeSnapshots(EMPTY_SNAPSHOT, second, first, 40), mergeSnapshots(base, second, first, 40)]) {
        expect([merged.session, merged.pendingOrder, merged.writtenAt]).toEqual([first.session, { total: 1 }, 31]);
      }
    });

    it('keeps the one that took the place of what both knew', () => {
      const wentOn = after(base, ['went on'], 20);
      expect(wordsOf(mergeSnapshots(base, wentOn, second, 40))).toEqual(['second']);
      expect(wordsOf(mergeSnapshots(base, second, wentOn, 40))).toEqual(['second']);
    });
  });
});
