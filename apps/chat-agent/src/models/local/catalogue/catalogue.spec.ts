import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Restaurant } from '@foodie-express/contracts';
import { MAX_CATALOGUE, RestaurantClient } from '@foodie-express/restaurant-client';
import { Catalogue } from './catalogue';

const COUNT = MAX_CATALOGUE + 5;

const restaurants = Array.from({ length: COUNT }, (_, index): Restaurant => ({
  id: index.toString(16).padStart(24, '0'),
  name: index === COUNT - 1 ? 'Zanzibar Grill' : `Place ${index}`,
  area: 'Somewhere',
  cuisine: 'Indian',
  currency: 'INR',
  timezone: 'Asia/Kolkata',
  hours: [],
  delivers: true,
  accepts_preorders: true,
  rating: null,
  open_now: true,
  opens_at: null,
  option_groups: [],
  items: [{ id: 'dosa', item_name: 'Dosa', price: 100 }],
}));

describe('a catalogue of more restaurants than are read at once', () => {
  let server: Server;
  let api: RestaurantClient;
  const searched: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://api');
      const q = searchParams.get('q');
      if (q !== null) searched.push(q);
      const found = restaurants.filter(({ name }) => name.toLowerCase().includes(q ?? ''));
      const skip = Number(searchParams.get('skip') ?? 0);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(found.slice(skip, skip + Number(searchParams.get('limit')))));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    api = new RestaurantClient({ baseUrl: `http://127.0.0.1:${address.port}` });
  });

  afterAll(async () => {
    await api.close();
    server.closeAllConnections();
    server.close();
  });

  it('finds those beyond by the words of the message, in a bounded number of searches', async () => {
    const message = 'two delicious dosas from the wonderful zanzibar grill near the railway station please';
    const catalogue = await Catalogue.load(api, message);
    expect(catalogue.restaurants).toHaveLength(MAX_CATALOGUE + 1);
    expect(catalogue.mentionIn(message)?.restaurant.name).toBe('Zanzibar Grill');
    expect(searched.length).toBeLessThanOrEqual(5);
  });

  it('is the very same list while nothing changes, so that what is derived from it is kept', async () => {
    expect((await Catalogue.load(api, 'hi')).restaurants).toBe((await Catalogue.load(api, 'hi')).restaurants);
  });
});
