import { EnvironmentError } from '@foodie-express/environment';
import type { SessionStoreConfiguration } from '../session-store-variables';
import type { RedisAddress } from './redis-client';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 6379;

/** @throws EnvironmentError REDIS_URL is no URL of a Redis server; its text is not repeated, for it may hold a password */
export function redisAddress(configuration: SessionStoreConfiguration): RedisAddress {
  const { REDIS_URL, REDIS_HOST = DEFAULT_HOST, REDIS_PORT, REDIS_DB, REDIS_PASSWORD } = configuration;
  const address = REDIS_URL === undefined ? { host: REDIS_HOST, port: REDIS_PORT, db: REDIS_DB } : parseRedisUrl(REDIS_URL);
  return REDIS_PASSWORD === undefined ? address : { password: REDIS_PASSWORD, ...address };
}

function parseRedisUrl(text: string): RedisAddress {
  try {
    const url = new URL(text);
    const database = /^\/?(\d{0,5})$/.exec(url.pathname)?.[1];
    if (database === undefined || url.hostname === '' || !/^rediss?:$/.test(url.protocol)) throw new TypeError('not a Redis URL');
    return {
      host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? DEFAULT_PORT : Number(url.port),
      db: Number(database),
      tls: url.protocol === 'rediss:',
      ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
      ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    };
  } catch {
    throw new EnvironmentError(['REDIS_URL should be redis://[user:password@]host[:port][/db], special characters percent-encoded']);
  }
}
