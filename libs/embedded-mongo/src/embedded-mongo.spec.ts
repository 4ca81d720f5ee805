import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Document, MongoClient } from 'mongodb';
import { failureOf } from './conformance/database-under-test';
import { type EmbeddedMongo, startEmbeddedMongo } from './index';

describe('the embedded server alone', () => {
  let folder = '';
  let server: EmbeddedMongo;
  let client: MongoClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    server = await startEmbeddedMongo({ dataFolder: folder });
    client = await MongoClient.connect(server.uri);
  });
  afterAll(async () => {
    await client.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each<[string, Document]>([
    ['$where', { find: 'c', filter: { $where: 'true' } }],
    ['$text', { find: 'c', filter: { $text: { $search: 'x' } } }],
    ['$near', { find: 'c', filter: { at: { $near: [1, 1] } } }],
    ['$out', { aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {} }],
    ['$merge', { aggregate: 'c', pipeline: [{ $merge: 'd' }], cursor: {} }],
    ['$function', { aggregate: 'c', pipeline: [{ $project: { a: { $function: { body: 'function() { return 1 }', args: [], lang: 'js' } } } }], cursor: {} }],
    ['a text index', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a' }] }],
    ['a capped collection', { create: 'd', capped: true, size: 1000 }],
    ['a tailable cursor', { find: 'c', tailable: true }],
    ['an elaborate collation', { find: 'c', collation: { locale: 'en', numericOrdering: true } }],
  ])('says that %s is not implemented', async (_name, command) => {
    await client.db('refusals').collection('c').insertOne({ a: 1 });
    expect(await failureOf(client.db('refusals').command(command))).toMatchObject({ code: 238, codeName: 'NotImplemented' });
  });

  it('refuses a transaction as a standalone server does', async () => {
    const session = client.startSession();
    session.startTransaction();
    expect(await failureOf(client.db('t').collection('c').insertOne({}, { session }))).toMatchObject({ originalError: expect.objectContaining({ code: 20 }) });
    await session.endSession();
  });

  it('does not scan for a lookup by _id or by an indexed field, nor for a count or a join', async () => {
    const orders = client.db('scans').collection<{ _id: number; shop: number; at: Date; code: string }>('orders');
    await orders.createIndexes([{ key: { shop: 1, at: -1 } }, { key: { code: 1 }, unique: true }]);
    await orders.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ _id: n, shop: n % 100, at: new Date(n), code: `c${n}` })));
    const cost = async (work: () => Promise<unknown>) => {
      const before = server.statistics();
      await work();
      const after = server.statistics();
      return { documents: after.documentsExamined - before.documentsExamined, keys: after.indexKeysExamined - before.indexKeysExamined };
    };
    expect(await cost(() => orders.findOne({ _id: 777 }))).toEqual({ documents: 1, keys: 1 });
    expect(await cost(() => orders.updateOne({ code: 'c5' }, { $set: { at: new Date(5) } }))).toEqual({ documents: 1, keys: 1 });
    expect(await cost(() => orders.find({ shop: 7 }).sort({ at: -1 }).limit(20).toArray())).toEqual({ documents: 20, keys: 20 });
    expect(await cost(() => orders.find({ shop: 7 }).sort({ at: -1 }).skip(50).limit(20).toArray())).toEqual({ documents: 20, keys: 70 });
    expect(await cost(() => orders.find({ at: { $gte: new Date(19_990) }, shop: { $in: [95, 99] } }).toArray())).toEqual({ documents: 2, keys: 2 });
    expect((await cost(() => orders.countDocuments({ shop: 7 }))).documents).toBe(0);
    expect((await cost(() => orders.aggregate([{ $match: { shop: 7 } }, { $sort: { at: -1 } }, { $limit: 5 }, { $group: { _id: '$shop' } }]).toArray())).documents).toBe(5);
    expect((await cost(() => orders.aggregate([{ $match: { _id: 3 } }, { $lookup: { from: 'orders', localField: 'code', foreignField: 'code', as: 'same' } }]).toArray())).documents).toBe(2);
    expect((await cost(() => orders.findOne({ at: new Date(-1) }))).documents).toBe(20_000);
  });

  it('ends a scan at maxTimeMS', async () => {
    const collection = client.db('scans').collection('orders');
    expect(await failureOf(collection.find({ none: { $regex: '(x+x+)+y' } }).maxTimeMS(1).toArray())).toMatchObject({ code: 50, codeName: 'MaxTimeMSExpired' });
  });
});
