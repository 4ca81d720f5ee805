import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restaurantSchema } from '@foodie-express/contracts';
import { ApiUnderTest } from './api-under-test';
import type { Person } from './person';
import { invalidPaths, problemOf } from './problem';
import { addRestaurant, pathOf, pizzeria } from './test-restaurant';

describe('the management of restaurants', () => {
  let api: ApiUnderTest;
  let admin: Person;
  let person: Person;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    admin = await api.admin();
    person = await api.register();
  });
  afterAll(() => api.stop());

  it('adds a restaurant that everybody can read at once', async () => {
    const restaurant = await addRestaurant(admin);
    expect(restaurant).toMatchObject({ open_now: true, opens_at: null, rating: null, items: [{ id: 'margherita_pizza' }, { id: 'cola', price: 40.5 }, { available: false }] });
    expect((await api.anonymous.get(pathOf(restaurant)).expect(200)).body).toEqual(restaurant);
  });

  it('is for admins', async () => {
    const restaurant = await addRestaurant(admin);
    for (const [who, status] of [[api.anonymous, 401], [person, 403]] as const) {
      await problemOf(who.post('/restaurants/', pizzeria()), status);
      await problemOf(who.put(pathOf(restaurant), { area: 'Elsewhere' }), status);
      await problemOf(who.delete(pathOf(restaurant)), status);
    }
  });

  it('refuses a name that is taken, without regard to case', async () => {
    const { name } = await addRestaurant(admin);
    const other = await addRestaurant(admin);
    expect((await problemOf(admin.post('/restaurants/', pizzeria({ name: name.toUpperCase() })), 409)).errors?.[0]?.path).toBe('name');
    expect((await problemOf(admin.put(pathOf(other), { name }), 409)).errors?.[0]?.path).toBe('name');
  });

  it('names every fault of a menu', async () => {
    const items = [
      { item_name: 'Tea', price: 20, option_groups: ['sugar'] },
      { item_name: 'TEA', price: 10.005 },
    ];
    expect(await invalidPaths(admin.post('/restaurants/', pizzeria({ items })))).toEqual(['items.1.item_name', 'items.0.option_groups.0', 'items.1.price']);
    const many = Array.from({ length: 201 }, (_, index) => ({ item_name: `Item ${index}`, price: 1 }));
    expect(await invalidPaths(admin.post('/restaurants/', pizzeria({ items: many })))).toEqual(['items']);
    expect(await invalidPaths(admin.post('/restaurants/', { ...pizzeria(), timezone: 'Mars/Olympus', stars: 5 }))).toEqual(['timezone', 'stars']);
  });

  it('changes the fields that are sent and leaves the others', async () => {
    const restaurant = await addRestaurant(admin);
    const changed = await admin.put(pathOf(restaurant), { area: 'Satellite, Ahmedabad' }).expect(200);
    expect(changed.body).toEqual({ ...restaurant, area: 'Satellite, Ahmedabad' });
    expect((await api.anonymous.get(pathOf(restaurant)).expect(200)).body).toEqual(changed.body);
    expect(await invalidPaths(admin.put(pathOf(restaurant), { area: 5, stars: 1 }))).toEqual(['area', 'stars']);
    await problemOf(admin.put('/restaurants/Nowhere', { area: 'x' }), 404);
  });

  it('changes nothing where what is sent stands already', async () => {
    const restaurant = await addRestaurant(admin);
    const { headers } = await api.anonymous.get(pathOf(restaurant)).expect(200);
    for (const body of [{}, { area: restaurant.area }, restaurant]) {
      await admin.put(pathOf(restaurant), body).set('If-Match', headers['etag'] ?? '').expect(200).expect('ETag', headers['etag'] ?? '');
    }
    expect((await admin.get(`/admin/audit?subject_id=${restaurant.id}`).expect(200)).body).toHaveLength(1);
  });

  it('takes back what it has answered, and keeps the ids of items that are renamed', async () => {
    const restaurant = await addRestaurant(admin);
    const items = restaurant.items.map((item) => (item.id === 'cola' ? { ...item, item_name: 'Thums Up' } : item));
    const changed = restaurantSchema.parse((await admin.put(pathOf(restaurant), { ...restaurant, items }).expect(200)).body);
    expect(changed.items.find(({ id }) => id === 'cola')?.item_name).toBe('Thums Up');
  });

  it('notices a lost update', async () => {
    const restaurant = await addRestaurant(admin);
    const { headers } = await api.anonymous.get(pathOf(restaurant)).expect(200);
    const tag = headers['etag'] ?? '';
    await admin.put(pathOf(restaurant), { area: 'First' }).set('If-Match', tag).expect(200);
    await problemOf(admin.put(pathOf(restaurant), { area: 'Second' }).set('If-Match', tag), 412);
    expect(await invalidPaths(admin.put(pathOf(restaurant), { area: 'x' }).set('If-Match', 'nonsense'))).toEqual(['If-Match']);
    await problemOf(admin.put(pathOf(restaurant), { area: 'x' }).set('If-Match', '"of-another-making"'), 412);
    for (const header of [(current: string) => `"other", ${current}`, (current: string) => `W/${current}`, () => '*']) {
      const current = (await api.anonymous.get(pathOf(restaurant)).expect(200)).headers['etag'] ?? '';
      await admin.put(pathOf(restaurant), { area: 'Third' }).set('If-Match', header(current)).expect(200);
    }
  });

  it('lets one of many through who all change what they have seen', async () => {
    const restaurant = await addRestaurant(admin);
    const tag = (await api.anonymous.get(pathOf(restaurant)).expect(200)).headers['etag'] ?? '';
    const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => admin.put(pathOf(restaurant), { area: `Area ${index}` }).set('If-Match', tag)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412]);
  });

  it('loses no change of many that are made at the same moment, where nobody says what they have seen', async () => {
    const restaurant = await addRestaurant(admin);
    const changes = { area: 'Satellite', cuisine: 'Thai', description: 'New', minimum_order: 50, delivers: false, accepts_preorders: true };
    await Promise.all(Object.entries(changes).map(([field, value]) => admin.put(pathOf(restaurant), { [field]: value }).expect(200)));
    expect((await api.anonymous.get(pathOf(restaurant)).expect(200)).body).toMatchObject(changes);
  });

  it('removes no restaurant that has changed since it was seen, where that is said', async () => {
    const restaurant = await addRestaurant(admin);
    const tag = (await api.anonymous.get(pathOf(restaurant)).expect(200)).headers['etag'] ?? '';
    const { headers } = await admin.put(pathOf(restaurant), { area: 'Elsewhere' }).expect(200);
    await problemOf(admin.delete(pathOf(restaurant)).set('If-Match', tag), 412);
    await admin.delete(pathOf(restaurant)).set('If-Match', headers['etag'] ?? '').expect(200);
  });

  it('is found by its id, whatever others are called', async () => {
    const restaurant = await addRestaurant(admin);
    await addRestaurant(admin, { name: restaurant.id });
    expect((await api.anonymous.get(`/restaurants/${restaurant.id}`).expect(200)).body).toMatchObject({ name: restaurant.name });
  });

  it('refuses a name that differs from another in case folding alone, or in what does not show', async () => {
    const { name } = await addRestaurant(admin, { name: `Straße ${randomUUID()}` });
    for (const other of [name.toUpperCase(), name.replace('ß', 'ss'), name.replace('ß', '\u200bß')]) {
      await problemOf(admin.post('/restaurants/', pizzeria({ name: other })), 409);
      await api.anonymous.get(pathOf({ name: other })).expect(200);
    }
    expect(await invalidPaths(admin.post('/restaurants/', pizzeria({ name: '\u200b' })))).toEqual(['name']);
  });

  it('removes a restaurant, and its name is free again', async () => {
    const restaurant = await addRestaurant(admin);
    await admin.delete(pathOf(restaurant)).expect(200);
    await problemOf(api.anonymous.get(pathOf(restaurant)), 404);
    await problemOf(admin.delete(pathOf(restaurant)), 404);
    await addRestaurant(admin, { name: restaurant.name });
  });
});
