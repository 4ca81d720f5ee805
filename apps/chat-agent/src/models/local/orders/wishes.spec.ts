import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import type { Menu } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../chat-model';
import { FakeRestaurantApi } from '../../../testing/fake-restaurant-api';
import { IntentStage } from '../../../testing/intent-stage';
import { changing } from '../intents/orders/changing';
import { ordering } from '../intents/orders/ordering';
import { readWishes } from './wishes';

const HOW = [(word: string) => `extra ${word}`, (word: string) => `without ${word}`, (word: string) => `with ${word} on it`, (word: string) => `extra ${word} on one of them`];

describe('wishes that name a part of a dish', () => {
  let api: FakeRestaurantApi;
  let client: RestaurantClient;
  let stage: IntentStage;
  let menus: Menu[];

  beforeAll(async () => {
    api = await FakeRestaurantApi.start();
    client = new RestaurantClient({ baseUrl: api.url });
    stage = await IntentStage.start();
    const restaurants = await client.listAllRestaurants();
    menus = await Promise.all(restaurants.map(({ name }) => client.getMenu(name)));
  });

  afterAll(async () => {
    await client.close();
    await api.stop();
    await stage.stop();
  });

  it('never add that dish to an order of another', async () => {
    const added: string[] = [];
    for (const { restaurant, items } of menus) {
      for (const { id, name } of items) {
        const other = items.find((item) => item.id !== id && !item.name.toLowerCase().includes(name.toLowerCase()));
        if (other === undefined) continue;
        const lines: OrderLineFact[] = [{ itemId: other.id, itemName: other.name, quantity: 2, options: [] }];
        for (const word of name.toLowerCase().split(' ')) {
          for (const how of HOW) {
            const facts = { order: { restaurantName: restaurant, lines } };
            const changed = await stage.move(changing, how(word), facts, { restaurant });
            const move = changed === '-' ? await stage.move(ordering, how(word), facts, { restaurant }) : changed;
            if (move.includes(`"${id}"`) || move.includes('add_to_order')) added.push(`${how(word)} with ${other.name} standing: ${move}`);
          }
        }
      }
    }
    expect(added).toEqual([]);
  });

  it.each([
    ['2 pav bhaji with extra butter', ['extra butter']],
    ['2x pav bhaji butter extra', ['extra butter']],
    ['pav bhaji without butter or anything', ['without butter']],
    ['butter chicken', []],
    ['one more butter chicken', []],
    ['extra spicy', []],
  ])('are told from dishes: %s', (text, wishes) => {
    const menu = menus.find(({ restaurant }) => restaurant === 'Honest Restaurant');
    expect(menu === undefined ? undefined : readWishes(menu, text).wishes.map((wish) => wish.text)).toEqual(wishes);
  });
});
