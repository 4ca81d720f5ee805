import { compileMenu } from '@foodie-express/order-language';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { refusedIn } from './refused-dishes';

const lines: OrderLineFact[] = [
  { itemId: 'butter_chicken', itemName: 'Butter Chicken', quantity: 1, options: [] },
  { itemId: 'pav_bhaji', itemName: 'Pav Bhaji', quantity: 2, options: [] },
];

describe('refusedIn', () => {
  let api: FakeRestaurantApi;
  let client: RestaurantClient;
  let menu: ReadableMenu;

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    client = new RestaurantClient({ baseUrl: api.url });
    const own = await client.getMenu('Honest Restaurant');
    menu = { menu: own, compiled: compileMenu(own) };
  });

  afterAll(async () => {
    await client.close();
    await api.stop();
  });

  it.each([
    ['only the butter chicken no pav bhaji', [1]],
    ['not the pav bhaji, 2 butter chicken', [1]],
    ['zero pav bhajee', [1]],
    ["i don't want butter chicken, just pav bhaji", [0]],
    ['no butter', []],
    ['no butter in the pav bhaji', []],
    ['no onion, only 1 pav bhaji', []],
    ['no 2 pav bhaji', []],
  ])('%s', (text, refused) => {
    expect(refusedIn(menu, lines, text).lines).toEqual(refused);
  });
});
