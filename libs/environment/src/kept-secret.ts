import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isNativeError } from 'node:util/types';
import { makeFolder } from './make-folder';
import { EnvironmentError } from './read-environment';

/**
 * A secret of 256 random bits that is made at the first call and kept in a file for its owner alone, for development: what it signs
 * outlives a restart, and processes that share the folder share it.
 * @throws EnvironmentError, in one sentence, where the folder cannot be used
 */
export async function keptSecret(folder: string, file: string): Promise<string> {
  const path = join(resolve(folder), file);
  try {
    await makeFolder(resolve(folder));
    await writeOnce(path, randomBytes(32).toString('base64url'));
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = isNativeError(error) ? error.message : String(error);
    throw new EnvironmentError([`The folder ${folder} cannot be used (${reason}): set DATA_DIR to another.`]);
  }
}

/** Of several that write at once the first one's text stands, whole: a link appears at once or not at all. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(isNativeError(error) && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
}
