import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { comparing } from './comparing';

describe('comparing', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['which is cheaper, idli or dosa', 'Idli Sambar is the cheapest'],
    ['most expensive dish at honest restaurant', 'Butter Chicken is the most expensive'],
    ['cheapest thali', 'South Indian Thali is the cheapest'],
  ])('compares: %s', async (message, move) => {
    expect(await stage.move(comparing, message)).toContain(move);
  });

  it('means what was shown before what is anywhere', async () => {
    const list = { kind: 'dishes' as const, names: ['Masala Dosa from Sankalp Restaurant', 'Butter Chicken from Honest Restaurant'] };
    expect(await stage.move(comparing, 'which is cheaper?', {}, { list })).toContain('Masala Dosa is the cheapest');
    expect(await stage.move(comparing, 'that is too expensive', {}, { list })).toContain('Masala Dosa is the cheapest');
  });

  it.each(['2 masala dosa', 'show restaurants'])('leaves to others: %s', async (message) => {
    expect(await stage.move(comparing, message)).toBe('-');
  });
});
