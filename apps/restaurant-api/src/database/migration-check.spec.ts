import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmbeddedMongo } from '@foodie-express/embedded-mongo';
import mongoose, { type Connection } from 'mongoose';
import { refusalOf } from '../platform/start-refusal';
import { MigrationCheck } from './migration-check';

describe('MigrationCheck', () => {
  let folder: string;
  let server: EmbeddedMongo;
  let connection: Connection;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foodie-check-'));
    const { startEmbeddedMongo } = await import('@foodie-express/embedded-mongo');
    server = await startEmbeddedMongo({ dataFolder: folder });
    connection = await mongoose.createConnection(server.uri, { dbName: 'check' }).asPromise();
  });
  beforeEach(() => connection.dropDatabase());
  afterAll(async () => {
    await connection.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const refusal = () => new MigrationCheck(connection).run().then(() => undefined, refusalOf);

  it('lets pass an empty database and one of ours', async () => {
    expect(await refusal()).toBeUndefined();
    await connection.collection('orders').insertOne({ placedAt: new Date() });
    await connection.collection('migrations').insertMany([{ state: 'done' }]);
    expect(await refusal()).toBeUndefined();
  });

  it.each([
    ['users', { username: 'old', hashed_password: '$2b$12$' }],
    ['restaurants', { name: 'Old', items: [] }],
    ['orders', { restaurant_name: 'Old', order_date: new Date() }],
    ['reviews', { restaurant_name: 'Old', rating: 5 }],
  ])('names npm run migrate where %s holds a document of the Python service, be it the last one', async (name, document) => {
    await connection.collection(name).insertOne({ usernameKey: 'a', nameKey: 'a', placedAt: new Date(), restaurantId: 1 });
    await connection.collection(name).insertOne(document);
    expect(await refusal()).toBe(
      `The collection ${name} of this database holds documents of the Python service. Take them over first: npm run migrate (docs/migration.md).`,
    );
  });

  it('names npm run migrate where a migration was not completed', async () => {
    await connection.collection('migrations').insertOne({ state: 'running' });
    expect(await refusal()).toMatch(/has begun and not ended.*npm run migrate/);
  });
});
