import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatModel, ChatModelReply, ChatModelRequest } from '../models/chat-model';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';

const ADD = ['add_to_order', { restaurant_name: 'Thepla House', items: [{ item_name: 'Masala Thepla', quantity: 2 }] }] as const;
const CHANGE = ['change_order', { items: [{ item_name: 'Masala Thepla', quantity: 9 }] }] as const;
const PREPARE = ['prepare_order_for_confirmation', {}] as const;
const PLACE = ['place_order', {}] as const;

/** Runs its tools and then thinks on until nobody waits for it any more, where a test says so. */
class PonderingModel implements ChatModel {
  readonly name = 'pondering';
  readonly scripted = new ScriptedModel();
  private whenPondering: (() => void) | undefined;

  /** Resolves when the tools of the next turn have run. */
  untilPondering(): Promise<void> {
    return new Promise((resolve) => (this.whenPondering = resolve));
  }

  async reply(request: ChatModelRequest): Promise<ChatModelReply> {
    const reply = await this.scripted.reply(request);
    if (reply.kind === 'tool_calls' || this.whenPondering === undefined) return reply;
    this.whenPondering();
    this.whenPondering = undefined;
    return new Promise(() => undefined);
  }
}

describe('an order whose reply nobody was there to see', () => {
  const model = new PonderingModel();
  let api: FakeRestaurantApi;
  let agent: TestAgent;
  let person: Person;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    api.addAccount('alice', 'S3cret99');
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
  });

  beforeEach(async () => {
    api.orders.length = 0;
    person = new Person(agent.url, randomUUID());
    model.scripted.plan([['login_user', {}]]);
    await person.say('login alice S3cret99');
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  async function sayAndLeave(path: string, message: string): Promise<void> {
    const left = new AbortController();
    const pondering = model.untilPondering();
    const answered = person.post(path, { user_id: person.userId, message }, {}, left.signal).then((response) => response.text());
    await pondering;
    left.abort();
    await expect(answered).rejects.toThrow('aborted');
  }

  it.each(['/chat', '/chat/stream'])('is not placed by a yes to what came before it (%s)', async (path) => {
    model.scripted.plan([ADD], [PREPARE]);
    await person.say('two masala thepla');
    model.scripted.plan([CHANGE], [PREPARE]);
    await sayAndLeave(path, 'make it 9');
    model.scripted.plan([PLACE]);
    await person.say('yes');
    expect(model.scripted.results.at(-1)).toContain('not_shown_last');
    expect(api.orders).toEqual([]);
  });

  it('is placed when it was shown after all, and the person says yes to that', async () => {
    model.scripted.plan([ADD], [PREPARE]);
    await sayAndLeave('/chat', 'two masala thepla');
    model.scripted.plan([PREPARE]);
    expect((await person.say('hello?')).response).toContain('Total: ₹126');
    model.scripted.plan([PLACE]);
    await person.say('yes');
    expect(api.orders).toHaveLength(1);
  });

  it('is placed once where the person leaves after the yes to it', async () => {
    model.scripted.plan([ADD], [PREPARE]);
    await person.say('two masala thepla');
    model.scripted.plan([PLACE]);
    await sayAndLeave('/chat', 'yes');
    model.scripted.plan([PLACE]);
    await person.say('yes');
    expect(api.orders).toHaveLength(1);
  });
});
