import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTokenSchema, orderSchema, restaurantSchema, reviewSchema, userSchema } from '@foodie-express/contracts';
import { AppProcess, eventually } from '@foodie-express/testing';
import type { Db } from 'mongodb';
import request from 'supertest';
import { z } from 'zod';
import { migrateCommand } from './fixtures/command';
import { Databases } from './fixtures/databases';
import { brokenData, ids, passwords, soundData } from './fixtures/legacy-data';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

const asha: Credentials = { username: 'asha patel', password: passwords.asha };
const boss: Credentials = { username: 'boss', password: passwords.boss };
const ravi: Credentials = { username: 'ravi@example.com', password: passwords.ravi };

async function startApi(environment: Readonly<Record<string, string>>): Promise<AppProcess> {
  const api = await AppProcess.start('restaurant-api', environment);
  await eventually(async () => { await request(api.url).get('/health').expect(200); }, 30_000);
  return api;
}

describe('restaurant-api on a migrated database', () => {
  let databases: Databases;
  let database: Db;
  let api: AppProcess;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-migrated-'));
    databases = await Databases.start();
    database = await databases.fill('food_db', await soundData(), brokenData());
    // The hardest case: both services have one database.
    const migration = await migrateCommand(['--uri', databases.uri('food_db'), '--to', databases.uri('food_db')]);
    expect(migration).toMatchObject({ code: 0, errors: '' });
    api = await startApi({ MONGODB_URI: databases.uri('food_db'), DATA_DIR: folder });
  });
  afterAll(async () => {
    await api.stop();
    await databases.stop();
    await rm(folder, { recursive: true });
  });

  const loginWith = (credentials: Credentials) => request(api.url).post('/users/login').send(credentials);
  const tokens = new Map<string, string>();
  const tokenOf = async (credentials: Credentials): Promise<string> => {
    const known = tokens.get(credentials.username);
    if (known !== undefined) return known;
    const { access_token } = accessTokenSchema.parse((await loginWith(credentials).expect(200)).body);
    tokens.set(credentials.username, access_token);
    return access_token;
  };
  const as = async (credentials: Credentials, method: 'get' | 'post' | 'put', path: string, body?: object) =>
    request(api.url)[method](path).set('Authorization', `Bearer ${await tokenOf(credentials)}`).send(body);
  const hashOf = async (username: string) => z.string().parse((await database.collection('users').findOne({ username }))?.['passwordHash']);

  it('lets people in with their old passwords, by JSON and form, and hashes them anew', async () => {
    expect(await hashOf('ravi@example.com')).toMatch(/^\$2y\$/);
    const wrong = await loginWith({ ...ravi, password: 'ravi-at-home-8' });
    expect(wrong.status).toBe(401);
    expect(await hashOf('ravi@example.com')).toMatch(/^\$2y\$/);
    const both = await Promise.all([loginWith(ravi), request(api.url).post('/users/login').type('form').send({ ...ravi, grant_type: 'password' })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await hashOf('ravi@example.com')).toMatch(/^\$argon2id\$/);
    const again = accessTokenSchema.parse((await loginWith(ravi).expect(200)).body);
    tokens.set(ravi.username, again.access_token);
    const first = accessTokenSchema.parse(both[0].body).access_token;
    await request(api.url).get('/users/me').set('Authorization', `Bearer ${first}`).expect(200);
  });

  it('refuses who has no password that can be checked, as anybody with a wrong one', async () => {
    for (const username of ['chef', 'nobody-here']) await loginWith({ username, password: 'not a hash' }).expect(401);
  });

  it('knows names that differ in case alone, each by its exact letters', async () => {
    const [upper, lower] = [{ username: 'Meera', password: 'U*U' }, { username: 'meera', password: 'U*U' }];
    const names = [await as(upper, 'get', '/users/me'), await as(lower, 'get', '/users/me')].map(({ body }) => userSchema.parse(body).username);
    expect(names).toEqual(['Meera', 'meera']);
  });

  it('keeps roles: an admin sees everything', async () => {
    const stats = await as(boss, 'get', '/admin/stats');
    expect(stats.body).toMatchObject({ total_restaurants: 4, total_users: 6, total_orders: 4, total_reviews: 2, revenue: [{ currency: 'INR', total: 321.01 }] });
    expect((await as(boss, 'get', '/admin/orders')).body).toHaveLength(4);
    expect((await as(boss, 'get', '/admin/users')).body).toHaveLength(6);
    expect((await as(asha, 'get', '/admin/stats')).status).toBe(403);
  });

  it('answers restaurants with menus, prices and ratings', async () => {
    const answer = await request(api.url).get('/restaurants/').expect(200);
    const restaurants = z.array(restaurantSchema).parse(answer.body);
    expect(restaurants.map(({ name }) => name)).toEqual(['Long Menu', 'Mixed Menu', 'Swati Snacks', 'Thepla House']);
    expect(restaurants[3]).toMatchObject({ id: ids.theplaHouse.toHexString(), rating: 4.5, items: [{ item_name: 'Masala Thepla', price: 60.5 }, { item_name: 'Chaas', price: 20 }] });
    await request(api.url).get('/search/items?item_name=thepla').expect(200);
  });

  it('answers old orders to their owner, with lines, totals and history', async () => {
    const orders = z.array(orderSchema).parse((await as(asha, 'get', '/orders/')).body);
    expect(orders.map(({ id, total_price, status }) => [id, total_price, status])).toEqual([
      [ids.order.toHexString(), 141, 'placed'],
      [ids.oldOrder.toHexString(), 60, 'delivered'],
    ]);
    expect((await as(asha, 'get', `/orders/${ids.order.toHexString()}`)).body).toMatchObject({
      order_date: '2025-10-13T15:30:00.123Z',
      items: [{ item_name: 'Masala Thepla', quantity: 2, price: 60.5 }, { item_name: 'Chaas', quantity: 1, price: 20 }],
    });
    expect((await as(ravi, 'get', `/orders/${ids.order.toHexString()}`)).status).toBe(403);
    expect((await as(asha, 'get', `/orders/${ids.oldOrder.toHexString()}/history`)).body).toMatchObject([{ from: null, to: 'placed' }, { from: 'placed', to: 'delivered' }]);
  });

  it('goes on with old orders and takes new ones', async () => {
    expect((await as(asha, 'post', `/orders/${ids.oldOrder.toHexString()}/cancel`)).status).toBe(409);
    expect((await as(asha, 'post', `/orders/${ids.order.toHexString()}/cancel`)).body).toMatchObject({ status: 'cancelled' });
    const placed = await as(asha, 'post', '/orders/', { restaurant_name: 'Thepla House', items: [{ item_name: 'Chaas', quantity: 2 }] });
    expect(placed.body).toMatchObject({ total_price: 40, status: 'placed' });
  });

  it('answers reviews with counts and average, and takes one of each person', async () => {
    const reviews = z.array(reviewSchema).parse((await request(api.url).get('/restaurants/Thepla House/reviews').expect(200)).body);
    expect(reviews.map(({ username, rating }) => [username, rating]).sort()).toEqual([
      ['asha patel', 4],
      ['ravi@example.com', 5],
    ]);
    const stats = await request(api.url).get('/restaurants/Thepla House/reviews/stats').expect(200);
    expect(stats.body).toMatchObject({ total_reviews: 2, average_rating: 4.5, rating_distribution: { '4': 1, '5': 1 } });
    const review = { restaurant_name: 'Thepla House', rating: 1, comment: 'Once is not enough.' };
    expect((await as(asha, 'post', '/restaurants/Thepla House/reviews', review)).status).toBe(400);
    expect((await as(boss, 'post', '/restaurants/Thepla House/reviews', review)).status).toBe(201);
    expect((await as(asha, 'put', `/reviews/${ids.review.toHexString()}`, { rating: 5 })).status).toBe(200);
  });

  it('lets an admin change a restaurant', async () => {
    for (const name of ['Thepla House', 'Long Menu', 'Mixed Menu']) {
      expect((await as(boss, 'put', `/restaurants/${name}`, { description: 'As it was.' })).body).toMatchObject({ name, description: 'As it was.' });
    }
  });

  it('keeps all of that when the migration is run again', async () => {
    const again = await migrateCommand(['--uri', databases.uri('food_db'), '--to', databases.uri('food_db')]);
    expect(again.output).toContain('0 changed');
    expect((await as(asha, 'get', `/orders/${ids.order.toHexString()}`)).body).toMatchObject({ status: 'cancelled' });
    expect(await hashOf('ravi@example.com')).toMatch(/^\$argon2id\$/);
  });
});

