import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppProcess, freePort } from '@foodie-express/testing';

describe('the process of chat-agent', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-agent-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    [{ AGENT_PORT: 'abc', TURN_TIMEOUT: '0' }, ['AGENT_PORT should be a whole number from 0 to 65535', 'TURN_TIMEOUT should be a whole number']],
    [{ NODE_ENV: 'production' }, ['SESSION_SECRET should be set in production']],
    [{ SESSION_SECRET: 'short' }, ['SESSION_SECRET should be a secret of at least 32 characters']],
    [{ API_URL: 'ftp://nowhere' }, ['API_URL should be a URL that begins with http:// or https://']],
    [{ REDIS_URL: 'http://nowhere' }, ['REDIS_URL should be a URL that begins with redis:// or rediss://']],
    [{ CHAT_MODEL: 'oracle' }, ['CHAT_MODEL should be one of auto, local, openai']],
  ])('refuses to start with %j and says why', async (environment, sentences) => {
    const agent = await AppProcess.launch('chat-agent', { DATA_DIR: folder, ...environment });
    expect((await agent.exit).code).toBe(1);
    for (const sentence of sentences) expect(agent.output).toContain(sentence);
    expect(agent.output).not.toMatch(/^\s+at /m);
  });

  it('says in one sentence that its port is taken', async () => {
    const first = await AppProcess.start('chat-agent', { DATA_DIR: folder });
    const second = await AppProcess.launch('chat-agent', { DATA_DIR: folder, AGENT_PORT: String(first.port) });
    expect((await second.exit).code).toBe(1);
    expect(second.output).toContain(`Port ${first.port} is in use`);
    expect((await first.stop()).code).toBe(0);
  });

  it('talks without the API and tells that it is not there', async () => {
    const agent = await AppProcess.start('chat-agent', { DATA_DIR: folder, API_URL: `http://127.0.0.1:${await freePort()}` });
    const health = await fetch(`${agent.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: 'degraded', api: 'disconnected', redis: { connected: false, backend: 'memory' } })]);
    const reply = await fetch(`${agent.url}/chat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"user_id":"me","message":"show restaurants"}' });
    expect([reply.status, await reply.json()]).toEqual([200, expect.objectContaining({ response: expect.stringContaining('🔌') })]);
    expect(agent.logs(({ level }) => level === 'fatal')).toEqual([]);
    expect((await agent.stop()).code).toBe(0);
  });

  it('answers whoever is in the middle of a turn when it stops, though the turn comes to no end', async () => {
    const silent = createServer();
    silent.listen(await freePort(), '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const agent = await AppProcess.start('chat-agent', { DATA_DIR: folder, CHAT_MODEL: 'openai', OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_TIMEOUT: '50', TURN_TIMEOUT: '55', SHUTDOWN_TIMEOUT: '2' });
    try {
      const asked = once(silent, 'request');
      const reply = fetch(`${agent.url}/chat`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"user_id":"me","message":"hello"}' });
      await asked;
      const [{ code }, response] = await Promise.all([agent.stop(), reply]);
      expect([code, response.status, await response.json()]).toEqual([0, 200, expect.objectContaining({ response: expect.stringMatching(/^⏱️/) })]);
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  });
});
