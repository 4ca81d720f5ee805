import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameOfPerson, playConversation, readConversations } from '@foodie-express/testing';
import { OpenRestaurants } from './open-restaurants';
import { Person } from './person';
import { Stack } from './stack';

/** Of every account, as the conversations say it. */
const PASSWORD = 'S3cret99';

const folder = new URL('../../chat-agent/src/models/local/conversations/', import.meta.url);
/** What depends on the clock of the API is played to a fake, whose clock is a switch. */
const OF_THE_CLOCK = /^[+-] .*(?:\b\d{1,2}:\d\d\b|\bopen|\bclose[sd]?\b|\b\d{1,2} ?(?:am|pm)\b|\bmidnight\b)|^closed:/m;

/** The conversations of the local model's own suite, so that its fake API and the real one cannot drift apart. */
const conversations = readdirSync(folder)
  .filter((name) => name.endsWith('.talk'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/^(?=# )/m))
  .filter((text) => !OF_THE_CLOCK.test(text))
  .flatMap((text) => readConversations(text));

describe('conversations over the real API', () => {
  let stack: Stack;
  let restaurants: OpenRestaurants;

  beforeAll(async () => {
    stack = await Stack.start({}, OpenRestaurants.environment);
    restaurants = await OpenRestaurants.fill(stack.api.url);
  }, 60_000);

  afterAll(() => stack.stop());

  it('are most of the suite', () => {
    expect(conversations.flatMap(({ exchanges }) => exchanges).length).toBeGreaterThanOrEqual(300);
  });

  it.each(conversations.map((conversation) => [conversation.title, conversation] as const))('%s', async (_title, conversation) => {
    const person = new Person();
    const name = nameOfPerson();
    await person.post(`${stack.api.url}/users/register`, { username: name, email: `${name}@example.com`, password: PASSWORD });
    await playConversation(conversation, {
      name,
      say: (message) => person.say(stack.agent.url, message),
      latestOrder: () => restaurants.latestOrderOf(name),
    });
  });
});
