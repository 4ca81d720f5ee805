import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemorySessionStore, type SessionStore } from '@foodie-express/session-store';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';

const ADD = ['add_to_order', { restaurant_name: 'Thepla House', items: [{ item_name: 'Masala Thepla', quantity: 2 }] }] as const;
const PREPARE = ['prepare_order_for_confirmation', {}] as const;
const PLACE = ['place_order', {}] as const;
const CANCEL = ['cancel_pending_order', {}] as const;

describe('an order, where something fails between the yes and its answer', () => {
  const model = new ScriptedModel();
  let api: FakeRestaurantApi;
  let store: SessionStore;
  let agent: TestAgent;
  let person: Person;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    api.addAccount('alice', 'S3cret99');
    store = createMemorySessionStore();
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model, store });
  });

  beforeEach(async () => {
    api.orders.length = 0;
    api.outage = undefined;
    api.losesOrderAnswers = false;
    api.closed.clear();
    person = new Person(agent.url, randomUUID());
    model.plan([['login_user', {}]]);
    await person.say('login alice S3cret99');
    model.plan([ADD], [PREPARE]);
    await person.say('two masala thepla please');
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  async function sayYesWithoutAnswer(): Promise<void> {
    api.losesOrderAnswers = true;
    model.plan([PLACE]);
    await person.say('yes');
    api.losesOrderAnswers = false;
    expect(api.orders).toHaveLength(1);
  }

  it('is placed once where the person asks something else before the next yes', async () => {
    await sayYesWithoutAnswer();
    model.plan('I am not sure. Shall I look?');
    await person.say('did it go through?');
    model.plan([PREPARE]);
    await person.say('show it again');
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(model.results.at(-1)).toContain('order_id');
    expect(api.orders).toHaveLength(1);
  });

  it('is placed once where the agent ended before it could save the turn', async () => {
    const lease = await store.open(person.userId);
    const { session = { messages: [], state: {} }, pendingOrder } = lease;
    await lease.release();
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    const next = await store.open(person.userId);
    await next.save({ session, pendingOrder });
    model.plan([PREPARE]);
    await person.say('where were we?');
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(api.orders).toHaveLength(1);
  });

  it('is another one when it is ordered again later', async () => {
    for (let order = 0; order < 2; order += 1) {
      model.plan([PLACE], 'Placed.');
      await person.say('yes');
      model.plan([ADD], [PREPARE]);
      await person.say('the same again');
    }
    expect(api.orders).toHaveLength(2);
  });

  it('is cancelled where the person calls it off', async () => {
    await sayYesWithoutAnswer();
    model.plan([CANCEL]);
    await person.say('no, forget it');
    expect(api.orders.map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('does not stand beside the one that the person makes of it', async () => {
    await sayYesWithoutAnswer();
    for (const quantity of [3, 2]) {
      model.plan([['change_order', { items: [{ item_name: 'Masala Thepla', quantity }] }]], [PREPARE]);
      await person.say(`make it ${quantity}`);
    }
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(api.orders.map(({ status, lines }) => [status, lines[0]?.quantity])).toEqual([['cancelled', 2], ['placed', 2]]);
  });

  it('is another one where the person has cancelled it and says yes again', async () => {
    await sayYesWithoutAnswer();
    model.plan([['cancel_order', {}]], [PREPARE]);
    await person.say('cancel my last order');
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(api.orders.map(({ status }) => status)).toEqual(['cancelled', 'placed']);
  });

  it('is no longer changed where the restaurant is at work on it', async () => {
    await sayYesWithoutAnswer();
    api.refusesCancellations = true;
    try {
      model.plan([ADD]);
      await person.say('two more');
      expect(model.results.at(-1)).toContain('at work on it already');
      model.plan([['show_order', {}]]);
      await person.say('show my order');
      expect(model.results.at(-1)).toContain('"lines":[]');
    } finally {
      api.refusesCancellations = false;
    }
  });

  it('stands where it was placed with an answer, and another one is called off', async () => {
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    model.plan([ADD], [PREPARE]);
    await person.say('the same again');
    api.outage = 422;
    model.plan([PLACE], 'No.');
    await person.say('yes');
    api.outage = undefined;
    model.plan([CANCEL]);
    await person.say('no, forget it');
    expect(api.orders.map(({ status }) => status)).toEqual(['placed']);
  });

  it('is told of, whatever keeps the model from saying so', async () => {
    model.plan([PLACE], ...Array.from({ length: 12 }, () => [['show_order', {}]] as const));
    expect((await person.say('yes')).response).toMatch(/^✅ Your order from Thepla House is placed: ₹126\.\n\nSorry/);
  });

  it('is not placed for another day than the person was told, but shown again', async () => {
    api.closed.add('Thepla House');
    model.plan([PLACE], 'One moment.');
    const { response, pending_order } = await person.say('yes');
    expect(model.results.at(-1)).toContain('has closed since');
    expect([api.orders.length, pending_order?.scheduled_for]).toEqual([0, '2026-03-03T05:30:00.000Z']);
    expect(response).toContain('Thepla House is closed now: it will be prepared Tue 3 Mar, 11:00 am.\nShall I place it?');
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(api.orders.map(({ scheduled_for }) => scheduled_for)).toEqual(['2026-03-03T05:30:00.000Z']);
  });

  it('is placed where the restaurant has opened meanwhile', async () => {
    api.closed.add('Thepla House');
    model.plan([PREPARE]);
    await person.say('show it again');
    api.closed.clear();
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(api.orders.map(({ scheduled_for }) => scheduled_for)).toEqual([null]);
  });

  it('is still what a yes is for where nobody could read the one before', async () => {
    model.failsOnce = true;
    expect((await person.say('yes')).response).toMatch(/^⚙️/);
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(api.orders).toHaveLength(1);
  });

  it('is not what a yes is for after a message that nobody could read', async () => {
    model.failsOnce = true;
    await person.say('no, stop, what is in it?');
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    expect(model.results.at(-1)).toContain('not_shown_last');
    expect(api.orders).toEqual([]);
  });

  it('is told of in the words of the menu where that has changed', async () => {
    api.rename('Thepla House', 'Masala Thepla', 'Royal Thepla');
    try {
      model.plan([PLACE], 'Sorry.');
      expect((await person.say('yes')).pending_order).toBeUndefined();
      expect(model.results.at(-1)).toContain('Masala Thepla: ');
      expect(model.results.at(-1)).not.toContain('items.0');
    } finally {
      api.rename('Thepla House', 'Royal Thepla', 'Masala Thepla');
    }
  });

  it('is not cancelled once it is placed by a word that means the one under way', async () => {
    model.plan([PLACE], 'Placed.');
    await person.say('yes');
    model.plan([ADD], [PREPARE]);
    await person.say('the same again');
    model.plan([['cancel_order', {}]]);
    await person.say('no, cancel it');
    expect(model.results.at(-1)).toContain('order_under_way');
    expect(api.orders.map(({ status }) => status)).toEqual(['placed']);
    model.plan([['cancel_order', {}]]);
    await person.say('cancel the last one, the placed one');
    expect(api.orders.map(({ status }) => status)).toEqual(['cancelled']);
  });
});
