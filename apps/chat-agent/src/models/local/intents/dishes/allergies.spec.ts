import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { allergies } from './allergies';

describe('allergies', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['i am allergic to peanuts', 'Menus name peanuts in Dabeli'],
    ['does the dabeli contain nuts', 'The menu says of Dabeli'],
    ['anything without onion', 'cannot promise'],
    ["i'm vegan and gluten free", 'recommend {"dietary":"vegan"}'],
  ])('is honest about: %s', async (message, move) => {
    expect(await stage.move(allergies, message)).toContain(move);
  });

  it.each(['2 masala dosa without peanuts', 'vegan options', '2 dabeli'])('leaves to others: %s', async (message) => {
    expect(await stage.move(allergies, message)).toBe('-');
  });
});
