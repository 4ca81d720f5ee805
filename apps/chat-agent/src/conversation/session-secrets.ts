import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys of one purpose each, derived from SESSION_SECRET. */
export class SessionSecrets {
  private readonly sealingKey: Buffer;
  private readonly signingKey: Buffer;

  constructor(secret: string) {
    this.sealingKey = derive(secret, 'foodie-express session sealing');
    this.signingKey = derive(secret, 'foodie-express session token');
  }

  /** AES-256-GCM, bound to `owner`: a text sealed for one user opens for no other. */
  seal(text: string, owner: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey, iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** What was sealed; undefined where the text was not sealed for `owner` with this secret. */
  unseal(sealed: string, owner: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.sealingKey, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      // The tag does not fit: another secret, another user, or tampered with.
      return undefined;
    }
  }

  /** What proves one client of the conversation of `userId` which holds `nonce`: another client gets another token. */
  sessionToken(userId: string, nonce: string, client: string): string {
    return `${client}.${createHmac('sha256', this.signingKey).update(JSON.stringify([userId, nonce, client])).digest('base64url')}`;
  }

  /** The client whose token it is; undefined where it is of another conversation or nonce, or made up. */
  clientOf(token: string | undefined, userId: string, nonce: string): string | undefined {
    if (token === undefined) return undefined;
    const client = token.slice(0, Math.max(0, token.indexOf('.')));
    const expected = Buffer.from(this.sessionToken(userId, nonce, client));
    const given = Buffer.from(token);
    return client !== '' && given.length === expected.length && timingSafeEqual(given, expected) ? client : undefined;
  }
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
