import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { longMessageOf, repeatedPhrases } from '@foodie-express/testing';

/** What takes exponential time does not end in hours; what ends at all takes seconds on the slowest of machines. */
const ENDS = 60_000;

describe('the local model, reading a message as long as any may be', () => {
  let reader: ChildProcess | undefined;
  let isReading = false;

  async function read(message: string): Promise<unknown> {
    reader ??= fork(fileURLToPath(new URL('../../testing/long-message-reader.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
    isReading = true;
    reader.send(message);
    const answer: unknown = await once(reader, 'message');
    isReading = false;
    return answer;
  }

  // The next phrase has a process of its own where this one was not read to its end.
  afterEach(() => {
    if (isReading) end();
  });

  afterAll(end);

  function end(): void {
    reader?.kill('SIGKILL');
    reader = undefined;
    isReading = false;
  }

  it.each(repeatedPhrases())('comes to an end: "%s" over and over', async (phrase) => {
    const message = longMessageOf(phrase);
    expect(await read(message)).toEqual([message, undefined]);
  }, ENDS);
});
