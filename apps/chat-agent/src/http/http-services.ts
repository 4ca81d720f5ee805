import type { Logger, Metrics } from '@foodie-express/observability';
import type { RequestContext } from '@foodie-express/request-context';
import type { SessionStore } from '@foodie-express/session-store';
import type { TurnServices } from '../conversation/run-turn';
import type { CallerReader } from './credentials';
import type { Circuit } from './operators';
import type { RateLimits } from './rate-limit';

/** What the routes work with. */
export interface HttpServices extends TurnServices {
  readonly context: RequestContext;
  readonly store: SessionStore;
  readonly logger: Logger;
  readonly callers: CallerReader;
  readonly rateLimits: RateLimits;
  readonly version: string;
  /** Whether Redis is meant to hold the sessions, so that its loss is a matter of health. */
  readonly usesRedis: boolean;
  /** Whether no conversation can be had without Redis. */
  readonly needsRedis: boolean;
  readonly metrics: Metrics;
  readonly circuits: ReadonlyMap<string, Circuit>;
  /** What operators prove themselves with; undefined switches their calls off. */
  readonly adminToken: string | undefined;
}
