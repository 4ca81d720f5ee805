import { Inject, Injectable } from '@nestjs/common';
import { RateLimitedError } from '@foodie-express/error-messages';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { RATE_LIMITERS, type RateLimiters } from '../platform/rate-limiters';

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
    try {
      await this.limiter.consume(`${address} ${username.toLowerCase()}`);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new RateLimitedError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
    }
  }
}
