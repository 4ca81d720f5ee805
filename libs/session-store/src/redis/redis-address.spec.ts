import { describe, expect, it } from '@jest/globals';
import { EnvironmentError, readEnvironment } from '@foodie-express/environment';
import { createSessionStore } from '../create-session-store';
import { sessionStoreVariables } from '../session-store-variables';
import { RecordingLogger } from '../store-fixture.suite';
import { redisAddress } from './redis-address';

const addressOf = (variables: Record<string, string>) => redisAddress(readEnvironment(sessionStoreVariables, variables));

describe('redisAddress', () => {
  it('is Redis on this machine by default', () => {
    expect(addressOf({})).toEqual({ host: '127.0.0.1', port: 6379, db: 0 });
  });

  it('reads the variables one by one', () => {
    const variables = { REDIS_HOST: 'cache', REDIS_PORT: '6380', REDIS_DB: '2', REDIS_PASSWORD: 'secret' };
    expect(addressOf(variables)).toEqual({ host: 'cache', port: 6380, db: 2, password: 'secret' });
  });

  it('prefers the parts of REDIS_URL', () => {
    const variables = { REDIS_HOST: 'other', REDIS_PORT: '1', REDIS_DB: '9', REDIS_PASSWORD: 'other', REDIS_URL: 'rediss://me:p%40ss@cache:6380/2' };
    expect(addressOf(variables)).toEqual({ host: 'cache', port: 6380, db: 2, username: 'me', password: 'p@ss', tls: true });
  });

  it('takes REDIS_PASSWORD where the URL holds none, and an address in brackets', () => {
    expect(addressOf({ REDIS_URL: 'redis://[::1]', REDIS_PASSWORD: 'secret' })).toEqual({ host: '::1', port: 6379, db: 0, tls: false, password: 'secret' });
  });

  it.each(['redis://', 'redis:///1', 'redis://host/nine', 'redis://host:99999', 'redis://:hunter2%@host', 'redis://:hunter2@host/1/2'])(
    'refuses REDIS_URL=%s without repeating it',
    (REDIS_URL) => {
      const failure = (() => {
        try {
          return addressOf({ REDIS_URL });
        } catch (error) {
          return error;
        }
      })();
      expect(failure).toBeInstanceOf(EnvironmentError);
      expect(String(failure)).toMatch(/REDIS_URL should be/);
      expect(String(failure)).not.toContain('hunter2');
    },
  );
});

describe('createSessionStore', () => {
  it.each([
    ['memory', {}],
    ['memory', { REDIS_URL: 'redis://127.0.0.1:1', REDIS_ENABLED: 'false' }],
    ['redis', { REDIS_ENABLED: 'true', REDIS_PORT: '1', REDIS_FALLBACK_ENABLED: 'false' }],
    ['redis', { REDIS_HOST: '127.0.0.1', REDIS_PORT: '1', REDIS_FALLBACK_ENABLED: 'false' }],
    ['redis', { REDIS_URL: 'redis://127.0.0.1:1', REDIS_FALLBACK_ENABLED: 'false' }],
  ])('chooses %s for %j', async (backend, variables) => {
    const store = createSessionStore(readEnvironment(sessionStoreVariables, variables), new RecordingLogger());
    expect(store.status()).toEqual({ connected: false, backend });
    await store.close();
  });
});
