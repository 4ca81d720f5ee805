import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { answerInTime } from './answer-in-time';

/** Keeps the process busy in one piece after the other, as many turns at once do, until `over` is aborted. */
async function keepBusy(pieceMs: number, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const end = performance.now() + pieceMs;
    while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('answerInTime', () => {
  it('gives up on a silent server', async () => {
    const begin = performance.now();
    await expect(answerInTime(new Promise(() => undefined), 50)).rejects.toThrow('no answer within 150 ms');
    expect(performance.now() - begin).toBeGreaterThan(140);
  });

  it('waits for an answer that a busy process comes to read late', async () => {
    const over = new AbortController();
    const busy = keepBusy(200, over.signal);
    expect(await answerInTime(delay(700, 'answer'), 50)).toBe('answer');
    over.abort();
    await busy;
  });

  it('gives up on a silent server in a busy process too', async () => {
    const over = new AbortController();
    const busy = keepBusy(160, over.signal);
    await expect(answerInTime(new Promise(() => undefined), 1)).rejects.toThrow('no answer');
    over.abort();
    await busy;
  });
});
