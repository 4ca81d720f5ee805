import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keptSecret } from './index';

describe('keptSecret', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-secret-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, whoever asks at the same moment, and leaves no draft', async () => {
    const data = join(folder, 'a/b');
    const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(data, 'secret')));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
    expect(await readdir(data)).toEqual(['secret']);
    expect((await stat(join(data, 'secret'))).mode & 0o077).toBe(0);
  });

  it('says in one sentence that a folder cannot be used, and comes to an end even under /proc', async () => {
    await expect(keptSecret('/proc/nope', 'secret')).rejects.toThrow(/^The folder \/proc\/nope cannot be used \(.*\): set DATA_DIR to another\.$/);
  });
});
