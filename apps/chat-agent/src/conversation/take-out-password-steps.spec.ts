import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeOpenAi, type OpenAiStep } from '../testing/fake-openai';
import { FakeRestaurantApi } from '../testing/fake-restaurant-api';
import { Person, TestAgent } from '../testing/test-agent';
import { OpenAiChatModel } from '../models/openai/openai-chat-model';
import { kindOfWord } from './password-words';
import { takeOutPassword } from './take-out-password';

const letters = (from: string, length: number) => fc.stringMatching(new RegExp(`^[${from}]{${length},${length + 6}}$`));
const LOWER = 'a-z';
/** As people make them up: no name looks like them. */
const odd = fc.oneof(
  fc.tuple(letters(LOWER, 3), fc.constantFrom('#', '$', '@', '!', '%'), letters('0-9', 2)).map((parts) => parts.join('')),
  fc.tuple(letters(LOWER, 2), letters('A-G', 1), letters(LOWER, 1), letters('0-9', 2)).map((parts) => parts.join('')),
  fc.tuple(letters('Q-T', 1), letters(LOWER, 2), letters('0-9', 1), letters(LOWER, 2)).map((parts) => parts.join('')),
);
/** Names that could as well be passwords. */
const either = fc.tuple(fc.constantFrom('', 'P'), letters(LOWER, 4), letters('0-9', 2)).map((parts) => parts.join('')).filter((word) => !/pass/i.test(word));
const name = letters(LOWER, 3);

describe('kindOfWord', () => {
  it.each([
    ['priya_shah', 'other'],
    ['priya', 'other'],
    ['priya@example.com', 'address'],
    ['priya.shah99@mail.example.co.in.', 'address'],
    ['Rahul1990', 'either'],
    ['secret99', 'either'],
    ['p-0ef36f8a', 'either'],
    ['Priya_Shah99', 'either'],
    ['9825012345', 'either'],
    ['Passw0rd99', 'password'],
    ['password1', 'password'],
    ['PriyaShah99', 'password'],
    ['S3cret#99', 'password'],
    ['hello#world', 'password'],
    ['P@ssword', 'password'],
    ['P@ss.w0rd1', 'password'],
    ['priya@example', 'other'],
    ['dosa', 'other'],
    ['ok!!', 'other'],
  ])('%s: %s', (word, kind) => {
    expect(kindOfWord(word)).toBe(kind);
  });
});

describe('takeOutPassword while somebody registers step by step', () => {
  const asked = fc.constantFrom('username' as const, 'email' as const, 'password' as const);
  const around = fc.constantFrom('SAID', 'ok, SAID', "it's SAID", 'SAID please', 'hm, take SAID then', 'I would say that it should be SAID if that is fine with you and everybody', 'priya@example.com SAID', 'SAID, priya@example.com', 'priya_shah priya@example.com SAID');

  it('hides what no name looks like, whatever was asked and however it is put', () => {
    fc.assert(
      fc.property(odd, around, asked, fc.boolean(), (password, said, field, isByTheWay) => {
        const { message, possibleName } = takeOutPassword(said.replace('SAID', () => password), { purpose: 'registration', asked: field, ...(isByTheWay && { isByTheWay }) });
        expect([message.includes(password), possibleName]).toEqual([false, undefined]);
      }),
    );
  });

  it('hides what may be a name as well, and takes it for the name that was asked for', () => {
    fc.assert(
      fc.property(either, fc.constantFrom('SAID', 'SAID, priya@example.com', "it's SAID", 'ok SAID please'), (word, said) => {
        const taken = takeOutPassword(said.replace('SAID', word), { purpose: 'registration', asked: 'username', isByTheWay: true });
        expect([taken.message.includes(word), taken.possibleName, taken.given]).toEqual([false, word, undefined]);
      }),
    );
  });

  it('takes it for the password where the name is known, or told before it', () => {
    fc.assert(
      fc.property(fc.oneof(either, odd), name, (password, username) => {
        const known = takeOutPassword(password, { purpose: 'registration', username, asked: 'email', isByTheWay: true });
        const told = takeOutPassword(`${username}x, ${username}@example.com, ${password}`, { purpose: 'registration', asked: 'username', isByTheWay: true });
        expect([known.message.includes(password), told.message.includes(password)]).toEqual([false, false]);
        expect(known.given).toMatchObject({ purpose: 'registration', username, password });
        expect(told.given).toMatchObject({ purpose: 'registration', email: `${username}@example.com`, password });
      }),
    );
  });

  it.each([
    ['Rahul1990 S3cret#99', 'Rahul1990', 'S3cret#99'],
    ['rahul1990 secret99', 'rahul1990', 'secret99'],
    ['Rahul1990, rahul@example.com, Passw0rd99', undefined, 'Passw0rd99'],
    ['priya_shah Passw0rd99', 'priya_shah', 'Passw0rd99'],
    ['priya_shah/Passw0rd99', 'priya_shah', 'Passw0rd99'],
    ['user name priya_shah and then Passw0rd99', 'priya_shah', 'Passw0rd99'],
  ])('reads several at once: %s', (message, username, password) => {
    const { message: shown, given, possibleName } = takeOutPassword(message, { purpose: 'registration', asked: 'username', isByTheWay: true });
    expect([given?.purpose, given?.username ?? possibleName, given?.password]).toEqual(['registration', username ?? 'Rahul1990', password]);
    expect(shown).not.toContain(password);
  });

  it.each(['no, priya2.shah@example.com', 'priya99@example.com', 'my user name is Rahul1990', 'never mind', 'add 2 masala dosa', 'wait, what is open at 9?', 'can I have 2 idli first', 'menu', '2 masala dosa please'])('is no password where one was asked for: %s', (message) => {
    expect(takeOutPassword(message, { purpose: 'registration', username: 'priya', email: 'priya@example.com', asked: 'password' })).toEqual({ message });
  });

  it.each(['priya_shah', 'priya@example.com', 'priya_shah, priya@example.com', 'my user name is Rahul1990', 'what is on the menu?', 'never mind', 'priya at home'])('leaves alone: %s', (message) => {
    expect(takeOutPassword(message, { purpose: 'registration', asked: 'username', isByTheWay: true })).toEqual({ message });
  });
});

