import { collections, OPERATOR, type OrderDocument, ownFields, type RestaurantDocument, type UserDocument } from '@foodie-express/restaurant-data';
import type { Db, ObjectId } from 'mongodb';
import { isTakenOver } from '../database/ledger';

/** The trail of what people have changed: `apps/restaurant-api/src/audit`. */
const AUDIT = 'audit';

/** Entries stand in it, and for a moment in what was changed. */
const BY_SOMEBODY = { 'by.id': { $ne: OPERATOR.id } };

/**
 * The restaurants that are there, but not from the Python service, and that nobody has made, changed, ordered from, reviewed or works
 * for: the samples that restaurant-api puts into an empty database. One of them gives way to a restaurant of the same name.
 */
export async function unusedRestaurants(database: Db): Promise<string[]> {
  const untouched = { [ownFields.restaurants]: { $exists: true }, deletedAt: { $exists: false }, revision: 1, recounts: 0, outbox: { $not: { $elemMatch: BY_SOMEBODY } } };
  const candidates = database.collection<RestaurantDocument<ObjectId>>(collections.restaurants).find(untouched, { projection: { _id: 1 } });
  const unused: string[] = [];
  for await (const { _id } of candidates) {
    if (!(await isTakenOver(database, 'restaurants', _id)) && !(await isInUse(database, _id))) unused.push(_id.toHexString());
  }
  return unused;
}

async function isInUse(database: Db, restaurantId: ObjectId): Promise<boolean> {
  const [order, employee, change] = await Promise.all([
    database.collection<OrderDocument<ObjectId>>(collections.orders).findOne({ restaurantId }, { projection: { _id: 1 } }),
    database.collection<UserDocument<ObjectId>>(collections.users).findOne({ restaurantId, role: 'staff' }, { projection: { _id: 1 } }),
    // One that an admin has made is no sample.
    database.collection(AUDIT).findOne({ 'subject.id': restaurantId.toHexString(), ...BY_SOMEBODY }, { projection: { _id: 1 } }),
  ]);
  return order !== null || employee !== null || change !== null;
}
