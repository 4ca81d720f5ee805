import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePort } from '@foodie-express/testing';
import { z } from 'zod';

const run = promisify(execFile);
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.never().optional() });

/** Each app with a dependency that is its own alone, which the other must not carry. */
const apps = [
  { app: 'restaurant-api', port: 'API_PORT', own: '@nestjs/core', foreign: 'undici' },
  { app: 'chat-agent', port: 'AGENT_PORT', own: 'undici', foreign: '@nestjs/core' },
] as const;

describe.each(apps)('the build of $app', ({ app, port, own, foreign }) => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), `foodie-${app}-`));
    await cp(join('dist/apps', app), folder, { recursive: true });
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('runs from a copy elsewhere after npm ci, with its own dependencies only', async () => {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    expect(manifest.dependencies).toHaveProperty([own]);
    expect(manifest.dependencies).not.toHaveProperty([foreign]);

    await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });

    const portNumber = await freePort();
    const { PATH = '' } = process.env;
    const service = spawn('node', ['main.js'], {
      cwd: folder,
      env: { PATH, [port]: String(portNumber), DATA_DIR: join(folder, 'data'), API_URL: 'http://127.0.0.1:9' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [service.stdout, service.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const exited = once(service, 'exit');
    try {
      await eventually(async () => {
        if (service.exitCode !== null) throw new Error(`${app} ended: ${output}`);
        const answer = await fetch(`http://127.0.0.1:${portNumber}/health`);
        expect(await answer.json()).toMatchObject({ version: expect.any(String) });
      }, 20_000);
    } finally {
      service.kill('SIGTERM');
      await exited;
    }
    expect(service.exitCode).toBe(0);
  }, 120_000);
});
