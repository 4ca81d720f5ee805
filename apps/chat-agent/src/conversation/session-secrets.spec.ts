import { describe, expect, it } from '@jest/globals';
import { SessionSecrets } from './session-secrets';

describe('SessionSecrets', () => {
  const secrets = new SessionSecrets('a secret of the tests, 32 characters and more');

  it('opens what it sealed, for its owner alone', () => {
    const sealed = secrets.seal('token', 'alice');
    expect(sealed).not.toContain('token');
    expect(secrets.unseal(sealed, 'alice')).toBe('token');
    expect(secrets.unseal(sealed, 'bob')).toBeUndefined();
    expect(new SessionSecrets('another secret of the tests, 32 characters').unseal(sealed, 'alice')).toBeUndefined();
  });

  it('opens nothing that was tampered with', () => {
    const bytes = Buffer.from(secrets.seal('token', 'alice'), 'base64url');
    for (let position = 0; position < bytes.length; position += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(position) ^ 1, position);
      expect(secrets.unseal(changed.toString('base64url'), 'alice')).toBeUndefined();
    }
    for (const odd of ['', 'x', '%%%']) expect(secrets.unseal(odd, 'alice')).toBeUndefined();
  });

  it('seals the same text differently each time', () => {
    expect(secrets.seal('token', 'alice')).not.toBe(secrets.seal('token', 'alice'));
  });

  it('gives session tokens that prove user, nonce and client', () => {
    const token = secrets.sessionToken('alice', 'nonce', 'page');
    expect(secrets.clientOf(token, 'alice', 'nonce')).toBe('page');
    expect(secrets.sessionToken('alice', 'nonce', 'other')).not.toBe(token);
    for (const [user, nonce] of [['bob', 'nonce'], ['alice', 'other'], ['alic', 'enonce']] as const) expect(secrets.clientOf(token, user, nonce)).toBeUndefined();
    for (const odd of [undefined, '', '.', 'page', 'page.', token.replace('page', 'other'), `${token}x`]) expect(secrets.clientOf(odd, 'alice', 'nonce')).toBeUndefined();
  });
});
