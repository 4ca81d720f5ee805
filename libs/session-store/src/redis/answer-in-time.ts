import { setTimeout as delay } from 'node:timers/promises';

/** How long Redis may take to answer, in milliseconds: a turn that meets an outage twice still answers within a second. */
export const ANSWER_MS = 300;
/**
 * Once that time is over, the answer may still lie unread in the socket because this process was busy: timers run before sockets
 * are read. A server is silent where it has not answered while this process was free for so long, in milliseconds.
 */
const GRACE_MS = 100;
/** A timer that fires this much too late, in milliseconds, tells of a busy process. */
const BUSY_MS = 50;
/** How often a busy process gives itself another grace: a silent server is found out at last. */
const MOST_GRACES = 10;

/** @throws Error where `answer` does not settle within `timeoutMs` and a grace in which this process was not busy */
export async function answerInTime<T>(answer: Promise<T>, timeoutMs = ANSWER_MS): Promise<T> {
  const timer = new AbortController();
  const tooLate = async () => {
    await delay(timeoutMs, undefined, timer);
    for (let grace = 0; grace < MOST_GRACES && (await isBusyFor(GRACE_MS, timer)); grace += 1);
    throw new Error(`no answer within ${timeoutMs + GRACE_MS} ms`);
  };
  try {
    return await Promise.race([answer, tooLate()]);
  } finally {
    timer.abort();
  }
}

/** Waits, and says whether the process had better to do in the meantime. */
async function isBusyFor(milliseconds: number, timer: AbortController): Promise<boolean> {
  const begin = performance.now();
  await delay(milliseconds, undefined, timer);
  return performance.now() - begin > milliseconds + BUSY_MS;
}
