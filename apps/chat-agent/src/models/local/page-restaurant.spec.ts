import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChatResponse, chatResponseSchema } from '@foodie-express/contracts';
import { FakeRestaurantApi } from '../../testing/fake-restaurant-api';
import { Person, TestAgent } from '../../testing/test-agent';

describe('the restaurant of the page', () => {
  let api: FakeRestaurantApi;
  let agent: TestAgent;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    agent = await TestAgent.start({ apiUrl: api.url });
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  async function say(message: string, restaurant: string): Promise<ChatResponse> {
    const person = new Person(agent.url, randomUUID());
    return chatResponseSchema.parse(await (await person.post('/chat', { user_id: person.userId, message, restaurant })).json());
  }

  it('is where a sentence without a name orders', async () => {
    expect((await say('2 masala thepla', 'Thepla House')).pending_order?.restaurant_name).toBe('Thepla House');
  });

  it.each(['menu', 'what time does it open', '2 masala dosa', 'order lasagne'])('is told to be unknown where "%s" relies on it', async (message) => {
    const { response, pending_order } = await say(message, 'Nope');
    expect(response).toContain('😔 I could not find a restaurant called "Nope"');
    expect(pending_order).toBeUndefined();
  });

  it.each(['hi', 'menu of thepla house', '2 masala dosa from sankalp'])('does not matter to "%s"', async (message) => {
    expect((await say(message, 'Nope')).response).not.toContain('Nope');
  });
});
