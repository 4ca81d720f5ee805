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

  /** The token that proves to own the conversation of `userId` which holds `nonce`. */
  sessionToken(userId: string, nonce: string): string {
    return createHmac('sha256', this.signingKey).update(JSON.stringify([userId, nonce])).digest('base64url');
  }

  isSessionToken(token: string, userId: string, nonce: string): boolean {
    const expected = Buffer.from(this.sessionToken(userId, nonce));
    const given = Buffer.from(token);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
