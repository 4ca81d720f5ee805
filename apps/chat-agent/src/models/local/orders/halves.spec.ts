import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import { type Counted, readHalves } from './halves';

describe('readHalves', () => {
  let api: FakeRestaurantApi;
  let client: RestaurantClient;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    client = new RestaurantClient({ baseUrl: api.url });
  });

  afterAll(async () => {
    await client.close();
    await api.stop();
  });

  async function read(restaurant: string, text: string, standing: readonly Counted[] = []) {
    const halves = readHalves(await client.getMenu(restaurant), text, standing);
    return { text: halves.text.replace(/\s+/g, ' ').trim(), wholes: halves.wholes.length, wishes: halves.wishes.map((wish) => wish.text) };
  }

  it.each([
    ['half a biryani', '1 biryani', 1],
    ['2 pav bhaji and half plate of biryani', '2 pav bhaji and 1 biryani', 1],
    ['two and a half biryani', '2 biryani', 1],
    ['biryani half plate, 2 pav bhaji', 'biryani , 2 pav bhaji', 1],
    ['10 biryani, half the biryani mild', '10 biryani, 5 of the biryani mild', 0],
    ['4 pav bhaji, half of them mild', '4 pav bhaji, 2 of them mild', 0],
    ['half a dozen pav bhaji in half an hour', 'half a dozen pav bhaji in half an hour', 0],
    ['2 biryani for half of us', '2 biryani for half of us', 0],
  ])('of "%s" reads "%s"', async (said, text, wholes) => {
    expect(await read('Honest Restaurant', said)).toEqual({ text, wholes, wishes: [] });
  });

  it.each([
    ['1 margherita half the cheese, and a coke', '1 margherita , and a coke', ['half the cheese']],
    ['1 margherita half olives half mushrooms', '1 margherita olives mushrooms', ['half olives', 'half mushrooms']],
    ['1 margherita half and half', '1 margherita', ['half and half']],
    ['half crispy margherita', 'margherita', ['half crispy']],
    ['3 margherita, half of them crispy', '3 margherita,', ['half of them crispy']],
  ])('of "%s" the kitchen is told something', async (said, text, wishes) => {
    expect(await read('Manek Chowk Pizza', said)).toEqual({ text, wholes: 0, wishes });
  });

  it('is half of what stands', async () => {
    expect(await read('Honest Restaurant', 'half the biryani mild', [{ name: 'Hyderabadi Biryani', quantity: 6, choices: [] }])).toEqual({ text: '3 of the biryani mild', wholes: 0, wishes: [] });
  });

  it('leaves to a menu what it calls half', async () => {
    expect(await read('Kebabalab', 'large kebab half and half')).toEqual({ text: 'large kebab half and half', wholes: 0, wishes: [] });
  });
});
