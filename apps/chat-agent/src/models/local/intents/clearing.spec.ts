import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../testing/intent-stage';
import { clearing } from './clearing';

describe('clearing', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each(['clear my cart', 'too much food, clear everything', 'actually skip, my friend is cooking'])('drops the whole order: %s', async (message) => {
    expect(await stage.move(clearing, message, DOSAS)).toContain('cancel_pending_order');
  });

  it.each(['remove the dosa', 'remove everything except the dosa', 'skip the dosa, add idli', 'cancel everything and give me 2 idli'])('leaves to others: %s', async (message) => {
    expect(await stage.move(clearing, message, DOSAS)).toBe('-');
  });
});
