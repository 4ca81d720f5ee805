import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from './folder';

describe('makeFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-folder-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('makes what is missing on the way, and leaves what is there', async () => {
    const path = join(folder, 'a', 'b');
    await makeFolder(path, 0o700);
    await writeFile(join(path, 'file'), 'kept');
    await makeFolder(path);
    expect(await readFile(join(path, 'file'), 'utf8')).toBe('kept');
    for (const made of [join(folder, 'a'), path]) expect((await stat(made)).mode & 0o777).toBe(0o700);
  });

  it('takes several that make the same folder at once', async () => {
    const path = join(folder, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(path)));
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('says that a file stands in the way', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toThrow(`The folder ${file} cannot be used (${file} is not a folder)`);
    await expect(makeFolder(join(file, 'below'))).rejects.toThrow(`cannot be used (${file} is not a folder): set DATA_DIR to another.`);
  });
});
