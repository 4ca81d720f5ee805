import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { RestaurantContent } from '@foodie-express/restaurant-data';
import { type Model, Types } from 'mongoose';
import { type RestaurantRecord, RESTAURANTS } from './restaurant.schema';

/** No review yet: of 1, 2, 3, 4 and 5. */
const NO_REVIEWS = [0, 0, 0, 0, 0];

/** Every write of a restaurant, each one operation that also stamps the database's time on it. */
@Injectable()
export class RestaurantWrites {
  constructor(@InjectModel(RESTAURANTS) private readonly model: Model<RestaurantRecord>) {}

  /** @throws the driver's duplicate key error where the name is taken */
  async insert(content: RestaurantContent): Promise<Types.ObjectId> {
    const _id = new Types.ObjectId();
    // An upsert of a new id, for an insert has no way to ask for the database's time.
    await this.model.updateOne(
      { _id },
      { $setOnInsert: { ...content, reviews: NO_REVIEWS, recounts: 0, revision: 1, changes: 1, createdAt: _id.getTimestamp() }, $currentDate: { changedAt: true } },
      { upsert: true },
    );
    return _id;
  }

  /** Replaces what the restaurant says of itself. False where it is gone or somebody else has changed it since `revision`. */
  async replace(_id: Types.ObjectId, revision: number, content: RestaurantContent): Promise<boolean> {
    const absent = Object.entries(content).filter(([, value]) => value === undefined);
    const result = await this.model.updateOne(
      { _id, revision, deletedAt: null },
      { $set: content, $unset: Object.fromEntries(absent.map(([name]) => [name, 1])), $inc: { revision: 1, changes: 1 }, $currentDate: { changedAt: true } },
    );
    return result.matchedCount === 1;
  }

  /** Leaves a mark for a day, without menu and under a name that nobody can take. False where it is gone already. */
  async remove(_id: Types.ObjectId): Promise<boolean> {
    const result = await this.model.updateOne(
      { _id, deletedAt: null },
      {
        $set: { nameKey: `\0${_id.toHexString()}`, items: [], optionGroups: [] },
        $inc: { revision: 1, changes: 1 },
        $currentDate: { changedAt: true, deletedAt: true },
      },
    );
    return result.matchedCount === 1;
  }
}
