import { type EnvironmentOf, flag, secret, text, url, wholeNumber } from '@foodie-express/environment';

/** The environment variables of the session store; an app joins them to its own. */
export const sessionStoreVariables = {
  REDIS_ENABLED: flag({
    description: 'Keep sessions in Redis rather than in memory. Unset: true where REDIS_URL or REDIS_HOST is set.',
  }),
  REDIS_URL: url(['redis:', 'rediss:'], {
    description: 'Redis server, redis://[user:password@]host[:port][/db], rediss:// for TLS. Takes the place of REDIS_HOST, REDIS_PORT and REDIS_DB.',
  }),
  REDIS_HOST: text({ description: 'Host of Redis where REDIS_URL is unset; 127.0.0.1 if this is unset too.' }),
  REDIS_PORT: wholeNumber({ description: 'Port of Redis.', min: 1, max: 65_535, default: 6379 }),
  REDIS_DB: wholeNumber({ description: 'Number of the Redis database.', min: 0, max: 65_535, default: 0 }),
  REDIS_PASSWORD: secret({ description: 'Password of Redis where REDIS_URL holds none.' }),
  REDIS_FALLBACK_ENABLED: flag({
    description: 'Keep sessions in memory while Redis is lost. false: answer 503 instead.',
    default: true,
  }),
  SESSION_TTL: wholeNumber({
    description: 'How long a conversation is remembered after its last turn.',
    unit: 'seconds',
    min: 1,
    max: 31_536_000,
    default: 3_600,
  }),
  PENDING_ORDER_TTL: wholeNumber({
    description: 'How long an order that was prepared waits for its confirmation.',
    unit: 'seconds',
    min: 1,
    max: 31_536_000,
    default: 600,
  }),
  SESSION_HISTORY_LIMIT: wholeNumber({
    description: 'How many messages of a conversation are remembered.',
    unit: 'messages',
    min: 2,
    max: 1_000,
    default: 40,
  }),
};

export type SessionStoreConfiguration = EnvironmentOf<typeof sessionStoreVariables>;
