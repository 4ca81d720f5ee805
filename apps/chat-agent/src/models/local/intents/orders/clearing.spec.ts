import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
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

  it.each(["Actually, please clear that. I'd like to start over.", 'this is all wrong, I mixed up the lists. Can we start over from scratch?', 'call it off, my plans changed', "sorry, I won't order today after all, we eat out"])('drops it for a reason: %s', async (message) => {
    expect(await stage.move(clearing, message, DOSAS)).toContain('cancel_pending_order');
  });

  it('cancels what was just placed', async () => {
    const placed = { isOfPlaced: true };
    expect(await stage.move(clearing, 'actually cancel that because my wife cooked', {}, placed)).toContain('cancel_order');
    expect(await stage.move(clearing, 'actually cancel that because my wife cooked')).toBe('-');
  });

  it.each(['forget it, can we have idli', 'changed my mind, one idli only', 'remove the dosa', 'remove everything except the dosa', 'skip the dosa, add idli', 'cancel everything and give me 2 idli'])('leaves to others: %s', async (message) => {
    expect(await stage.move(clearing, message, DOSAS)).toBe('-');
  });
});
