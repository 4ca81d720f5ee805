import type { Document } from '../bson/document';
import { CommandError } from '../errors';

/** MongoDB takes at most this many writes in a command. */
export const MAX_WRITE_BATCH = 100_000;

/** The failure of one write of a batch, as it stands in `writeErrors`. */
export function writeError(index: number, error: CommandError): Document {
  return { index, code: error.code, ...error.details, errmsg: error.message };
}

/**
 * Runs the writes of a batch one after another. An ordered batch ends at its first failure.
 * @returns `writeErrors` for the answer; empty where there is none
 */
export function runBatch(count: number, ordered: boolean, write: (index: number) => void): Document {
  if (count === 0 || count > MAX_WRITE_BATCH) {
    throw new CommandError('InvalidLength', `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${count} operations.`);
  }
  const errors: Document[] = [];
  for (let index = 0; index < count; index += 1) {
    try {
      write(index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push(writeError(index, error));
      if (ordered) break;
    }
  }
  return errors.length === 0 ? {} : { writeErrors: errors };
}
