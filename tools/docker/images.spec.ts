import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import ignore from '@balena/dockerignore';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@foodie-express/testing';
import { parseDockerfile, type Stage } from './dockerfile';
import { Workspace } from './workspace';

const run = promisify(execFile);
const workspace = new Workspace(process.cwd());
const { PATH = '', HOME = '' } = process.env;

const apps = [
  { app: 'restaurant-api', port: 'API_PORT' },
  { app: 'chat-agent', port: 'AGENT_PORT' },
] as const;

describe.each(apps)('the image of $app', ({ app, port }) => {
  const stages = parseDockerfile(workspace.read(`docker/${app}/Dockerfile`));

  describe('health check', () => {
    it.each([
      { answer: 200, exitCode: 0 },
      { answer: 503, exitCode: 1 },
    ])('exits with $exitCode where /health answers $answer', async ({ answer, exitCode }) => {
      const server = createServer((request, response) => response.writeHead(request.url === '/health' ? answer : 404).end());
      const portNumber = await freePort();
      await new Promise<void>((listening) => server.listen(portNumber, '127.0.0.1', listening));
      try {
        expect(await healthCheck(portNumber)).toBe(exitCode);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });

    it('exits with 1 where nothing answers', async () => {
      expect(await healthCheck(await freePort())).toBe(1);
    });

    /** Runs the command of the image's HEALTHCHECK. */
    async function healthCheck(portNumber: number): Promise<number | null> {
      const [program = '', ...parameters] = stages.at(-1)?.healthcheck ?? [];
      const child = spawn(program, parameters, { env: { PATH, [port]: String(portNumber) }, stdio: 'inherit', timeout: 10_000 });
      await once(child, 'exit');
      return child.exitCode;
    }
  });

  describe('build stage', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'foodie-image-'));
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('needs no file but those that it copies', async () => {
      const [build] = stages;
      if (build === undefined) throw new Error('the Dockerfile has no stage');
      await copyContext(build, folder);
      await symlink(resolve('node_modules'), join(folder, 'node_modules'));

      const [command = ''] = build.runs.filter((line) => line.includes('nx build'));
      await run('sh', ['-c', command], { cwd: folder, env: { PATH, HOME, ...Object.fromEntries(build.environment) }, timeout: 110_000 });

      const written = await readdir(join(folder, 'dist/apps', app));
      expect(written).toEqual(expect.arrayContaining(['main.js', 'package.json', 'package-lock.json']));
    }, 120_000);
  });
});

/** Does what the stage's COPY instructions do, with what .dockerignore lets through. */
async function copyContext(stage: Stage, folder: string): Promise<void> {
  const sent = ignore().add(workspace.read('.dockerignore').split('\n')).createFilter();
  for (const { sources, destination } of stage.copies) {
    for (const source of sources) {
      const target = destination.endsWith('/') ? join(folder, destination, basename(source)) : join(folder, destination);
      await cp(source, target, { recursive: true, filter: (path) => sent(relative('.', path)) });
    }
  }
}
