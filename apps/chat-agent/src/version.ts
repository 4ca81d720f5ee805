import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** The version of the workspace: both services are released together. The nearest package.json has it, built or not. */
export const VERSION = versionFrom(new URL('package.json', import.meta.url));

function versionFrom(manifest: URL): string {
  if (existsSync(manifest)) return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
  const above = new URL('../package.json', manifest);
  if (above.href === manifest.href) throw new Error('no package.json is above the program');
  return versionFrom(above);
}
