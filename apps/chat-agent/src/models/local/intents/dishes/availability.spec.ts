import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { availability } from './availability';

describe('availability', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['do you have dhokla', 'Khaman Dhokla'],
    ['got any pizza', 'Margherita Pizza'],
    ['does sankalp have dabeli', 'Sankalp Restaurant has none'],
    ['do you have sushi', 'search_restaurants_by_item'],
  ])('answers: %s', async (message, move) => {
    expect(await stage.move(availability, message)).toContain(move);
  });

  it.each(['can i have 2 dosa', '2 dosa', 'do you have gujarati food'])('leaves to others: %s', async (message) => {
    expect(await stage.move(availability, message)).toBe('-');
  });
});
