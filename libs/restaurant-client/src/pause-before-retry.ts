import { setTimeout as delay } from 'node:timers/promises';

/** The first wait is at most this long, each later one at most twice the one before: a person is waiting for the answer. */
const FIRST_DELAY_MS = 100;

/** Waits before the attempt that follows the given one, for a random part of the bound, so that many callers do not return at once. */
export async function pauseBeforeRetry(attempt: number, signal?: AbortSignal): Promise<void> {
  const bound = FIRST_DELAY_MS * 2 ** (attempt - 1);
  await delay(bound * Math.random(), undefined, signal === undefined ? {} : { signal });
}
