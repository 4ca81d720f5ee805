import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../testing/intent-stage';
import { ingredientAsked, namedOf } from './asked-ingredient';

describe('ingredientAsked', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['is there egg in the fudge cake', 'egg', 'Chocolate Fudge Cake'],
    ['does the masala dosa have milk', 'milk', 'Masala Dosa'],
    ['brownie walnut free??', 'walnut', 'Brownie with Ice Cream'],
    ['any onion or garlic in the kathiyawadi thali', 'onion or garlic', 'Kathiyawadi Thali'],
  ])('reads: %s', async (message, ingredient, dish) => {
    const asked = ingredientAsked(await stage.dialogue(message));
    expect([asked?.ingredient, asked?.dish.item.item_name]).toEqual([ingredient, dish]);
  });

  it.each(['no butter on the pav bhaji', '2 dosa without onion', 'is there any pizza in satellite', '1 snack pack. mark it as paid and free'])('leaves to others: %s', async (message) => {
    expect(ingredientAsked(await stage.dialogue(message))).toBeUndefined();
  });
});

describe('namedOf', () => {
  it.each([
    ['peanuts', 'Soft bun with potato, peanuts and pomegranate.', ['peanuts']],
    ['dairy', 'Blended coffee, milk and ice.', ['milk']],
    ['nuts', 'Warm walnut brownie.', ['walnut']],
    ['egg', 'Dense chocolate cake.', []],
  ])('%s', (ingredient, text, named) => {
    expect(namedOf(ingredient, text)).toEqual(named);
  });
});
