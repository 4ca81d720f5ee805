import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { priceOfWanted } from './prices';

describe('priceOfWanted', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['what would 2 butter chicken and a pav bhaji cost', '₹800'],
    ['how much is a dosa and an idli', '₹200'],
  ])('sums up: %s', async (message, move) => {
    expect(await stage.move(priceOfWanted, message)).toContain(move);
  });

  it.each(['2 butter chicken and a pav bhaji', 'how much is dosa'])('leaves to others: %s', async (message) => {
    expect(await stage.move(priceOfWanted, message)).toBe('-');
  });
});
