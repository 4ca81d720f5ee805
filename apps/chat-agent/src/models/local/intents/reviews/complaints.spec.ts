import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { complaints } from './complaints';

describe('complaints', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['i want a refund', 'cannot give money back'],
    ['the food was cold', 'sorry to hear'],
    ['its been an hour', 'get_order_status'],
    ['my order never arrived', 'get_order_status'],
    ['i want to talk to a human', 'program'],
    ['you are useless', 'not going well'],
  ])('hears: %s', async (message, move) => {
    expect(await stage.move(complaints, message)).toContain(move);
  });

  it.each(['2 cold coffee', 'the dosa was great', 'where is my order'])('leaves to others: %s', async (message) => {
    expect(await stage.move(complaints, message)).toBe('-');
  });
});