/** What a remote model does with each message where it works by the tools, and where it asks in words of its own. */
const REGISTRATION_BY_TOOLS: readonly (readonly [message: string, ...steps: OpenAiStep[]])[] = [
  ['I want an account', { call: [['register_user', '{}']] }, { say: 'Lovely. Which user name?' }],
  ['SECRET', { call: [['register_user', '{}']] }, { say: 'I hid that. The user name?' }],
  ['NEW', { call: [['register_user', '{"username":"NEW"}']] }, { say: 'And your e-mail?' }],
  ['SECRET', { call: [['register_user', '{}']] }, { say: 'Later. Your e-mail?' }],
  ['NEW@example.com', { call: [['register_user', '{"email":"NEW@example.com"}']] }, { say: 'And a password?' }],
  ['SECRET', { call: [['register_user', '{}']] }, { say: 'Welcome!' }],
];
const REGISTRATION_IN_WORDS: typeof REGISTRATION_BY_TOOLS = [
  ['I want an account', { say: 'Great! What should I call you?' }],
  ['ok', { say: 'So what name would you like for your account?' }],
  ['SECRET', { say: 'What is your email?' }],
  ['SECRET', { say: 'Please tell me your email address.' }],
  ['NEW NEW@example.com', { say: 'And which password?' }],
  ['SECRET', { call: [['register_user', '{"username":"NEW","email":"NEW@example.com"}']] }, { say: 'Welcome!' }],
];

describe('a password that is told at any step', () => {
  let api: FakeRestaurantApi;
  let openAi: FakeOpenAi;

  beforeAll(async () => {
    [api, openAi] = await Promise.all([FakeRestaurantApi.start(), FakeOpenAi.start()]);
  });

  afterAll(async () => {
    await Promise.all([api.stop(), openAi.stop()]);
  });

  async function storedFor(agent: TestAgent, userId: string): Promise<string> {
    const lease = await agent.store.open(userId);
    await lease.release();
    return JSON.stringify(lease);
  }

  /** What stands before each place where it is found. */
  const placesOf = (password: string, seen: readonly unknown[]) => seen.flatMap((each) => JSON.stringify(each).split(password).slice(0, -1).map((before) => before.slice(-100)));

  const filled = (text: string, username: string, password: string) => text.replaceAll('NEW', username).replaceAll('SECRET', password);

  it.each([
    ['by the tools', 'Passw0rd99', REGISTRATION_BY_TOOLS],
    ['in words of its own', 'Passw0rd99', REGISTRATION_IN_WORDS],
    ['by the tools, where it looks like a name', 'secret99', REGISTRATION_BY_TOOLS],
    ['in words of its own, where it looks like a name', 'secret99', REGISTRATION_IN_WORDS],
  ])('is sent to no remote model, stored nowhere and logged nowhere: %s', async (_how, password, turns) => {
    const username = `n${randomUUID().replace(/[^a-f]/g, '')}`;
    const agent = await TestAgent.start({ apiUrl: api.url, model: () => new OpenAiChatModel({ apiKey: 'sk-tests', baseUrl: openAi.baseUrl, model: 'fake', timeoutMs: 2_000, callTimeoutMs: 4_000, retries: 0 }) });
    const person = new Person(agent.url, randomUUID());
    const seen: unknown[] = [];
    for (const [message, ...steps] of turns) {
      openAi.plan(...steps.map((step) => ('call' in step ? { ...step, call: step.call.map(([tool, text]) => [tool, filled(text, username, password)] as const) } : step)));
      seen.push(await person.say(filled(message, username, password)), structuredClone(openAi.received), await storedFor(agent, person.userId));
    }
    expect(placesOf(password, [...seen, ...agent.logLines])).toEqual([]);
    await agent.stop();
    const login = await fetch(`${api.url}/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    expect(login.status).toBe(200);
  });

  it.each(['Passw0rd99', 'secret99', 'S3cret#99', 'Rahul1990'])('is stored nowhere, logged nowhere and in no reply with the local model, in any order of the steps: %s', async (password) => {
    const agent = await TestAgent.start({ apiUrl: api.url });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(['NEW', 'NEW@example.com', 'SECRET', 'what is on the menu of swati snacks?', 'my password is SECRET', 'no, NEW@example.com'], { minLength: 1 }), async (steps) => {
        const username = `n${randomUUID().replace(/[^a-f]/g, '')}`;
        const person = new Person(agent.url, randomUUID());
        const seen: unknown[] = [];
        for (const message of ['I want an account', ...steps, 'my user name is NEW', 'NEW@example.com', 'SECRET', 'SECRET', 'who am i']) seen.push(await person.say(filled(message, username, password)), await storedFor(agent, person.userId));
        expect(placesOf(password, [...seen, ...agent.logLines])).toEqual([]);
        expect(JSON.stringify(seen.at(-2))).toContain(`logged in as ${username}`);
      }),
      { numRuns: 6, endOnFailure: true },
    );
    await agent.stop();
  });
});
