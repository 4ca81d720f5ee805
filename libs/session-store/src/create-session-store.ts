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
  /** Of `connectToRedis`, for others to share; the store closes it. */
  readonly connection?: RedisConnection | undefined;
}

/**
 * The connection that the configuration asks for; undefined where it asks for memory. It is made in the background.
 * @throws EnvironmentError REDIS_URL is no URL of a Redis server
 */
export function connectToRedis(configuration: SessionStoreConfiguration, logger: SessionLogger): RedisConnection | undefined {
  const { REDIS_ENABLED, REDIS_URL, REDIS_HOST, REDIS_FALLBACK_ENABLED } = configuration;
  const usesRedis = REDIS_ENABLED ?? (REDIS_URL !== undefined || REDIS_HOST !== undefined);
  if (!usesRedis) return undefined;
  const consequence = REDIS_FALLBACK_ENABLED ? 'sessions are kept in memory until it is back' : 'no turn is answered until it is back';
  return new RedisConnection(redisAddress(configuration), logger, consequence);
}

/**
 * The store that the configuration asks for: Redis with memory to fall back on, Redis alone, or memory. While Redis is not
 * there yet it behaves as it does when Redis is lost.
 *
 * @throws EnvironmentError REDIS_URL is no URL of a Redis server
 */
export function createSessionStore(configuration: SessionStoreConfiguration, logger: SessionLogger, options: SessionStoreOptions = {}): SessionStore {
  const { SESSION_TTL, PENDING_ORDER_TTL, SESSION_HISTORY_LIMIT } = configuration;
  const configured = {
    sessionTtlMs: SESSION_TTL * 1_000,
    pendingOrderTtlMs: PENDING_ORDER_TTL * 1_000,
    historyLimit: SESSION_HISTORY_LIMIT,
    ...options,
  };
  const { memory = DEFAULT_MEMORY_LIMITS, connection = connectToRedis(configuration, logger), ...rest } = configured;
  if (connection === undefined) return createMemorySessionStore(configured);
  const settings = { ...DEFAULTS, ...rest };
  const redis = new RedisStorage(connection, logger, settings);
  return new LeasedSessionStore(configuration.REDIS_FALLBACK_ENABLED ? withFallback(connection, redis, logger, memory, settings) : redis, settings);
}

/** A store of this process alone. */
export function createMemorySessionStore({ memory = DEFAULT_MEMORY_LIMITS, ...options }: Omit<SessionStoreOptions, 'connection'> = {}): SessionStore {
  const settings = { ...DEFAULTS, ...options };
  return new LeasedSessionStore(new MemoryStorage(new MemoryRecords(memory, settings.now), settings.historyLimit), settings);
}

function withFallback(
  connection: RedisConnection,
  redis: RedisStorage,
  logger: SessionLogger,
  memory: MemoryLimits,
  settings: LeasedSessionStoreOptions,
): SnapshotStorage {
  const records = new MemoryRecords(memory, settings.now);
  const returning = new ReturnToRedis(connection, redis, records, logger, settings.historyLimit);
  return new FallbackStorage(connection, redis, records, returning, settings.historyLimit);
}
