import { afterEach, expect, it } from '@jest/globals';
import { RedisServer, describeWithProgram, freePort } from '@foodie-express/testing';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { say } from './session-store.suite';
import { Deployment } from './store-fixture.suite';

const index = new URL('./index.ts', import.meta.url).pathname;
const repository = new URL('../../../', import.meta.url).pathname;

/** A process that opens the user's turn, reports its backend, and never ends the turn. */
const HOLDER = `
  const { createSessionStore, sessionStoreVariables } = await import(${JSON.stringify(index)});
  const { readEnvironment } = await import('@foodie-express/environment');
  const silent = { info() {}, warn() {}, error() {} };
  const store = createSessionStore(readEnvironment(sessionStoreVariables, process.env), silent);
  await store.open('asha');
  process.stdout.write(store.status().backend + '\\n');
  setInterval(() => undefined, 1_000);
`;

describeWithProgram('redis-server', 'sessions of another process', () => {
  const endings: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });

  async function startServer(settings: readonly string[] = []): Promise<RedisServer> {
    const server = await RedisServer.start(settings);
    endings.push(() => server.stop());
    return server;
  }

  function deploymentOn(url: string): Deployment {
    const deployment = new Deployment(url);
    endings.push(() => deployment.close());
    return deployment;
  }

  async function startHolder(variables: Record<string, string>): Promise<{ holder: ChildProcess; backend: string }> {
    const environment = { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(repository, 'tsconfig.base.json'), ...variables };
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', HOLDER], {
      cwd: repository,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    endings.push(() => holder.kill('SIGKILL'));
    for await (const line of createInterface({ input: holder.stdout })) return { holder, backend: line };
    throw new Error('the process ended without a word');
  }

  it('delays a user a few seconds at most where it is killed in the middle of a turn', async () => {
    const server = await startServer();
    const store = deploymentOn(server.url).instance();
    const { holder, backend } = await startHolder({ REDIS_URL: server.url });
    expect(backend).toBe('redis');
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    const killed = performance.now();
    await say(store, 'asha', 'still here');
    expect(performance.now() - killed).toBeLessThan(6_000);
    expect(performance.now() - killed).toBeGreaterThan(1_000);
  });

  it('speaks TLS to a server whose certificate is trusted, and to no other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foodie-tls-'));
    endings.push(() => {
      rmSync(folder, { recursive: true });
    });
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate, ...subject], { stdio: 'ignore' });
    const port = await freePort();
    await startServer(['--tls-port', String(port), '--tls-cert-file', certificate, '--tls-key-file', key, '--tls-auth-clients', 'no']);
    const url = `rediss://localhost:${port}`;

    const { backend } = await startHolder({ REDIS_URL: url, NODE_EXTRA_CA_CERTS: certificate });
    expect(backend).toBe('redis');

    const distrustful = deploymentOn(url);
    const store = distrustful.instance();
    await say(store, 'asha', 'hello');
    expect(store.status()).toEqual({ connected: false, backend: 'memory' });
    expect(distrustful.logger.of('warn')).toEqual([expect.stringMatching(/self-signed certificate/)]);
  });
});
