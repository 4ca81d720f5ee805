import { execFile } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { promisify } from 'node:util';
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

  it('lets any number of listeners be told, and warns of none', async () => {
    // In a process of its own: the runtime does not warn of signals inside of a test.
    const program = `import { withinTime } from '${new URL('within-time.ts', import.meta.url).href}';
      await withinTime(10_000, [], async (signal) => {
        for (let listener = 0; listener < 30; listener += 1) signal.addEventListener('abort', () => undefined);
      });`;
    const { stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
    expect(stderr).toBe('');
  });

  it('throws what the work throws', async () => {
    await expect(withinTime(10_000, [], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
