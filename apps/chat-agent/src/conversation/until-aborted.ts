/**
 * The value of `work`, or the signal's reason as soon as it is aborted: work that disregards its signal holds up nobody.
 * What becomes of that work afterwards is of no interest.
 */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const listening = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    const abort = () => {
      resolve();
    };
    signal.addEventListener('abort', abort, { once: true, signal: listening.signal });
  });
  const refusal = aborted.then((): never => {
    signal.throwIfAborted();
    throw new Error('aborted');
  });
  try {
    return await Promise.race([work, refusal]);
  } finally {
    listening.abort();
  }
}
