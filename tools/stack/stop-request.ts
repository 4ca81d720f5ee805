/** What a person asked for with Ctrl-C or `kill`. */
export interface StopRequest {
  /** Aborted by the first signal: stop in good order. */
  readonly stop: AbortSignal;
  /** Aborted by another signal later on: do not wait any longer. */
  readonly hurry: AbortSignal;
}

/** Ctrl-C reaches the whole process group and npm passes it on as well: signals this soon, in milliseconds, are one wish. */
const SAME_WISH_MS = 500;

/**
 * Takes SIGINT and SIGTERM over for the rest of the process. SIGHUP is left alone for the sake of `nohup`: where a closed terminal
 * ends this process, the services notice and stop (stop-with-parent.mjs).
 */
export function listenForStop(): StopRequest {
  const stop = new AbortController();
  const hurry = new AbortController();
  let firstAt: number | undefined;
  const onSignal = () => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      stop.abort();
    } else if (performance.now() - firstAt > SAME_WISH_MS) {
      hurry.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  return { stop: stop.signal, hurry: hurry.signal };
}

/** Settles when the signal is aborted, at once where it already is. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => { resolve(); }, { once: true });
  });
}
