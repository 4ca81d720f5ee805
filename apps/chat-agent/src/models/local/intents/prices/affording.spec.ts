import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { affording } from './affording';

describe('affording', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['is 300 enough for two dosas', 'Yes: 2 × Masala Dosa at Sankalp Restaurant: ₹240, with 5% GST ₹252'],
    ['is 250 enough for two dosas', 'No, it takes ₹252'],
    ['how many dosas can i get for 500', '3 × Masala Dosa'],
  ])('tells: %s', async (message, text) => {
    expect(await stage.move(affording, message)).toContain(text);
  });

  it.each(['2 masala dosa', 'how many pieces in a pani puri'])('leaves to others: %s', async (message) => {
    expect(await stage.move(affording, message)).toBe('-');
  });
});
