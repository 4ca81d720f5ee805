import { Inject, Injectable } from '@nestjs/common';
import { RateLimitedError } from '@foodie-express/error-messages';
import type { Request } from 'express';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Configuration } from '../configuration';
import { consume, RATE_LIMITERS, type RateLimiters } from '../platform/rate-limiters';
import { CONFIGURATION } from '../platform/tokens';

const PRODUCTION_LIMIT = 600;
const WINDOW_SECONDS = 60;

/**
 * Bounds what one user asks for in a minute, and what one address writes without a login. Reads without a login come from memory
 * and are not counted: an agent asks for many people from one address.
 */
@Injectable()
export class RequestLimit {
  private readonly limit: number;
  private readonly limiter: RateLimiterAbstract;

  constructor(@Inject(CONFIGURATION) { RATE_LIMIT, NODE_ENV }: Configuration, @Inject(RATE_LIMITERS) limiters: RateLimiters) {
    this.limit = RATE_LIMIT ?? (NODE_ENV === 'production' ? PRODUCTION_LIMIT : 0);
    this.limiter = limiters.create('requests', { points: Math.max(1, this.limit), seconds: WINDOW_SECONDS });
  }

  /** Counts a request, and tells the client how it stands. @throws RateLimitedError */
  async count({ res: response }: Request, key: string): Promise<void> {
    if (this.limit === 0) return;
    const { isAllowed, remaining, resetSeconds } = await consume(this.limiter, key);
    response?.set({ 'RateLimit-Limit': String(this.limit), 'RateLimit-Remaining': String(remaining), 'RateLimit-Reset': String(resetSeconds) });
    if (!isAllowed) throw new RateLimitedError(resetSeconds);
  }
}