describe('restaurant-api', () => {
  let databases: Databases;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-migrated-'));
    databases = await Databases.start();
    await databases.fill('food_db', await soundData());
  });
  afterAll(async () => {
    await databases.stop();
    await rm(folder, { recursive: true });
  });

  it('refuses to start on a database of the Python service, and changes nothing in it', async () => {
    const names = async () => (await databases.database('food_db').listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
    const api = await AppProcess.launch('restaurant-api', { MONGODB_URI: databases.uri('food_db'), DATA_DIR: folder });
    expect(await api.exit).toMatchObject({ code: 1 });
    expect(api.output).toMatch(/^The collection \w+ of this database holds documents of the Python service\. Take them over first: npm run migrate \(docs\/migration\.md\)\.$/m);
    expect(await names()).toEqual(['orders', 'restaurants', 'reviews', 'users']);
    expect(await databases.database('food_db').collection('users').indexes()).toHaveLength(1);
  });

  it('finds what was taken over into the embedded database, where samples of the same names give way', async () => {
    const environment = { DATA_DIR: folder };
    const before = await startApi(environment);
    const samples = z.array(restaurantSchema).parse((await request(before.url).get('/restaurants/')).body);
    expect(samples.map(({ name }) => name)).toEqual(expect.arrayContaining(['Swati Snacks', 'Thepla House']));
    await before.stop();
    expect(await migrateCommand(['--uri', databases.uri('food_db')], environment)).toMatchObject({ code: 0 });
    const api = await startApi(environment);
    const restaurants = z.array(restaurantSchema).parse((await request(api.url).get('/restaurants/')).body);
    await api.stop();
    expect(restaurants.map(({ name }) => name).sort()).toEqual(samples.map(({ name }) => name).sort());
    expect(restaurants.find(({ name }) => name === 'Thepla House')).toMatchObject({ id: ids.theplaHouse.toHexString(), items: [{ price: 60.5 }, { price: 20 }] });
  });
});
