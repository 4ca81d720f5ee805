import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, MongoClient, ObjectId, Timestamp } from 'mongodb';
import { type EmbeddedMongo, startEmbeddedMongo } from '../index';

const id = new ObjectId();
const value = fc.constantFrom<unknown>(
  null, 1, 2, new Double(1), new Double(2.5), new Int32(7), Long.fromNumber(1), Long.fromString('9007199254740993'), Decimal128.fromString('1.10'), NaN, -0, Infinity,
  'a', 'A', '', 'é\u0000é', true, false, new Date(5), id, new Binary(Buffer.from('ab')), new BSONRegExp('a', 'i'), new Code('f'), new Code('f', { a: 1 }),
  new Timestamp({ t: 1, i: 2 }), new MinKey(), new MaxKey(), [], [1, 2], {}, { b: 1 }, { b: new Double(1) }, [{ b: 1 }],
);
const documents = fc.array(fc.record({ a: value, b: value, n: value, other: value }, { requiredKeys: [] }), { maxLength: 12 });

const identity = fc.constantFrom<unknown>(null, '$a', '$none', { a: '$a', b: '$b' }, { x: '$a', y: '$a' }, { b: '$b', n: '$n' }, { z: '$none', b: '$b' });
const sums = fc.dictionary(fc.constantFrom('s', 't', 'u'), fc.constantFrom({ $sum: 1 }, { $sum: -2.5 }, { $sum: '$n' }, { $sum: '$a' }, { $sum: '$none' }), { noNullPrototype: true });

describe('$group by whole fields with sums', () => {
  let folder = '';
  let server: EmbeddedMongo;
  let client: MongoClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    server = await startEmbeddedMongo({ dataFolder: folder });
    client = await MongoClient.connect(server.uri, { promoteValues: false });
  });
  afterAll(async () => {
    await client.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives what the stage gives that reads each document', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(documents, fc.array(fc.tuple(identity, sums), { minLength: 3, maxLength: 6 }), async (stored, groups) => {
        run += 1;
        const collection = client.db('groups').collection(`c${run}`);
        if (stored.length > 0) await collection.insertMany(stored);
        for (const [_id, accumulators] of groups) {
          const group = { $group: { _id, ...accumulators } };
          const read = await collection.aggregate([{ $unset: 'nowhere' }, group, { $sort: { _id: 1 } }]).toArray();
          expect(await collection.aggregate([group, { $sort: { _id: 1 } }]).toArray()).toEqual(read);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('follows $match, and is followed by other stages', async () => {
    const collection = client.db('groups').collection('orders');
    await collection.insertMany(['a', 'a', 'b', 'c'].map((user, total) => ({ user, total })));
    const pipeline = [{ $match: { total: { $gte: 1 } } }, { $group: { _id: '$user', paid: { $sum: '$total' } } }, { $match: { paid: { $gt: 1 } } }, { $count: 'users' }];
    expect(await collection.aggregate(pipeline).toArray()).toEqual([{ users: new Int32(2) }]);
  });

  it('lets others have their turn while it reads many', async () => {
    const collection = client.db('groups').collection('many');
    const long = 'x'.repeat(500);
    for (let portion = 0; portion < 10; portion += 1) await collection.insertMany(Array.from({ length: 5_000 }, (_, index) => ({ user: index % 10, long })));
    const order: string[] = [];
    const summed = collection.aggregate([{ $group: { _id: '$user', n: { $sum: 1 } } }]).toArray().then((groups) => { order.push(`${groups.length} groups`); });
    const pinged = client.db('groups').command({ ping: 1 }).then(() => { order.push('ping'); });
    await Promise.all([summed, pinged]);
    expect(order).toEqual(['ping', '10 groups']);
  });
});
