import { LeasedSessionStore, type LeasedSessionStoreOptions } from './leased-session-store';
import { DEFAULT_MEMORY_LIMITS, type MemoryLimits, MemoryRecords } from './memory/memory-records';
import { MemoryStorage } from './memory/memory-storage';
import type { SessionStore } from './session-store';

const DEFAULTS: LeasedSessionStoreOptions = {
  sessionTtlMs: 3_600_000,
  pendingOrderTtlMs: 600_000,
  historyLimit: 40,
  waitMs: 30_000,
  maxTurnMs: 60_000,
  maxWaiting: 100,
  now: Date.now,
};

export interface MemorySessionStoreOptions extends Partial<LeasedSessionStoreOptions> {
  readonly memory?: MemoryLimits;
}

/** A store of this process alone. */
export function createMemorySessionStore({ memory = DEFAULT_MEMORY_LIMITS, ...options }: MemorySessionStoreOptions = {}): SessionStore {
  const settings = { ...DEFAULTS, ...options };
  return new LeasedSessionStore(new MemoryStorage(new MemoryRecords(memory, settings.now), settings.historyLimit), settings);
}
