import { Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import mongoose, { type Model, type Types } from 'mongoose';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import { type RestaurantRecord, RESTAURANTS } from '../restaurants/restaurant.schema';
import { type ReviewRecord, REVIEWS } from './review.schema';

/** Recounts that another instance left behind this long ago are done here. */
const LEFT_BEHIND_MS = 10_000;

const RATINGS = [1, 2, 3, 4, 5];

/**
 * Keeps on each restaurant how many of its reviews gave which rating. A change is announced on the restaurant, made, and then
 * counted anew from the index; of counts that race, each that began before another one ended is repeated. So the last count
 * has seen every change, and one that a dying process left out is found by its announcement.
 */
@Injectable()
export class ReviewCounts {
  private readonly logger = new Logger('reviews');

  constructor(
    @InjectModel(RESTAURANTS) private readonly restaurants: Model<RestaurantRecord>,
    @InjectModel(REVIEWS) private readonly reviews: Model<ReviewRecord>,
    private readonly catalogue: RestaurantCatalogue,
  ) {}

  /** Makes a change of reviews and brings the counts up to date. */
  async around<Result>(restaurantId: Types.ObjectId, change: () => Promise<Result>): Promise<Result> {
    await this.restaurants.updateOne({ _id: restaurantId }, { $currentDate: { recountSince: true } });
    try {
      return await change();
    } finally {
      await this.recount(restaurantId);
      await this.catalogue.refreshNow();
    }
  }

  /** Counts what was left behind, at start. */
  async repair(now: Date): Promise<void> {
    const limit = new Date(now.getTime() - LEFT_BEHIND_MS);
    const left = await this.restaurants.find({ recountSince: mongoose.trusted({ $lt: limit }) }, { _id: 1 }).lean<Pick<RestaurantRecord, '_id'>[]>();
    for (const { _id } of left) await this.recount(_id);
    if (left.length > 0) this.logger.log(`Counted the reviews of ${left.length} restaurants anew`);
  }

  private async recount(_id: Types.ObjectId): Promise<void> {
    for (;;) {
      const seen = await this.restaurants.findById(_id, { recounts: 1 }).lean<Pick<RestaurantRecord, 'recounts'>>();
      if (seen === null) return;
      const counts = await this.countsOf(_id);
      const written = await this.restaurants.updateOne(
        { _id, recounts: seen.recounts },
        { $set: { reviews: counts }, $unset: { recountSince: 1 }, $inc: { recounts: 1, changes: 1 }, $currentDate: { changedAt: true } },
      );
      if (written.matchedCount === 1) return;
    }
  }

  private async countsOf(restaurantId: Types.ObjectId): Promise<number[]> {
    const groups = await this.reviews.aggregate<{ _id: number; count: number }>([
      { $match: { restaurantId } },
      { $group: { _id: '$rating', count: { $sum: 1 } } },
    ]);
    return RATINGS.map((rating) => groups.find(({ _id }) => _id === rating)?.count ?? 0);
  }
}
