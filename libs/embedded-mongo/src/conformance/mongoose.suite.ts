import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { Schema } from 'mongoose';
import { failureOf, type ServerAddress } from './database-under-test';

const restaurantSchema = new Schema({ name: String, cuisine: [String], rating: Number }, { timestamps: true });
restaurantSchema.index({ name: 1 }, { unique: true });
const orderSchema = new Schema({
  restaurant: { type: Schema.Types.ObjectId, ref: 'Restaurant' },
  lines: [{ dish: String, qty: Number }],
  history: [{ from: String, to: String, at: Date }],
  state: String,
});
orderSchema.index({ restaurant: 1 });
orderSchema.index({ restaurant: 1, state: 1 });

export function describeMongoose(address: ServerAddress): void {
  describe('Mongoose', () => {
    const connection = mongoose.createConnection();
    const Restaurant = connection.model('Restaurant', restaurantSchema);
    const Order = connection.model('Order', orderSchema);

    beforeAll(async () => {
      await connection.openUri(address(), { dbName: `conformance_mongoose_${process.pid}` });
      await Promise.all([Restaurant.init(), Order.init()]);
    });
    afterAll(async () => {
      await connection.dropDatabase();
      await connection.close();
    });

    it('saves, changes with a version, populates and deletes', async () => {
      const restaurant = await Restaurant.create({ name: 'Thepla House', cuisine: ['gujarati'], rating: 4.5 });
      const order = await Order.create({ restaurant: restaurant._id, state: 'placed', lines: [{ dish: 'Masala thepla', qty: 2 }] });
      order.lines.push({ dish: 'Chaas', qty: 1 });
      order.state = 'confirmed';
      await order.save();
      const found = await Order.findOne({ restaurant: restaurant._id, 'lines.dish': 'Chaas' }).populate<{ restaurant: { name: string } }>('restaurant').orFail();
      expect(found.restaurant.name).toBe('Thepla House');
      expect(found.lines.map(({ qty }) => qty)).toEqual([2, 1]);
      expect(await Order.findOneAndUpdate({ _id: order._id, state: 'placed' }, { state: 'cancelled' })).toBeNull();
      const moved = await Order.findOneAndUpdate({ _id: order._id, state: 'confirmed' }, { $set: { state: 'preparing' }, $push: { history: { from: 'confirmed', to: 'preparing' } } }, { returnDocument: 'after' }).orFail();
      expect(moved.history).toHaveLength(1);
      await order.deleteOne();
      expect(await Order.exists({ _id: order._id })).toBeNull();
    });

    it('reports a duplicate and keeps indexes in step', async () => {
      await Restaurant.create({ name: 'Twice' });
      expect(await failureOf(Restaurant.create({ name: 'Twice' }))).toMatchObject({ code: 11_000, keyValue: { name: 'Twice' }, keyPattern: { name: 1 } });
      expect(await Restaurant.syncIndexes()).toEqual([]);
      expect(Object.keys(await Order.collection.indexInformation())).toHaveLength(3);
    });

    it('bulk writes, lean reads, cursors and aggregates', async () => {
      await Restaurant.bulkWrite(Array.from({ length: 30 }, (_, index) => ({ insertOne: { document: { name: `r${index}`, rating: index } } })));
      let seen = 0;
      for await (const each of Restaurant.find({ rating: { $gte: 10 } }).lean().cursor({ batchSize: 5 })) seen += Number(each.name?.startsWith('r'));
      expect(seen).toBe(20);
      const [stats] = await Restaurant.aggregate<{ n: number }>([{ $match: { name: /^r\d+$/ } }, { $group: { _id: null, n: { $sum: 1 } } }]);
      expect(stats?.n).toBe(30);
      expect(await Restaurant.countDocuments({ name: /^r1/ })).toBe(11);
    });
  });
}
