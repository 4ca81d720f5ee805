import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Conversation, nameOfPerson, playConversation, readConversations } from '@foodie-express/testing';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import { Person, TestAgent } from '../../../testing/test-agent';

const PASSWORD = 'S3cret99';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.talk'));
const conversations = files.map((name) => [name, readConversations(readFileSync(new URL(name, folder), 'utf8'))] as const);
const exchanges = conversations.flatMap(([, each]) => each).flatMap((conversation) => conversation.exchanges);

describe('conversations with the local model', () => {
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

  it('are 450 turns or more', () => {
    expect(exchanges.length).toBeGreaterThanOrEqual(450);
  });

  it('order something of every dish of every restaurant', () => {
    const ordered = exchanges.flatMap(({ order = [] }) => order).join('\n');
    expect(api.dishNames.filter((dish) => !ordered.includes(dish))).toEqual([]);
  });

  describe.each(conversations)('%s', (_name, each) => {
    it.each(each.map((conversation) => [conversation.title, conversation] as const))('%s', async (_title, conversation) => {
      await play(conversation);
    });
  });

  async function play(conversation: Conversation): Promise<void> {
    const name = nameOfPerson();
    api.addAccount(name, PASSWORD);
    for (const restaurant of conversation.closed) api.closed.add(restaurant);
    const person = new Person(agent.url, randomUUID());
    try {
      await playConversation(conversation, {
        name,
        say: (message) => person.say(message),
        latestOrder: () => Promise.resolve(api.orders.findLast(({ username }) => username.startsWith(name))?.lines ?? []),
      });
    } finally {
      api.closed.clear();
    }
  }
});
