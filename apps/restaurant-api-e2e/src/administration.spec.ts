import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adminStatsSchema, auditEntrySchema, orderSchema, type Restaurant, userSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';
import type { Person } from './person';
import { invalidPaths, problemOf } from './problem';
import { addRestaurant, pathOf } from './test-restaurant';

const auditSchema = z.array(auditEntrySchema);

describe('administration', () => {
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

  const place = async (who: Person, shop = restaurant) => {
    const { body } = (await who.post('/orders/', { restaurant_name: shop.name, items: [{ item_name: 'Cola', quantity: 2 }] }).expect(201)) as { body: unknown };
    return orderSchema.parse(body);
  };

  it('is for admins', async () => {
    for (const path of ['/admin/stats', '/admin/orders', '/admin/users', '/admin/audit']) {
      await problemOf(api.anonymous.get(path), 401);
      await problemOf(person.get(path), 403);
    }
    await problemOf(person.put(`/admin/users/${person.id}/role`, { role: 'admin' }), 403);
  });

  it('counts what the platform comes to', async () => {
    const stats = async () => adminStatsSchema.parse((await admin.get('/admin/stats').expect(200)).body);
    const before = await stats();
    const guest = await api.register();
    const [, cancelled] = [await place(guest), await place(guest)];
    await guest.post(`/orders/${cancelled.id}/cancel`).expect(200);
    await guest.post(`${pathOf(restaurant)}/reviews`, { restaurant_name: restaurant.name, rating: 4, comment: 'Good and cold.' }).expect(201);
    const after = await stats();
    expect(after).toMatchObject({
      total_users: before.total_users + 1,
      total_orders: before.total_orders + 2,
      orders_today: before.orders_today + 2,
      active_users: before.active_users + 1,
      total_reviews: 1,
      average_rating: 4,
      orders_by_status: { placed: 1, cancelled: 1 },
      revenue: [{ currency: 'INR', total: 85.05, today: 85.05 }],
    });
  });

  it('lists all orders, and those of one user', async () => {
    const order = await place(person);
    const all = z.array(orderSchema).parse((await admin.get('/admin/orders').expect(200)).body);
    expect(all[0]).toEqual(order);
    const own = z.array(orderSchema).parse((await admin.get(`/admin/orders?user_id=${person.id}&status=placed`).expect(200)).body);
    expect(own.every(({ user_id }) => user_id === person.id)).toBe(true);
    expect(await invalidPaths(admin.get('/admin/orders?user_id=me'))).toEqual(['user_id']);
  });

  it('lists users page by page, without what nobody may see', async () => {
    const page = await admin.get('/admin/users?limit=1').expect(200);
    expect(page.headers['link']).toContain('rel="next"');
    const everybody = await admin.get('/admin/users').expect(200);
    expect(z.array(userSchema).parse(everybody.body).map(({ username }) => username)).toContain(person.account.username);
    expect(everybody.text).not.toMatch(/hash|argon|generation/i);
    expect(z.array(userSchema).parse((await admin.get('/admin/users?role=admin')).body)).toHaveLength(1);
  });

  it('appoints staff, who manage one restaurant and its orders alone', async () => {
    const staff = await api.register();
    const other = await addRestaurant(admin);
    await admin.put(`/admin/users/${staff.id}/role`, { role: 'staff', restaurant_name: restaurant.name }).expect(200);
    expect((await staff.get('/users/me')).body).toMatchObject({ role: 'staff', restaurant_id: restaurant.id });
    const [own, foreign] = [await place(person), await place(person, other)];
    await staff.get(`/orders/${own.id}`).expect(200);
    await staff.patch(`/orders/${own.id}/status`, { status: 'confirmed' }).expect(200);
    await problemOf(staff.patch(`/orders/${foreign.id}/status`, { status: 'confirmed' }), 403);
    await problemOf(staff.get(`/orders/${foreign.id}`), 403);
    const idsOf = async (path: string) => z.array(orderSchema).parse((await staff.get(path).expect(200)).body).map(({ id }) => id);
    const orders = `${pathOf(restaurant)}/orders`;
    for (const path of [orders, `${orders}?status=confirmed`]) expect(await idsOf(path)).toContain(own.id);
    for (const path of [`${orders}?status=placed`, `${orders}?day=2020-01-01`]) expect(await idsOf(path)).not.toContain(own.id);
    expect(await idsOf(orders)).not.toContain(foreign.id);
    expect(await idsOf('/orders/')).toEqual([]);
    await problemOf(staff.get(`${pathOf(other)}/orders`), 403);
    expect(await invalidPaths(staff.get(`${orders}?restaurant=x`))).toEqual(['restaurant']);
    await staff.put(pathOf(restaurant), { description: 'By the river.' }).expect(200);
    await problemOf(staff.put(pathOf(other), { description: 'x' }), 403);
    await problemOf(staff.delete(pathOf(restaurant)), 403);
    await problemOf(staff.get('/admin/stats'), 403);
    await admin.put(`/admin/users/${staff.id}/role`, { role: 'user' }).expect(200);
    await problemOf(staff.patch(`/orders/${own.id}/status`, { status: 'preparing' }), 403);
  });

  it('refuses roles that do not fit, unknown users, and a platform without an admin', async () => {
    const appoint = (id: string, body: object) => admin.put(`/admin/users/${id}/role`, body);
    expect(await invalidPaths(appoint(person.id, { role: 'staff' }))).toEqual(['restaurant_name']);
    expect(await invalidPaths(appoint(person.id, { role: 'user', restaurant_name: restaurant.name }))).toEqual(['restaurant_name']);
    expect(await invalidPaths(appoint(person.id, { role: 'king' }))).toEqual(['role']);
    await problemOf(appoint('0'.repeat(24), { role: 'user' }), 404);
    await problemOf(appoint(person.id, { role: 'staff', restaurant_name: 'Nowhere' }), 404);
    expect((await problemOf(appoint(admin.id, { role: 'user' }), 409)).detail).toContain('last admin');
  });

  it('keeps one at least of two admins who dismiss each other at the same moment', async () => {
    const other = await api.register();
    const appoint = (by: Person, { id }: Person, role: string) => by.put(`/admin/users/${id}/role`, { role });
    await appoint(admin, other, 'admin').expect(200);
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? appoint(admin, other, 'user') : appoint(other, admin, 'user'))));
      const seen = await Promise.all([admin, other].map(async (who) => ({ who, status: (await who.get('/admin/stats')).status })));
      const left = seen.find(({ status }) => status === 200)?.who;
      expect(left).toBeDefined();
      for (const who of [admin, other]) if (left !== undefined) await appoint(left, who, 'admin').expect(200);
    }
    await appoint(admin, other, 'user').expect(200);
  });

  it('keeps who changed what, before and after', async () => {
    const shop = await addRestaurant(admin);
    await admin.put(pathOf(shop), { area: 'Elsewhere' }).set('X-Request-ID', 'change-1').expect(200);
    await admin.delete(pathOf(shop)).expect(200);
    const entries = auditSchema.parse((await admin.get(`/admin/audit?subject_id=${shop.id}`).expect(200)).body);
    expect(entries).toMatchObject([
      { action: 'restaurant.removed', after: null },
      { action: 'restaurant.changed', before: { area: shop.area }, after: { area: 'Elsewhere' }, request_id: 'change-1', by: { username: admin.account.username } },
      { action: 'restaurant.created', before: null },
    ]);
    expect(auditSchema.parse((await admin.get('/admin/audit?kind=user&limit=1').expect(200)).body)).toMatchObject([{ action: 'user.role' }]);
    const csv = await admin.get('/admin/audit?format=csv&kind=order').expect(200);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain('"order.status","order"');
  });
});
