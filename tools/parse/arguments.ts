import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run --silent parse -- --menu FILE [--edits --order FILE]
Reads a sentence a line from standard input and writes a parse a line as JSON.
  --menu FILE    the menu, in the menu format
  --edits        read each sentence as changes to a standing order
  --order FILE   that order, in the parse format`;

/** What the command line asks for. `order` is set with `--edits` alone. */
export interface Arguments {
  readonly menu: string;
  readonly order: string | undefined;
}

/** A command line that cannot be understood. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** Reads the command line. Throws a UsageFault that says what is wrong. */
export function readArguments(args: readonly string[]): Arguments {
  const { menu, edits, order } = parsed(args);
  if (menu === undefined) throw new UsageFault('--menu FILE is missing');
  if (edits && order === undefined) throw new UsageFault('--edits needs --order FILE');
  if (!edits && order !== undefined) throw new UsageFault('--order FILE goes with --edits');
  return { menu, order };
}

function parsed(args: readonly string[]): { menu?: string | undefined; edits?: boolean | undefined; order?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { menu: { type: 'string' }, edits: { type: 'boolean' }, order: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}
