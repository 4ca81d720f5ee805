import { Inject, Injectable } from '@nestjs/common';
import { RateLimitedError } from '@foodie-express/error-messages';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { consume, RATE_LIMITERS, type RateLimiters } from '../platform/rate-limiters';

const ATTEMPTS = 5;
const WINDOW_SECONDS = 60;

/** Five logins a minute for each address and name together: enough for fingers that slip, too few for guessing. */
@Injectable()
export class LoginThrottle {
  private readonly limiter: RateLimiterAbstract;

  constructor(@Inject(RATE_LIMITERS) limiters: RateLimiters) {
    this.limiter = limiters.create('login', { points: ATTEMPTS, seconds: WINDOW_SECONDS });
  }

  /** Counts one attempt. @throws RateLimitedError from the sixth in a minute on */
  async count(address: string, username: string): Promise<void> {
    const { isAllowed, resetSeconds } = await consume(this.limiter, `${address} ${username.toLowerCase()}`);
    if (!isAllowed) throw new RateLimitedError(resetSeconds);
  }
}
