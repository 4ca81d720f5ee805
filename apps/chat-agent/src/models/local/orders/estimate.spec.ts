import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../testing/intent-stage';
import { estimate } from './estimate';

describe('estimate', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it('adds the choices, those that stand by default, and the tax', async () => {
    const restaurant = (await stage.dialogue('')).catalogue.find('Manek Chowk Pizza');
    if (restaurant === undefined) throw new Error('the seed has no such restaurant');
    const { lines, subtotal, total } = estimate(restaurant, [
      { item_name: 'Margherita Pizza', quantity: 2, options: [{ choice: 'large', group: 'size' }, { choice: 'olives', group: 'toppings' }] },
      { item_name: 'Cheese Burst Pizza', quantity: 1, options: [{ choice: 'onion', group: 'toppings', negated: true }] },
    ]);
    expect(lines.map((line) => [line.total, line.options, line.open])).toEqual([
      [660, ['Large', 'Olives'], []],
      [220, [], []],
    ]);
    expect([subtotal, total]).toEqual([880, 924]);
  });

  it('adds no tax that is in the prices, and tells what is still to choose', async () => {
    const restaurant = (await stage.dialogue('')).catalogue.find('Kebabalab');
    if (restaurant === undefined) throw new Error('the seed has no such restaurant');
    const { lines, total } = estimate(restaurant, [{ item_name: 'Kebab', quantity: 1, options: [{ choice: 'small', group: 'size' }] }]);
    expect(total).toBe(12);
    expect(lines[0]?.open.map(({ name }) => name)).toEqual(['Meat']);
  });
});
