import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiHealthSchema, menuSchema, restaurantSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';
import { invalidPaths, problemOf } from './problem';

const restaurantsSchema = z.array(restaurantSchema);
const namesOf = (body: unknown) => restaurantsSchema.parse(body).map(({ name }) => name);

describe('restaurants, menus and search', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const get = (path: string) => api.anonymous.get(path);

  it('describes itself and its health', async () => {
    expect((await get('/').expect(200)).body).toMatchObject({ message: expect.any(String), version: expect.any(String), features: expect.any(Array) });
    expect(apiHealthSchema.parse((await get('/health').expect(200)).body)).toMatchObject({ status: 'healthy', database: 'connected' });
  });

  it('lists the sample restaurants by name, at both addresses and with a slash or without', async () => {
    const bodies = await Promise.all(['/restaurants', '/restaurants/', '/api/v1/restaurants', '/api/v1/restaurants/'].map(async (path) => get(path).expect(200)));
    const [first] = bodies;
    expect(namesOf(first?.body)).toHaveLength(9);
    expect(first?.headers['x-total-count']).toBe('9');
    for (const { text } of bodies) expect(text).toBe(first?.text);
    expect(namesOf(first?.body)).toEqual(namesOf(first?.body).toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())));
  });

  it('filters by cuisine without regard to case, by area, by words, and by open or closed', async () => {
    expect(namesOf((await get('/restaurants/?cuisine=gUjArAtI').expect(200)).body)).toHaveLength(3);
    expect(namesOf((await get('/restaurants/?cuisine=martian').expect(200)).body)).toEqual([]);
    expect(namesOf((await get('/restaurants/?area=melbourne').expect(200)).body)).toEqual(['Kebabalab']);
    expect(namesOf((await get('/restaurants/?q=thepla').expect(200)).body)[0]).toBe('Thepla House');
    const [open, closed] = await Promise.all(['true', 'false'].map(async (state) => (await get(`/restaurants/?open_now=${state}`).expect(200)).headers['x-total-count']));
    expect(Number(open) + Number(closed)).toBe(9);
  });

  it('cuts a list to a page and says how many there are', async () => {
    const page = await get('/restaurants/?limit=2&skip=1').expect(200);
    expect(namesOf(page.body)).toHaveLength(2);
    expect(page.headers['x-total-count']).toBe('9');
  });

  it('refuses queries that it does not know or that do not fit', async () => {
    expect(await invalidPaths(get('/restaurants/?limit=0'))).toEqual(['limit']);
    expect(await invalidPaths(get('/restaurants/?limit=many&color=red'))).toEqual(['limit', 'color']);
    expect(await invalidPaths(get('/restaurants/').query({ 'cuisine[$ne]': 'x' }))).toEqual(['cuisine[$ne]']);
    expect(await invalidPaths(get('/restaurants/?cuisine=a&cuisine=b'))).toEqual(['cuisine']);
  });

  it('gives one restaurant by name without regard to case, or by id', async () => {
    const byName = await get('/restaurants/THEPLA%20house').expect(200);
    const restaurant = restaurantSchema.parse(byName.body);
    expect(restaurant).toMatchObject({ name: 'Thepla House', rating: expect.any(Number), open_now: expect.any(Boolean) });
    expect((await get(`/restaurants/${restaurant.id}/`).expect(200)).text).toBe(byName.text);
    expect((await problemOf(get('/restaurants/Nowhere'), 404)).detail).toBe("Restaurant 'Nowhere' not found");
  });

  it('gives a menu', async () => {
    const menu = menuSchema.parse((await get('/restaurants/kebabalab/menu').expect(200)).body);
    expect(menu.items.map(({ id }) => id)).toContain('snack_pack');
    expect(menu.option_groups.find(({ id }) => id === 'size')).toMatchObject({ min: 1, max: 1 });
    await problemOf(get('/restaurants/Nowhere/menu'), 404);
  });

  it('counts cuisines', async () => {
    expect((await get('/cuisines').expect(200)).body).toContainEqual({ cuisine: 'Gujarati', restaurants: 3 });
  });

  it('finds dishes, with typos too, and never reads a query as a pattern', async () => {
    expect(namesOf((await get('/search/items?item_name=masla%20dosa').expect(200)).body)).toEqual(['Sankalp Restaurant']);
    expect(namesOf((await get('/search/items').query({ item_name: '(a+)+$' }).expect(200)).body)).toEqual([]);
    expect(await invalidPaths(get('/search/items'))).toEqual(['item_name']);
    const thalis = namesOf((await get('/search/items?item_name=thali').expect(200).expect('X-Total-Count', '2')).body);
    const pages = await Promise.all([0, 1, 2].map((skip) => get(`/search/items?item_name=thali&limit=1&skip=${skip}`).expect(200).expect('X-Total-Count', '2')));
    expect(pages.map(({ body }) => namesOf(body))).toEqual([...thalis.map((name) => [name]), []]);
    expect(await invalidPaths(get('/search/items?item_name=thali&limit=1000'))).toEqual(['limit']);
  });

  it('answers 304 to who has the answer', async () => {
    const first = await get('/restaurants/').expect(200);
    await get('/restaurants/').set('If-None-Match', first.headers['etag'] ?? '').expect(304);
    await get('/restaurants/').set('If-None-Match', '"other"').expect(200);
  });
});
