import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { choices } from './choices';

describe('choices', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['wht pizza toping u hav', 'Olives +₹30'],
    ['what toppings do you have', 'At Manek Chowk Pizza'],
    ['which spice levels can i choose for pav bhaji', 'Mild, Medium spicy, Hot'],
    ['what can i put on a margherita?', 'Mushrooms +₹40'],
    ['how many sauces may i take on a kebab?', 'up to 3'],
    ['is curd included with the methi thepla at thepla house?', 'Curd +₹15'],
    ['what options are there for the masala dosa', 'comes as it is'],
  ])('tells: %s', async (message, text) => {
    expect(await stage.move(choices, message)).toContain(text);
  });

  it('means the menu that is in sight, and the dish that was spoken of', async () => {
    const list = { kind: 'items' as const, names: ['Margherita Pizza', 'Cheese Burst Pizza'] };
    expect(await stage.move(choices, 'what toppings can I put on?', {}, { list, restaurant: 'Manek Chowk Pizza' })).toContain('for Margherita Pizza, Cheese Burst Pizza');
    expect(await stage.move(choices, 'show me the options for it there', {}, { dish: 'masala thepla', restaurant: 'Thepla House' })).toContain('Chhundo +₹15');
  });

  it.each(['extra butter', 'with garlic sauce', 'vegan options', '2 pizzas with extra toppings', 'any peanuts in that?'])('leaves to others: %s', async (message) => {
    expect(await stage.move(choices, message, DOSAS)).toBe('-');
  });
});
