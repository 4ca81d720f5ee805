import { describe, expect, it } from '@jest/globals';
import { Decimal128, type Document, Double, Int32, Long, MaxKey, MinKey, ObjectId } from 'mongodb';
import { DatabaseUnderTest, failureOf, type ServerAddress, type TestDocument, untyped } from './database-under-test';

const ID = new ObjectId('65a000000000000000000001');

const DOCUMENTS: TestDocument[] = [
  { _id: 1, a: 1, tags: ['x', 'y'], nested: { b: 1, c: 'one' }, lines: [{ name: 'dosa', qty: 1 }, { name: 'idli', qty: 5 }] },
  { _id: 2, a: 2.5, tags: [], nested: { b: 2 }, lines: [{ name: 'dosa', qty: 5 }] },
  { _id: 3, a: Long.fromNumber(3), tags: 'x', nested: null },
  { _id: 4, a: Decimal128.fromString('4.50'), tags: null },
  { _id: 5, a: 'text', tags: [['x']] },
  { _id: 6, a: null },
  { _id: 7 },
  { _id: 8, a: new Date(1000), ref: ID },
  { _id: 9, a: true, tags: ['X'] },
  { _id: 10, a: [1, 20] },
  { _id: 11, a: NaN },
  { _id: 12, a: { b: 1, c: 2 } },
];

