import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { StackError } from '../../stack/stack-error';
import { workspaceRoot } from '../../stack/workspace';
import type { Subject } from './subject';

const program = fileURLToPath(new URL('../../bench-language/main.ts', import.meta.url));

/** `npm run bench:language`, which scores and times the reading of orders. */
export const language: Subject = {
  name: 'language',
  title: 'Sentences to orders',
  run: async ({ signal }) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program], { cwd: workspaceRoot, signal, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const [output, code] = await Promise.all([text(child.stdout), ended]);
    if (code !== 0) throw new StackError(`npm run bench:language ended with exit code ${String(code)}`);
    return output.trimEnd();
  },
};
