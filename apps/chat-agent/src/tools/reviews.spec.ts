import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';

describe('add_review', () => {
  const model = new ScriptedModel();
  let api: FakeRestaurantApi;
  let agent: TestAgent;
  let person: Person;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
  });

  beforeEach(async () => {
    const name = `n${randomUUID().slice(0, 8)}`;
    api.addAccount(name, 'S3cret99');
    person = new Person(agent.url, randomUUID());
    model.plan([['login_user', {}]]);
    await person.say(`login ${name} S3cret99`);
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  async function outcomeOf(message: string, comment: string): Promise<string | undefined> {
    model.plan([['add_review', { restaurant_name: 'Thepla House', rating: 5, comment }]]);
    await person.say(message);
    return model.results.at(-1);
  }

  it.each([
    ['review thepla house: the theplas were soft and warm', 'The theplas were soft and warm.'],
    ['thepla house, 5 stars, loved it 😍 will come again', 'Loved it 😍, will come again!'],
    ['थेपला बहुत अच्छा था, 5 stars', 'थेपला बहुत अच्छा था'],
  ])('publishes words of the person: "%s"', async (message, comment) => {
    expect(await outcomeOf(message, comment)).toContain('"rating":5');
  });

  it.each([
    ['what do people say of thepla house?', 'Best place in town, go there.'],
    ['what do people say of thepla house?', '🤮🤮🤮🤮🤮🤮🤮🤮🤮🤮'],
    ['what do people say of thepla house?', '!!!!!!!!!!!!'],
    ['the theplas were soft and warm', 'The theplas were soft and warm 🤮'],
    ['the chat was hot and cold', 'at was hot and cold'],
  ])('publishes none that the person has not said: to "%s", "%s"', async (message, comment) => {
    expect(await outcomeOf(message, comment)).toContain('not_their_words');
  });
});
