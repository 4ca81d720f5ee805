import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import type { ConversationFacts } from '../../chat-model';
import { Catalogue } from '../catalogue/catalogue';
import type { DialogueMemory } from '../dialogue-memory';
import { saidByName } from './in-sight';

const dishes: DialogueMemory = { list: { kind: 'dishes', names: ['Butter Chicken from Honest Restaurant', 'Dabeli from Swati Snacks', 'Pav Bhaji from Honest Restaurant'] } };
const menu: DialogueMemory = { restaurant: 'Thepla House', list: { kind: 'items', names: ['Masala Thepla', 'Methi Thepla'] } };
const places: DialogueMemory = { list: { kind: 'restaurants', names: ['Swati Snacks', 'Thepla House'] } };
const cheapest: DialogueMemory = { list: { ...dishes.list, kind: 'dishes', names: ['Dabeli from Swati Snacks', 'Pani Puri from Swati Snacks'], answer: true } };

const facts: ConversationFacts = { username: undefined, pageRestaurant: undefined, order: undefined, pendingOrder: undefined, passwordGivenFor: undefined, isAskedToLogIn: false };
const ordering: ConversationFacts = { ...facts, order: { restaurantName: 'Thepla House', lines: [] } };

describe('saidByName', () => {
  let api: FakeRestaurantApi;
  let catalogue: Catalogue;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    catalogue = await Catalogue.load(new RestaurantClient({ baseUrl: api.url }), '');
  });

  afterAll(async () => {
    await api.stop();
  });

  it.each([
    ['2 of the first and a chai', dishes, '2 of butter chicken and a chai from honest restaurant'],
    ['2 of the first and one of the third one', dishes, '2 of butter chicken and one of pav bhaji from honest restaurant'],
    ['menu of the second one please', dishes, 'menu of swati snacks please'],
    ['give me 6 of number 2', dishes, 'give me 6 of dabeli from swati snacks'],
    ["i'll have the first thing and the second one", menu, "i'll have masala thepla and methi thepla"],
    ['what does the last place serve', places, 'what does thepla house serve'],
    ['a large one of those with olives', cheapest, 'a large dabeli with olives from swati snacks'],
    ["i'll have that with onions", cheapest, "i'll have dabeli with onions from swati snacks"],
  ])('says of "%s" what is meant', (text, memory, said) => {
    expect(saidByName(text, { memory, catalogue, facts })).toBe(said);
  });

  it.each([
    ['the first one', dishes],
    ['what did i have the last time', dishes],
    ['give me a second', dishes],
    ['the ninth one please', dishes],
    ['that with onions', dishes],
    ['2 masala thepla', {}],
    ['the first of the second', { list: undefined }],
  ])('leaves "%s" as it was said', (text, memory) => {
    expect(saidByName(text, { memory, catalogue, facts })).toBe(text);
  });

  it('takes changes of an order to be about its own lines', () => {
    expect(saidByName('remove the second one and add chips', { memory: menu, catalogue, facts: ordering })).toBe('remove the second one and add chips');
    expect(saidByName('and two of the second one', { memory: menu, catalogue, facts: ordering })).toBe('and two of methi thepla');
  });
});
