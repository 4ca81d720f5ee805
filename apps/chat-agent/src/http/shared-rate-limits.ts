import type { RedisConnection } from '@foodie-express/session-store';
import { type RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { memoryLimiter, type RateLimits } from './rate-limit';

/**
 * Limits that all instances count together in Redis, in the round trip that opens the session (see `withinRate`); while
 * Redis is lost each instance counts for itself.
 */
export function sharedRateLimits({ client }: RedisConnection, perUser: number, perAddress: number): RateLimits {
  const shared = (insuranceLimiter: RateLimiterMemory, keyPrefix: string) =>
    new RateLimiterRedis({
      storeClient: client,
      keyPrefix,
      points: insuranceLimiter.points,
      duration: insuranceLimiter.duration,
      rejectIfRedisNotReady: true,
      insuranceLimiter,
    });
  return { perUser: shared(memoryLimiter(perUser), 'chat_messages_of_user'), perAddress: shared(memoryLimiter(perAddress), 'chat_messages_of_address') };
}
