import { Redis } from 'ioredis';
import { type SessionStoreOptions, createSessionStore } from './create-session-store';
import type { SessionLogger } from './logger';
import { SUITE_HISTORY_LIMIT, SUITE_PENDING_ORDER_TTL_MS, SUITE_SESSION_TTL_MS, type StoreUnderTest } from './session-store.suite';
import type { SessionStore } from './session-store';
import type { SessionStoreConfiguration } from './session-store-variables';

/** Keeps what is logged, as one line each. */
export class RecordingLogger implements SessionLogger {
  readonly lines: string[] = [];
  readonly info = this.record('info');
  readonly warn = this.record('warn');
  readonly error = this.record('error');

  of(level: string): string[] {
    return this.lines.filter((line) => line.startsWith(level));
  }

  private record(level: string) {
    return (details: object, message: string): void => {
      this.lines.push(`${level}: ${message} ${JSON.stringify(details)}`);
    };
  }
}

export function configurationFor(url: string, rest: Partial<SessionStoreConfiguration> = {}): SessionStoreConfiguration {
  return {
    REDIS_ENABLED: undefined,
    REDIS_URL: url,
    REDIS_HOST: undefined,
    REDIS_PORT: 6379,
    REDIS_DB: 0,
    REDIS_PASSWORD: undefined,
    REDIS_FALLBACK_ENABLED: true,
    SESSION_TTL: SUITE_SESSION_TTL_MS / 1_000,
    PENDING_ORDER_TTL: SUITE_PENDING_ORDER_TTL_MS / 1_000,
    SESSION_HISTORY_LIMIT: SUITE_HISTORY_LIMIT,
    ...rest,
  };
}

/** Stores on one Redis server, as instances of one deployment, closed together. */
export class Deployment {
  readonly logger = new RecordingLogger();
  private readonly stores: SessionStore[] = [];

  constructor(
    private readonly url: string,
    private readonly rest: Partial<SessionStoreConfiguration> = {},
  ) {}

  instance(options: SessionStoreOptions = {}): SessionStore {
    const store = createSessionStore(configurationFor(this.url, this.rest), this.logger, options);
    this.stores.push(store);
    return store;
  }

  async close(): Promise<void> {
    await Promise.all(this.stores.map((store) => store.close()));
  }
}

/** A store for the conformance suite. Time passes by shortening the lives of its keys, which it removes in the end. */
export function storeOnRedis(url: string, rest: Partial<SessionStoreConfiguration>, userPrefix: string): StoreUnderTest {
  const redis = new Redis(url);
  const deployment = new Deployment(url, rest);
  let passed = 0;
  const keys = async () => (await redis.keys('*')).filter((key) => key.includes(`{${userPrefix}`));
  return {
    store: deployment.instance({ now: () => Date.now() + passed }),
    pass: async (milliseconds) => {
      passed += milliseconds;
      for (const key of await keys()) await redis.pexpire(key, Math.max(0, (await redis.pttl(key)) - milliseconds));
    },
    dispose: async () => {
      await deployment.close();
      for (const key of await keys()) await redis.del(key);
      redis.disconnect();
    },
  };
}
