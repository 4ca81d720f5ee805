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
export function answerInTime<T>(answer: Promise<T>, timeoutMs = ANSWER_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const giveGrace = (left: number): void => {
      const begin = performance.now();
      timer = setTimeout(() => {
        const wasBusy = performance.now() - begin > GRACE_MS + BUSY_MS;
        if (wasBusy && left > 0) giveGrace(left - 1);
        else reject(new Error(`no answer within ${timeoutMs + GRACE_MS} ms`));
      }, GRACE_MS);
    };
    timer = setTimeout(() => {
      giveGrace(MOST_GRACES);
    }, timeoutMs);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
