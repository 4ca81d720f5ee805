import { createHash } from 'node:crypto';
import { RateLimitedError } from '@foodie-express/error-messages';
import type { SessionLease, SessionStore } from '@foodie-express/session-store';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What a limiter must be able to do; rate-limiter-flexible's all do. */
export interface Limiter {
  consume(key: string): Promise<unknown>;
}

export interface RateLimits {
  readonly perUser: Limiter;
  readonly perAddress: Limiter;
}

const WINDOW_SECONDS = 60;

/** Limits of this process alone. */
export function memoryRateLimits(perUser: number, perAddress: number): RateLimits {
  return { perUser: memoryLimiter(perUser), perAddress: memoryLimiter(perAddress) };
}

export function memoryLimiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

/**
 * Counts a message and asks for its session at once: where both are in Redis that is one round trip. A message over the limit
 * gives the session back as soon as it is there, and nobody waits for that.
 *
 * @throws RateLimitedError where the user or the address has sent too many messages in the last minute; what `SessionStore.open` throws
 */
export async function openWithinRate({ store, rateLimits }: { store: SessionStore; rateLimits: RateLimits }, userId: string, address: string): Promise<SessionLease> {
  const opened = store.open(userId);
  // Told below, where the message is within its limits; until then it is no unhandled failure.
  opened.catch(() => undefined);
  try {
    await assertWithinRate(rateLimits, userId, address);
  } catch (error) {
    opened.then((lease) => lease.release(), () => undefined);
    throw error;
  }
  return opened;
}

async function assertWithinRate(limits: RateLimits, userId: string, address: string): Promise<void> {
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
