import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal128, type Document, Long, MongoClient } from 'mongodb';
import { type EmbeddedMongo, startEmbeddedMongo } from '../index';

const scalar = fc.constantFrom<unknown>(null, 1, 2, 3, 2.5, 'a', 'b', 'B', true, new Date(5), Long.fromNumber(2), Decimal128.fromString('2.5'), NaN);
const value = fc.oneof(scalar, scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ b: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), c: scalar }, { requiredKeys: [] }));
const documents = fc.array(fc.record({
  a: fc.oneof(value, fc.array(fc.record({ b: scalar, c: scalar }, { requiredKeys: [] }), { maxLength: 3 })), k: scalar, z: scalar,
}, { requiredKeys: [] }), { minLength: 1, maxLength: 12 });

const path = fc.constantFrom('a', 'a.b', 'a.c', 'k', 'z');
const condition = fc.oneof(
  value,
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar).map(([operator, operand]) => ({ [operator]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 3 }).map((operands) => ({ $in: operands })),
  fc.array(scalar, { maxLength: 2 }).map((operands) => ({ $nin: operands })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.constant({ $elemMatch: { b: 2 } }),
);
const simple = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const query = fc.oneof(simple, fc.array(simple, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })), fc.tuple(simple, simple).map(($and) => ({ $and })));
const sort = fc.dictionary(path, fc.constantFrom<1 | -1>(1, -1), { maxKeys: 2, noNullPrototype: true });

const INDEX_SETS: Document[][] = [
  [{ key: { a: 1 } }, { key: { k: -1, a: 1 } }],
  [{ key: { 'a.b': 1, 'a.c': -1 } }, { key: { k: 1, z: -1 } }],
  [{ key: { k: 1 }, sparse: true }, { key: { z: 1 }, partialFilterExpression: { k: { $gt: 1 } } }],
];

describe('a query by index', () => {
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

  it.each(INDEX_SETS.map((indexes): [string, Document[]] => [JSON.stringify(indexes), indexes]))('finds what a scan finds, in the same order: %s', async (_name, indexes) => {
    let run = 0;
    await fc.assert(fc.asyncProperty(documents, fc.array(query, { minLength: 3, maxLength: 6 }), sort, async (stored, queries, order) => {
      run += 1;
      const collection = client.db(`d${indexes.length}`).collection(`c${run}`);
      await collection.drop();
      await collection.createIndexes(indexes.map(({ key, ...rest }) => ({ key: key as Record<string, 1>, ...rest })));
      await collection.insertMany(stored.map((document, index) => ({ ...document, _id: index })) as Document[]);
      for (const filter of queries) {
        const total = { ...order, _id: 1 as const };
        const scanned = await collection.find(filter).hint({ $natural: 1 }).sort(total).toArray();
        const found = await collection.find(filter).sort(total).toArray();
        expect(found).toEqual(scanned);
        expect(await collection.countDocuments(filter)).toBe(scanned.length);
      }
    }), { numRuns: 30 });
  });
});