/** A query and the _ids it finds, from MongoDB's documentation of its operators. */
const QUERIES: [string, Document, number[]][] = [
  ['equality of a number over numeric types', { a: 3 }, [3]],
  ['equality with a decimal', { a: Decimal128.fromString('2.5') }, [2]],
  ['equality with an element', { a: 20 }, [10]],
  ['equality with a whole array', { tags: ['x', 'y'] }, [1]],
  ['equality of null finds missing fields', { a: null }, [6, 7]],
  ['equality of an embedded document', { a: { b: 1, c: 2 } }, [12]],
  ['equality of an embedded document in another order', { a: { c: 2, b: 1 } }, []],
  ['an element that is an array', { tags: ['x'] }, [5]],
  ['$gt only within its type', { a: { $gt: 2 } }, [2, 3, 4, 10]],
  ['$lt with NaN in the data', { a: { $lt: 2 } }, [1, 10]],
  ['$gte of NaN', { a: { $gte: NaN } }, [11]],
  ['$gte null', { a: { $gte: null } }, [6, 7]],
  ['$gt of a string', { a: { $gt: 'a' } }, [5]],
  ['$gt of a date', { a: { $gt: new Date(0) } }, [8]],
  ['a range met by different elements', { a: { $gt: 10, $lt: 5 } }, [10]],
  ['$elemMatch of values', { a: { $elemMatch: { $gt: 10, $lt: 30 } } }, [10]],
  ['$elemMatch of values that no single one meets', { a: { $elemMatch: { $gt: 10, $lt: 5 } } }, []],
  ['$elemMatch of documents', { lines: { $elemMatch: { name: 'dosa', qty: 5 } } }, [2]],
  ['two conditions on elements', { 'lines.name': 'dosa', 'lines.qty': 5 }, [1, 2]],
  ['a position in a path', { 'lines.0.qty': 5 }, [2]],
  ['null at the end of a path through an array', { 'lines.none': null }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['a path through null', { 'nested.b': null }, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['$in with null', { a: { $in: [null, 1] } }, [1, 6, 7, 10]],
  ['$in with a regular expression', { tags: { $in: [/^x$/i] } }, [1, 3, 9]],
  ['$nin', { a: { $nin: [null, 1, 2.5] } }, [3, 4, 5, 8, 9, 11, 12]],
  ['$ne', { tags: { $ne: 'x' } }, [2, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ['$exists', { a: { $exists: false } }, [7]],
  ['$exists of null', { tags: { $exists: true, $eq: null } }, [4]],
  ['$type by name', { a: { $type: 'double' } }, [2, 11]],
  ['$type long', { a: { $type: 'long' } }, [3]],
  ['$type number over elements', { a: { $type: 'number' } }, [1, 2, 3, 4, 10, 11]],
  ['$type array', { tags: { $type: 'array' } }, [1, 2, 5, 9]],
  ['$size', { tags: { $size: 2 } }, [1]],
  ['$size zero', { tags: { $size: 0 } }, [2]],
  ['$all', { tags: { $all: ['y', 'x'] } }, [1]],
  ['$all of a scalar', { tags: { $all: ['x'] } }, [1, 3]],
  ['$all with $elemMatch', { lines: { $all: [{ $elemMatch: { name: 'dosa', qty: 1 } }, { $elemMatch: { name: 'idli' } }] } }, [1]],
  ['$regex with options', { a: { $regex: 'TE', $options: 'i' } }, [5]],
  ['$not with a regular expression', { tags: { $not: /x/i } }, [2, 4, 5, 6, 7, 8, 10, 11, 12]],
  ['$not with an operator', { a: { $not: { $gt: 2 } } }, [1, 5, 6, 7, 8, 9, 11, 12]],
  ['$mod', { a: { $mod: [2, 1] } }, [1, 3, 10]],
  ['$or and $and', { $or: [{ a: 1 }, { $and: [{ a: 'text' }, { tags: ['x'] }] }] }, [1, 5, 10]],
  ['$nor', { $nor: [{ a: { $exists: true } }] }, [7]],
  ['$expr', { $expr: { $gt: ['$nested.b', 1] } }, [2]],
  ['an ObjectId', { ref: ID }, [8]],
  ['MinKey and MaxKey bound everything that is there', { a: { $gt: new MinKey(), $lt: new MaxKey() } }, [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]],
  ['$comment means nothing', { a: 1, $comment: 'why' }, [1, 10]],
];

const SORT_VALUES = [
  new MinKey(), null, NaN, -1, new Double(1.5), Long.fromNumber(2), Decimal128.fromString('2.5'), 'A', 'a', 'é', '\uffee', '😀', { a: 1 }, { a: 1, b: 1 },
  Buffer.from([1]), new ObjectId('65a000000000000000000002'), false, true, new Date(-5), new Date(5), /a/, new MaxKey(),
];

export function describeQueries(address: ServerAddress): void {
  describe('queries', () => {
    const database = new DatabaseUnderTest(address);
    const inserted = async () => {
      await database.collection.insertMany(DOCUMENTS);
      return database.collection;
    };

    it.each(QUERIES)('%s', async (_name, query, expected) => {
      const collection = await inserted();
      const found = await collection.find(query).project({ _id: 1 }).sort({ _id: 1 }).toArray();
      expect(found).toEqual(expected.map((_id) => ({ _id })));
      expect(await collection.countDocuments(query)).toBe(expected.length);
      await collection.createIndexes([{ key: { a: 1 } }, { key: { tags: -1 } }, { key: { 'lines.name': 1, 'lines.qty': 1 } }, { key: { 'nested.b': 1 } }]);
      const byIndex = await collection.find(query).project({ _id: 1 }).sort({ _id: 1 }).toArray();
      expect(byIndex).toEqual(expected.map((_id) => ({ _id })));
    });

    it.each([
      ['an unknown operator', { a: { $foo: 1 } }, 2],
      ['an unknown operator at the top', { $foo: 1 }, 2],
      ['an empty $or', { $or: [] }, 2],
      ['$in without an array', { a: { $in: 1 } }, 2],
    ])('refuses %s', async (_name, query, code) => {
      expect(await failureOf(database.collection.find(query).toArray())).toMatchObject({ code });
    });

    it('sorts over all types in the order of BSON, with an index and without', async () => {
      await database.collection.insertMany(SORT_VALUES.map((v, index) => ({ _id: index, v })).toReversed());
      const sorted = async () => (await database.collection.find().sort({ v: 1, _id: 1 }).toArray()).map(({ _id }) => _id);
      expect(await sorted()).toEqual(SORT_VALUES.map((_value, index) => index));
      await database.collection.createIndex({ v: 1, _id: 1 }, {}, {});
      expect(await sorted()).toEqual(SORT_VALUES.map((_value, index) => index));
      const down = await database.collection.find().sort({ v: -1, _id: -1 }).toArray();
      expect(down.map(({ _id }) => _id)).toEqual(SORT_VALUES.map((_value, index) => index).toReversed());
    });

    it('sorts by the smallest element upwards and the largest downwards', async () => {
      await database.collection.insertMany([{ _id: 1, v: [5, 1] }, { _id: 2, v: 3 }, { _id: 3, v: [] }, { _id: 4 }]);
      expect((await database.collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).toEqual([3, 4, 1, 2]);
      expect((await database.collection.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 2, 4, 3]);
    });

    it('keeps every BSON type', async () => {
      const document = {
        _id: 1, int: new Int32(1), double: new Double(1), long: Long.fromNumber(1), decimal: Decimal128.fromString('1.50'), date: new Date(5), binary: Buffer.from('x'),
      };
      await database.collection.insertOne(document);
      await database.collection.updateOne({ _id: 1 }, untyped({ $set: { other: 1 }, $inc: { long: 1 } }));
      const options = { promoteValues: false };
      const stored = await database.collection.findOne({}, options);
      expect(stored).toMatchObject({ int: new Int32(1), double: new Double(1), long: Long.fromNumber(2), decimal: Decimal128.fromString('1.50') });
    });

    it('skips, limits and goes on with getMore', async () => {
      await database.collection.insertMany(Array.from({ length: 350 }, (_, index) => ({ _id: index })));
      expect(await database.collection.find().batchSize(7).toArray()).toHaveLength(350);
      expect((await database.collection.find().sort({ _id: -1 }).skip(3).limit(2).toArray()).map(({ _id }) => _id)).toEqual([346, 345]);
      const cursor = database.collection.find().batchSize(2);
      await cursor.next();
      await cursor.close();
      expect(await failureOf(database.db.command({ getMore: Long.fromNumber(12_345), collection: 'none' }))).toMatchObject({ code: 43, codeName: 'CursorNotFound' });
    });

    it('goes on with a cursor while documents are written', async () => {
      await database.collection.insertMany(Array.from({ length: 100 }, (_, index) => ({ _id: index })));
      const seen: unknown[] = [];
      for await (const { _id } of database.collection.find().sort({ _id: 1 }).batchSize(10)) {
        seen.push(_id);
        if (_id === 20) await database.collection.deleteMany({ _id: { $gte: 50, $lt: 90 } });
      }
      expect(seen.length).toBe(new Set(seen).size);
      expect(seen).toEqual(expect.arrayContaining([0, 49, 95]));
    });

    it.each<[string, Document, Document]>([
      ['inclusion in the order of the document', { 'nested.c': 1, a: 1 }, { _id: 1, a: 1, nested: { c: 'one' } }],
      ['exclusion', { lines: 0, tags: 0, 'nested.b': 0 }, { _id: 1, a: 1, nested: { c: 'one' } }],
      ['_id alone excluded', { _id: 0, a: 1 }, { a: 1 }],
      ['through arrays', { _id: 0, 'lines.name': 1 }, { lines: [{ name: 'dosa' }, { name: 'idli' }] }],
      ['$slice', { _id: 0, tags: { $slice: -1 }, a: 1 }, { a: 1, tags: ['y'] }],
      ['$elemMatch', { _id: 0, lines: { $elemMatch: { qty: { $gt: 1 } } } }, { lines: [{ name: 'idli', qty: 5 }] }],
      ['an expression', { _id: 0, twice: { $multiply: ['$a', 2] } }, { twice: 2 }],
    ])('projects: %s', async (_name, projection, expected) => {
      const collection = await inserted();
      const found = await collection.findOne({ _id: 1 }, { projection });
      expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
    });

    it('projects the matched element', async () => {
      const collection = await inserted();
      expect(await collection.findOne({ 'lines.qty': 5, _id: 1 }, { projection: { 'lines.$': 1 } })).toEqual({ _id: 1, lines: [{ name: 'idli', qty: 5 }] });
    });

    it('refuses to mix inclusion and exclusion', async () => {
      expect(await failureOf(database.collection.findOne({}, { projection: { a: 1, b: 0 } }))).toMatchObject({ code: 31254 });
    });

    it('compares without regard to case under a collation', async () => {
      await database.collection.insertMany([{ _id: 1, name: 'Thepla House' }, { _id: 2, name: 'thepla house' }, { _id: 3, name: 'Théplà house' }, { _id: 4, name: 'apple' }]);
      const collation = { locale: 'en', strength: 2 };
      const found = async () => (await database.collection.find({ name: 'THEPLA HOUSE' }, { collation }).toArray()).map(({ _id }) => _id);
      expect(await found()).toEqual([1, 2]);
      await database.collection.createIndex({ name: 1 }, { collation }, {});
      expect(await found()).toEqual([1, 2]);
      expect(await database.collection.countDocuments({ name: 'THEPLA HOUSE' })).toBe(0);
    });

    it('distinct and count', async () => {
      const collection = await inserted();
      expect(await collection.distinct('lines.name')).toEqual(['dosa', 'idli']);
      expect(await collection.distinct('tags', { _id: 1 })).toEqual(['x', 'y']);
      expect(await collection.estimatedDocumentCount()).toBe(DOCUMENTS.length);
    });
  });
}
