import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { price } from './prices';

describe('price', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['how much is masala dosa', '₹120'],
    ['how much is masala thepla at thepla house', '₹60'],
    ['price of sushi', 'search_restaurants_by_item'],
    ['how much is it', 'How much is what'],
    ['how much for olives at manek chowk pizza', 'Olives costs ₹30 more'],
  ])('tells: %s', async (message, move) => {
    expect(await stage.move(price, message)).toContain(move);
  });

  it('means the order, or the dish that was just offered', async () => {
    expect(await stage.move(price, 'how much is it', DOSAS)).toBe('show_order {}');
    const question = { kind: 'how_many' as const, restaurant: 'Swati Snacks', item: 'Dabeli' };
    expect(await stage.move(price, 'how much is it', DOSAS, { question })).toContain('Dabeli, Swati Snacks: ₹40');
  });

  it.each(['2 masala dosa', 'is it open'])('leaves to others: %s', async (message) => {
    expect(await stage.move(price, message)).toBe('-');
  });
});
