import { createHash } from 'node:crypto';
import { RateLimitedError } from '@foodie-express/error-messages';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What a limiter must be able to do; rate-limiter-flexible's all do. */
export interface Limiter {
  consume(key: string): Promise<unknown>;
}

export interface RateLimits {
  readonly perUser: Limiter;
  readonly perAddress: Limiter;
  close(): void;
}

const WINDOW_SECONDS = 60;

/** Limits of this process alone. */
export function memoryRateLimits(perUser: number, perAddress: number): RateLimits {
  return {
    perUser: memoryLimiter(perUser),
    perAddress: memoryLimiter(perAddress),
    close: () => undefined,
  };
}

export function memoryLimiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

/** @throws RateLimitedError where either has sent too many messages in the last minute */
export async function assertWithinRate(limits: RateLimits, userId: string, address: string): Promise<void> {
  try {
    await Promise.all([limits.perUser.consume(hashed(userId)), limits.perAddress.consume(address)]);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new RateLimitedError(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
    throw error;
  }
}

/** A key of bounded length that names nobody. */
function hashed(userId: string): string {
  return createHash('sha256').update(userId).digest('base64url');
}
