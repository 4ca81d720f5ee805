import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { aboutDishes } from './about-dishes';

describe('aboutDishes', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['what is dabeli', 'Soft bun'],
    ['tell me about pani puri', 'spiced mint water'],
    ['something with paneer', 'Punjabi Thali'],
    ['chicken dishes', 'Butter Chicken'],
  ])('shows: %s', async (message, move) => {
    expect(await stage.move(aboutDishes, message)).toContain(move);
  });

  it.each(['2 dabeli', 'what is the price of dabeli', 'show all dishes', 'what is the meaning of life'])('leaves to others: %s', async (message) => {
    expect(await stage.move(aboutDishes, message)).toBe('-');
  });
});
