import { verify } from '@node-rs/bcrypt';

/** `$2a$`, `$2b$` and `$2y$` differ in bugs of old libraries alone. More than 2^16 rounds nobody waits for. */
const BCRYPT = /^\$2[aby]\$(?:0[4-9]|1[0-6])\$[./A-Za-z0-9]{53}$/;

/** bcrypt reads this many bytes of a password and no more. */
const READ_BYTES = 72;

/** Whether a hash is one that the Python service made. */
export function isBcrypt(hash: string): boolean {
  return BCRYPT.test(hash);
}

/**
 * A password too long for bcrypt was cut by some before it was hashed, between two characters; others left that to bcrypt, which
 * cuts between two bytes.
 */
export async function isBcryptPassword(password: string, hash: string): Promise<boolean> {
  if (await verify(password, hash)) return true;
  const cut = wholeCharacters(password);
  return cut !== password && verify(cut, hash);
}

/** What of a text fits into 72 bytes of UTF-8 without a character that is cut. */
function wholeCharacters(text: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > READ_BYTES) break;
    end += character.length;
  }
  return text.slice(0, end);
}
