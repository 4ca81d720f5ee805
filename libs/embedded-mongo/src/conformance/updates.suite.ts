import { describe, expect, it } from '@jest/globals';
import { Decimal128, type Document, Double, Int32, Long } from 'mongodb';
import { DatabaseUnderTest, failureOf, type ServerAddress, untyped } from './database-under-test';

/** A document, an update and what becomes of it, from MongoDB's documentation of its operators. */
const UPDATES: [string, Document, Document | Document[], Document][] = [
  ['$set makes what is on the way', { a: 1 }, { $set: { 'b.c.d': 1 } }, { a: 1, b: { c: { d: 1 } } }],
  ['$set beyond the end of an array', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['new fields in the order of their names', {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
  ['$unset of a field and an element', { a: 1, b: [1, 2] }, { $unset: { a: '', 'b.0': '' } }, { b: [null, 2] }],
  ['$inc of a missing field', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
  ['$inc and $mul', { a: 1, b: 2.5 }, { $inc: { a: 2 }, $mul: { b: 2, c: 5 } }, { a: 3, b: 5, c: 0 }],
  ['$min and $max over types', { a: 5, b: 5, c: 'x' }, { $min: { a: 3, c: 1 }, $max: { b: 3 } }, { a: 3, b: 5, c: 1 }],
  ['$rename', { a: 1, b: { c: 2 } }, { $rename: { a: 'z', 'b.c': 'b.d', none: 'other' } }, { b: { d: 2 }, z: 1 }],
  ['$push', { a: [1] }, { $push: { a: 2, b: 'new' } }, { a: [1, 2], b: ['new'] }],
  ['$push with modifiers', { a: [{ s: 5 }, { s: 1 }] }, { $push: { a: { $each: [{ s: 3 }, { s: 9 }], $sort: { s: -1 }, $slice: 3 } } }, { a: [{ s: 9 }, { s: 5 }, { s: 3 }] }],
  ['$push at a position', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
  ['$push of an array is one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
  ['$addToSet', { a: [1, { x: 1, y: 2 }] }, { $addToSet: { a: { $each: [1, 2, { x: 1, y: 2 }, { y: 2, x: 1 }] } } }, { a: [1, { x: 1, y: 2 }, 2, { y: 2, x: 1 }] }],
  ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
  ['$pull of a value, a condition and documents', { a: [1, 2, 3], b: [1, 5, 9], c: [{ k: 1, q: 2 }, { k: 2 }] }, { $pull: { a: 2, b: { $gte: 5 }, c: { k: 1 } } }, { a: [1, 3], b: [1], c: [{ k: 2 }] }],
  ['$pullAll', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$bit', { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  ['$[] for all elements', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
  ['a pipeline', { a: 1, b: 2 }, [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'a' }], { b: 2, sum: 3 }],
  ['$setOnInsert does nothing here', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
];

const REFUSED: [string, Document, Document, number][] = [
  ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$push to no array', { a: 1 }, { $push: { a: 1 } }, 2],
  ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a path and a part of it', { a: {} }, { $set: { a: 1, 'a.b': 2 } }, 40],
  ['an unknown operator', { a: 1 }, { $foo: { a: 1 } }, 9],
  ['another _id', { a: 1 }, { $set: { _id: 99 } }, 66],
  ['a field inside of a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['an operator inside of a scalar array path', { a: [1] }, { $set: { 'a.x': 1 } }, 28],
  ['$ without a match in the query', { a: [1] }, { $set: { 'a.$': 2 } }, 2],
];

export function describeUpdates(address: ServerAddress): void {
  describe('updates', () => {
    const database = new DatabaseUnderTest(address);

    it.each(UPDATES)('%s', async (_name, before, update, after) => {
      await database.collection.insertOne({ _id: 1, ...before });
      await database.collection.updateOne({ _id: 1 }, update);
      const stored = await database.collection.findOne({ _id: 1 });
      expect(JSON.stringify(stored)).toBe(JSON.stringify({ _id: 1, ...after }));
    });

    it.each(REFUSED)('refuses %s and changes nothing', async (_name, before, update, code) => {
      await database.collection.insertOne({ _id: 1, ...before });
      expect(await failureOf(database.collection.updateOne({ _id: 1 }, update))).toMatchObject({ code });
      expect(await database.collection.findOne({ _id: 1 })).toEqual({ _id: 1, ...before });
    });

    it('keeps and widens numeric types', async () => {
      await database.collection.insertOne({ _id: 1, int: new Int32(2_147_483_647), double: new Double(1), long: Long.fromString('9007199254740993'), decimal: Decimal128.fromString('0.1') });
      await database.collection.updateOne({ _id: 1 }, untyped({ $inc: { int: 1, double: 1, long: 1, decimal: Decimal128.fromString('0.2') } }));
      expect(await database.collection.findOne({}, { promoteValues: false })).toMatchObject({
        int: Long.fromNumber(2_147_483_648), double: new Double(2), long: Long.fromString('9007199254740994'), decimal: Decimal128.fromString('0.3'),
      });
    });

    it('refuses an int64 that overflows', async () => {
      await database.collection.insertOne({ _id: 1, n: Long.MAX_VALUE });
      expect(await failureOf(database.collection.updateOne({}, untyped({ $inc: { n: Long.fromNumber(1) } })))).toMatchObject({ code: 2 });
    });

    it('the positional operator takes the element that matched', async () => {
      await database.collection.insertOne({ _id: 1, lines: [{ k: 'a', q: 1 }, { k: 'b', q: 1 }] });
      await database.collection.updateOne({ 'lines.k': 'b' }, untyped({ $inc: { 'lines.$.q': 5 } }));
      await database.collection.updateOne({ lines: { $elemMatch: { k: 'a', q: 1 } } }, { $set: { 'lines.$.seen': true } });
      expect(await database.collection.findOne()).toEqual({ _id: 1, lines: [{ k: 'a', q: 1, seen: true }, { k: 'b', q: 6 }] });
    });

    it('array filters choose elements', async () => {
      await database.collection.insertOne({ _id: 1, lines: [{ q: 1, xs: [1, 9] }, { q: 5, xs: [9] }] });
      await database.collection.updateOne({}, { $set: { 'lines.$[big].xs.$[nine]': 0 } }, { arrayFilters: [{ 'big.q': { $gte: 5 } }, { nine: 9 }] });
      expect(await database.collection.findOne()).toEqual({ _id: 1, lines: [{ q: 1, xs: [1, 9] }, { q: 5, xs: [0] }] });
      expect(await failureOf(database.collection.updateOne({}, { $set: { 'lines.$[x].q': 1 } }))).toMatchObject({ code: 2 });
      expect(await failureOf(database.collection.updateOne({}, { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] }))).toMatchObject({ code: 9 });
    });

    it('upserts with the equalities of the query', async () => {
      const result = await database.collection.updateOne({ name: 'a', 'x.y': { $eq: 2 }, n: { $gt: 1 } }, { $set: { z: 1 }, $setOnInsert: { w: 2 } }, { upsert: true });
      expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
      expect(await database.collection.findOne({}, { projection: { _id: 0 } })).toEqual({ name: 'a', x: { y: 2 }, w: 2, z: 1 });
      await database.collection.updateOne({ _id: 'given' }, { $set: { k: 1 } }, { upsert: true });
      expect(await database.collection.findOne({ _id: 'given' })).toEqual({ _id: 'given', k: 1 });
    });

    it('upserts with the only branch of an $or', async () => {
      await database.collection.updateOne({ k: 1, $or: [{ z: 1 }] }, { $set: { a: 1 } }, { upsert: true });
      await database.collection.updateOne({ k: 2, $or: [{ z: 1 }, { z: 2 }] }, { $set: { a: 1 } }, { upsert: true });
      expect(await database.collection.find({}, { projection: { _id: 0 } }).sort({ k: 1 }).toArray()).toEqual([{ k: 1, z: 1, a: 1 }, { k: 2, a: 1 }]);
    });

    it('refuses a regular expression as _id', async () => {
      const documents = [{ _id: /x/ }];
      expect(await database.db.command({ insert: database.collection.collectionName, documents })).toMatchObject({ n: 0, writeErrors: [{ code: 53 }] });
    });

    it('finds by an index what was acknowledged just before, while others write', async () => {
      await database.collection.createIndex({ k: 1 }, {}, {});
      await Promise.all(Array.from({ length: 50 }, async (_, index) => {
        await database.collection.insertOne({ _id: index, k: index });
        expect(await database.collection.find({ k: index }).toArray()).toEqual([{ _id: index, k: index }]);
        await database.collection.updateOne({ k: index }, { $set: { k: index + 100 } });
        expect(await database.collection.find({ k: { $in: [index, index + 100] } }).toArray()).toEqual([{ _id: index, k: index + 100 }]);
      }));
      expect(await database.collection.countDocuments({ k: { $gte: 100 } })).toBe(50);
    });

    it('counts what matched and what changed', async () => {
      await database.collection.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }]);
      expect(await database.collection.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
      expect(await database.collection.replaceOne({ _id: 2 }, { b: 1 })).toMatchObject({ modifiedCount: 1 });
      expect(await database.collection.findOne({ _id: 2 })).toEqual({ _id: 2, b: 1 });
      expect(await failureOf(database.collection.replaceOne({ _id: 2 }, { _id: 3, b: 1 }))).toMatchObject({ code: 66 });
    });

    it('$currentDate', async () => {
      await database.collection.insertOne({ _id: 1 });
      await database.collection.updateOne({}, untyped({ $currentDate: { at: true } }));
      const stored = await database.collection.findOne();
      expect(stored?.['at']).toBeInstanceOf(Date);
    });

    it('a pipeline leaves other values as they are', async () => {
      await database.collection.insertOne({ _id: 1, price: new Double(5), big: Long.fromNumber(5) });
      await database.collection.updateOne({}, [{ $set: { twice: { $multiply: ['$price', 2] } } }]);
      expect(await database.collection.findOne({}, { promoteValues: false })).toMatchObject({ price: new Double(5), big: Long.fromNumber(5) });
    });

    it('findOneAndUpdate, findOneAndReplace and findOneAndDelete', async () => {
      await database.collection.insertMany([{ _id: 1, n: 1 }, { _id: 2, n: 2 }]);
      expect(await database.collection.findOneAndUpdate({}, untyped({ $inc: { n: 10 } }), { sort: { n: -1 } })).toEqual({ _id: 2, n: 2 });
      expect(await database.collection.findOneAndUpdate({ _id: 2 }, untyped({ $inc: { n: 1 } }), { returnDocument: 'after', projection: { _id: 0 } })).toEqual({ n: 13 });
      expect(await database.collection.findOneAndReplace({ _id: 1 }, { m: 1 }, { returnDocument: 'after' })).toEqual({ _id: 1, m: 1 });
      expect(await database.collection.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, m: 1 });
      expect(await database.collection.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } })).toBeNull();
      expect(await database.collection.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } }, { upsert: true, returnDocument: 'after' })).toEqual({ _id: 9, a: 1 });
    });

    it('concurrent increments and claims are exact', async () => {
      await database.collection.insertOne({ _id: 1, n: 0 });
      await database.collection.insertMany(Array.from({ length: 20 }, (_, index) => ({ _id: `job${index}`, state: 'free' })));
      await Promise.all(Array.from({ length: 100 }, () => database.collection.updateOne({ _id: 1 }, untyped({ $inc: { n: 1 } }))));
      expect(await database.collection.findOne({ _id: 1 })).toEqual({ _id: 1, n: 100 });
      const claims = await Promise.all(Array.from({ length: 30 }, (_, worker) => database.collection.findOneAndUpdate({ state: 'free' }, { $set: { state: 'taken', worker } })));
      const claimed = claims.filter((claim) => claim !== null).map(({ _id }) => _id);
      expect(new Set(claimed).size).toBe(20);
      expect(claimed).toHaveLength(20);
    });
  });
}
