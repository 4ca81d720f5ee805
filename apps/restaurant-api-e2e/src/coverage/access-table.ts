import type { Response } from 'supertest';
import { newAccount, type Person } from '../person';
import { pathOf, pizzeria } from '../test-restaurant';
import type { World } from './world';

/** Who calls, in the order of `Row.answers`. */
export const roles = ['anonymous', 'other', 'owner', 'staff', 'staffOfAnother', 'admin'] as const;

/** One call, and what it answers to each kind of person. */
export interface Row {
  readonly call: (who: Person, world: World) => PromiseLike<Response>;
  readonly answers: readonly [anonymous: number, other: number, owner: number, staff: number, staffOfAnother: number, admin: number];
}

const forAll = (status: number): Row['answers'] => [status, status, status, status, status, status];
const forUsers = (status: number): Row['answers'] => [401, status, status, status, status, status];
const forAdmins = (status: number): Row['answers'] => [401, 403, 403, 403, 403, status];
/** Staff of the restaurant, and admins. */
const forManagers = (status: number): Row['answers'] => [401, 403, 403, status, 403, status];
const forReaders = (status: number): Row['answers'] => [401, 403, status, status, 403, status];
const forOwner = (status: number): Row['answers'] => [401, 403, status, 403, 403, 403];

const get = (path: string, answers: Row['answers']): Row => ({ call: (who) => who.get(path), answers });
const ofRestaurant = (rest: string): Row => ({ call: (who, { restaurant }) => who.get(`${pathOf(restaurant)}${rest}`), answers: forAll(200) });

/** Every call of the API. */
export const access: Readonly<Record<string, Row>> = {
  'GET /': get('/', forAll(200)),
  'GET /health': get('/health', forAll(200)),
  'GET /health/live': get('/health/live', forAll(200)),
  'GET /health/ready': get('/health/ready', forAll(200)),
  'GET /openapi.json': get('/openapi.json', forAll(200)),

  'GET /restaurants': get('/restaurants/', forAll(200)),
  'GET /restaurants/{name}': ofRestaurant(''),
  'GET /restaurants/{name}/menu': ofRestaurant('/menu'),
  'GET /cuisines': get('/cuisines', forAll(200)),
  'GET /search/items': get('/search/items?item_name=dosa', forAll(200)),
  'POST /restaurants': { call: (who) => who.post('/restaurants/', pizzeria()), answers: forAdmins(201) },
  'PUT /restaurants/{name}': { call: (who, { restaurant }) => who.put(pathOf(restaurant), { area: 'Elsewhere' }), answers: forManagers(200) },
  'DELETE /restaurants/{name}': { call: async (who, world) => who.delete(pathOf(await world.newRestaurant())), answers: forAdmins(200) },

  'POST /users/register': { call: (who) => who.post('/users/register', newAccount()), answers: forAll(201) },
  'POST /users/login': {
    call: async (who, { api }) => {
      const { username, password } = (await api.register()).account;
      return who.post('/users/login', { username, password });
    },
    answers: forAll(200),
  },
  'POST /users/refresh': {
    call: async (who, world) => who.post('/users/refresh', { refresh_token: (await world.newLogin()).refresh_token }),
    answers: forAll(200),
  },
  'POST /users/logout': {
    call: async (who, world) => who.post('/users/logout', { refresh_token: (await world.newLogin()).refresh_token }),
    answers: forAll(204),
  },
  'GET /users/me': get('/users/me', forUsers(200)),
  'GET /users/me/reviews': get('/users/me/reviews', forUsers(200)),
  // A wrong password is told to whom the call is open; the right one would end the login.
  'PUT /users/me/password': {
    call: (who) => who.put('/users/me/password', { current_password: 'wrong-secret-1', new_password: 'kept-secret-2' }),
    answers: forUsers(422),
  },

  'POST /orders/quote': { call: (who, world) => who.post('/orders/quote', world.orderBody()), answers: forAll(200) },
  'POST /orders': { call: (who, world) => who.post('/orders/', world.orderBody()), answers: forUsers(201) },
  'GET /orders': get('/orders/', forUsers(200)),
  'GET /orders/{id}': { call: async (who, world) => who.get(`/orders/${(await world.newOrder()).id}`), answers: forReaders(200) },
  'GET /orders/{id}/history': { call: async (who, world) => who.get(`/orders/${(await world.newOrder()).id}/history`), answers: forReaders(200) },
  'POST /orders/{id}/cancel': { call: async (who, world) => who.post(`/orders/${(await world.newOrder()).id}/cancel`), answers: forOwner(200) },
  'PATCH /orders/{id}/status': {
    call: async (who, world) => who.patch(`/orders/${(await world.newOrder()).id}/status`, { status: 'confirmed' }),
    answers: forManagers(200),
  },

  'GET /restaurants/{name}/orders': { call: (who, { restaurant }) => who.get(`${pathOf(restaurant)}/orders`), answers: forManagers(200) },

  'GET /restaurants/{name}/reviews': ofRestaurant('/reviews'),
  'GET /restaurants/{name}/reviews/stats': ofRestaurant('/reviews/stats'),
  'POST /restaurants/{name}/reviews': { call: async (who, world) => world.review(who, await world.newRestaurant()), answers: forUsers(201) },
  'PUT /reviews/{id}': { call: async (who, world) => who.put(`/reviews/${(await world.newReview()).id}`, { rating: 3 }), answers: forOwner(200) },
  'DELETE /reviews/{id}': { call: async (who, world) => who.delete(`/reviews/${(await world.newReview()).id}`), answers: forOwner(204) },
  'POST /reviews/{id}/helpful': {
    call: async (who, world) => who.post(`/reviews/${(await world.newReview()).id}/helpful`),
    answers: [401, 200, 403, 200, 200, 200],
  },

  'GET /admin/stats': get('/admin/stats', forAdmins(200)),
  'GET /admin/orders': get('/admin/orders', forAdmins(200)),
  'GET /admin/users': get('/admin/users', forAdmins(200)),
  'GET /admin/audit': get('/admin/audit', forAdmins(200)),
  'PUT /admin/users/{id}/role': {
    call: async (who, { api }) => who.put(`/admin/users/${(await api.register()).id}/role`, { role: 'user' }),
    answers: forAdmins(200),
  },
};
