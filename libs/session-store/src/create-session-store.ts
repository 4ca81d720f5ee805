import { FallbackStorage } from './fallback/fallback-storage';
import { ReturnToRedis } from './fallback/return-to-redis';
import { LeasedSessionStore, type LeasedSessionStoreOptions } from './leased-session-store';
import type { SessionLogger } from './logger';
import { DEFAULT_MEMORY_LIMITS, type MemoryLimits, MemoryRecords } from './memory/memory-records';
import { MemoryStorage } from './memory/memory-storage';
import { redisAddress } from './redis/redis-address';
import { RedisConnection } from './redis/redis-connection';
import { RedisStorage } from './redis/redis-storage';
import type { SessionStore } from './session-store';
import type { SessionStoreConfiguration } from './session-store-variables';
import type { SnapshotStorage } from './snapshot-storage';

/**
 * A turn lasts 25 seconds at most, so a message waits for the one before it and gives up when two would have to pass.
 * No person has a hundred messages under way: what sends them is a program that has lost its way.
 */
const DEFAULTS: LeasedSessionStoreOptions = {
  sessionTtlMs: 3_600_000,
  pendingOrderTtlMs: 600_000,
  historyLimit: 40,
  waitMs: 30_000,
  maxTurnMs: 60_000,
  maxWaiting: 100,
  now: Date.now,
};

/** Bounds and lifetimes in milliseconds, the clock and the limits of memory, where the defaults do not fit. */
export interface SessionStoreOptions extends Partial<LeasedSessionStoreOptions> {
  readonly memory?: MemoryLimits;
}

/**
 * The store that the configuration asks for: Redis with memory to fall back on, Redis alone, or memory. It connects in the
 * background; while Redis is not there it behaves as it does when Redis is lost.
 *
 * @throws EnvironmentError REDIS_URL is no URL of a Redis server
 */
export function createSessionStore(configuration: SessionStoreConfiguration, logger: SessionLogger, options: SessionStoreOptions = {}): SessionStore {
  const { REDIS_ENABLED, REDIS_URL, REDIS_HOST, SESSION_TTL, PENDING_ORDER_TTL, SESSION_HISTORY_LIMIT } = configuration;
  const configured = {
    sessionTtlMs: SESSION_TTL * 1_000,
    pendingOrderTtlMs: PENDING_ORDER_TTL * 1_000,
    historyLimit: SESSION_HISTORY_LIMIT,
    ...options,
  };
  const usesRedis = REDIS_ENABLED ?? (REDIS_URL !== undefined || REDIS_HOST !== undefined);
  if (!usesRedis) return createMemorySessionStore(configured);
  const { memory = DEFAULT_MEMORY_LIMITS, ...rest } = configured;
  const settings = { ...DEFAULTS, ...rest };
  return new LeasedSessionStore(redisOrFallback(configuration, logger, memory, settings), settings);
}

/** A store of this process alone. */
export function createMemorySessionStore({ memory = DEFAULT_MEMORY_LIMITS, ...options }: SessionStoreOptions = {}): SessionStore {
  const settings = { ...DEFAULTS, ...options };
  return new LeasedSessionStore(new MemoryStorage(new MemoryRecords(memory, settings.now), settings.historyLimit), settings);
}

function redisOrFallback(
  configuration: SessionStoreConfiguration,
  logger: SessionLogger,
  memory: MemoryLimits,
  settings: LeasedSessionStoreOptions,
): SnapshotStorage {
  const hasFallback = configuration.REDIS_FALLBACK_ENABLED;
  const consequence = hasFallback ? 'sessions are kept in memory until it is back' : 'no turn is answered until it is back';
  const connection = new RedisConnection(redisAddress(configuration), logger, consequence);
  const redis = new RedisStorage(connection, logger, settings);
  if (!hasFallback) return redis;
  const records = new MemoryRecords(memory, settings.now);
  const returning = new ReturnToRedis(connection, redis, records, logger, settings.historyLimit);
  return new FallbackStorage(connection, redis, records, returning, settings.historyLimit);
}
