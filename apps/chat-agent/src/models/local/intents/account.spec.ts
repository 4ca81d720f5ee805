import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../testing/intent-stage';
import { account } from './account';

describe('account', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['login', 'What is your username'],
    ['login alice', 'login_user {"username":"alice"}'],
    ['register alice alice@example.com', 'register_user'],
    ['log out please', 'logout_user'],
    ['who am i', 'not logged in'],
    ['why do i need to login', 'An order needs a name'],
    ['how do i register', 'Send: login NAME PASSWORD'],
  ])('understands: %s', async (message, move) => {
    expect(await stage.move(account, message)).toContain(move);
  });

  it('does what a password was given for, and keeps what else was said', async () => {
    const dialogue = await stage.dialogue('2 dosa, login alice [password hidden] and 1 idli', { passwordGivenFor: 'login' });
    expect(account(dialogue)).toMatchObject({ calls: [{ tool: 'login_user' }], memory: { rest: '2 dosa, 1 idli' } });
  });

  it.each(['2 dosa', 'show restaurants'])('leaves to others: %s', async (message) => {
    expect(await stage.move(account, message)).toBe('-');
  });
});
