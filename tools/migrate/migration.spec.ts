import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { contentOf, Databases, run } from './fixtures/databases';
import { brokenData, ids, soundData } from './fixtures/legacy-data';
import { isSameDatabase } from './database/same-database';
import { reportText } from './report/report-text';

describe('a migration', () => {
  let databases: Databases;
  let from: Db;
  let to: Db;

  beforeAll(async () => {
    databases = await Databases.start();
  });
  afterAll(() => databases.stop());
  beforeEach(async () => {
    from = await databases.fill('food_db', await soundData(), brokenData());
    to = await databases.fill('foodie');
  });

  it('takes over what fits and keeps what does not', async () => {
    const report = await run(from, to);
    expect(Object.fromEntries(report.counts)).toEqual({
      users: { read: 8, written: 6, alreadyThere: 0, adapted: 3, inPart: 0, doesNotFit: 2 },
      restaurants: { read: 5, written: 4, alreadyThere: 0, adapted: 1, inPart: 2, doesNotFit: 1 },
      orders: { read: 8, written: 4, alreadyThere: 0, adapted: 3, inPart: 0, doesNotFit: 4 },
      reviews: { read: 5, written: 2, alreadyThere: 0, adapted: 2, inPart: 0, doesNotFit: 3 },
    });
    const kept = await to.collection('migration_rejected').find().toArray();
    expect(kept).toHaveLength(12);
    const misfit = { collection: 'orders', faults: [expect.objectContaining({ path: 'status' })], document: expect.objectContaining({ status: 'simmering', total_price: 20 }) };
    expect(kept).toContainEqual(expect.objectContaining(misfit));
    expect(report.kept).toBe(12);
    expect(await to.collection('migrations').findOne()).toMatchObject({ state: 'done' });
  });

  it('leaves the database of the Python service as it was', async () => {
    const before = await contentOf(from);
    await run(from, to);
    expect(await contentOf(from)).toEqual(before);
  });

  it('tells users apart whose names differ in case alone', async () => {
    await run(from, to);
    const users = await to.collection('users').find({ username: /^meera$/i }).sort({ username: 1 }).toArray();
    expect(users).toMatchObject([
      { username: 'Meera', usernameKey: 'Meera' },
      { username: 'meera', usernameKey: 'meera' },
    ]);
  });

  it('counts the reviews of each restaurant', async () => {
    await run(from, to);
    expect(await to.collection('restaurants').findOne({ _id: ids.theplaHouse })).toMatchObject({ reviews: [0, 0, 0, 1, 1], recounts: 1, changes: 2 });
    expect(await to.collection('restaurants').findOne({ _id: ids.swatiSnacks })).toMatchObject({ reviews: [0, 0, 0, 0, 0], recounts: 0, changes: 1 });
  });

  it('changes nothing when it is run again', async () => {
    await run(from, to);
    const before = await contentOf(to);
    const report = await run(from, to);
    expect([report.sum('written'), report.sum('alreadyThere'), report.sum('doesNotFit')]).toEqual([0, 16, 10]);
    expect(reportText(report, false)).toContain('0 changed: all that fits is there already.');
    expect(await contentOf(to)).toEqual(before);
  });

  it('writes nothing in a dry run, and reports what a run would do', async () => {
    const dry = await run(from, to, { isDryRun: true });
    expect(await to.listCollections().toArray()).toEqual([]);
    const real = await run(from, to);
    expect([dry.counts, dry.misfits, dry.adapted()]).toEqual([real.counts, real.misfits, real.adapted()]);
    const before = await contentOf(to);
    expect((await run(from, to, { isDryRun: true })).sum('written')).toBe(0);
    expect(await contentOf(to)).toEqual(before);
  });

  it('leaves alone what has changed since, and does not bring back what was removed', async () => {
    await run(from, to);
    await to.collection('orders').updateOne({ _id: ids.order }, { $set: { status: 'delivered' } });
    await to.collection('users').updateOne({ _id: ids.asha }, { $set: { passwordHash: '$argon2id$new' } });
    await to.collection('restaurants').updateOne({ _id: ids.swatiSnacks }, { $set: { name: 'Swati', nameKey: 'swati' } });
    await to.collection('reviews').deleteOne({ _id: ids.review });
    await from.collection('orders').insertOne({ user_id: ids.asha, restaurant_name: 'Swati Snacks', items: [{ item_name: 'Pani Puri', quantity: 1, price: 40 }], total_price: 40 });
    const report = await run(from, to);
    expect(report.sum('written')).toBe(1);
    expect(await to.collection('orders').findOne({ _id: ids.order })).toMatchObject({ status: 'delivered' });
    expect(await to.collection('users').findOne({ _id: ids.asha })).toMatchObject({ passwordHash: '$argon2id$new' });
    expect(await to.collection('reviews').findOne({ _id: ids.review })).toBeNull();
    expect(await to.collection('orders').findOne({ restaurantName: 'Swati' })).toMatchObject({ restaurantId: ids.swatiSnacks, lines: [{ itemId: 'pani_puri' }] });
    expect(await to.collection('restaurants').findOne({ _id: ids.theplaHouse })).toMatchObject({ reviews: [0, 0, 0, 0, 1] });
  });

  it('takes over what was mended at the source, and keeps it as misfit no longer', async () => {
    await run(from, to);
    await from.collection('orders').updateOne({ status: 'simmering' }, { $set: { status: 'placed' } });
    const report = await run(from, to);
    expect([report.sum('written'), report.kept]).toEqual([1, 11]);
  });

  it('lets a sample restaurant give way, but none that somebody has made or uses', async () => {
    const sample = { items: [], currency: 'INR', revision: 1, recounts: 0, changes: 1, reviews: [0, 0, 0, 0, 0] };
    const made = new ObjectId();
    await to.collection('restaurants').insertMany([
      { _id: new ObjectId(), name: 'Thepla House', nameKey: 'thepla house', ...sample },
      { _id: made, name: 'Swati Snacks', nameKey: 'swati snacks', ...sample },
    ]);
    await to.collection('audit').insertOne({ action: 'restaurant.created', by: { id: ids.boss.toHexString() }, subject: { id: made.toHexString() } });
    const dry = await run(from, to, { isDryRun: true });
    const report = await run(from, to);
    expect([dry.counts, dry.misfits]).toEqual([report.counts, report.misfits]);
    expect(await to.collection('restaurants').findOne({ nameKey: 'thepla house' })).toMatchObject({ _id: ids.theplaHouse });
    expect(await to.collection('restaurants').findOne({ nameKey: 'swati snacks' })).toMatchObject({ _id: made });
    expect(report.misfits).toContainEqual(expect.objectContaining({ collection: 'restaurants', id: ids.swatiSnacks.toHexString(), path: 'name' }));
    expect((await run(from, to)).sum('written')).toBe(0);
  });

  it('knows what a killed run has written and not noted any more', async () => {
    await run(from, to);
    const before = await contentOf(to);
    await to.collection('orders').deleteMany({});
    await to.collection('reviews').deleteMany({});
    await to.collection('migration_ledger').deleteMany({});
    await run(from, to);
    const after = await contentOf(to);
    for (const name of ['users', 'orders', 'reviews']) expect(after[name]).toEqual(before[name]);
    expect(await to.collection('restaurants').findOne({ _id: ids.theplaHouse })).toMatchObject({ nameKey: 'thepla house', reviews: [0, 0, 0, 1, 1] });
  });

  it('keeps a document that an index of the database refuses', async () => {
    await to.collection('users').createIndexes([{ key: { email: 1 }, unique: true }]);
    await to.collection('users').insertOne({ email: 'boss@example.com' });
    const report = await run(from, to);
    expect(report.misfits).toContainEqual(expect.objectContaining({ collection: 'users', id: ids.boss.toHexString(), reason: expect.stringContaining('email') }));
    expect(await to.collection('migration_rejected').findOne({ 'document.username': 'boss' })).toMatchObject({ faults: [{ path: '_id' }] });
  });

  it('makes ids of its own for those that are no ObjectIds, and keeps what points at them', async () => {
    await databases.fill('food_db', {
      users: [{ _id: 'u-1' as never, username: 'uma', email: 'uma@example.com' }],
      restaurants: [{ _id: 7 as never, name: 'Seven', area: 'A', cuisine: 'B', items: [{ item_name: 'Tea', price: 10 }] }],
      orders: [{ _id: 'o-1' as never, user_id: 'u-1', restaurant_name: 'Seven', items: [{ item_name: 'Tea', quantity: 1, price: 10 }], total_price: 10, order_date: new Date() }],
    });
    expect((await run(from, to)).sum('written')).toBe(3);
    expect((await run(from, to)).sum('written')).toBe(0);
    const [user, restaurant] = [await to.collection('users').findOne(), await to.collection('restaurants').findOne()];
    expect(await to.collection('orders').findOne()).toMatchObject({ _id: expect.any(ObjectId), userId: user?._id, restaurantId: restaurant?._id });
  });

  describe('in place', () => {
    it('knows the same database', async () => {
      expect(await isSameDatabase(from, databases.database('food_db'))).toBe(true);
      const byName = await MongoClient.connect(databases.uri('food_db').replace('127.0.0.1', 'localhost'));
      expect(await isSameDatabase(from, byName.db())).toBe(true);
      expect(await isSameDatabase(to, byName.db('foodie'))).toBe(false);
      await byName.close();
      expect(await isSameDatabase(from, to)).toBe(false);
    });

    it('comes to the same, and keeps every document of the Python service', async () => {
      const legacy = await contentOf(from);
      await run(from, to);
      const apart = await contentOf(to);
      await run(from, from);
      const inPlace = await contentOf(from);
      for (const name of ['users', 'restaurants', 'orders', 'reviews']) {
        expect(inPlace[`legacy_${name}`]).toEqual(legacy[name]);
        expect(withoutTimes(inPlace[name])).toEqual(withoutTimes(apart[name]));
      }
    });

    it('reports the same in a dry run, which writes nothing', async () => {
      const before = await contentOf(from);
      const dry = await run(from, from, { isDryRun: true });
      expect(await contentOf(from)).toEqual(before);
      const real = await run(from, from);
      expect([dry.counts, dry.misfits]).toEqual([real.counts, real.misfits]);
    });

    it('changes nothing when it is run again, and takes over what the Python service has written since', async () => {
      await run(from, from);
      const before = await contentOf(from);
      expect((await run(from, from)).sum('written')).toBe(0);
      expect(await contentOf(from)).toEqual(before);
      await from.collection('users').insertOne({ username: 'late', email: 'late@example.com', hashed_password: 'x', phone: '1' });
      expect((await run(from, from, { isDryRun: true })).sum('written')).toBe(1);
      expect((await run(from, from)).sum('written')).toBe(1);
      expect(await from.collection('users').findOne({ username: 'late' })).toMatchObject({ usernameKey: 'late' });
      expect(await from.collection('legacy_users').findOne({ username: 'late' })).toMatchObject({ phone: '1' });
    });
  });
});

/** The server's own clock stamps restaurants. */
function withoutTimes(documents: readonly Readonly<Record<string, unknown>>[] = []): unknown[] {
  return documents.map((document) => ({ ...document, changedAt: undefined }));
}
