import { parseArgs, type ParseArgsConfig } from 'node:util';
import { EnvironmentError } from '@foodie-express/environment';
import pc from 'picocolors';
import { StackError } from './stack-error';

/** Flags that do not fit. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The flags of a command. @throws UsageError with one sentence where they do not fit */
export function parseFlags<const Declared extends Options>(options: Declared) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${(error.message.split(/\. |\n/)[0] ?? '').replace(/\.$/, '')}: see --help.`, { cause: error });
    throw error;
  }
}

/** Runs a command to its exit code. What a person can mend is said in a sentence, anything else with its stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  // Whoever read our output is gone (`npm start | head`): there is nobody left to tell.
  process.stdout.on('error', () => process.exit(1));
  try {
    process.exitCode = await command();
  } catch (error) {
    const isKnown = error instanceof StackError || error instanceof EnvironmentError || error instanceof UsageError;
    console.error(pc.red(isKnown ? error.message : String(error instanceof Error ? error.stack : error)));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
