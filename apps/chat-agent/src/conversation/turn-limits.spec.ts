import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collectGarbage } from '@foodie-express/testing';
import { z } from 'zod';
import type { ChatModel, ChatModelReply } from '../models/chat-model';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';
import { defineTool, type Tool } from '../tools/tool';
import { toolbox } from '../tools/toolbox';

/** Never has enough of one tool, at so many tokens a reply. */
class EndlessModel implements ChatModel {
  readonly name = 'endless';
  replies = 0;
  isEndless = true;

  constructor(private readonly tokens: number) {}

  reply(): Promise<ChatModelReply> {
    if (!this.isEndless) return Promise.resolve({ kind: 'text', text: 'Here I am.' });
    this.replies += 1;
    return Promise.resolve({ kind: 'tool_calls', calls: [{ id: `call-${this.replies}`, name: 'show_order', arguments: '{}' }], tokens: this.tokens });
  }
}

/** A tool that ends when the test says so. */
function waitingTool(name: string, until: Promise<unknown>): Tool {
  return defineTool({ name, description: 'Waits.', parameters: z.strictObject({}), run: () => until });
}

describe('the limits of a turn', () => {
  let api: FakeRestaurantApi;
  let agent: TestAgent | undefined;

  beforeEach(async () => {
    api = await FakeRestaurantApi.start();
  });

  afterEach(async () => {
    await agent?.stop();
    await api.stop();
  });

  it.each([
    ['10 model calls', 0, 10],
    ['20,000 tokens', 7_000, 3],
  ])('are %s, with a polite sentence and the session intact behind them', async (_limit, tokens, calls) => {
    const model = new EndlessModel(tokens);
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const person = new Person(agent.url, randomUUID());
    expect((await person.say('go on for ever')).response).toMatch(/^Sorry, .*smaller steps/);
    expect(model.replies).toBe(calls);
    model.isEndless = false;
    expect((await person.say('and now?')).response).toBe('Here I am.');
  });

  it('give a tool its time and no more; the model hears of it and goes on', async () => {
    const model = new ScriptedModel();
    const tools = new Map([...toolbox, ['wait', waitingTool('wait', new Promise(() => undefined))]]);
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model, tools, toolTimeoutMs: 100 });
    const person = new Person(agent.url, randomUUID());
    model.plan([['wait', {}], ['show_order', {}]], 'One of them took too long.');
    expect((await person.say('wait')).response).toBe('One of them took too long.');
    expect(model.results).toEqual([expect.stringContaining('⏱️'), expect.stringContaining('"lines":[]')]);
    model.plan('Still here.');
    expect((await person.say('and now?')).response).toBe('Still here.');
  });

  it('run tool calls of one reply together, with results in the order of the calls', async () => {
    const model = new ScriptedModel();
    let release: (value: string) => void = () => undefined;
    const released = new Promise((resolve) => (release = resolve));
    const second: Tool = {
      ...waitingTool('second', released),
      run: () => {
        release('by the second');
        return Promise.resolve('ran');
      },
    };
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model, tools: new Map([['first', waitingTool('first', released)], ['second', second]]) });
    // The first ends only when the second runs: one after the other, it would wait for ever.
    model.plan([['first', {}], ['second', {}]], 'Both done.');
    expect((await new Person(agent.url, randomUUID()).say('both')).response).toBe('Both done.');
    expect(model.results[0]).toBe('"by the second"');
  });

  it('answer the seventeenth call of one reply with an error', async () => {
    const model = new ScriptedModel();
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    model.plan(Array.from({ length: 17 }, () => ['show_order', {}] as const), 'Enough.');
    await new Person(agent.url, randomUUID()).say('all at once');
    expect(model.results.map((result) => result.includes('too_many_calls'))).toEqual([...Array.from({ length: 16 }, () => false), true]);
  });

  it('run what changes the order in the order of the calls, so that it is shown as it is', async () => {
    const model = new ScriptedModel();
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const person = new Person(agent.url, randomUUID());
    const add = (item_name: string) => ['add_to_order', { restaurant_name: 'Thepla House', items: [{ item_name, quantity: 1 }] }] as const;
    const prepare = ['prepare_order_for_confirmation', {}] as const;
    model.plan([add('Masala Thepla'), prepare], 'There.');
    expect((await person.say('a masala thepla')).pending_order?.lines).toHaveLength(1);
    model.plan([add('Methi Thepla'), prepare], 'There.');
    expect((await person.say('and a methi thepla')).pending_order?.lines).toHaveLength(2);
    model.plan([prepare, add('Masala Thepla')], 'There.');
    expect((await person.say('one more masala thepla')).pending_order).toBeUndefined();
  });

  it('give a model back its malformed arguments once, then apologise', async () => {
    const model = new ScriptedModel();
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const person = new Person(agent.url, randomUUID());
    model.plan([['get_menu', '{"restaurant_name":']], [['get_menu', { name: 'Thepla House' }]], 'never said');
    expect((await person.say('menu')).response).toMatch(/^Sorry, I got that wrong/);
    expect(model.requests).toHaveLength(2);
    model.plan([['get_menu', '{"restaurant_name":']], [['get_menu', { restaurant_name: 'Thepla House' }]], 'Here it is.');
    expect((await person.say('menu')).response).toBe('Here it is.');
  });

  it('are told of in a stream as the words of a reply are', async () => {
    const model = new EndlessModel(0);
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
    const events = await (await new Person(agent.url, 'me').post('/chat/stream', { user_id: 'me', message: 'go on for ever' })).text();
    expect(events).toMatch(/event: token\ndata: .*smaller steps/);
  });

  it('hold though garbage is collected meanwhile', async () => {
    const begun: (() => void)[] = [];
    const asked = new Promise<void>((resolve) => begun.push(resolve));
    const model: ChatModel = { name: 'silent', reply: () => new Promise(() => { begun.forEach((resolve) => { resolve(); }); }) };
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model, turnTimeoutMs: 200 });
    const said = new Person(agent.url, randomUUID()).say('hello');
    await asked;
    collectGarbage();
    expect((await said).response).toMatch(/^⏱️/);
  });
});
