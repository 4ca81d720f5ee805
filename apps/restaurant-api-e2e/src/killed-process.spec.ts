import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { orderSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { ApiUnderTest } from './api-under-test';

const ordersSchema = z.array(orderSchema);
const body = { restaurant_name: 'Always Open', items: [{ item_name: 'Tea', quantity: 1 }] };

describe('a process that is killed while it places orders', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const admin = await api.admin();
    await admin.post('/restaurants/', { name: 'Always Open', area: 'Here', cuisine: 'Tea', items: [{ item_name: 'Tea', price: 20 }] }).expect(201);
  });
  afterAll(() => api.stop());

  it('leaves no order or one whole order for each key, and a retry finds it', async () => {
    const person = await api.register();
    const keys: string[] = [];
    const answered = new Map<string, string>();
    for (const pause of [2, 8, 20]) {
      const batch = Array.from({ length: 10 }, () => randomUUID());
      keys.push(...batch);
      const requests = batch.map(async (key) => {
        const answer = await person.post('/orders/', body).set('Idempotency-Key', key).catch(() => undefined);
        if (answer?.status === 201) answered.set(key, orderSchema.parse(answer.body).id);
      });
      // Not a wait for something to be done: the kill is meant to fall on another line each time.
      await delay(pause);
      await api.killAndRestart();
      await Promise.all(requests);
    }
    const survivors = ordersSchema.parse((await person.get('/orders/?limit=100').expect(200)).body);
    expect(survivors.map(({ id }) => id)).toEqual(expect.arrayContaining([...answered.values()]));
    for (const survivor of survivors) expect(survivor).toMatchObject({ status: 'placed', total_price: 20, lines: [{ item_name: 'Tea' }] });
    for (const key of keys) {
      const retry = await person.post('/orders/', body).set('Idempotency-Key', key);
      const { id } = orderSchema.parse(retry.body);
      expect(id).toBe(answered.get(key) ?? id);
      expect(retry.status).toBe(survivors.some((order) => order.id === id) ? 200 : 201);
    }
    expect(ordersSchema.parse((await person.get('/orders/?limit=100').expect(200)).body)).toHaveLength(keys.length);
  }, 60_000);
});
