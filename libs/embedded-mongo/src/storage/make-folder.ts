import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DataFolderUnusableError } from '../errors';
import { isCode } from './system-error';

/**
 * Makes a folder and those above it that are missing, for their owner alone. Node's own recursive `mkdir` never returns where the
 * operating system denies that the parent exists, as under /proc: here each folder is made by itself.
 *
 * @throws {DataFolderUnusableError}
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let existing = resolve(folder);
  try {
    for (let kind = await kindOf(existing); kind !== 'folder'; kind = await kindOf(existing)) {
      if (kind === 'file') throw new DataFolderUnusableError(folder, `${existing} is not a folder`);
      missing.unshift(existing);
      existing = dirname(existing);
    }
    for (const path of missing) await makeOne(path);
  } catch (error) {
    throw error instanceof DataFolderUnusableError ? error : new DataFolderUnusableError(folder, error);
  }
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'missing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return 'missing';
    throw error;
  }
}

/** Another process may make the same folder in between. */
async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!isCode(error, 'EEXIST') || (await kindOf(path)) !== 'folder') throw error;
  }
}
