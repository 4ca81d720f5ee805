import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EmbeddedMongo } from '@foodie-express/embedded-mongo';
import { createRequestContext } from '@foodie-express/request-context';
import mongoose, { type Connection, Types } from 'mongoose';
import { AuditTrail } from '../audit/audit-trail';
import { RestaurantWrites } from './restaurant-writes';
import { type RestaurantRecord, RESTAURANTS, restaurantSchema } from './restaurant.schema';

describe('RestaurantWrites', () => {
  let folder: string;
  let server: EmbeddedMongo;
  let connection: Connection;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-writes-'));
    const { startEmbeddedMongo } = await import('@foodie-express/embedded-mongo');
    server = await startEmbeddedMongo({ dataFolder: folder });
    connection = await mongoose.createConnection(server.uri, { dbName: 'writes' }).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('renews keys of earlier rules, and leaves a restaurant alone whose name is now that of another', async () => {
    const model = connection.model<RestaurantRecord>(RESTAURANTS, restaurantSchema);
    await model.createIndexes();
    const stored = (name: string, nameKey: string, more = {}) => ({ _id: new Types.ObjectId(), name, nameKey, changes: 1, ...more });
    await model.collection.insertMany([
      stored('Straße', 'straße'),
      stored('STRASSE', 'strasse'),
      stored('Cafe\u200b', 'cafe\u200b'),
      stored('Thepla House', 'thepla house'),
      stored('Gone\u200b', '\0gone', { deletedAt: new Date() }),
    ]);
    const context = await createRequestContext('async-local-storage');
    await new RestaurantWrites(model, new AuditTrail(connection, context, () => new Date())).renewKeys();
    const keys = await model.find().sort({ name: 1 }).lean<RestaurantRecord[]>();
    expect(keys.map(({ name, nameKey, changes }) => [name, nameKey, changes])).toEqual([
      ['Cafe\u200b', 'cafe', 2],
      ['Gone\u200b', '\0gone', 1],
      ['STRASSE', 'strasse', 1],
      ['Straße', 'straße', 1],
      ['Thepla House', 'thepla house', 1],
    ]);
  });
});
