import { randomUUID } from 'node:crypto';
import { newAccount } from '../person';
import { pathOf, pizzeria } from '../test-restaurant';
import type { Provocation } from './generic-answers';

/** What brings about answers that take more than `genericAnswers` know, by call and status. */
export const particularAnswers: Readonly<Record<string, Readonly<Record<number, Provocation>>>> = {
  'GET /search/items': {
    200: ({ world }) => world.anonymous.get('/search/items?item_name=pizza'),
    304: async ({ world }) => {
      const { headers } = await world.anonymous.get('/search/items?item_name=pizza').expect(200);
      return world.anonymous.get('/search/items?item_name=pizza').set('If-None-Match', String(headers['etag']));
    },
  },
  'POST /restaurants': {
    201: ({ world }) => world.admin.post('/restaurants/', pizzeria()),
    409: ({ world }) => world.admin.post('/restaurants/', pizzeria({ name: world.restaurant.name })),
  },
  'PUT /restaurants/{name}': {
    409: async ({ world }) => world.admin.put(pathOf(world.restaurant), { name: (await world.newRestaurant()).name }),
    412: async ({ world }) => {
      const shop = await world.newRestaurant();
      const { headers } = await world.anonymous.get(pathOf(shop)).expect(200);
      await world.admin.put(pathOf(shop), { area: 'Elsewhere' }).expect(200);
      return world.admin.put(pathOf(shop), { area: 'Nowhere' }).set('If-Match', String(headers['etag']));
    },
  },
  'DELETE /restaurants/{name}': {
    200: async ({ world }) => world.admin.delete(pathOf(await world.newRestaurant())),
    412: async ({ world }) => world.admin.delete(pathOf(await world.newRestaurant())).set('If-Match', '"of-another-making"'),
  },

  'POST /users/register': { 201: ({ world }) => world.anonymous.post('/users/register', newAccount()) },
  'POST /users/login': {
    200: async ({ world }) => {
      const { username, password } = (await world.api.register()).account;
      return world.anonymous.post('/users/login', { username, password });
    },
    429: async ({ world }) => {
      const wrong = { username: newAccount().username, password: 'wrong-secret-1' };
      for (let attempt = 0; attempt < 5; attempt += 1) await world.anonymous.post('/users/login', wrong).expect(401);
      return world.anonymous.post('/users/login', wrong);
    },
  },
  'POST /users/refresh': { 200: async ({ world }) => world.anonymous.post('/users/refresh', { refresh_token: (await world.newLogin()).refresh_token }) },
  'POST /users/logout': { 204: async ({ world }) => world.anonymous.post('/users/logout', { refresh_token: (await world.newLogin()).refresh_token }) },
  'PUT /users/me/password': {
    204: async ({ world }) => {
      const person = await world.api.register();
      return person.put('/users/me/password', { current_password: person.account.password, new_password: 'kept-secret-2' });
    },
  },

  'POST /orders/quote': {
    200: ({ world }) => world.anonymous.post('/orders/quote', world.orderBody()),
    404: ({ world }) => world.anonymous.post('/orders/quote', { ...world.orderBody(), restaurant_name: 'Nowhere' }),
    409: ({ world }) => world.anonymous.post('/orders/quote', { ...world.orderBody(), items: [{ item_name: 'Tiramisu', quantity: 1 }] }),
  },
  'POST /orders': {
    200: async ({ world }) => {
      const key = randomUUID();
      await world.owner.post('/orders/', world.orderBody()).set('Idempotency-Key', key).expect(201);
      return world.owner.post('/orders/', world.orderBody()).set('Idempotency-Key', key);
    },
    201: ({ world }) => world.owner.post('/orders/', world.orderBody()),
    404: ({ world }) => world.owner.post('/orders/', { ...world.orderBody(), restaurant_name: 'Nowhere' }),
    409: ({ world }) => world.owner.post('/orders/', { ...world.orderBody(), items: [{ item_name: 'Cola', quantity: 1, price: 1 }] }),
  },
  'GET /orders': { 404: ({ world }) => world.owner.get('/orders/?restaurant=Nowhere') },
  'GET /orders/{id}': {
    200: async ({ world }) => world.owner.get(`/orders/${(await world.newOrder()).id}`),
    403: async ({ world }) => world.other.get(`/orders/${(await world.newOrder()).id}`),
  },
  'GET /orders/{id}/history': {
    200: async ({ world }) => world.owner.get(`/orders/${(await world.newOrder()).id}/history`),
    403: async ({ world }) => world.other.get(`/orders/${(await world.newOrder()).id}/history`),
  },
  'POST /orders/{id}/cancel': {
    200: async ({ world }) => world.owner.post(`/orders/${(await world.newOrder()).id}/cancel`),
    403: async ({ world }) => world.other.post(`/orders/${(await world.newOrder()).id}/cancel`),
    409: async ({ world }) => world.owner.post(`/orders/${(await world.newOrder('confirmed', 'preparing')).id}/cancel`),
  },
  'PATCH /orders/{id}/status': {
    200: async ({ world }) => world.staff.patch(`/orders/${(await world.newOrder()).id}/status`, { status: 'confirmed' }),
    409: async ({ world }) => world.staff.patch(`/orders/${(await world.newOrder()).id}/status`, { status: 'delivered' }),
  },

  'POST /restaurants/{name}/reviews': { 201: async ({ world }) => world.review(world.other, await world.newRestaurant()) },
  'PUT /reviews/{id}': {
    200: async ({ world }) => world.owner.put(`/reviews/${(await world.newReview()).id}`, { rating: 3 }),
    403: async ({ world }) => world.other.put(`/reviews/${(await world.newReview()).id}`, { rating: 3 }),
  },
  'DELETE /reviews/{id}': {
    204: async ({ world }) => world.owner.delete(`/reviews/${(await world.newReview()).id}`),
    403: async ({ world }) => world.other.delete(`/reviews/${(await world.newReview()).id}`),
  },
  'POST /reviews/{id}/helpful': {
    200: async ({ world }) => world.other.post(`/reviews/${(await world.newReview()).id}/helpful`),
    403: async ({ world }) => world.owner.post(`/reviews/${(await world.newReview()).id}/helpful`),
  },

  'GET /admin/orders': { 404: ({ world }) => world.admin.get('/admin/orders?restaurant=Nowhere') },
  'PUT /admin/users/{id}/role': {
    200: async ({ world }) => world.admin.put(`/admin/users/${(await world.api.register()).id}/role`, { role: 'user' }),
    409: ({ world }) => world.admin.put(`/admin/users/${world.admin.id}/role`, { role: 'user' }),
  },
};
