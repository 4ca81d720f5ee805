import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePort } from '@foodie-express/testing';
import type { ServiceDefinition } from './service';
import { ServiceLog } from './service-log';
import { Stack } from './stack';

type Behaviour = 'prompt' | 'slow' | 'never' | 'refuses' | 'deaf';

const standIn = fileURLToPath(new URL('fixtures/stand-in.mjs', import.meta.url));

describe('Stack', () => {
  let folder: string;
  let told: string[];
  let stop: AbortController;
  let hurry: AbortController;
  let running: Stack | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-stack-'));
    told = [];
    stop = new AbortController();
    hurry = new AbortController();
  });

  afterEach(async () => {
    hurry.abort();
    await running?.stop();
    running = undefined;
    await rm(folder, { recursive: true });
  });

  async function define(name: string, behaviour: Behaviour): Promise<ServiceDefinition> {
    const port = await freePort();
    return {
      name,
      ...{ host: '127.0.0.1', port, hostVariable: 'HOST', portVariable: 'PORT' },
      command: [process.execPath, standIn],
      environment: { PORT: String(port), BEHAVIOUR: behaviour },
      isHealthy: (health) => typeof health === 'object' && health !== null && 'healthy' in health && health.healthy === true,
    };
  }

  async function start(definitions: readonly ServiceDefinition[], { verbose = false, graceMs = 10_000, healthyWithinMs = 20_000 } = {}) {
    const logOf = (name: string) =>
      new ServiceLog(join(folder, `${name}.log`), ({ level, text }) => told.push(`${name} ${level} ${text}`), verbose);
    running = await Stack.start(definitions, { logOf, stopRequest: { stop: stop.signal, hurry: hurry.signal }, graceMs, healthyWithinMs });
    return running;
  }

  async function ask({ port }: ServiceDefinition, path = '/health'): Promise<Response> {
    return fetch(`http://127.0.0.1:${port}${path}`);
  }

  it('waits until every service is healthy and stops them in the opposite order', async () => {
    const [api, agent] = [await define('api', 'slow'), await define('agent', 'prompt')];
    const stack = await start([api, agent], { verbose: true });
    expect(await (await ask(api)).json()).toMatchObject({ healthy: true });
    expect(await stack.stop()).toEqual([]);
    expect(told.filter((line) => line.includes('told to stop'))).toEqual(['agent info told to stop', 'api info told to stop']);
    await expect(ask(api)).rejects.toThrow();
    await expect(ask(agent)).rejects.toThrow();
  });

  it('writes every line to the log and tells warnings once the service is healthy', async () => {
    const stack = await start([await define('api', 'prompt')]);
    expect(told).toEqual(['api warn a word of warning']);
    await stack.stop();
    await eventually(async () => {
      expect(await readFile(join(folder, 'api.log'), 'utf8')).toContain('told to stop');
    });
    expect(told).toHaveLength(1);
  });

  it('reports a service that does not start in its own words and leaves none running', async () => {
    const [api, agent] = [await define('api', 'refuses'), await define('agent', 'prompt')];
    await expect(start([api, agent])).rejects.toThrow('api stopped: The data folder is in use.');
    await expect(ask(agent)).rejects.toThrow();
    expect(told).toEqual([]);
  });

  it('reports a program that is not there', async () => {
    const missing = { ...(await define('api', 'prompt')), command: ['/no/such/program'] as const };
    await expect(start([missing])).rejects.toThrow(/^api stopped .*ENOENT/);
  });

  it('gives up on a service that is never healthy', async () => {
    const api = await define('api', 'never');
    await expect(start([api], { healthyWithinMs: 300 })).rejects.toThrow(/^api was not healthy after 0.3 seconds; its log is .*api.log$/);
    await expect(ask(api)).rejects.toThrow();
  });

  it('says which service ended by itself', async () => {
    const [api, agent] = [await define('api', 'prompt'), await define('agent', 'prompt')];
    const stack = await start([api, agent]);
    await ask(api, '/crash').catch(() => undefined);
    expect((await stack.failure).message).toBe(`api stopped (exit code 3); its log is ${join(folder, 'api.log')}`);
    expect(told).toContain('api error I crash');
    expect(await stack.stop()).toEqual(['api']);
    await expect(ask(agent)).rejects.toThrow();
  });

  it('kills a service that does not stop in time, and names it', async () => {
    const stack = await start([await define('api', 'deaf')], { graceMs: 200 });
    expect(await stack.stop()).toEqual(['api']);
  });

  it('does not wait when asked to hurry', async () => {
    const stack = await start([await define('api', 'deaf')], { graceMs: 600_000 });
    const stopped = stack.stop();
    hurry.abort();
    expect(await stopped).toEqual(['api']);
  });

  it('stops in good order when asked to while it is starting', async () => {
    const api = await define('api', 'never');
    const starting = start([api], { verbose: true });
    await eventually(async () => ask(api));
    stop.abort();
    await expect(starting).rejects.toBe(stop.signal.reason);
    expect(told).toContain('api info told to stop');
    await expect(ask(api)).rejects.toThrow();
  });
});
