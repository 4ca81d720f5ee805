import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemorySessionStore, type SessionStore } from '@foodie-express/session-store';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { Person, TestAgent } from '../testing/test-agent';

describe('a password that nobody asked for in so many words', () => {
  let api: FakeRestaurantApi;
  let store: SessionStore;
  let agent: TestAgent;
  let person: Person;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    api.addAccount('alice', 'S3cret99');
    api.addAccount('alice2024', 'S3cret99');
    store = createMemorySessionStore();
    agent = await TestAgent.start({ apiUrl: api.url, store });
  });

  beforeEach(() => {
    person = new Person(agent.url, randomUUID());
  });

  afterAll(async () => {
    await agent.stop();
    await api.stop();
  });

  async function say(...messages: string[]): Promise<string> {
    let response = '';
    for (const message of messages) ({ response } = await person.say(message));
    const lease = await store.open(person.userId);
    await lease.release();
    expect(JSON.stringify(lease.session)).not.toMatch(/S3cret9/);
    return response;
  }

  it.each([
    ['after a wrong one', ['login alice S3cret98', 'sorry, S3cret99']],
    ['after a wrong one, with the name', ['login alice S3cret98', 'alice S3cret99']],
    ['where the username was asked for', ['login', 'alice S3cret99']],
    ['where an order needs a login', ['2 masala thepla from thepla house', 'yes', 'alice S3cret99']],
    ['where a list needs a login', ['my orders', 'alice, S3cret99']],
    ['with a name that looks like one', ['my orders', 'alice2024 S3cret99']],
    ['in one word with the name', ['login', 'alice/S3cret99']],
  ])('is taken out and logs in: %s', async (_where, messages) => {
    expect(await say(...messages)).not.toMatch(/login NAME PASSWORD/);
    expect(await say('who am i')).toContain('logged in as alice');
  });

  it.each([
    ['in sentences', ['I want to create an account, please.', 'My user name is NEW, my email is NEW@example.com and the password should be S3cret99']],
    ['in sentences that end', ['I would like to register. User name NEW, email NEW@example.com. The password is S3cret99.']],
    ['with the address behind it', ['I need an account', 'user name NEW, password S3cret99 and my email is NEW@example.com']],
    ['as the password', ['make me an account with the name NEW and the mail NEW@example.com and S3cret99 as the password']],
  ])('is taken out and registers: %s', async (_where, messages) => {
    const name = `n${randomUUID().slice(0, 8)}`;
    expect(await say(...messages.map((message) => message.replaceAll('NEW', name)))).toContain(`Welcome, ${name}`);
    expect(await say('log out', `login ${name} S3cret99`)).toContain(`logged in as ${name}`);
  });

  it('is taken out where the name is missing, which is asked for', async () => {
    expect(await say('my orders', 'S3cret99')).toContain('What is your username?');
    expect(await say('alice', 'S3cret99', 'who am i')).toContain('logged in as alice');
  });

  it('is taken out where something else was said in between', async () => {
    expect(await say('login', 'hm', 'S3cret99')).not.toContain('S3cret99');
    expect(await say('I want to create an account', 'what is an account', 'S3cret99')).not.toContain('S3cret99');
  });

  it('may be the name that was asked for: it is used as that, and told to nobody', async () => {
    const reply = await say('login', 'alice2024');
    expect([reply.includes('And the password?'), reply.includes('alice2024')]).toEqual([true, false]);
    expect(await say('S3cret99')).toContain('logged in as alice2024');
  });
});
