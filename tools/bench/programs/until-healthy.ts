import { setTimeout as delay } from 'node:timers/promises';
import { StackError } from '../../stack/stack-error';
import type { ChildProgram } from './child-program';

const START_WITHIN_MS = 60_000;
const INTERVAL_MS = 50;

/** Waits until `GET /health` answers with 200. @throws StackError where the program ends before, or that takes over a minute */
export async function untilHealthy(program: ChildProgram, url: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS;
  while (!(await isHealthy(url))) {
    signal.throwIfAborted();
    program.assertRuns();
    if (performance.now() > deadline) throw new StackError(`${program.name} was not healthy after ${START_WITHIN_MS / 1_000} seconds`);
    await delay(INTERVAL_MS);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Not listening yet: asked again until the time is up.
    return false;
  }
}
