import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compileMenu } from '@foodie-express/order-language';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import type { ReadableMenu } from '../catalogue/catalogue';
import { readOrder } from './order-reading';

describe('what is told apart', () => {
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

  async function read(restaurant: string, text: string): Promise<string> {
    const menu = await client.getMenu(restaurant);
    const readable: ReadableMenu = { menu, compiled: compileMenu(menu) };
    const lines = readOrder(readable, text).lines.map(({ item_name: name, quantity, options = [], notes }) => [String(quantity), name, ...options.map(({ choice, negated }) => (negated === true ? `no ${choice}` : choice)), ...(notes === undefined ? [] : [`note: ${notes}`])].join(' '));
    return lines.join('; ');
  }

  it.each([
    ['3 pav bhaji and 2 biryani, one pav bhaji hot', '2 Pav Bhaji; 1 Pav Bhaji hot; 2 Hyderabadi Biryani'],
    ['2 pav bhaji, kids one no spice', '1 Pav Bhaji; 1 Pav Bhaji note: no spice'],
  ])('of "%s": %s', async (text, lines) => {
    expect(await read('Honest Restaurant', text)).toBe(lines);
  });
});
