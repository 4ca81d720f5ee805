import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { bestRated } from '../dishes/comparing';
import { ratings } from './ratings';

describe('ratings', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['rating of butter chicken', '⭐ 4.9 from 1,250 ratings'],
    ['is the fudge cake any good', '⭐ 4.8'],
    ['how many stars does swati have', 'get_reviews'],
  ])('tells: %s', async (message, move) => {
    expect(await stage.move(ratings, message)).toContain(move);
  });

  it.each(['which restaurant is rated highest', '5 stars, the dosa was great', '2 masala dosa'])('leaves to others: %s', async (message) => {
    expect(await stage.move(ratings, message)).toBe('-');
  });

  it('compares the same dish of the places that were listed for it, and the two that were asked for', async () => {
    const list = { kind: 'restaurants' as const, names: ['Swati Snacks', 'Thepla House'] };
    expect(await stage.move(bestRated, 'Which of the two is rated higher?', {}, { list, dish: 'masala thepla' })).toContain('Masala Thepla of Thepla House is the best rated with ⭐ 4.6');
    expect(await stage.move(bestRated, 'which one is better rated?', {}, { dish: 'hyderabadi biryani', otherDish: 'butter chicken' })).toContain('Butter Chicken is the best rated');
    expect(await stage.move(bestRated, 'which dessert is the best')).toContain('Chocolate Fudge Cake');
  });
});
