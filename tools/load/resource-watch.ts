import { setTimeout as delay } from 'node:timers/promises';
import type { ObservedProcess } from './system';

const INTERVAL_MS = 200;

/** What a process used while it was watched. */
export interface ResourceUse {
  readonly name: string;
  /** Resident memory in bytes. */
  readonly atStart: number;
  readonly peak: number;
  readonly atEnd: number;
  readonly cpuSeconds: number;
}

/** Watches processes while `work` lasts. */
export async function watching<Result>(processes: readonly ObservedProcess[], work: () => Promise<Result>): Promise<[Result, ResourceUse[]]> {
  const over = new AbortController();
  const watched = processes.map((each) => watch(each, over.signal));
  try {
    const result = await work();
    over.abort();
    return [result, await Promise.all(watched)];
  } finally {
    over.abort();
    await Promise.allSettled(watched);
  }
}

async function watch({ name, usage }: ObservedProcess, over: AbortSignal): Promise<ResourceUse> {
  const first = await usage();
  let last = first;
  let peak = first.residentBytes;
  while (!over.aborted) {
    // Aborted is the usual end of it.
    await delay(INTERVAL_MS, undefined, { signal: over }).catch(() => undefined);
    last = await usage();
    peak = Math.max(peak, last.residentBytes);
  }
  return { name, atStart: first.residentBytes, peak, atEnd: last.residentBytes, cpuSeconds: last.cpuSeconds - first.cpuSeconds };
}
