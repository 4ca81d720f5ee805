import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOSAS, IntentStage, NOTHING_KNOWN } from '../../../testing/intent-stage';
import type { Catalogue } from '../catalogue/catalogue';
import type { DialogueMemory } from '../dialogue-memory';
import { withReferences } from './references';

const theplas: DialogueMemory = { list: { kind: 'dishes', names: ['Masala Thepla from Swati Snacks', 'Masala Thepla from Thepla House'] } };
const pizzas: DialogueMemory = { restaurant: 'Manek Chowk Pizza', list: { kind: 'items', names: ['Margherita Pizza', 'Cheese Burst Pizza'] } };
const thalis: DialogueMemory = { restaurant: 'PATEL & SONS', dish: 'kathiyawadi thali', otherDish: 'south indian thali', list: { kind: 'dishes', names: ['Kathiyawadi Thali from PATEL & SONS', 'Punjabi Thali from PATEL & SONS', 'South Indian Thali from PATEL & SONS'], answer: true } };
const chosen: DialogueMemory = { question: { kind: 'order_that', restaurant: 'Swati Snacks', lines: [{ item_name: 'Bhel Puri', quantity: 1 }, { item_name: 'Dabeli', quantity: 1 }] } };
const told: DialogueMemory = { restaurant: 'Honest Restaurant', dish: 'hyderabadi biryani', otherDish: 'butter chicken' };

describe('withReferences', () => {
  let stage: IntentStage;
  let catalogue: Catalogue;

  beforeAll(async () => {
    stage = await IntentStage.start();
    ({ catalogue } = await stage.dialogue(''));
  });

  afterAll(() => stage.stop());

  it.each([
    ['the cheaper one, 3 plates', theplas, 'masala thepla, 3 plates from thepla house'],
    ['two of the dearer kind', pizzas, 'two of cheese burst pizza from manek chowk pizza'],
    ['5 of the cheapest one and 2 of the most expensive one', chosen, '5 of dabeli and 2 of bhel puri from swati snacks'],
    ['how much is the cheaper one', pizzas, 'how much is margherita pizza from manek chowk pizza'],
    ["what's in the quicker one", told, "what's in butter chicken from honest restaurant"],
    ['one of each', chosen, '1 bhel puri and 1 dabeli from swati snacks'],
    ["i'd like one of each of those two", thalis, "i'd like 1 south indian thali and 1 kathiyawadi thali from patel & sons"],
    ['both please', told, '1 butter chicken and 1 hyderabadi biryani please from honest restaurant'],
    ['all three', thalis, '1 kathiyawadi thali and 1 punjabi thali and 1 south indian thali from patel & sons'],
    ['the less expensive', theplas, 'masala thepla from thepla house'],
    ['change it to the one with bajra rotla', thalis, 'change it to kathiyawadi thali from patel & sons'],
    ["i'll take the cheese one", pizzas, "i'll take cheese burst pizza from manek chowk pizza"],
    ["what's in the punjabi one", { restaurant: 'PATEL & SONS' }, "what's in punjabi thali from patel & sons"],
  ])('says of "%s" what is meant', (text, memory: DialogueMemory, said) => {
    expect(withReferences(text, { memory, catalogue, facts: NOTHING_KNOWN })).toBe(said);
  });

  it.each([
    ['which is the cheapest one', pizzas],
    ['what is the most expensive one', pizzas],
    ['and the cheapest', pizzas],
    ['is there a cheaper one', pizzas],
    ['the cheaper one', {}],
    ['all three', theplas],
    ['the spicy one', pizzas],
  ])('leaves "%s" as it was said', (text, memory: DialogueMemory) => {
    expect(withReferences(text, { memory, catalogue, facts: NOTHING_KNOWN })).toBe(text);
  });

  it('leaves what an order has to those who change it', () => {
    const inSight = { memory: { restaurant: 'Sankalp Restaurant' }, catalogue, facts: { ...NOTHING_KNOWN, ...DOSAS } };
    expect(withReferences('without onion on the masala one', inSight)).toBe('without onion on the masala one');
    expect(withReferences('two of each', inSight)).toBe('two of each');
  });
});
