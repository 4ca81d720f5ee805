import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { account } from './account';

describe('account', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['login', 'login_user {}'],
    ['I want an account', 'register_user {}'],
    ['mujhe account banana hai', 'register_user {}'],
    ['I already have an account', 'login_user {}'],
    ['sign me up, my name is priya', 'register_user {"username":"priya"}'],
    ['register priya@example.com', 'register_user {"email":"priya@example.com"}'],
    ['login alice', 'login_user {"username":"alice"}'],
    ['register alice alice@example.com', 'register_user'],
    ['log out please', 'logout_user'],
    ['who am i', 'not logged in'],
    ['who am I logged in as?', 'not logged in'],
    ['And who am I now?', 'not logged in'],
    ['which account is this', 'not logged in'],
    ['Please log me out again, this is a shared computer.', 'logout_user'],
    ['Thanks, and now log me out please, I want to test it.', 'logout_user'],
    ["I'd like to log out now", 'logout_user'],
    ['why do i need to login', 'An order needs a name'],
    ['how do i register', 'Send: login NAME PASSWORD'],
  ])('understands: %s', async (message, move) => {
    expect(await stage.move(account, message)).toContain(move);
  });

  it.each([
    ["I'd like to be called priya", 'register_user {"username":"priya"}'],
    ['its priya@example.com', 'register_user {"email":"priya@example.com"}'],
    ['priya_shah, priya@example.com', 'register_user {"username":"priya_shah","email":"priya@example.com"}'],
    ['sorry, I meant priya_shah', 'register_user {"username":"priya_shah"}'],
    ['not priya@example.com but shah@example.com', 'register_user {"email":"shah@example.com"}'],
    ['[name hidden]', 'register_user {}'],
    ['menu', '-'],
    ['2 dosa', '-'],
    ['what is that?', '-'],
    ['yes', '-'],
  ])('takes a step of a registration: %s', async (message, move) => {
    expect(await stage.move(account, message, { account: { isCalledOff: false, purpose: 'registration', asked: 'username', isFresh: true, hasName: false } })).toBe(move);
  });

  it('does what a password was given for, and keeps what else was said', async () => {
    const dialogue = await stage.dialogue('2 dosa, login alice [password hidden] and 1 idli', { passwordGivenFor: 'login' });
    expect(account(dialogue)).toMatchObject({ calls: [{ tool: 'login_user' }], memory: { rest: '2 dosa, 1 idli' } });
  });

  it.each(['Here are my details, register alice alice@example.com [password hidden]', 'I have never used this before, so register alice alice@example.com [password hidden]', "I'm new here, please sign me up: alice, alice@example.com, [password hidden]", 'okay, I am back after 2 years, login alice [password hidden]'])(
    'takes what leads up to it for no wish: %s',
    async (message) => {
      const move = account(await stage.dialogue(message, { passwordGivenFor: 'registration' }));
      expect(move?.memory).toEqual({ rest: undefined });
    },
  );

  it.each([
    ['I have never used this before, so register alice a@b.co [password hidden] and show me my orders', 'show me my orders'],
    ['one dosa with coconut chutney, no onion, and register alice a@b.co [password hidden]', 'one dosa with coconut chutney, no onion'],
    ['Hello. I want to order dosa. login alice [password hidden]', 'I want to order dosa'],
  ])('keeps what is wanted besides: %s', async (message, rest) => {
    expect(account(await stage.dialogue(message, { passwordGivenFor: 'login' }))?.memory).toEqual({ rest });
  });

  it.each(['2 dosa', 'show restaurants', "don't log me out", 'log out the menu'])('leaves to others: %s', async (message) => {
    expect(await stage.move(account, message)).toBe('-');
  });
});
