import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import mongoose, { type Model, Types } from 'mongoose';
import { CLOCK, type Clock } from '../platform/tokens';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import { type RestaurantRecord, RESTAURANTS } from '../restaurants/restaurant.schema';
import { type ReviewRecord, REVIEWS } from './review.schema';

/** An announced change is made by then or never: longer than any call of the database may take, and than clocks differ. */
const OVER_AFTER_MS = 60_000;

const RATINGS = [1, 2, 3, 4, 5];

/** A recount that has not begun: changes made until it does are in it. */
interface QueuedRecount {
  /** The announcements that it serves. */
  readonly served: Types.ObjectId[];
  readonly done: Promise<void>;
}

/**
 * Keeps on each restaurant how many of its reviews gave which rating. A change is announced on the restaurant, made, and then
 * counted anew from the index; of counts that race, each that began before another one ended is repeated. So the last count
 * has seen every change. An announcement goes with a count that began after its change: that of a process which died in between
 * stays, and is found by it.
 */
@Injectable()
export class ReviewCounts {
  private readonly logger = new Logger('reviews');
  private readonly queued = new Map<string, QueuedRecount>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    @InjectModel(RESTAURANTS) private readonly restaurants: Model<RestaurantRecord>,
    @InjectModel(REVIEWS) private readonly reviews: Model<ReviewRecord>,
    private readonly catalogue: RestaurantCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a change of reviews and brings the counts up to date. */
  async around<Result>(restaurantId: Types.ObjectId, change: () => Promise<Result>): Promise<Result> {
    const announcement = { _id: new Types.ObjectId(), at: this.clock() };
    await this.restaurants.updateOne({ _id: restaurantId }, { $push: { reviewChanges: announcement } });
    try {
      return await change();
    } finally {
      await this.recount(restaurantId, [announcement._id]);
      await this.catalogue.refreshNow();
    }
  }

  /** Counts where changes were announced and left behind. One that may still be made is counted now, and again later. */
  async repair(now: Date): Promise<void> {
    const over = new Date(now.getTime() - OVER_AFTER_MS);
    const announced = { 'reviewChanges.at': mongoose.trusted({ $gte: new Date(0) }) };
    const left = await this.restaurants.find(announced, { reviewChanges: 1 }).lean<Pick<RestaurantRecord, '_id' | 'reviewChanges'>[]>();
    for (const { _id, reviewChanges = [] } of left) {
      await this.recount(_id, reviewChanges.filter(({ at }) => at < over).map((change) => change._id));
    }
    if (left.length > 0) this.logger.log(`Counted the reviews of ${left.length} restaurants anew`);
  }

  /** One recount at a time and one that waits for it: whoever comes meanwhile shares the one that waits. */
  private recount(restaurantId: Types.ObjectId, served: readonly Types.ObjectId[]): Promise<void> {
    const key = restaurantId.toHexString();
    const known = this.queued.get(key);
    if (known !== undefined) {
      known.served.push(...served);
      return known.done;
    }
    const queued = { served: [...served], done: this.afterRunning(restaurantId) };
    this.queued.set(key, queued);
    return queued.done;
  }

  private async afterRunning(restaurantId: Types.ObjectId): Promise<void> {
    const key = restaurantId.toHexString();
    await this.running.get(key)?.catch(() => undefined);
    const served = this.queued.get(key)?.served ?? [];
    this.queued.delete(key);
    const run = this.countAnew(restaurantId, served);
    this.running.set(key, run);
    try {
      await run;
    } finally {
      if (this.running.get(key) === run) this.running.delete(key);
    }
  }

  private async countAnew(_id: Types.ObjectId, served: readonly Types.ObjectId[]): Promise<void> {
    for (;;) {
      const seen = await this.restaurants.findById(_id, { recounts: 1 }).lean<Pick<RestaurantRecord, 'recounts'>>();
      if (seen === null) return;
      const counts = await this.countsOf(_id);
      const written = await this.restaurants.updateOne(
        { _id, recounts: seen.recounts },
        {
          $set: { reviews: counts },
          $pull: { reviewChanges: { _id: mongoose.trusted({ $in: served }) } },
          $inc: { recounts: 1, changes: 1 },
          $currentDate: { changedAt: true },
        },
      );
      if (written.matchedCount === 1) return;
    }
  }

  /** From the index alone: no review is read. */
  private countsOf(restaurantId: Types.ObjectId): Promise<number[]> {
    return Promise.all(RATINGS.map((rating) => this.reviews.countDocuments({ restaurantId, rating })));
  }
}
