import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export const RATE_LIMITERS = Symbol('RateLimiters');

export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** Redis that is slow or gone must hold up nobody: the limits count in memory meanwhile. */
const REDIS_TIMEOUT_MS = 500;

/** Makes limiters: shared by all instances through Redis where there is one, else each instance counts for itself. */
export class RateLimiters {
  private readonly redis: Redis | undefined;

  constructor(redisUrl: string | undefined, onRedisError: (error: Error) => void) {
    if (redisUrl === undefined) return;
    this.redis = new Redis(redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: REDIS_TIMEOUT_MS,
      commandTimeout: REDIS_TIMEOUT_MS,
    });
    this.redis.on('error', onRedisError);
  }

  create(name: string, { points, seconds }: Rate): RateLimiterAbstract {
    const options = { points, duration: seconds, keyPrefix: `limit:${name}` };
    const inMemory = new RateLimiterMemory(options);
    return this.redis === undefined ? inMemory : new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: inMemory });
  }

  close(): void {
    this.redis?.disconnect();
  }
}

export interface Consumption {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Whole seconds until the count begins anew. */
  readonly resetSeconds: number;
}

/** Takes one point of a key. */
export async function consume(limiter: RateLimiterAbstract, key: string): Promise<Consumption> {
  const told = (isAllowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes) => ({
    isAllowed,
    remaining: Math.max(0, remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
  });
  try {
    return told(true, await limiter.consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return told(false, refusal);
  }
}
