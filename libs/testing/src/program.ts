import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';

/** The path of a program on PATH (or in /usr/sbin, where Debian keeps servers); undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * `describe` for suites that need a real program. Where it is missing the suite says so loudly and counts as skipped;
 * `.ci/run` fails on any skipped test.
 */
export function describeWithProgram(program: string, title: string, suite: () => void): void {
  if (findProgram(program) !== undefined) {
    describe(title, suite);
    return;
  }
  process.stderr.write(`SKIPPED: "${title}" needs the program ${program}, which is not installed (apt-get install ${program})\n`);
  describe.skip(`${title} [needs ${program}]`, suite);
}
