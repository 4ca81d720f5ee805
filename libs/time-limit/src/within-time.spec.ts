import { getEventListeners, getMaxListeners, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { collectGarbage } from '@foodie-express/testing';
import { withinTime } from './within-time';

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  signal.throwIfAborted();
}

describe('withinTime', () => {
  it('gives what the work gives, and leaves nothing behind on the signals', async () => {
    const { signal } = new AbortController();
    const value = await withinTime(5, [signal], (own) => Promise.resolve(own.aborted ? 'too late' : 'done'));
    expect([value, getEventListeners(signal, 'abort')]).toEqual(['done', []]);
  });

  it('aborts when the time is up', async () => {
    await expect(withinTime(5, [], untilAborted)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('aborts in time though garbage was collected meanwhile', async () => {
    const outer = new AbortController();
    const work = withinTime(20, [outer.signal], (signal) => withinTime(10_000, [signal], untilAborted));
    collectGarbage();
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('aborts with the reason of a signal, also where that was aborted before', async () => {
    const outer = new AbortController();
    const work = withinTime(10_000, [outer.signal], untilAborted);
    outer.abort(new Error('the person has left'));
    await expect(work).rejects.toThrow('the person has left');
    await expect(withinTime(10_000, [outer.signal], untilAborted)).rejects.toThrow('the person has left');
  });

  it('lets any number of listeners be told', async () => {
    await withinTime(10_000, [], (signal) => Promise.resolve(expect(getMaxListeners(signal)).toBe(0)));
  });

  it('throws what the work throws', async () => {
    await expect(withinTime(10_000, [], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
