import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { sharing } from './sharing';

describe('sharing', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['split it between 4', 'show_order'],
    ['how much per person for 3', 'show_order'],
    ['split the bill', 'Between how many'],
  ])('divides the total: %s', async (message, move) => {
    expect(await stage.move(sharing, message, { ...DOSAS, pendingOrder: { summary: '', restaurantName: 'Sankalp Restaurant', total: 252, currency: 'INR', isShownLast: true } })).toContain(move);
  });

  it.each(['2 dosa', 'make it 3'])('leaves to others: %s', async (message) => {
    expect(await stage.move(sharing, message, { ...DOSAS, pendingOrder: { summary: '', restaurantName: 'Sankalp Restaurant', total: 252, currency: 'INR', isShownLast: true } })).toBe('-');
  });
});
