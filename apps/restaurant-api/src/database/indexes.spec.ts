import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { adminOrderQuerySchema, type OrderStatus } from '@foodie-express/contracts';
import { createLogger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { type Connection, type Model, Types } from 'mongoose';
import { createApplication } from '../application';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { readConfiguration } from '../configuration';
import { OrderListsService } from '../orders/order-lists.service';
import { type OrderRecord, ORDERS } from '../orders/order.schema';
import { OrdersService } from '../orders/orders.service';
import { RateLimiters } from '../platform/rate-limiters';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import { IndexCreation } from './create-indexes';
import { Database } from './database';
import { Seed } from './seed/seed';

const ORDERS_IN_ALL = 5_000;
const USERS = 50;
const PAGE = 20;
const states: readonly OrderStatus[] = ['placed', 'confirmed', 'delivered', 'cancelled'];

/** What one question may read at most: its page, and a few documents beside it. Far from the whole collection. */
const READ_AT_MOST = PAGE + 10;

describe('no list and no lookup walks a whole collection', () => {
  let folder: string;
  let server: { readonly uri: string; statistics(): { readonly documentsExamined: number }; close(): Promise<void> };
  let app: NestExpressApplication;
  const users = Array.from({ length: USERS }, () => new Types.ObjectId());

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-indexes-'));
    const { startEmbeddedMongo } = await import('@foodie-express/embedded-mongo');
    server = await startEmbeddedMongo({ dataFolder: folder });
    const requestContext = await createRequestContext();
    const platform = {
      configuration: readConfiguration({}),
      requestContext,
      clock: () => new Date('2026-03-03T08:00:00Z'),
      signingSecret: 'x'.repeat(32),
      rateLimiters: new RateLimiters(undefined, () => undefined),
    };
    app = await createApplication(platform, createLogger({ service: 'spec', context: requestContext, level: 'silent' }));
    const address = new URL(server.uri);
    address.pathname = '/indexes';
    await app.get(Database).open(address.href, async () => {
      await app.get(IndexCreation).run();
      await app.get(Seed).run();
    });
    await fill();
  });
  afterAll(async () => {
    await app.close();
    await app.get(Database).close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function fill(): Promise<void> {
    const restaurants = await app.get(RestaurantCatalogue, { strict: false }).all();
    const orders = Array.from({ length: ORDERS_IN_ALL }, (_, index) => ({
      userId: users[index % USERS],
      username: `user-${index % USERS}`,
      restaurantId: restaurants[index % restaurants.length]?.record._id,
      restaurantName: 'Somewhere',
      status: states[index % states.length],
      currency: 'INR',
      lines: [],
      subtotal: 100,
      total: 100,
      tax: null,
      scheduledFor: null,
      placedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
      history: [],
      idempotency: { key: `key-${index}`, bodyHash: 'x' },
    }));
    await app.get<Model<OrderRecord>>(getModelToken(ORDERS), { strict: false }).collection.insertMany(orders);
  }

  async function readBy(question: () => Promise<unknown>): Promise<number> {
    const before = server.statistics().documentsExamined;
    await question();
    return server.statistics().documentsExamined - before;
  }

  const page = (query: object) => app.get(OrderListsService, { strict: false }).page(adminOrderQuerySchema.parse({ limit: PAGE, ...query }));
  const user = (): AuthenticatedUser => ({ id: users[0]?.toHexString() ?? '', username: 'user-0', role: 'user', restaurantId: undefined });

  it.each([
    ['all orders', () => ({})],
    ['the orders of a user', () => ({ user_id: user().id })],
    ['the orders of a restaurant', () => ({ restaurant: 'Thepla House' })],
    ['the orders in a state', () => ({ status: 'delivered' })],
    ['the orders of a day', () => ({ day: '2026-01-02' })],
  ])('lists %s, on later pages too', async (_name, query) => {
    let cursor: string | undefined;
    const read = await readBy(async () => {
      const first = await page(query());
      expect(first.entries).toHaveLength(PAGE);
      cursor = first.next;
    });
    expect(read).toBeLessThanOrEqual(READ_AT_MOST);
    expect(await readBy(() => page({ ...query(), cursor }))).toBeLessThanOrEqual(READ_AT_MOST);
  });

  it('finds an order by its idempotency key', async () => {
    const input = { restaurant_name: 'Thepla House', items: [{ item_name: 'Masala Thepla', quantity: 1 }] };
    expect(await readBy(() => app.get(OrdersService, { strict: false }).place(user(), input, 'new-key'))).toBeLessThanOrEqual(5);
  });

  it('has an index for each declaration', async () => {
    const connection = app.get<Connection>(getConnectionToken());
    for (const model of Object.values(connection.models)) {
      const existing = await model.listIndexes();
      expect(existing).toHaveLength(model.schema.indexes().length + 1);
    }
  });
});
