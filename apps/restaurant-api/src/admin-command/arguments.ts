import { parseArgs } from 'node:util';

export const USAGE = `usage: create --username NAME --email MAIL   makes a new user who is an admin
       grant --username NAME                 makes a user who is there an admin
The password of a new admin is asked for, or read as one line from standard input; it is never a part of the command.
The database is the one of the service: MONGODB_URI, or the embedded one in DATA_DIR while no service holds it.`;

/** What the command line asks for. */
export type AdminCommand =
  | { readonly name: 'create'; readonly username: string; readonly email: string }
  | { readonly name: 'grant'; readonly username: string }
  | { readonly name: 'help' };

/** A command line that cannot be understood. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** @throws UsageFault that says what is wrong */
export function readArguments(args: readonly string[]): AdminCommand {
  const { positionals, values } = parsed(args);
  const [name, ...others] = positionals;
  const { username, email, help } = values;
  if (help === true || name === 'help') return { name: 'help' };
  if (name !== 'create' && name !== 'grant') throw new UsageFault(name === undefined ? 'What should be done is missing: create or grant' : `"${name}" is neither create nor grant`);
  if (others.length > 0) throw new UsageFault(`"${others.join(' ')}" is too much`);
  if (username === undefined) throw new UsageFault('--username NAME is missing');
  if (name === 'create' && email === undefined) throw new UsageFault('--email MAIL is missing');
  if (name === 'grant' && email !== undefined) throw new UsageFault('--email goes with create');
  return name === 'create' ? { name, username, email: email ?? '' } : { name, username };
}

function parsed(args: readonly string[]) {
  if (args.some((argument) => argument.startsWith('--password'))) {
    throw new UsageFault('A password is never a part of the command, where others on this machine can read it: leave it away to be asked for it');
  }
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { username: { type: 'string' }, email: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}
