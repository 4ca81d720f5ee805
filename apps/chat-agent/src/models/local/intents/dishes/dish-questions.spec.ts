import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { dishQuestions } from './dish-questions';

describe('dishQuestions', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['does the masala dosa have milk', 'spiced potato'],
    ['what comes with the punjabi thali', 'Dal makhani'],
    ['does the biryani come hot', 'Spice level'],
  ])('describes the dish: %s', async (message, move) => {
    expect(await stage.move(dishQuestions, message)).toContain(move);
  });

  it.each(['2 masala dosa', 'masala dosa', 'is honest open'])('leaves to others: %s', async (message) => {
    expect(await stage.move(dishQuestions, message)).toBe('-');
  });
});
