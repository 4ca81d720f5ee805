import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { dishFacts } from './dish-facts';

describe('dishFacts', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['how long does idli take', '10-15 minutes'],
    ['which food is fastest', 'quickest'],
    ['how many calories in a dabeli', '220 kcal'],
    ['dosa or idli, which is healthier', 'Idli Sambar has the fewest'],
  ])('tells what menus say: %s', async (message, move) => {
    expect(await stage.move(dishFacts, message)).toContain(move);
  });

  it.each(['2 dosa', 'how long until my order', 'show restaurants'])('leaves to others: %s', async (message) => {
    expect(await stage.move(dishFacts, message)).toBe('-');
  });
});
