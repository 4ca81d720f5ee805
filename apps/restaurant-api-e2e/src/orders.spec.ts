import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Order, orderSchema, quoteSchema, type Restaurant } from '@foodie-express/contracts';
import type { Response } from 'supertest';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';
import type { Person } from './person';
import { invalidPaths, problemOf } from './problem';
import { addRestaurant, pathOf } from './test-restaurant';

const ordersSchema = z.array(orderSchema);

describe('orders', () => {
  let api: ApiUnderTest;
  let admin: Person;
  let person: Person;
  let restaurant: Restaurant;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    admin = await api.admin();
    person = await api.register();
    restaurant = await addRestaurant(admin);
  });
  afterAll(() => api.stop());

  const pizza = (more: object = {}) => ({ restaurant_name: restaurant.name, items: [{ item_name: 'margherita pizza', quantity: 2, ...more }] });
  const place = async (who: Person, body: object = pizza()): Promise<Order> => orderSchema.parse((await who.post('/orders/', body).expect(201)).body);
  const placeWithKey = (key: string, body: object = pizza(), who = person) => who.post('/orders/', body).set('Idempotency-Key', key);

  it('quotes and places at the same price', async () => {
    const body = pizza({ options: [{ group_id: 'size', choice_id: 'large' }, { group_id: 'toppings', choice_id: 'basil', negated: true }], notes: 'well done' });
    const quote = quoteSchema.parse((await api.anonymous.post('/orders/quote', body).expect(200)).body);
    expect(quote).toMatchObject({ currency: 'INR', subtotal: 600, tax: { amount: 30 }, total_price: 630, scheduled_for: null });
    const order = await place(person, body);
    expect(quoteSchema.parse(order)).toEqual(quote);
    expect(order).toMatchObject({ status: 'placed', user_id: person.id, username: person.account.username, items: [{ item_name: 'Margherita Pizza', quantity: 2, price: 300 }] });
    expect((await person.get(`/orders/${order.id}`).expect(200)).body).toEqual(order);
  });

  it.each([
    ['no items', () => ({ restaurant_name: restaurant.name, items: [] }), ['items']],
    ['51 items', () => ({ ...pizza(), items: Array.from({ length: 51 }, () => ({ item_name: 'Cola', quantity: 1 })) }), ['items']],
    ['a quantity of 0', () => pizza({ quantity: 0 }), ['items.0.quantity']],
    ['a quantity of 101', () => pizza({ quantity: 101 }), ['items.0.quantity']],
    ['half a pizza', () => pizza({ quantity: 0.5 }), ['items.0.quantity']],
    ['a quantity in words', () => pizza({ quantity: 'two' }), ['items.0.quantity']],
    ['an unknown item', () => pizza({ item_name: 'Sushi' }), ['items.0.item_name']],
    ['an unknown option', () => pizza({ options: [{ group_id: 'size', choice_id: 'giant' }] }), ['items.0.options.0.choice_id']],
    ['a negative price', () => pizza({ price: -1 }), ['items.0.price']],
    ['an unknown field', () => ({ ...pizza(), total_price: 1 }), ['total_price']],
  ])('refuses %s, and keeps nothing of it', async (_name, body, paths) => {
    const before = await person.get('/orders/');
    expect(await invalidPaths(person.post('/orders/', body()))).toEqual(paths);
    expect(await invalidPaths(api.anonymous.post('/orders/quote', body()))).toEqual(paths);
    expect((await person.get('/orders/')).body).toEqual(before.body);
  });

  it('refuses an unknown restaurant, another price, and what is sold out', async () => {
    expect((await problemOf(person.post('/orders/', { ...pizza(), restaurant_name: 'Nowhere' }), 404)).detail).toBe("Restaurant 'Nowhere' not found");
    const priced = await problemOf(person.post('/orders/', pizza({ price: 150 })), 409);
    expect(priced).toMatchObject({ detail: expect.stringContaining('₹180'), errors: [{ path: 'items.0.price', message: 'should be 180, got 150' }] });
    expect((await problemOf(person.post('/orders/', pizza({ item_name: 'Tiramisu' })), 409)).detail).toContain('sold out');
  });

  describe('access', () => {
    it('needs a login', async () => {
      await problemOf(api.anonymous.post('/orders/', pizza()), 401);
      await problemOf(api.anonymous.get('/orders/'), 401);
      await problemOf(api.anonymous.get(`/orders/${'0'.repeat(24)}`), 401);
    });

    it('shows an order to its owner and to admins alone', async () => {
      const order = await place(person);
      const other = await api.register();
      for (const path of [`/orders/${order.id}`, `/orders/${order.id}/history`]) {
        await problemOf(other.get(path), 403);
        await admin.get(path).expect(200);
        await person.get(path).expect(200);
      }
      await problemOf(person.get(`/orders/${'0'.repeat(24)}`), 404);
      await problemOf(person.get('/orders/nonsense'), 404);
    });
  });

  describe('an idempotency key', () => {
    it('makes one order of a repeated request, and tells it from another one', async () => {
      const key = randomUUID();
      const first = await placeWithKey(key).expect(201);
      const second = await placeWithKey(key).expect(200);
      expect(second.body).toEqual(first.body);
      expect(await invalidPaths(placeWithKey(key, pizza({ quantity: 3 })))).toEqual(['Idempotency-Key']);
    });

    it('is each user\'s own', async () => {
      const key = randomUUID();
      await placeWithKey(key).expect(201);
      await placeWithKey(key, pizza(), await api.register()).expect(201);
    });

    it('makes one order of 50 requests at the same moment', async () => {
      const someone = await api.register();
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 50 }, () => placeWithKey(key, pizza(), someone)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
      expect(new Set(answers.map(({ text }) => orderSchema.parse(JSON.parse(text)).id)).size).toBe(1);
      expect(ordersSchema.parse((await someone.get('/orders/')).body)).toHaveLength(1);
    });

    it('refuses keys that are none', async () => {
      expect(await invalidPaths(placeWithKey('a b'))).toEqual(['Idempotency-Key']);
      expect(await invalidPaths(placeWithKey('x'.repeat(129)))).toEqual(['Idempotency-Key']);
    });

    it('finds the order though the price has changed since', async () => {
      const shop = await addRestaurant(admin);
      const key = randomUUID();
      const body = { ...pizza(), restaurant_name: shop.name };
      const first = await placeWithKey(key, body).expect(201);
      await admin.put(pathOf(shop), { items: [{ item_name: 'Margherita Pizza', price: 999 }] }).expect(200);
      expect((await placeWithKey(key, body).expect(200)).body).toEqual(first.body);
      expect((await person.get(`/orders/${orderSchema.parse(first.body).id}`)).body).toEqual(first.body);
    });
  });

  describe('states', () => {
    const move = (order: Order, status: string, who = admin) => who.patch(`/orders/${order.id}/status`, { status });

    it('go their way, with a history', async () => {
      const order = await place(person);
      for (const status of ['confirmed', 'preparing', 'out_for_delivery', 'delivered']) await move(order, status).expect(200);
      const history = await person.get(`/orders/${order.id}/history`).expect(200);
      expect(history.body).toMatchObject([
        { from: null, to: 'placed', by: { username: person.account.username, role: 'user' } },
        { from: 'placed', to: 'confirmed', by: { role: 'admin' } },
        { from: 'confirmed', to: 'preparing' },
        { from: 'preparing', to: 'out_for_delivery' },
        { from: 'out_for_delivery', to: 'delivered', at: expect.any(String), request_id: expect.any(String) },
      ]);
    });

    it('refuse another step, and words that are none', async () => {
      const order = await place(person);
      expect((await problemOf(move(order, 'delivered'), 409)).detail).toBe('An order that is placed cannot become delivered: next may come confirmed, cancelled');
      expect(await invalidPaths(move(order, 'eaten'))).toEqual(['status']);
      await problemOf(move(order, 'confirmed', person), 403);
      await problemOf(move(order, 'confirmed', api.anonymous), 401);
      await problemOf(admin.patch(`/orders/${'0'.repeat(24)}/status`, { status: 'confirmed' }), 404);
    });

    it('let one of many at the same moment take a step', async () => {
      const order = await place(person);
      const answers = await Promise.all(Array.from({ length: 10 }, () => move(order, 'confirmed')));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
      expect((await person.get(`/orders/${order.id}/history`)).body).toHaveLength(2);
    });

    it('let the owner cancel until it is being prepared', async () => {
      const order = await place(person);
      await problemOf(admin.post(`/orders/${order.id}/cancel`), 403);
      await problemOf(api.anonymous.post(`/orders/${order.id}/cancel`), 401);
      expect((await person.post(`/orders/${order.id}/cancel`).expect(200)).body).toMatchObject({ id: order.id, status: 'cancelled' });
      const late = await place(person);
      await move(late, 'confirmed').expect(200);
      await move(late, 'preparing').expect(200);
      expect((await problemOf(person.post(`/orders/${late.id}/cancel`), 409)).detail).toBe('The order is being prepared and can no longer be cancelled');
    });
  });

  describe('the list', () => {
    it('gives own orders, newest first, page by page', async () => {
      const someone = await api.register();
      const placed: string[] = [];
      for (let count = 0; count < 5; count += 1) placed.unshift((await place(someone)).id);
      const seen: string[] = [];
      for (let path: string | undefined = '/orders/?limit=2'; path !== undefined; ) {
        const page: Response = await someone.get(path).expect(200);
        seen.push(...ordersSchema.parse(page.body).map(({ id }) => id));
        path = /<(.*)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
      }
      expect(seen).toEqual(placed);
      expect(await invalidPaths(someone.get('/orders/?cursor=nonsense'))).toEqual(['cursor']);
    });

    it('filters by state, restaurant and day', async () => {
      const someone = await api.register();
      const order = await place(someone);
      await someone.post(`/orders/${order.id}/cancel`).expect(200);
      await place(someone);
      const count = async (query: string) => ordersSchema.parse((await someone.get(`/orders/?${query}`).expect(200)).body).length;
      const today = new Date().toISOString().slice(0, 10);
      expect(await count('status=cancelled')).toBe(1);
      expect(await count(`restaurant=${encodeURIComponent(restaurant.name)}`)).toBe(2);
      expect(await count('restaurant=Kebabalab')).toBe(0);
      expect(await count(`day=${today}&status=placed`)).toBe(1);
      expect(await count('day=2020-02-29')).toBe(0);
      expect(await invalidPaths(someone.get('/orders/?day=2021-02-29'))).toEqual(['day']);
    });
  });

  describe('a closed restaurant', () => {
    // Open for one minute, half a day away from now by its own clock: closed whenever the test runs.
    const closedNow = () => {
      const half = new Date(Date.now() + 12 * 3_600_000).toISOString();
      const later = new Date(Date.now() + 12 * 3_600_000 + 60_000).toISOString();
      const days: Restaurant['hours'][number]['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
      return { timezone: 'UTC', hours: [{ days, opens: half.slice(11, 16), closes: later.slice(11, 16) }] };
    };

    it('takes orders for its next opening where it does so, and says when', async () => {
      const shop = await addRestaurant(admin, { ...closedNow(), accepts_preorders: true });
      const body = { ...pizza(), restaurant_name: shop.name };
      const quote = quoteSchema.parse((await api.anonymous.post('/orders/quote', body).expect(200)).body);
      expect(shop).toMatchObject({ open_now: false, opens_at: quote.scheduled_for });
      expect((await place(person, body)).scheduled_for).toBe(quote.scheduled_for);
    });

    it('refuses orders where it takes none ahead, and says when it opens', async () => {
      const shop = await addRestaurant(admin, closedNow());
      const problem = await problemOf(person.post('/orders/', { ...pizza(), restaurant_name: shop.name }), 409);
      expect(problem.detail).toMatch(/is closed and takes no orders ahead\. It opens \w+day.* at \d\d:\d\d \(UTC\)\.$/);
    });
  });

  it('refuses an order below the minimum', async () => {
    const shop = await addRestaurant(admin, { minimum_order: 500 });
    expect(await invalidPaths(person.post('/orders/', { ...pizza(), restaurant_name: shop.name }))).toEqual(['items']);
    await person.post('/orders/', { restaurant_name: shop.name, items: [{ item_name: 'Margherita Pizza', quantity: 3 }] }).expect(201);
  });
});
