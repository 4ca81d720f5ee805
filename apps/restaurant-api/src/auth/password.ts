import { isNativeError } from 'node:util/types';
import { hash, verify } from '@node-rs/argon2';
import { isBcrypt, isBcryptPassword } from './bcrypt-password';

/** Argon2id with the package's defaults: 19 MiB, 2 passes, 1 thread, as OWASP advises. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let standIn: Promise<string> | undefined;

/**
 * Takes as long where there is no such user (`storedHash` undefined), so that nobody learns which names exist. A stored hash that
 * is none lets nobody in.
 */
export async function isPassword(password: string, storedHash: string | undefined): Promise<boolean> {
  if (storedHash !== undefined && isBcrypt(storedHash)) return isBcryptPassword(password, storedHash);
  standIn ??= hashPassword('stands in for a user that does not exist');
  const isReadable = storedHash?.startsWith(ARGON2ID) === true;
  const matches = await isArgon2Password(password, isReadable ? storedHash : await standIn);
  return matches && isReadable;
}

/** Whether a hash should be replaced by one of `hashPassword` while the password is known: the Python service made it. */
export function isOutdated(storedHash: string): boolean {
  return !storedHash.startsWith(ARGON2ID);
}

const ARGON2ID = '$argon2id$';

async function isArgon2Password(password: string, storedHash: string): Promise<boolean> {
  try {
    return await verify(storedHash, password);
  } catch (error) {
    // The package has no class of errors: this is what it says of a hash that was damaged.
    if (isNativeError(error) && error.message === 'Decoding failed') return false;
    throw error;
  }
}
