import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AppName, appNames, programOf } from './apps';
import { StackError } from './stack-error';
import { workspaceRoot } from './workspace';

/**
 * Builds apps; what has not changed comes from Nx's cache in a second or two.
 * @throws StackError with the build's output where it fails; the reason of `signal` where that is aborted
 */
export async function buildApps(signal: AbortSignal, apps: readonly AppName[] = appNames): Promise<void> {
  signal.throwIfAborted();
  const nx = join(workspaceRoot, 'node_modules/.bin/nx');
  if (!existsSync(nx)) throw new StackError('The dependencies are not installed: run "npm ci" first.');
  // Without the daemon nothing stays behind; in a process group of its own a Ctrl-C reaches all of it through us.
  const child = spawn(process.execPath, [nx, 'run-many', '-t', 'build', '-p', apps.join(','), '--output-style=static'], {
    cwd: workspaceRoot,
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const kill = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', kill, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', kill);
  signal.throwIfAborted();
  if (code !== 0) throw new StackError(`The build failed:\n${output.trim()}`);
}

/** @throws StackError where an app was never built */
export function assertBuilt(): void {
  const missing = appNames.find((app) => !existsSync(programOf(app)));
  if (missing !== undefined) throw new StackError(`${missing} is not built: leave --no-build away, or run "npm run build".`);
}
