import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '../configuration';
import { errorCode } from '../platform/error-code';

const FILE = 'jwt-secret';

/**
 * The secret that signs access tokens: `JWT_SECRET`, or outside of production one that is made at the first start and kept in
 * `DATA_DIR`, so that logins outlive a restart.
 */
export async function signingSecret({ JWT_SECRET, DATA_DIR }: Pick<Configuration, 'JWT_SECRET' | 'DATA_DIR'>): Promise<string> {
  if (JWT_SECRET !== undefined) return JWT_SECRET;
  const path = join(DATA_DIR, FILE);
  await mkdir(DATA_DIR, { recursive: true });
  await writeOnce(path, randomBytes(32).toString('base64url'));
  return readFile(path, 'utf8');
}

/** Of several that write at once the first one's text stands, whole: a link appears at once or not at all. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}
