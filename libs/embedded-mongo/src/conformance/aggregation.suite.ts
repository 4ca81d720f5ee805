import { describe, expect, it } from '@jest/globals';
import { Decimal128, type Document, Long, Timestamp } from 'mongodb';
import { DatabaseUnderTest, failureOf, type ServerAddress, type TestDocument } from './database-under-test';

const ORDERS: TestDocument[] = [
  { _id: 1, shop: 'a', total: 10, lines: [{ dish: 'dosa', qty: 2 }, { dish: 'idli', qty: 1 }], at: new Date('2026-01-01T10:00:00Z') },
  { _id: 2, shop: 'a', total: 20, lines: [{ dish: 'dosa', qty: 1 }], at: new Date('2026-01-02T10:00:00Z') },
  { _id: 3, shop: 'b', total: 5, lines: [], at: new Date('2026-01-02T11:00:00Z') },
];

/** A pipeline over the orders and what comes out. */
const PIPELINES: [string, Document[], unknown[]][] = [
  ['$match, $sort, $skip and $limit', [{ $match: { total: { $gt: 5 } } }, { $sort: { total: -1 } }, { $limit: 1 }, { $project: { total: 1 } }], [{ _id: 2, total: 20 }]],
  ['$limit before $skip', [{ $sort: { _id: 1 } }, { $limit: 2 }, { $skip: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
  ['$group with accumulators', [
    { $group: { _id: '$shop', n: { $sum: 1 }, sum: { $sum: '$total' }, average: { $avg: '$total' }, most: { $max: '$total' }, ids: { $push: '$_id' } } },
    { $sort: { _id: 1 } },
  ], [{ _id: 'a', n: 2, sum: 30, average: 15, most: 20, ids: [1, 2] }, { _id: 'b', n: 1, sum: 5, average: 5, most: 5, ids: [3] }]],
  ['$sum of what is no number, of a timestamp and of NaN', [
    { $group: { _id: null, dates: { $sum: '$at' }, timestamps: { $sum: { $literal: new Timestamp({ t: 1, i: 1 }) } }, nan: { $sum: { $cond: [{ $eq: ['$_id', 1] }, NaN, 1] } } } },
    { $project: { _id: 0 } },
  ], [{ dates: 0, timestamps: 0, nan: NaN }]],
  ['$group by fields of which one is missing', [
    { $project: { shop: 1, x: { $cond: [{ $eq: ['$_id', 1] }, null, '$none'] } } },
    { $group: { _id: { x: '$x' }, n: { $sum: 1 } } },
    { $sort: { n: 1 } },
  ], [{ _id: { x: null }, n: 1 }, { _id: {}, n: 2 }]],
  ['$avg with NaN', [{ $group: { _id: null, mean: { $avg: { $cond: [{ $eq: ['$_id', 1] }, NaN, 1] } } } }, { $project: { _id: 0 } }], [{ mean: NaN }]],
  ['$type of a timestamp', [{ $match: { _id: 1 } }, { $project: { _id: 0, type: { $type: { $literal: new Timestamp({ t: 1, i: 1 }) } } } }], [{ type: 'timestamp' }]],
  ['$unwind', [{ $unwind: '$lines' }, { $group: { _id: '$lines.dish', qty: { $sum: '$lines.qty' } } }, { $sort: { _id: 1 } }], [{ _id: 'dosa', qty: 3 }, { _id: 'idli', qty: 1 }]],
  ['$unwind that keeps empty ones', [{ $unwind: { path: '$lines', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } }, { $project: { _id: 1, i: 1 } }, { $sort: { _id: 1, i: 1 } }], [{ _id: 1, i: 0 }, { _id: 1, i: 1 }, { _id: 2, i: 0 }, { _id: 3, i: null }]],
  ['$facet', [{ $facet: { count: [{ $count: 'n' }], top: [{ $sort: { total: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }] } }], [{ count: [{ n: 3 }], top: [{ _id: 2 }] }]],
  ['$sortByCount', [{ $sortByCount: '$shop' }], [{ _id: 'a', count: 2 }, { _id: 'b', count: 1 }]],
  ['$bucket', [{ $bucket: { groupBy: '$total', boundaries: [0, 10, 100], output: { n: { $sum: 1 } } } }], [{ _id: 0, n: 1 }, { _id: 10, n: 2 }]],
  ['$addFields with $cond and $size', [{ $match: { _id: 1 } }, { $addFields: { big: { $cond: [{ $gte: ['$total', 10] }, 'yes', 'no'] }, n: { $size: '$lines' } } }, { $project: { _id: 0, big: 1, n: 1 } }], [{ big: 'yes', n: 2 }]],
  ['$replaceRoot', [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { $arrayElemAt: ['$lines', 0] } } }], [{ dish: 'dosa', qty: 1 }]],
  ['$dateToString', [{ $group: { _id: { $dateToString: { format: '%Y-%m-%d', date: '$at' } }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }], [{ _id: '2026-01-01', n: 1 }, { _id: '2026-01-02', n: 2 }]],
  ['$map, $filter and $reduce', [{ $match: { _id: 1 } }, { $project: { _id: 0, total: { $reduce: { input: { $map: { input: { $filter: { input: '$lines', as: 'l', cond: { $gt: ['$$l.qty', 0] } } }, as: 'l', in: '$$l.qty' } }, initialValue: 0, in: { $add: ['$$value', '$$this'] } } } } }], [{ total: 3 }]],
  ['a missing field differs from null in an expression', [{ $match: { _id: 1 } }, { $project: { _id: 0, eq: { $eq: ['$none', null] }, gt: { $gt: [null, '$none'] }, type: { $type: '$none' } } }], [{ eq: false, gt: true, type: 'missing' }]],
  ['$addFields through arrays and into objects', [{ $match: { _id: 2 } }, { $addFields: { 'lines.hot': true, shop: { name: '$shop' } } }, { $project: { _id: 0, lines: 1, shop: 1 } }], [{ shop: { name: 'a' }, lines: [{ dish: 'dosa', qty: 1, hot: true }] }]],
  ['$unset through arrays', [{ $match: { _id: 2 } }, { $unset: ['lines.qty', 'at', 'total', 'shop'] }], [{ _id: 2, lines: [{ dish: 'dosa' }] }]],
  ['$setWindowFields', [{ $setWindowFields: { partitionBy: '$shop', sortBy: { total: 1 }, output: { running: { $sum: '$total', window: { documents: ['unbounded', 'current'] } } } } }, { $project: { running: 1 } }, { $sort: { _id: 1 } }], [{ _id: 1, running: 10 }, { _id: 2, running: 30 }, { _id: 3, running: 5 }]],
  ['$dateTrunc in a time zone', [{ $match: { _id: 1 } }, { $project: { _id: 0, d: { $dateTrunc: { date: new Date('2026-01-05T23:30:00Z'), unit: 'day', timezone: 'Asia/Kolkata' } } } }], [{ d: new Date('2026-01-05T18:30:00Z') }]],
  ['$convert', [{ $match: { _id: 1 } }, { $project: { _id: 0, a: { $convert: { input: '1.5', to: 'decimal' } }, b: { $convert: { input: 'x', to: 'int', onError: 'no' } }, c: { $convert: { input: '$none', to: 'int', onNull: 0 } } } }], [{ a: Decimal128.fromString('1.5'), b: 'no', c: 0 }]],
  ['arithmetic of null is null', [{ $match: { _id: 1 } }, { $project: { _id: 0, a: { $add: ['$total', null] }, b: { $mod: ['$none', 2] }, c: { $round: '$total' }, d: { $abs: ['$total'] } } }], [{ a: null, b: null, c: 10, d: 10 }]],
  ['$substrCP, $toInt and $size of an array given in place', [{ $match: { _id: 1 } }, { $project: { _id: 0, a: { $substrCP: ['dosa', 1, 2] }, b: { $toInt: ['12'] }, c: { $size: [['x', 'y']] } } }], [{ a: 'os', b: 12, c: 2 }]],
  ['$count of nothing', [{ $match: { _id: 99 } }, { $count: 'n' }], []],
];

export function describeAggregation(address: ServerAddress): void {
  describe('aggregation', () => {
    const database = new DatabaseUnderTest(address);

    it.each(PIPELINES)('%s', async (_name, pipeline, expected) => {
      await database.collection.insertMany(ORDERS);
      expect(await database.collection.aggregate(pipeline).toArray()).toEqual(expected);
    });

    it('$lookup by fields, through arrays and by pipeline', async () => {
      await database.collection.insertMany(ORDERS);
      const shops = database.db.collection<TestDocument>('shops');
      await shops.insertMany([{ _id: 'a', name: 'Thepla House', dishes: ['dosa'] }, { _id: 'b', name: 'Dosa Corner', dishes: ['dosa', 'idli'] }]);
      const joined = await database.collection.aggregate([
        { $match: { _id: 1 } },
        { $lookup: { from: 'shops', localField: 'shop', foreignField: '_id', as: 'shop' } },
        { $lookup: { from: 'shops', localField: 'lines.dish', foreignField: 'dishes', as: 'servedBy' } },
        { $lookup: { from: 'shops', let: { total: '$total' }, pipeline: [{ $match: { $expr: { $and: [{ $eq: ['$$total', 10] }, { $eq: ['$_id', 'b'] }] } } }, { $project: { name: 1 } }], as: 'other' } },
        { $project: { 'shop.name': 1, servedBy: { $size: '$servedBy' }, other: 1 } },
      ]).toArray();
      expect(joined).toEqual([{ _id: 1, shop: [{ name: 'Thepla House' }], servedBy: 2, other: [{ _id: 'b', name: 'Dosa Corner' }] }]);
    });

    it('adds up int64 and decimals exactly', async () => {
      await database.collection.insertMany([
        { _id: 1, big: Long.fromString('9007199254740993'), price: Decimal128.fromString('0.10') },
        { _id: 2, big: Long.fromString('2'), price: Decimal128.fromString('0.20') },
      ]);
      const [sums] = await database.collection.aggregate([
        { $group: { _id: null, big: { $sum: '$big' }, price: { $sum: '$price' }, least: { $min: '$price' }, average: { $avg: '$price' } } },
      ], { promoteLongs: false }).toArray();
      expect(sums).toEqual({ _id: null, big: Long.fromString('9007199254740995'), price: Decimal128.fromString('0.30'), least: Decimal128.fromString('0.10'), average: Decimal128.fromString('0.15') });
      const [product] = await database.collection.aggregate([{ $match: { _id: 1 } }, { $project: { _id: 0, twice: { $multiply: ['$price', 2] }, text: { $toString: '$big' } } }]).toArray();
      expect(product).toEqual({ twice: Decimal128.fromString('0.20'), text: '9007199254740993' });
    });

    it('groups and compares ObjectIds', async () => {
      const { insertedId } = await database.db.collection('users').insertOne({ name: 'u' });
      await database.collection.insertMany([{ _id: 1, user: insertedId }, { _id: 2, user: insertedId }]);
      expect(await database.collection.aggregate([{ $group: { _id: '$user', n: { $sum: 1 } } }]).toArray()).toEqual([{ _id: insertedId, n: 2 }]);
      expect(await database.collection.aggregate([{ $match: { $expr: { $eq: ['$user', { $toObjectId: insertedId.toHexString() }] } } }, { $count: 'n' }]).toArray()).toEqual([{ n: 2 }]);
    });

    it('streams long results over getMore', async () => {
      await database.collection.insertMany(Array.from({ length: 500 }, (_, index) => ({ _id: index })));
      expect(await database.collection.aggregate([{ $addFields: { x: 1 } }], { batchSize: 50 }).toArray()).toHaveLength(500);
    });

    it.each<[string, Document[], number]>([
      ['an unknown stage', [{ $foo: 1 }], 40_324],
      ['two stages in one', [{ $match: {}, $limit: 1 }], 40_323],
      ['a change stream without a replica set', [{ $changeStream: {} }], 40_573],
      ['a group without _id', [{ $group: { n: { $sum: 1 } } }], 15_955],
      ['two sort orders in one', [{ $sort: { a: 2 } }], 15_959],
    ['an unknown expression', [{ $project: { a: { $fooBar: 1 } } }], 168],
    ['a limit of zero', [{ $limit: 0 }], 15_958],
    ['a nested facet', [{ $facet: { a: [{ $facet: { b: [] } }] } }], 40_600],
      ['a negative skip', [{ $skip: -1 }], 15_956],
      ['an unknown accumulator', [{ $group: { _id: null, n: { $foo: 1 } } }], 15_952],
      ['two accumulators in one', [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }], 40_238],
      ['an accumulator that is none', [{ $group: { _id: null, n: { a: 1 } } }], 40_234],
      ['a count without a name', [{ $count: '' }], 40_157],
      ['a count into a number', [{ $count: 1 }], 40_156],
      ['a count into a path', [{ $count: 'a.b' }], 40_160],
      ['a sum with text', [{ $project: { a: { $add: ['$s', 1] } } }], 14],
      ['a product with text', [{ $project: { a: { $multiply: ['$s', 2] } } }], 14],
      ['a difference with text', [{ $project: { a: { $subtract: [1, '$s'] } } }], 14],
      ['a quotient with text', [{ $project: { a: { $divide: ['$s', 2] } } }], 14],
      ['a text as int', [{ $project: { a: { $toInt: '$s' } } }], 241],
      ['an empty text as double', [{ $project: { a: { $toDouble: '' } } }], 241],
      ['a text as date', [{ $project: { a: { $toDate: '$s' } } }], 241],
      ['the size of a text', [{ $project: { a: { $size: '$s' } } }], 17_124],
      ['the size of a missing field', [{ $project: { a: { $size: '$none' } } }], 17_124],
      ['a substring from a negative start', [{ $project: { a: { $substrCP: ['$s', -1, 2] } } }], 34_455],
      ['a substring of negative length', [{ $project: { a: { $substrCP: ['$s', 0, -2] } } }], 34_454],
    ])('refuses %s', async (_name, pipeline, code) => {
      await database.collection.insertOne({ _id: 1, s: 'text' });
      expect(await failureOf(database.collection.aggregate(pipeline).toArray())).toMatchObject({ code });
    });
  });
}
