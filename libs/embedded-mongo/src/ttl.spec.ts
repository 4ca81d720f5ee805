import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from './index';

describe('a TTL index', () => {
  it('removes what has expired, and nothing else, by itself and on demand', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    const server = await startEmbeddedMongo({ dataFolder: folder, ttlIntervalMs: 20 });
    const client = await MongoClient.connect(server.uri);
    const sessions = client.db('x').collection<{ _id: number; at?: Date | Date[] | string }>('sessions');
    const now = Date.now();
    await sessions.createIndex({ at: 1 }, { expireAfterSeconds: 60 }, {});
    await sessions.insertMany([{ _id: 1, at: new Date(now - 61_000) }, { _id: 2, at: new Date(now) }, { _id: 3 }, { _id: 4, at: 'no date' }, { _id: 5, at: [new Date(now), new Date(now - 99_000)] }]);
    const ids = async () => (await sessions.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    await eventually(async () => { expect(await ids()).toEqual([2, 3, 4]); });
    expect(await server.removeExpired(new Date(now + 61_000))).toBe(1);
    expect(await ids()).toEqual([3, 4]);
    await client.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
});
