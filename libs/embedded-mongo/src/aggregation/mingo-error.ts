import { CommandError } from '../errors';

/** Runs mingo; what it complains about becomes MongoDB's BadValue, with mingo's words, or the error of an unknown expression. */
export function asCommandError<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error;
    const unknown = /'(\$\w+)' is not registered/.exec(error.message)?.[1];
    if (unknown !== undefined) throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${unknown}'`);
    throw new CommandError('BadValue', error.message.replace(/^mingo: /, ''));
  }
}
