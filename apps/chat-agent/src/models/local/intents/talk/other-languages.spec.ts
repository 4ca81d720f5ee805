import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { otherLanguages } from './other-languages';

describe('otherLanguages', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['डोसा चाहिए', 'Hinglish'],
    ['do you speak hindi', 'Hinglish'],
  ])('tells which languages it knows: %s', async (message, move) => {
    expect(await stage.move(otherLanguages, message)).toContain(move);
  });

  it.each(['2 dosa', 'do you deliver'])('leaves to others: %s', async (message) => {
    expect(await stage.move(otherLanguages, message)).toBe('-');
  });
});
