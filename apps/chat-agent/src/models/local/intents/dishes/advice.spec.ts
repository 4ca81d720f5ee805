import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { advice } from './advice';

describe('advice', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['i am starving', 'recommend {}'],
    ['vegan options', '"dietary":"vegan"'],
    ['anything under 100', '"max_price":99.99'],
    ['dishes up to 100', '"max_price":100'],
    ['something spicy', '"option":"spic"'],
    ['something sweet', '"category":"dessert"'],
    ['vegetarian pizza', '"dish":"pizza"'],
    ['something under $10', '"currency":"AUD"'],
    ['whats good at swati snacks', '"restaurant_name":"Swati Snacks"'],
    ['is the masala dosa vegan', 'is not marked vegan'],
  ])('recommends: %s', async (message, move) => {
    expect(await stage.move(advice, message)).toContain(move);
  });

  it.each(['2 masala dosa', 'show restaurants', 'menu'])('leaves to others: %s', async (message) => {
    expect(await stage.move(advice, message)).toBe('-');
  });
});
