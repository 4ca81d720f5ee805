import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agentHealthSchema } from '@foodie-express/contracts';
import { eventually } from '@foodie-express/testing';
import { Person } from './person';
import { Stack } from './stack';

/** A turn may take one second while Redis is lost; the rest is room for a machine that does other work. In milliseconds. */
const WITHIN_MS = 3_000;

describe('Redis lost in the middle of a conversation', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start();
  }, 60_000);

  afterAll(() => stack.stop());

  const backend = async (): Promise<string> => agentHealthSchema.parse(await (await fetch(`${stack.agent.url}/health`)).json()).redis.backend;

  async function timed<Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> {
    const begin = performance.now();
    return [await work(), performance.now() - begin];
  }

  it.each(['killed', 'hung'])('%s: the next turns are answered in time from memory, and all is in Redis again after', async (how) => {
    const person = new Person();
    const { url } = stack.agent;
    await person.converse(url, [person.registration, 'hello']);
    if (how === 'killed') await stack.redis.kill();
    else stack.redis.pause();
    try {
      const [shown, milliseconds] = await timed(() => person.say(url, '2 masala thepla from thepla house'));
      expect(shown.response).toContain('Total: ₹126');
      expect(milliseconds).toBeLessThan(WITHIN_MS);
      const [changed, again] = await timed(() => person.say(url, 'make it 3'));
      expect(changed.response).toContain('3 × Masala Thepla');
      expect(again).toBeLessThan(WITHIN_MS);
      expect(await backend()).toBe('memory');
    } finally {
      if (how === 'killed') await stack.redis.restart();
      else stack.redis.resume();
    }
    await eventually(async () => {
      expect(await backend()).toBe('redis');
    });
    const second = await stack.addAgent();
    await eventually(async () => {
      expect((await person.say(second.url, 'show my order')).response).toContain('3 × Masala Thepla');
    });
  }, 60_000);

  it.each(['killed', 'hung'])('%s: who knows a user_id takes over no conversation by another agent that cannot ask for it', async (how) => {
    const [person, other] = [new Person(), await stack.addAgent()];
    const { url } = stack.agent;
    await person.converse(url, [person.registration, '2 masala thepla from thepla house']);
    const stranger = new Person(person.userId);
    if (how === 'killed') await stack.redis.kill();
    else stack.redis.pause();
    try {
      expect((await person.say(url, 'who am i')).response).toContain(person.username);
      await stranger.converse(other.url, ['hello', 'hello']);
    } finally {
      if (how === 'killed') await stack.redis.restart();
      else stack.redis.resume();
    }
    await eventually(async () => {
      expect((await person.say(other.url, 'who am i')).response).toContain(person.username);
    });
    for (const agent of [stack.agent, other]) expect((await stranger.post(`${agent.url}/chat`, { user_id: person.userId, message: 'my orders' })).status).toBe(403);
    expect((await person.say(url, 'show my order')).response).toContain('2 × Masala Thepla');
  }, 60_000);

  it('answers 503 in time and is unhealthy where there is no fallback', async () => {
    const agent = await stack.addAgent({ REDIS_FALLBACK_ENABLED: 'false' });
    const person = new Person();
    await person.say(agent.url, 'hello');
    await stack.redis.kill();
    try {
      const [response, milliseconds] = await timed(() => person.post(`${agent.url}/chat`, { user_id: person.userId, message: 'hello' }));
      expect(response.status).toBe(503);
      expect(milliseconds).toBeLessThan(WITHIN_MS);
      expect(await response.json()).toMatchObject({ code: 'service_unavailable', detail: expect.any(String) });
      const health = await fetch(`${agent.url}/health`);
      expect([health.status, agentHealthSchema.parse(await health.json()).status]).toEqual([503, 'unhealthy']);
    } finally {
      await stack.redis.restart();
    }
    await eventually(() => person.say(agent.url, 'hello'));
    expect((await fetch(`${agent.url}/health`)).status).toBe(200);
  }, 60_000);
});
