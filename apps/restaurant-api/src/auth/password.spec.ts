import { describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/bcrypt';
import { hashPassword, isOutdated, isPassword } from './password';

const ROUNDS = 4;

describe('a password', () => {
  it('is known by its argon2id hash, which is up to date', async () => {
    const stored = await hashPassword('kept-secret-1');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(isOutdated(stored)).toBe(false);
    expect(await isPassword('kept-secret-1', stored)).toBe(true);
    expect(await isPassword('kept-secret-2', stored)).toBe(false);
  });

  it.each(['$2a$', '$2b$', '$2y$'])('is known by a bcrypt hash %s, which is outdated', async (version) => {
    const stored = version + (await hash('secret', ROUNDS)).slice(version.length);
    expect(isOutdated(stored)).toBe(true);
    expect(await isPassword('secret', stored)).toBe(true);
    expect(await isPassword('Secret', stored)).toBe(false);
  });

  it('is known by a hash that another implementation made', async () => {
    expect(await isPassword('U*U', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW')).toBe(true);
  });

  it('is known by its first 72 bytes, whether it was cut between bytes or between characters', async () => {
    const long = `${'x'.repeat(71)}é and more`;
    expect(await isPassword(long, await hash(long, ROUNDS))).toBe(true);
    expect(await isPassword(long, await hash('x'.repeat(71), ROUNDS))).toBe(true);
    expect(await isPassword('x'.repeat(70), await hash('x'.repeat(71), ROUNDS))).toBe(false);
  });

  it.each([undefined, '', '!', 'plain text', '$2b$12$short', '$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', '$argon2id$', '$argon2id$v=19$m=19456,t=2,p=1$Y2Nj$?'])(
    'is refused where %j is stored',
    async (stored) => {
      expect(await isPassword('plain text', stored)).toBe(false);
    },
  );

  it('is not what stands in for a user that does not exist', async () => {
    expect(await isPassword('stands in for a user that does not exist', undefined)).toBe(false);
  });
});
