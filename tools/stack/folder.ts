import { access, constants } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { makeFolder as make } from '@foodie-express/environment';
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
