import { createHash } from 'node:crypto';
import { ForbiddenError, LoginRequiredError, RateLimitedError } from '@foodie-express/error-messages';
import type { SessionLease, SessionStore } from '@foodie-express/session-store';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What a limiter must be able to do; rate-limiter-flexible's all do. */
export interface Limiter {
  consume(key: string): Promise<unknown>;
  /** Takes one back. */
  reward(key: string): Promise<unknown>;
}

export interface RateLimits {
  readonly perUser: Limiter;
  readonly perAddress: Limiter;
}

export interface RateServices {
  readonly store: SessionStore;
  readonly rateLimits: RateLimits;
}

export interface Sender {
  readonly userId: string;
  /** Of the network. */
  readonly address: string;
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
 * Counts a message and runs what it is for with the user's session, which is given back at the end. Where the message is turned away at
 * the door, because it comes from somebody else, it counts for its address alone: no stranger uses up what a user may send.
 *
 * @throws RateLimitedError where the user or the address has sent too many messages in the last minute; what `SessionStore.open` and
 * the work throw
 */
export async function withinRate<Value>(services: RateServices, { userId, address }: Sender, work: (lease: SessionLease) => Promise<Value>): Promise<Value> {
  const lease = await openWithinRate(services, userId, address);
  try {
    return await work(lease);
  } catch (error) {
    if (error instanceof LoginRequiredError || error instanceof ForbiddenError) await services.rateLimits.perUser.reward(hashed(userId));
    throw error;
  } finally {
    await lease.release();
  }
}

/**
 * Counts a message and asks for its session at once: where both are in Redis that is one round trip. A message over the limit
 * gives the session back as soon as it is there, and nobody waits for that.
 */
async function openWithinRate({ store, rateLimits }: RateServices, userId: string, address: string): Promise<SessionLease> {
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

async function assertWithinRate({ perUser, perAddress }: RateLimits, userId: string, address: string): Promise<void> {
  const user = hashed(userId);
  try {
    await Promise.all([perUser.consume(user), perAddress.consume(address)]);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    // What is not taken does not count: it may come from a stranger.
    await perUser.reward(user);
    throw new RateLimitedError(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
  }
}

/** A key of bounded length that names nobody. */
function hashed(userId: string): string {
  return createHash('sha256').update(userId).digest('base64url');
}
