import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from './configuration';

const FILE = 'session-secret';

/**
 * `SESSION_SECRET`, or outside of production one that is made at the first start and kept in `DATA_DIR`, so that conversations
 * outlive a restart and agents that share the folder share it too.
 */
export async function sessionSecret({ SESSION_SECRET, DATA_DIR }: Pick<Configuration, 'SESSION_SECRET' | 'DATA_DIR'>): Promise<string> {
  if (SESSION_SECRET !== undefined) return SESSION_SECRET;
  const path = join(DATA_DIR, FILE);
  await mkdir(DATA_DIR, { recursive: true });
  try {
    // `wx`: of two that start at once the first one's secret counts for both.
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(path, 'utf8');
}
