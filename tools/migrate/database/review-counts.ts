import { isDeepStrictEqual } from 'node:util';
import { collections, ownFields, type RestaurantDocument, type ReviewDocument } from '@foodie-express/restaurant-data';
import type { Db, ObjectId } from 'mongodb';

type Restaurant = Pick<RestaurantDocument<ObjectId>, '_id' | 'reviews' | 'recounts'>;

const RATINGS = [1, 2, 3, 4, 5];

/**
 * Brings the counts of reviews that restaurants keep in line with the reviews that are there, as restaurant-api does it: a count
 * that another one has overtaken is not written.
 */
export async function countReviews(database: Db): Promise<void> {
  const restaurants = database.collection<Restaurant>(collections.restaurants);
  const seen = await restaurants.find({ [ownFields.restaurants]: { $exists: true } }, { projection: { reviews: 1, recounts: 1 } }).toArray();
  const counts = await countsByRestaurant(database);
  for (const { _id, reviews, recounts } of seen) {
    const counted = RATINGS.map((rating) => counts.get(`${_id.toHexString()} ${rating}`) ?? 0);
    if (isDeepStrictEqual(counted, reviews)) continue;
    await restaurants.updateOne({ _id, recounts }, { $set: { reviews: counted }, $inc: { recounts: 1, changes: 1 }, $currentDate: { changedAt: true } });
  }
}

async function countsByRestaurant(database: Db): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const groups = database.collection<ReviewDocument<ObjectId>>(collections.reviews).aggregate<{ _id: { restaurant: ObjectId; rating: number }; count: number }>([
    { $match: { [ownFields.reviews]: { $exists: true } } },
    { $group: { _id: { restaurant: '$restaurantId', rating: '$rating' }, count: { $sum: 1 } } },
  ]);
  for await (const { _id, count } of groups) counts.set(`${_id.restaurant.toHexString()} ${_id.rating}`, count);
  return counts;
}
