import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json. */
export const workspaceRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Takes over the variables of `.env` at the top of the workspace, where there is one; those already set win. */
export function loadEnvironmentFile(): void {
  const path = join(workspaceRoot, '.env');
  if (existsSync(path)) process.loadEnvFile(path);
}
