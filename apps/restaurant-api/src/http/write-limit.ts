import { Inject, Injectable } from '@nestjs/common';
import { RateLimitedError } from '@foodie-express/error-messages';
import type { Request } from 'express';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Configuration } from '../configuration';
import { consume, RATE_LIMITERS, type RateLimiters } from '../platform/rate-limiters';
import { CONFIGURATION } from '../platform/tokens';

const PRODUCTION_LIMIT = 600;
const WINDOW_SECONDS = 60;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Bounds what one user, or one address without login, writes in a minute. Reads come from memory and are not counted. */
@Injectable()
export class WriteLimit {
  private readonly limit: number;
  private readonly limiter: RateLimiterAbstract;

  constructor(@Inject(CONFIGURATION) { RATE_LIMIT, NODE_ENV }: Configuration, @Inject(RATE_LIMITERS) limiters: RateLimiters) {
    this.limit = RATE_LIMIT ?? (NODE_ENV === 'production' ? PRODUCTION_LIMIT : 0);
    this.limiter = limiters.create('writes', { points: Math.max(1, this.limit), seconds: WINDOW_SECONDS });
  }

  /** Counts a request that writes, and tells the client how it stands. @throws RateLimitedError */
  async count({ method, res: response }: Request, key: string): Promise<void> {
    if (this.limit === 0 || READS.has(method)) return;
    const { isAllowed, remaining, resetSeconds } = await consume(this.limiter, key);
    response?.set({ 'RateLimit-Limit': String(this.limit), 'RateLimit-Remaining': String(remaining), 'RateLimit-Reset': String(resetSeconds) });
    if (!isAllowed) throw new RateLimitedError(resetSeconds);
  }
}
