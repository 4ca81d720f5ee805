/**
 * The value of `work`, or the signal's reason as soon as it is aborted: work that disregards its signal holds up nobody.
 * What becomes of that work afterwards is of no interest.
 */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const listener = { abort: (): void => undefined };
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    listener.abort = resolve;
    signal.addEventListener('abort', listener.abort, { once: true });
  });
  const refusal = aborted.then((): never => {
    signal.throwIfAborted();
    throw new Error('aborted');
  });
  try {
    return await Promise.race([work, refusal]);
  } finally {
    signal.removeEventListener('abort', listener.abort);
  }
}
