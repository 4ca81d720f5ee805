import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { type ScriptedCall, ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';
import type { ChatModel } from './chat-model';
import { FallbackChatModel } from './fallback-chat-model';
import { LocalChatModel } from './local/local-chat-model';

const GET_MENU = ['get_menu', { restaurant_name: 'Thepla House' }] as const;
const SEARCH = ['search_restaurants_by_item', { item_name: 'thepla' }] as const;
const ADD = ['add_to_order', { restaurant_name: 'Thepla House', items: [{ item_name: 'Masala Thepla', quantity: 2 }] }] as const;

describe('FallbackChatModel, where the remote model fails in the middle of a turn', () => {
  const scripted = new ScriptedModel();
  /** Calls its tools, and is down when it should read what they say. */
  const remote: ChatModel = {
    name: 'remote',
    reply: (request) => (request.messages.at(-1)?.role === 'tool' ? Promise.reject(new Error('down')) : scripted.reply(request)),
  };
  let api: FakeRestaurantApi;
  let agent: TestAgent;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    api.addAccount('alice', 'S3cret99');
    agent = await TestAgent.start({ apiUrl: api.url, model: (client, logger) => new FallbackChatModel(remote, new LocalChatModel(client), logger) });
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  it.each<[string, readonly ScriptedCall[]]>([
    ['had looked at the menu', [GET_MENU]],
    ['had searched, several times at once', [SEARCH, ['get_restaurant_by_name', { restaurant_name: 'Thepla House' }]]],
    ['had called a tool that does not exist', [['order_food', {}]]],
    ['had got the arguments wrong', [['add_to_order', { dish: 'thepla' }]]],
    ['had added what was wanted', [ADD]],
    ['had added it and looked at the menu', [ADD, GET_MENU]],
    ['had added it and called a tool that does not exist', [ADD, ['order_food', {}]]],
  ])('what the person said is answered, once: the remote %s', async (_what, calls) => {
    const person = new Person(agent.url, randomUUID());
    scripted.plan(calls);
    const { response, pending_order } = await person.say('two masala thepla from thepla house');
    expect([response.includes('2 × Masala Thepla'), pending_order?.total_price]).toEqual([true, 126]);
  });

  it('places an order once, whichever of them was asked to', async () => {
    const person = new Person(agent.url, randomUUID());
    scripted.plan([['login_user', {}]]);
    await person.say('login alice S3cret99');
    scripted.plan([ADD]);
    await person.say('two masala thepla from thepla house');
    scripted.plan([['show_order', {}]]);
    expect((await person.say('yes')).response).toContain('Your order is placed');
    scripted.plan([['place_order', {}]]);
    await person.say('yes');
    expect(api.orders).toHaveLength(1);
  });

  it('leaves the whole of the turn in the history for the remote model', async () => {
    const person = new Person(agent.url, randomUUID());
    scripted.plan([GET_MENU]);
    await person.say('two masala thepla from thepla house');
    scripted.plan('Hello again.');
    await person.say('hello');
    const calls = (scripted.requests.at(-1)?.messages ?? []).flatMap((message) => (message.role === 'assistant' ? (message.toolCalls ?? []) : []));
    expect(calls.map(({ name }) => name)).toEqual(['get_menu', 'add_to_order', 'prepare_order_for_confirmation']);
  });
});
