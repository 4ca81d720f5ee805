import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { notUnderstood, smallTalk } from './small-talk';

describe('smallTalk', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['hello', 'Hungry?'],
    ['namaste beta', 'Hungry?'],
    ['thanks bhai', 'welcome'],
    ['bye', 'Come back'],
    ['can you help me', '"my orders"'],
  ])('answers: %s', async (message, move) => {
    expect(await stage.move(smallTalk, message)).toContain(move);
  });

  it('reminds of an order that is not placed', async () => {
    expect(await stage.move(smallTalk, 'hello?', DOSAS)).toContain('Your order from Sankalp Restaurant is not placed yet');
    expect(await stage.move(smallTalk, 'bye', DOSAS)).toContain('is not placed');
  });

  it('is honest about what it does not understand', async () => {
    expect(await stage.move(notUnderstood, 'qwerty')).toContain('did not understand');
    expect(await stage.move(notUnderstood, 'which colour is the sky?')).toContain('do not know');
    expect(await stage.move(notUnderstood, '42')).toContain('42 of what?');
  });

  it.each(['2 dosa', 'hello i want pizza'])('leaves to others: %s', async (message) => {
    expect(await stage.move(smallTalk, message)).toBe('-');
  });
});
