import type { SessionStoreConfiguration } from '@foodie-express/session-store';
import { Redis } from 'ioredis';
import { type RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { memoryLimiter, type RateLimits } from './rate-limit';

/** A message waits this long, in milliseconds, for Redis to count it; then it is counted here. */
const COUNT_TIMEOUT_MS = 150;

/** Limits that all instances count together in Redis; while it is lost each instance counts for itself. Both counts go in one round trip. */
export function sharedRateLimits(configuration: SessionStoreConfiguration, perUser: number, perAddress: number): RateLimits {
  const redis = connect(configuration);
  const shared = (insuranceLimiter: RateLimiterMemory, keyPrefix: string) =>
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix,
      points: insuranceLimiter.points,
      duration: insuranceLimiter.duration,
      rejectIfRedisNotReady: true,
      insuranceLimiter,
    });
  return {
    perUser: shared(memoryLimiter(perUser), 'messages_of_user'),
    perAddress: shared(memoryLimiter(perAddress), 'messages_of_address'),
    close: () => {
      redis.disconnect();
    },
  };
}

function connect({ REDIS_URL, REDIS_HOST, REDIS_PORT, REDIS_DB, REDIS_PASSWORD }: SessionStoreConfiguration): Redis {
  const options = {
    ...(REDIS_PASSWORD !== undefined && { password: REDIS_PASSWORD }),
    commandTimeout: COUNT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
  };
  const redis =
    REDIS_URL === undefined ? new Redis({ host: REDIS_HOST ?? '127.0.0.1', port: REDIS_PORT, db: REDIS_DB, ...options }) : new Redis(REDIS_URL, options);
  // The session store, which uses the same server, logs its loss and its return.
  redis.on('error', () => undefined);
  return redis;
}
