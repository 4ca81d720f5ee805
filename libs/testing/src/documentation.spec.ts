import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectDocumented } from './documentation';

describe('expectDocumented', () => {
  let folder = '';
  let page = '';
  const { UPDATE_DOCS } = process.env;

  beforeEach(async () => {
    delete process.env['UPDATE_DOCS'];
    folder = await mkdtemp(join(tmpdir(), 'foodie-documentation-'));
    page = join(folder, 'page.md');
    await writeFile(page, 'Title\n<!-- BEGIN table -->\nold\n<!-- END table -->\nrest\n');
  });

  afterEach(async () => {
    if (UPDATE_DOCS !== undefined) process.env['UPDATE_DOCS'] = UPDATE_DOCS;
    else delete process.env['UPDATE_DOCS'];
    await rm(folder, { recursive: true });
  });

  it('accepts what the page says', async () => {
    await expectDocumented(page, 'table', 'old');
  });

  it('refuses a page that says something else', async () => {
    await expect(expectDocumented(page, 'table', 'new')).rejects.toThrow();
  });

  it('refuses a page without the section', async () => {
    await expect(expectDocumented(page, 'other', 'old')).rejects.toThrow('no lines "BEGIN other"');
  });

  it('rewrites the section alone where that is asked for', async () => {
    process.env['UPDATE_DOCS'] = 'true';
    await expectDocumented(page, 'table', 'new\nlines');
    expect(await readFile(page, 'utf8')).toBe('Title\n<!-- BEGIN table -->\nnew\nlines\n<!-- END table -->\nrest\n');
  });
});
