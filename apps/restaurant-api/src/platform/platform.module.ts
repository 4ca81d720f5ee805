import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { RequestContext } from '@foodie-express/request-context';
import type { Configuration } from '../configuration';
import { RATE_LIMITERS, type RateLimiters } from './rate-limiters';
import { CLOCK, type Clock, CONFIGURATION, REQUEST_CONTEXT, SIGNING_SECRET } from './tokens';

/** What the process gives to the application. */
export interface Platform {
  readonly configuration: Configuration;
  readonly requestContext: RequestContext;
  readonly clock: Clock;
  /** Signs access tokens. */
  readonly signingSecret: string;
  readonly rateLimiters: RateLimiters;
}

/** Makes the platform injectable everywhere. */
@Global()
@Module({})
export class PlatformModule {
  static of({ configuration, requestContext, clock, signingSecret, rateLimiters }: Platform): DynamicModule {
    const providers = [
      { provide: CONFIGURATION, useValue: configuration },
      { provide: REQUEST_CONTEXT, useValue: requestContext },
      { provide: CLOCK, useValue: clock },
      { provide: RATE_LIMITERS, useValue: rateLimiters },
      { provide: SIGNING_SECRET, useValue: signingSecret },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
