import { setTimeout as delay } from 'node:timers/promises';

/** How long Redis may take to answer, in milliseconds: a turn that meets an outage twice still answers within a second. */
export const ANSWER_MS = 300;
/**
 * Once that time is over, the answer may still lie unread in the socket because this process was busy: timers run
 * before sockets are read. This much longer tells a busy process from a silent server.
 */
const GRACE_MS = 100;

/** @throws Error where `answer` does not settle within `timeoutMs` and a grace */
export async function answerInTime<T>(answer: Promise<T>, timeoutMs = ANSWER_MS): Promise<T> {
  const timer = new AbortController();
  const tooLate = async () => {
    await delay(timeoutMs, undefined, timer);
    await delay(GRACE_MS, undefined, timer);
    throw new Error(`no answer within ${timeoutMs + GRACE_MS} ms`);
  };
  try {
    return await Promise.race([answer, tooLate()]);
  } finally {
    timer.abort();
  }
}
