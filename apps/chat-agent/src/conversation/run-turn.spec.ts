import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatModel, ChatModelReply } from '../models/chat-model';
import { FallbackChatModel } from '../models/fallback-chat-model';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';

/** Never answers and disregards its signal, or fails as a bug does. */
class BrokenModel implements ChatModel {
  readonly name = 'broken';
  behaviour: 'hangs' | 'throws' | 'answers' = 'answers';

  reply(): Promise<ChatModelReply> {
    if (this.behaviour === 'hangs') return new Promise(() => undefined);
    if (this.behaviour === 'throws') return Promise.reject(new TypeError('cannot read properties of undefined'));
    return Promise.resolve({ kind: 'text', text: 'Here I am.' });
  }
}

describe('runTurn', () => {
  let api: FakeRestaurantApi;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
  });

  afterAll(() => api.stop());

  it('answers in time and keeps the conversation where the model hangs or fails', async () => {
    const model = new BrokenModel();
    const agent = await TestAgent.start({ apiUrl: api.url, model: () => model, turnTimeoutMs: 200 });
    const person = new Person(agent.url, randomUUID());
    try {
      model.behaviour = 'hangs';
      expect((await person.say('hello')).response).toMatch(/^⏱️/);
      model.behaviour = 'throws';
      expect((await person.say('hello')).response).toMatch(/^⚙️ Something went wrong on our side/);
      model.behaviour = 'answers';
      expect((await person.say('hello')).response).toBe('Here I am.');
    } finally {
      await agent.stop();
    }
  });

  it('gives the model the whole conversation, and remembers what it asks for', async () => {
    const model = new ScriptedModel();
    const agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const person = new Person(agent.url, randomUUID());
    try {
      model.plan('One.');
      await person.say('first');
      model.plan([['get_menu', { restaurant_name: 'Thepla House' }]], 'Two.');
      await person.say('second');
      model.plan('Three.');
      await person.say('third');
      expect(model.requests.at(-1)?.messages.map(({ role, content }) => [role, content.slice(0, 6)])).toEqual([
        ['user', 'first'],
        ['assistant', 'One.'],
        ['user', 'second'],
        ['assistant', ''],
        ['tool', '{"rest'],
        ['assistant', 'Two.'],
        ['user', 'third'],
      ]);
    } finally {
      await agent.stop();
    }
  });

  it('shortens what tools have said when it is history', async () => {
    const model = new ScriptedModel();
    const agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const person = new Person(agent.url, randomUUID());
    try {
      model.plan([['get_menu', { restaurant_name: 'Kebabalab' }]], 'There.');
      await person.say('menu');
      expect(model.results[0]?.length).toBeGreaterThan(500);
      await person.say('thanks');
      expect(model.results[0]?.length).toBeLessThanOrEqual(500);
    } finally {
      await agent.stop();
    }
  });

  it('answers politely and keeps the conversation as it was where a turn leaves more than a session holds', async () => {
    let memory: unknown = 'x'.repeat(100_000);
    const model: ChatModel = { name: 'talkative', reply: ({ messages }) => Promise.resolve({ kind: 'text', text: `${messages.length} messages.`, memory }) };
    const agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const person = new Person(agent.url, randomUUID());
    try {
      expect((await person.say('hello')).response).toMatch(/^Sorry, that is more than I can keep/);
      memory = undefined;
      expect((await person.say('hello')).response).toBe('1 messages.');
      memory = 'x'.repeat(100_000);
      await person.say('hello');
      memory = undefined;
      expect((await person.say('hello')).response).toBe('3 messages.');
    } finally {
      await agent.stop();
    }
  });

  it('counts a reply for the model that gave it', async () => {
    const broken: ChatModel = { name: 'remote', reply: () => Promise.reject(new Error('down')) };
    const agent = await TestAgent.start({ apiUrl: api.url, model: (_client, logger) => new FallbackChatModel(broken, new ScriptedModel(), logger) });
    try {
      expect((await new Person(agent.url, randomUUID()).say('hello')).response).toBe('done');
      expect(await (await fetch(`${agent.url}/metrics`)).text()).toMatch(/chat_model_calls_total\{model="scripted".*\} 1/);
    } finally {
      await agent.stop();
    }
  });

  it('stops the model when the person leaves', async () => {
    const signals: AbortSignal[] = [];
    const model: ChatModel = { name: 'slow', reply: ({ signal }) => new Promise(() => signals.push(signal)) };
    const agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    try {
      const left = new AbortController();
      const request = fetch(`${agent.url}/chat/stream`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user_id: 'me', message: 'hi' }), signal: left.signal });
      const response = await request;
      expect(response.status).toBe(200);
      while (signals.length === 0) await new Promise((resolve) => setImmediate(resolve));
      const aborted = new Promise((resolve) => signals[0]?.addEventListener('abort', resolve));
      left.abort();
      await aborted;
      expect(signals[0]?.aborted).toBe(true);
    } finally {
      await agent.stop();
    }
  });
});
