import { url, wholeNumber } from '@foodie-express/environment';

/** A little less than a tool of the conversation has: an API that is merely slow still serves. */
export const DEFAULT_TIMEOUT_MS = 9_000;

/** The environment variables of this lib, for an app's configuration. */
export const restaurantClientVariables = {
  API_URL: url(['http:', 'https:'], { description: 'Where restaurant-api answers.', default: 'http://127.0.0.1:8000' }),
  API_TIMEOUT: wholeNumber({ description: 'Bound of one attempt of a call of restaurant-api.', unit: 'milliseconds', min: 100, max: 60_000, default: DEFAULT_TIMEOUT_MS }),
  MENU_CACHE_AGE: wholeNumber({
    description: 'How long restaurants and menus are used again before restaurant-api is asked whether they changed.',
    unit: 'seconds',
    min: 0,
    max: 3_600,
    default: 10,
  }),
};

export interface RestaurantClientOptions {
  /** `http://host:port` of restaurant-api. */
  readonly baseUrl: string;
  /** Bound of one attempt in milliseconds. */
  readonly timeoutMs?: number;
  /** Attempts of an idempotent call, the first one included. */
  readonly attempts?: number;
  /** How long an open circuit refuses calls, in milliseconds. */
  readonly circuitResetMs?: number;
  /** How long public reads are used again without asking, in milliseconds. */
  readonly cacheAgeMs?: number;
  /** The ID of the request on whose behalf calls are made now. */
  readonly requestId?: () => string | undefined;
}
