import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { dropping, withoutDropping } from './dropping';

describe('dropping', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['scrap that, i want pizza', 'cancel_pending_order'],
    ['forget it, give me 2 idli', 'cancel_pending_order'],
  ])('drops what is under way for: %s', async (message, move) => {
    expect(await stage.move(dropping, message, DOSAS)).toContain(move);
  });

  it('reads only what is wanted where nothing is under way', async () => {
    expect(withoutDropping(await stage.dialogue('actually forget pizza, dosa')).text).toBe('dosa');
  });

  it.each(['cancel the dosa', 'never mind, make it 3', 'cancel my order'])('leaves to others: %s', async (message) => {
    expect(await stage.move(dropping, message, DOSAS)).toBe('-');
  });
});
