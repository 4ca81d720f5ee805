import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the package's defaults: 19 MiB, 2 passes, 1 thread, as OWASP advises. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let standIn: Promise<string> | undefined;

/** Takes as long where there is no such user (`storedHash` undefined), so that nobody learns which names exist. */
export async function isPassword(password: string, storedHash: string | undefined): Promise<boolean> {
  standIn ??= hashPassword('stands in for a user that does not exist');
  const matches = await verify(storedHash ?? (await standIn), password);
  return matches && storedHash !== undefined;
}
