import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntentStage } from '../../../../testing/intent-stage';
import { places } from './places';

describe('places', () => {
  let stage: IntentStage;

  beforeAll(async () => {
    stage = await IntentStage.start();
  });

  afterAll(() => stage.stop());

  it.each([
    ['Which restaurants are on C.G. Road?', 'get_all_restaurants {"area":"C.G. Road"}'],
    ['who does italian', 'search_restaurants_by_cuisine {"cuisine":"Italian"}'],
    ['gujarati places on ashram road', '1. Swati Snacks'],
    ['who is open past midnight', 'Manek Chowk Pizza'],
    ['which ones open before 9', 'Thepla House'],
    ['which restaurants do not deliver', 'Agashiye'],
    ['do you have places in mumbai?', 'nothing in "mumbai"'],
    ['which areas do you cover', 'Satellite, Ahmedabad: Sankalp Restaurant'],
    ['what opens earliest', '1. Thepla House: opens at 7:30 am'],
    ['anybody with pizza in satellite?', 'Nobody sells that in Satellite'],
  ])('lists: %s', async (message, move) => {
    expect(await stage.move(places, message)).toContain(move);
  });

  it('means those that were listed', async () => {
    const list = { kind: 'restaurants' as const, names: ['Swati Snacks', 'Agashiye The House of MG'] };
    expect(await stage.move(places, 'which one delivers', {}, { list })).not.toContain('Kebabalab');
  });

  it.each(['2 masala dosa', 'who sells gujarati thali', 'do you deliver to satellite', 'which is closer to satellite', 'is swati open'])('leaves to others: %s', async (message) => {
    expect(await stage.move(places, message)).toBe('-');
  });
});
