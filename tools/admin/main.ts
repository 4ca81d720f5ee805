import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programOf } from '../stack/apps';
import { buildApps } from '../stack/build';
import { StackError } from '../stack/stack-error';
import { loadEnvironmentFile, workspaceRoot } from '../stack/workspace';

/** `npm run admin -- create --username NAME --email MAIL`: the API's own command, with the variables and the data of `npm start`. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  await buildApps(new AbortController().signal, ['restaurant-api']);
  const command = spawn(process.execPath, ['--enable-source-maps', programOf('restaurant-api'), 'admin', ...process.argv.slice(2)], {
    cwd: workspaceRoot,
    stdio: 'inherit',
  });
  // A Ctrl-C reaches the command itself, which is the one to decide.
  process.on('SIGINT', () => undefined);
  await once(command, 'close');
  process.exitCode = command.exitCode ?? 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StackError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
