import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isNativeError } from 'node:util/types';
import { StackError } from './stack-error';

/**
 * Sees to it that a folder is there and can be written to; those made on the way get `mode`.
 * @param path absolute
 * @throws StackError with one sentence where that cannot be
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await make(path, mode);
    await access(path, constants.W_OK);
  } catch (error) {
    const reason = isNativeError(error) ? error.message : String(error);
    throw new StackError(`The folder ${path} cannot be used (${reason}): set DATA_DIR to another.`, { cause: error });
  }
}

/** Not `mkdir` with `recursive`: that never ends where a folder that exists answers ENOENT to a new one in it, as /proc does. */
async function make(path: string, mode: number): Promise<void> {
  if (await isFolder(path)) return;
  await make(dirname(path), mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
