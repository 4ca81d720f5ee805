import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage } from '../../../../testing/intent-stage';
import { moving } from './moving';

describe('moving', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['no, from thepla house', 'get_menu'],
    ['stay with sankalp', 'show_order'],
  ])('moves the order: %s', async (message, move) => {
    expect(await stage.move(moving, message, DOSAS)).toContain(move);
  });

  it.each(['thepla house menu', '2 idli', 'what about thepla house'])('leaves to others: %s', async (message) => {
    expect(await stage.move(moving, message, DOSAS)).toBe('-');
  });
});
