import { describe, expect, it } from '@jest/globals';
import { type Document, type FindCursor, Long, MongoBulkWriteError } from 'mongodb';
import { z } from 'zod';
import { DatabaseUnderTest, failureOf, type ServerAddress } from './database-under-test';

const planSchema = z.object({
  stage: z.string(),
  get inputStage() {
    return planSchema.optional();
  },
});
type Plan = z.infer<typeof planSchema>;

const explanationSchema = z.object({
  queryPlanner: z.object({ winningPlan: planSchema }),
  executionStats: z.object({ totalKeysExamined: z.number(), totalDocsExamined: z.number() }),
});

/** The names of a plan's stages from the outside in. */
function stagesOf({ stage, inputStage }: Plan): string[] {
  return inputStage === undefined ? [stage] : [stage, ...stagesOf(inputStage)];
}

async function explained(cursor: FindCursor<unknown>): Promise<{ keys: number; documents: number; stages: string[] }> {
  const { queryPlanner, executionStats } = explanationSchema.parse(await cursor.explain('executionStats'));
  return { keys: executionStats.totalKeysExamined, documents: executionStats.totalDocsExamined, stages: stagesOf(queryPlanner.winningPlan) };
}

export function describeIndexes(address: ServerAddress): void {
  describe('indexes and writes', () => {
    const database = new DatabaseUnderTest(address);
    const explainedQuery = (query: Document) => explained(database.collection.find(query));

    it('unique: one wins, the other is told the pattern and the value', async () => {
      await database.collection.createIndex({ email: 1 }, { unique: true }, {});
      await database.collection.insertOne({ _id: 1, email: 'a' });
      const failure = await failureOf(database.collection.insertOne({ _id: 2, email: 'a' }));
      expect(failure).toMatchObject({ code: 11_000 });
      expect(failure['errorResponse']).toMatchObject({ keyPattern: { email: 1 }, keyValue: { email: 'a' } });
      expect(failure['message']).toBe(`E11000 duplicate key error collection: ${database.collection.namespace} index: email_1 dup key: { email: "a" }`);
      await database.collection.insertOne({ _id: 3 });
      expect(await failureOf(database.collection.insertOne({ _id: 4, email: null }))).toMatchObject({ code: 11_000 });
      expect(await failureOf(database.collection.updateOne({ _id: 3 }, { $set: { email: 'a' } }))).toMatchObject({ code: 11_000 });
      await database.collection.updateOne({ _id: 1 }, { $set: { email: 'b' } });
      await database.collection.insertOne({ _id: 5, email: 'a' });
    });

    it('unique over arrays: across documents, not within one', async () => {
      await database.collection.createIndex({ tags: 1 }, { unique: true }, {});
      await database.collection.insertOne({ _id: 1, tags: ['a', 'a', 'b'] });
      expect(await failureOf(database.collection.insertOne({ _id: 2, tags: ['c', 'b'] }))).toMatchObject({ code: 11_000 });
    });

    it('unique sees one number in all numeric types', async () => {
      await database.collection.createIndex({ n: 1 }, { unique: true }, {});
      await database.collection.insertOne({ _id: 1, n: 5 });
      expect(await failureOf(database.collection.insertOne({ _id: 2, n: Long.fromNumber(5) }))).toMatchObject({ code: 11_000 });
    });

    it('sparse and partial unique indexes leave out what they do not hold', async () => {
      await database.collection.createIndex({ a: 1 }, { unique: true, sparse: true }, {});
      await database.collection.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { active: true } }, {});
      await database.collection.insertMany([{ _id: 1, b: 1 }, { _id: 2, b: 1 }, { _id: 3, b: 1, active: true }]);
      expect(await failureOf(database.collection.insertOne({ b: 1, active: true, _id: 4 }))).toMatchObject({ code: 11_000 });
      expect(await database.collection.find({ b: 1 }).toArray()).toHaveLength(3);
      expect(await database.collection.find({ a: null }).toArray()).toHaveLength(3);
      expect(await database.collection.find().sort({ a: 1 }).toArray()).toHaveLength(3);
    });

    it('an index that the data violates is not built', async () => {
      await database.collection.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 1 }]);
      expect(await failureOf(database.collection.createIndex({ a: 1 }, { unique: true }, {}))).toMatchObject({ code: 11_000 });
      expect(await database.collection.indexes()).toHaveLength(1);
    });

    it('parallel upserts make one document', async () => {
      await database.collection.createIndex({ key: 1 }, { unique: true }, {});
      const attempts = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => database.collection.updateOne({ key: 'k' }, { $set: { index } }, { upsert: true })));
      for (const attempt of attempts) if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 11_000 });
      expect(await database.collection.countDocuments({ key: 'k' })).toBe(1);
    });

    it('ordered and unordered bulk writes', async () => {
      const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
      const ordered = await failureOf(database.collection.insertMany(documents));
      expect(ordered).toMatchObject({ code: 11_000 });
      expect(await database.collection.countDocuments()).toBe(1);
      const unordered = await database.collection.bulkWrite([
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 3 } } },
        { updateOne: { filter: { _id: 3 }, update: { $set: { a: 1 } } } },
        { updateOne: { filter: { _id: 7 }, update: { $set: { a: 1 } }, upsert: true } },
        { deleteOne: { filter: { _id: 1 } } },
      ], { ordered: false }).catch((error: unknown) => error);
      expect(unordered).toBeInstanceOf(MongoBulkWriteError);
      expect(unordered).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1, writeErrors: [{ code: 11_000, index: 0 }] });
    });

    it('manages indexes as MongoDB does', async () => {
      expect(await database.collection.createIndex({ a: 1, 'b.c': -1 }, {}, {})).toBe('a_1_b.c_-1');
      expect(await database.collection.createIndex({ a: 1, 'b.c': -1 }, {}, {})).toBe('a_1_b.c_-1');
      expect(await database.collection.indexes()).toEqual([{ v: 2, key: { _id: 1 }, name: '_id_' }, { v: 2, key: { a: 1, 'b.c': -1 }, name: 'a_1_b.c_-1' }]);
      expect(await failureOf(database.collection.createIndex({ a: 1 }, { name: 'a_1_b.c_-1' }, {}))).toMatchObject({ code: 86 });
      expect(await failureOf(database.collection.createIndex({ a: 1, 'b.c': -1 }, { unique: true }, {}))).toMatchObject({ code: 86 });
      expect(await failureOf(database.collection.dropIndex('none'))).toMatchObject({ code: 27 });
      expect(await failureOf(database.collection.dropIndex('_id_'))).toMatchObject({ code: 72 });
      await database.collection.dropIndexes();
      expect(await database.collection.indexes()).toHaveLength(1);
      expect(await failureOf(database.db.collection('none').indexes())).toMatchObject({ code: 26 });
    });

    it('reads what it returns and no more, by index', async () => {
      await database.collection.insertMany(Array.from({ length: 2000 }, (_, index) => ({ _id: index, shop: index % 20, at: new Date(index), phone: `n${index}`, tags: [index, -index] })));
      await database.collection.createIndexes([{ key: { shop: 1, at: -1 } }, { key: { phone: 1 } }, { key: { tags: 1 } }]);
      expect(await explainedQuery({ phone: 'n5' })).toMatchObject({ keys: 1, documents: 1 });
      expect(await explainedQuery({ _id: 5 })).toMatchObject({ documents: 1 });
      expect((await explainedQuery({ shop: 3, at: { $gte: new Date(1000), $lt: new Date(1100) } })).documents).toBe(5);
      expect((await explainedQuery({ tags: -5 })).documents).toBe(1);
      expect((await explainedQuery({ _id: { $in: [1, 2, 3] } })).documents).toBe(3);
      expect((await explainedQuery({ $or: [{ phone: 'n1' }, { _id: 2 }] })).documents).toBe(2);
      const sorted = await explained(database.collection.find({ shop: 3 }).sort({ at: -1 }).limit(20));
      expect(sorted.documents).toBe(20);
      expect(sorted.stages).not.toContain('SORT');
      expect((await explainedQuery({ other: 1 })).stages).toContain('COLLSCAN');
      expect((await explainedQuery({ phone: 'n5' })).stages).toContain('IXSCAN');
      expect(await explained(database.collection.find({ phone: 'n5' }).hint({ $natural: 1 }))).toMatchObject({ documents: 2000 });
      expect(await failureOf(database.collection.find({}).hint('none').toArray())).toMatchObject({ code: 2 });
    });

    it('indexes values that are longer than a key may be', async () => {
      const long = 'x'.repeat(5000);
      await database.collection.createIndex({ text: 1 }, { unique: true }, {});
      await database.collection.insertMany([{ _id: 1, text: `${long}b` }, { _id: 2, text: `${long}a` }, { _id: 3, text: 'y' }]);
      expect((await database.collection.find({ text: `${long}a` }).toArray()).map(({ _id }) => _id)).toEqual([2]);
      expect((await database.collection.find().sort({ text: 1 }).toArray()).map(({ _id }) => _id)).toEqual([2, 1, 3]);
      expect((await database.collection.find({ text: { $gt: `${long}a` } }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 3]);
      expect(await failureOf(database.collection.insertOne({ _id: 4, text: `${long}a` }))).toMatchObject({ code: 11_000 });
    });

    it('refuses documents over 16 MB and arrays as _id', async () => {
      const big = 'x'.repeat(9 * 1024 * 1024);
      await database.collection.insertOne({ _id: 1, big });
      expect(await failureOf(database.collection.updateOne({ _id: 1 }, { $set: { more: big } }))).toMatchObject({ code: 10_334 });
      expect(await failureOf(database.db.collection<{ _id: unknown }>('ids').insertOne({ _id: [1] }))).toMatchObject({ code: 53 });
    });
  });
}
