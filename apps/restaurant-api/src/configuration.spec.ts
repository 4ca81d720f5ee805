import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration';

const problemsOf = (source: Record<string, string>) => {
  try {
    readConfiguration(source);
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n');
  }
};
const secret = 'kU3wq9ZbT0xVd7LmRs2Ye8HfCg5NaPi1';
const uri = 'mongodb://127.0.0.1:27017/foodie';

describe('readConfiguration', () => {
  it('needs nothing outside of production', () => {
    expect(readConfiguration({})).toMatchObject({ API_PORT: 8000, API_HOST: '127.0.0.1', SEED: true, DATA_DIR: '.data' });
  });

  it('needs a database and a secret in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([expect.stringMatching(/^MONGODB_URI should /), expect.stringMatching(/^JWT_SECRET should /)]);
    expect(problemsOf({ NODE_ENV: 'production', EMBEDDED_MONGO: 'true', JWT_SECRET: secret })).toEqual([]);
    expect(problemsOf({ NODE_ENV: 'production', MONGODB_URI: uri, JWT_SECRET: secret })).toEqual([]);
  });

  it.each(['changeme'.repeat(4), 'my-super-secret-jwt-key-for-the-api', 'Passw0rd'.repeat(4), 'your-secret-key-change-in-production', 'x'.repeat(40), 'secret'.repeat(8)])('refuses a secret that others know, in production: %s', (known) => {
    expect(problemsOf({ NODE_ENV: 'production', MONGODB_URI: uri, JWT_SECRET: known })).toEqual([expect.stringMatching(/^JWT_SECRET should be a random secret/)]);
    expect(problemsOf({ JWT_SECRET: known })).toEqual([]);
  });

  it('refuses short secrets without repeating them', () => {
    expect(problemsOf({ JWT_SECRET: 'hunter2' })).toEqual(['JWT_SECRET should be a secret of at least 32 characters']);
  });

  it('refuses a first admin who could not register, and one that is described by half', () => {
    expect(problemsOf({ ADMIN_USERNAME: 'root', ADMIN_EMAIL: 'root@example.org', ADMIN_PASSWORD: 'secret123' })).toEqual([]);
    expect(problemsOf({ ADMIN_USERNAME: 'r', ADMIN_EMAIL: 'root', ADMIN_PASSWORD: 'password' }).map((line) => line.split(' ')[0])).toEqual([
      'ADMIN_USERNAME',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
    ]);
    expect(problemsOf({ ADMIN_USERNAME: 'root' }).map((line) => line.split(' ')[0])).toEqual(['ADMIN_EMAIL', 'ADMIN_PASSWORD']);
  });

  it('refuses origins that no browser sends', () => {
    expect(problemsOf({ ALLOWED_ORIGINS: 'https://shop.example, http://localhost:3000, *' })).toEqual([]);
    for (const origin of ['shop.example', 'https://shop.example/', 'https://shop.example/app', 'https://Shop.example', 'https://shop.example:443', 'ftp://shop.example', 'null']) {
      expect(problemsOf({ ALLOWED_ORIGINS: `https://shop.example,${origin}` })).toEqual([expect.stringContaining(`got "${origin}"`)]);
    }
  });

  it('refuses logins that last longer than they can be renewed', () => {
    expect(problemsOf({ ACCESS_TOKEN_TTL: '7200', REFRESH_TOKEN_TTL: '3600' })).toEqual(['REFRESH_TOKEN_TTL should be at least ACCESS_TOKEN_TTL, which is 7200, got 3600']);
    expect(problemsOf({ ACCESS_TOKEN_TTL: '3600', REFRESH_TOKEN_TTL: '3600' })).toEqual([]);
  });

  it('refuses two databases at once, and none', () => {
    expect(problemsOf({ MONGODB_URI: uri, EMBEDDED_MONGO: 'true' })).toHaveLength(1);
    expect(problemsOf({ EMBEDDED_MONGO: 'false' })).toHaveLength(1);
  });

  it('names every variable that does not fit', () => {
    expect(problemsOf({ API_PORT: 'http', SEED: 'perhaps', MONGODB_URI: 'http://x' })).toEqual([
      'API_PORT should be a whole number from 0 to 65535, got "http"',
      'MONGODB_URI should be a URL that begins with mongodb:// or mongodb+srv://',
      'SEED should be true or false, got "perhaps"',
    ]);
  });
});
