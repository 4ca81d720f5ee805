import { constants } from 'node:os';
import { CommandError } from '../errors';

/** Whether the operating system failed with this code, for instance ENOENT. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** A full disk comes from LMDB as one of these: it reports a write that was cut short as EIO. */
const NO_SPACE: readonly unknown[] = [constants.errno.EIO, constants.errno.ENOSPC, constants.errno.EFBIG, constants.errno.EDQUOT];

/** What a commit failed with, as a client should read it. */
export function asWriteFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CommandError) return error;
  if (!('code' in error) || !NO_SPACE.includes(error.code)) return error;
  return new CommandError('OutOfDiskSpace', `The data folder could not be written to, and nothing of this is stored: ${error.message}. Is the disk full?`);
}
