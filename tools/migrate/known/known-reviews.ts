import { collections, ownFields, type ReviewDocument } from '@foodie-express/restaurant-data';
import type { Db, ObjectId } from 'mongodb';
import type { Fault } from '../legacy/reading';

type Authorship = Pick<ReviewDocument<ObjectId>, '_id' | 'restaurantId' | 'userId'>;

/** Who has reviewed what, in memory: about 150 bytes a review. */
export class KnownReviews {
  private readonly byAuthor = new Map<string, string>();

  static async load(database: Db): Promise<KnownReviews> {
    const known = new KnownReviews();
    const projection = { restaurantId: 1, userId: 1 };
    for await (const review of database.collection<Authorship>(collections.reviews).find({ [ownFields.reviews]: { $exists: true } }, { projection })) {
      known.admit(review);
    }
    return known;
  }

  /** One for each user and restaurant, the first. @returns why it cannot be taken over */
  admit({ _id, restaurantId, userId }: Authorship): Fault | undefined {
    const key = `${restaurantId.toHexString()} ${userId.toHexString()}`;
    const first = this.byAuthor.get(key);
    if (first !== undefined) return { path: 'user_id', reason: `has reviewed this restaurant before: review ${first}` };
    this.byAuthor.set(key, _id.toHexString());
    return undefined;
  }
}
