import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { restoring } from './restoring';

describe('restoring', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['make it 3', 'add_to_order'],
    ['bring it back', 'add_to_order'],
    ['without onion', 'add_to_order'],
  ])('brings back: %s', async (message, move) => {
    expect(await stage.move(restoring, message, {}, { dropped: { restaurant: 'Sankalp Restaurant', lines: [{ item_name: 'masala_dosa', quantity: 2 }], age: 0, isCancelled: false } })).toContain(move);
  });

  it.each(['2 butter chicken', 'show restaurants', 'make it 3 pizzas from manek chowk'])('leaves to others: %s', async (message) => {
    expect(await stage.move(restoring, message, {}, { dropped: { restaurant: 'Sankalp Restaurant', lines: [{ item_name: 'masala_dosa', quantity: 2 }], age: 0, isCancelled: false } })).toBe('-');
  });
});
