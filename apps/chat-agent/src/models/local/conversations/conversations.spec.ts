import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrderLine } from '@foodie-express/contracts';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import { Person, TestAgent } from '../../../testing/test-agent';
import { type Conversation, readConversations } from './read-conversations';

const PASSWORD = 'S3cret99';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.talk'));
const conversations = files.map((name) => [name, readConversations(readFileSync(new URL(name, folder), 'utf8'))] as const);

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

  it('are 150 turns or more', () => {
    expect(conversations.flatMap(([, each]) => each).flatMap(({ exchanges }) => exchanges).length).toBeGreaterThanOrEqual(150);
  });

  describe.each(conversations)('%s', (_name, each) => {
    it.each(each.map((conversation) => [conversation.title, conversation] as const))('%s', async (_title, conversation) => {
      await play(conversation);
    });
  });

  /** `NAME` in a message stands for an account that exists, `NEW` for one that does not yet. */
  async function play({ closed, exchanges }: Conversation): Promise<void> {
    const name = `p${randomUUID().slice(0, 8)}`;
    api.addAccount(name, PASSWORD);
    for (const restaurant of closed) api.closed.add(restaurant);
    const person = new Person(agent.url, randomUUID());
    try {
      for (const { message, has, hasNot, order, placed } of exchanges) {
        const said = message.replace(/\bNAME\b/g, name).replace(/\bNEW\b/g, `${name}n`);
        const { response, pending_order } = await person.say(said);
        const context = `\n> ${said}\n${response}`;
        for (const text of has) expect(context.toLowerCase()).toContain(text.toLowerCase());
        for (const text of hasNot) expect(response.toLowerCase()).not.toContain(text.toLowerCase());
        if (order !== undefined) expect([context, (pending_order?.lines ?? []).map(lineText)]).toEqual([context, order]);
        if (placed !== undefined) expect([context, latestOf(name)]).toEqual([context, placed]);
      }
    } finally {
      api.closed.clear();
    }
  }

  function latestOf(name: string): string[] {
    return (api.orders.findLast(({ username }) => username.startsWith(name))?.lines ?? []).map(lineText);
  }
});

function lineText({ quantity, item_name, options }: OrderLine): string {
  const said = options.map(({ name, negated, qualifier }) => [negated === true ? 'no' : '', qualifier ?? '', name].filter((part) => part !== '').join(' '));
  return `${quantity} ${item_name}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
}
