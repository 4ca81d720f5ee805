import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isNativeError } from 'node:util/types';

/**
 * Sees to it that a folder is there; those made on the way get `mode`. Not `mkdir` with `recursive`: that never ends where a folder
 * that exists answers ENOENT to a new one in it, as /proc does.
 * @param path absolute
 * @throws the operating system's error where it cannot be made, or an Error that names the file in its place
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  await makeFolder(dirname(path), mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  }
}

/** False where there is nothing. */
async function isFolder(path: string): Promise<boolean> {
  const found = await statOf(path);
  if (found?.isDirectory() === false) throw new Error(`${path} is not a folder`);
  return found !== undefined;
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    // ENOTDIR: something above is a file, which is named when it is its turn.
    if (isNativeError(error) && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}
