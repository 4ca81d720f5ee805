import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signingSecret } from './signing-secret';

describe('signingSecret', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-secret-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const secretIn = (DATA_DIR: string, JWT_SECRET?: string) => signingSecret({ DATA_DIR, JWT_SECRET });

  it('is the one that is set', async () => {
    expect(await secretIn(folder, 'set')).toBe('set');
  });

  it('is made once, kept, and readable by its owner alone', async () => {
    const data = join(folder, 'not', 'yet', 'there');
    const first = await secretIn(data);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(await secretIn(data)).toBe(first);
    expect((await stat(join(data, 'jwt-secret'))).mode & 0o077).toBe(0);
  });

  it('is one for all that start at the same moment', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => secretIn(folder)));
    expect(new Set(secrets).size).toBe(1);
  });
});
