import { Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { nameKey, type RestaurantContent } from '@foodie-express/restaurant-data';
import mongoose, { type Model, type Types } from 'mongoose';
import type { AuditRecord } from '../audit/audit.schema';
import { AuditTrail } from '../audit/audit-trail';
import { isDuplicateKey } from '../database/duplicate-key';
import { type RestaurantRecord, RESTAURANTS } from './restaurant.schema';

/** No review yet: of 1, 2, 3, 4 and 5. */
const NO_REVIEWS = [0, 0, 0, 0, 0];

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The audit entry of what a write does to a restaurant. */
export interface AuditedWrite {
  readonly _id: Types.ObjectId;
  readonly entry: AuditRecord;
}

/** Every write of a restaurant, each one operation that also stamps the database's time on it and leaves its audit entry. */
@Injectable()
export class RestaurantWrites {
  private readonly logger = new Logger('restaurants');

  constructor(
    @InjectModel(RESTAURANTS) private readonly model: Model<RestaurantRecord>,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws the driver's duplicate key error where the name is taken */
  async insert({ _id, entry }: AuditedWrite, content: RestaurantContent): Promise<void> {
    const outbox = [entry];
    // An upsert of a new id, for an insert has no way to ask for the database's time.
    await this.model.updateOne(
      { _id },
      {
        $setOnInsert: { ...content, reviews: NO_REVIEWS, recounts: 0, revision: 1, changes: 1, createdAt: _id.getTimestamp(), outbox },
        $currentDate: { changedAt: true },
      },
      { upsert: true },
    );
    await this.audit.relay(RESTAURANTS, { _id, outbox });
  }

  /** Replaces what the restaurant says of itself. False where it is gone or somebody else has changed it since `revision`. */
  async replace({ _id, entry }: AuditedWrite, revision: number, content: RestaurantContent): Promise<boolean> {
    const absent = Object.entries(content).filter(([, value]) => value === undefined);
    const written = await this.model
      .findOneAndUpdate(
        { _id, revision, deletedAt: null },
        {
          $set: content,
          $unset: Object.fromEntries(absent.map(([name]) => [name, 1])),
          $inc: { revision: 1, changes: 1 },
          $currentDate: { changedAt: true },
          $push: { outbox: entry },
        },
        { returnDocument: 'after', projection: { outbox: 1 } },
      )
      .lean<Pick<RestaurantRecord, '_id' | 'outbox'>>();
    return this.relayed(written);
  }

  /** Leaves a mark for a day, without menu and under a name that nobody can take. False as `replace` says. */
  async remove({ _id, entry }: AuditedWrite, revision: number): Promise<boolean> {
    const written = await this.model
      .findOneAndUpdate(
        { _id, revision, deletedAt: null },
        {
          $set: { nameKey: `\0${_id.toHexString()}`, items: [], optionGroups: [] },
          $inc: { revision: 1, changes: 1 },
          $currentDate: { changedAt: true, deletedAt: true },
          $push: { outbox: entry },
        },
        { returnDocument: 'after', projection: { outbox: 1 } },
      )
      .lean<Pick<RestaurantRecord, '_id' | 'outbox'>>();
    return this.relayed(written);
  }

  /** Drops the marks of restaurants that were removed more than a day ago, once their audit entries are in the trail. */
  async forgetRemoved(now: Date): Promise<void> {
    const dayAgo = new Date(now.getTime() - DAY_MS);
    await this.model.deleteMany({ deletedAt: mongoose.trusted({ $lt: dayAgo }), outbox: mongoose.trusted({ $exists: false }) });
  }

  /**
   * Gives restaurants the keys that their names have by the present rules, where earlier ones told more names apart. Of two whose
   * names are now one, the second stays as it is: it is found by its id.
   */
  async renewKeys(): Promise<void> {
    const all = await this.model.find({ deletedAt: null }, { name: 1, nameKey: 1 }).lean<Pick<RestaurantRecord, '_id' | 'name' | 'nameKey'>[]>();
    for (const { _id, name, nameKey: known } of all) {
      const key = nameKey(name);
      if (key !== known) await this.renewKey({ _id, nameKey: known }, key);
    }
  }

  private async renewKey(old: Pick<RestaurantRecord, '_id' | 'nameKey'>, key: string): Promise<void> {
    try {
      await this.model.updateOne(old, { $set: { nameKey: key }, $inc: { changes: 1 }, $currentDate: { changedAt: true } });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      this.logger.warn(`The name of restaurant ${old._id.toHexString()} is that of another one, too: rename one of them`);
    }
  }

  private async relayed(written: Pick<RestaurantRecord, '_id' | 'outbox'> | null): Promise<boolean> {
    if (written === null) return false;
    await this.audit.relay(RESTAURANTS, written);
    return true;
  }
}
