import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StackError } from '../../stack/stack-error';

const folder = fileURLToPath(new URL('../peers', import.meta.url));

/** The program of the framework that turns are compared with. */
export const frameworkProgram = fileURLToPath(new URL('../peers/agents-sdk.mjs', import.meta.url));

/** Installs what only the benchmark needs, in a folder of its own, unless it is there. @throws StackError where that fails */
export async function installPeers(signal: AbortSignal): Promise<void> {
  if (existsSync(`${folder}/node_modules/@openai/agents`)) return;
  const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, signal, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new StackError(`npm ci in tools/bench/peers ended with exit code ${String(code)}`);
}
