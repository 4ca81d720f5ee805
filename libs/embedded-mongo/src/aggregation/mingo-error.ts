import { CommandError } from '../errors';

/** Runs mingo; what it complains about becomes MongoDB's BadValue, with mingo's words. */
export function asCommandError<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error;
    throw new CommandError('BadValue', error.message.replace(/^mingo: /, ''));
  }
}
