import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encode } from 'gpt-tokenizer';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { ScriptedModel } from '../testing/scripted-model';
import { Person, TestAgent } from '../testing/test-agent';

describe('get_menu', () => {
  const model = new ScriptedModel();
  let api: FakeRestaurantApi;
  let agent: TestAgent;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    agent = await TestAgent.start({ apiUrl: api.url, model: () => model });
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  async function menu(): Promise<string> {
    model.plan([['get_menu', { restaurant_name: 'Thepla House' }]]);
    await new Person(agent.url, randomUUID()).say('menu');
    return model.results.at(-1) ?? '';
  }

  it('tells the longest menu in what a turn may cost, every dish with its price', async () => {
    api.addDishes('Thepla House', 20);
    expect(await menu()).toContain('With much love.');
    api.addDishes('Thepla House', 160);
    const text = await menu();
    expect(text.match(/"price":"₹50"/g)?.length).toBeGreaterThanOrEqual(180);
    expect(encode(text).length).toBeLessThan(10_000);
  });
});
