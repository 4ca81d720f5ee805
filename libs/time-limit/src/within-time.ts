import { setMaxListeners } from 'node:events';

/**
 * Runs `work` with a signal that is aborted with a `TimeoutError` when the time is up, or with the reason of one of `signals` before.
 * It lasts as long as the work; work that disregards it is waited for all the same.
 *
 * Not `AbortSignal.any` with `AbortSignal.timeout`: nothing but the garbage collector's goodwill keeps the timer's signal of such a pair,
 * and once that is collected the time is never up.
 */
export async function withinTime<Value>(milliseconds: number, signals: readonly AbortSignal[], work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  // Work goes apart into as much as it likes, and all of it listens.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => {
    controller.abort(new DOMException('The time is up', 'TimeoutError'));
  }, milliseconds);
  timer.unref();
  const listeners = signals.map((signal) => listenTo(signal, controller));
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const stopListening of listeners) stopListening();
  }
}

function listenTo(signal: AbortSignal, controller: AbortController): () => void {
  const abort = () => {
    controller.abort(signal.reason);
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return () => {
    signal.removeEventListener('abort', abort);
  };
}
