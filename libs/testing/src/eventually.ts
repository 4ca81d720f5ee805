import { setTimeout as delay } from 'node:timers/promises';

/**
 * Retries `attempt` every 20 ms until it no longer throws; after `timeoutMs` its last error is thrown.
 * For conditions that another process brings about: it waits for the event, never for a length of time.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, timeoutMs = 10_000): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(20);
    }
  }
}
