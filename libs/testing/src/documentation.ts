import { readFile, writeFile } from 'node:fs/promises';
import { expect } from '@jest/globals';

/**
 * Compares the part of a page between the lines that hold `BEGIN <section>` and `END <section>` with what the code says.
 * With `UPDATE_DOCS=true` the page is rewritten instead.
 * @param path from the root of the workspace
 */
export async function expectDocumented(path: string, section: string, expected: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const begin = lines.findIndex((line) => line.includes(`BEGIN ${section}`));
  const end = lines.findIndex((line) => line.includes(`END ${section}`));
  if (begin < 0 || end < begin) throw new Error(`${path} has no lines "BEGIN ${section}" and "END ${section}"`);
  if (process.env['UPDATE_DOCS'] === 'true') {
    await writeFile(path, [...lines.slice(0, begin + 1), expected, ...lines.slice(end)].join('\n'));
    return;
  }
  const written = lines.slice(begin + 1, end).join('\n');
  expect({ page: path, section, text: written, mend: 'UPDATE_DOCS=true npm test' }).toEqual({
    page: path,
    section,
    text: expected,
    mend: 'UPDATE_DOCS=true npm test',
  });
}
