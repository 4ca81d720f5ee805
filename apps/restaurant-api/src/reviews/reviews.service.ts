import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Review, ReviewChange, ReviewInput, ReviewStats } from '@foodie-express/contracts';
import { AppError, ForbiddenError, NotFoundError } from '@foodie-express/error-messages';
import { harmlessText, nameKey } from '@foodie-express/restaurant-data';
import mongoose, { isValidObjectId, type Model, Types } from 'mongoose';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { isDuplicateKey } from '../database/duplicate-key';
import { type OrderRecord, ORDERS, ordersOfUser } from '../orders/order.schema';
import { CLOCK, type Clock } from '../platform/tokens';
import { RestaurantCatalogue } from '../restaurants/catalogue/restaurant-catalogue';
import type { RestaurantRecord } from '../restaurants/restaurant.schema';
import { reviewAnswer, statsAnswer } from './review-answer';
import { ReviewCounts } from './review-counts';
import { type ReviewRecord, REVIEWS } from './review.schema';

export interface ReviewPage {
  readonly reviews: Review[];
  readonly total: number;
}

@Injectable()
export class ReviewsService {
  constructor(
    @InjectModel(REVIEWS) private readonly model: Model<ReviewRecord>,
    @InjectModel(ORDERS) private readonly orders: Model<OrderRecord>,
    private readonly catalogue: RestaurantCatalogue,
    private readonly counts: ReviewCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError, AppError with status 400 for a second review or another restaurant's name in the body */
  async add(user: AuthenticatedUser, nameOrId: string, { restaurant_name, rating, comment }: ReviewInput): Promise<Review> {
    const { record: restaurant } = await this.catalogue.one(nameOrId);
    requireSameName(restaurant, restaurant_name);
    const userId = new Types.ObjectId(user.id);
    const review = {
      restaurantId: restaurant._id,
      restaurantName: restaurant.name,
      userId,
      username: user.username,
      rating,
      comment: harmlessText(comment),
      createdAt: this.clock(),
      isVerifiedPurchase: await this.hasBought(userId, restaurant._id),
      helpfulCount: 0,
      helpfulTo: [],
    };
    const created = await this.counts.around(restaurant._id, () => this.insertOnce(review));
    return reviewAnswer(created);
  }

  /** Newest first. @throws NotFoundError */
  async ofRestaurant(nameOrId: string, page: { skip: number; limit: number }): Promise<ReviewPage> {
    const { record } = await this.catalogue.one(nameOrId);
    const reviews = await this.newest({ restaurantId: record._id }, page);
    return { reviews, total: record.reviews.reduce((sum, count) => sum + count, 0) };
  }

  /** Newest first. */
  ofUser({ id }: AuthenticatedUser, page: { skip: number; limit: number }): Promise<Review[]> {
    return this.newest({ userId: new Types.ObjectId(id) }, page);
  }

  /** @throws NotFoundError */
  async stats(nameOrId: string): Promise<ReviewStats> {
    return statsAnswer((await this.catalogue.one(nameOrId)).record);
  }

  /** @throws NotFoundError, ForbiddenError for another's */
  async change(user: AuthenticatedUser, id: string, { rating, comment }: ReviewChange): Promise<Review> {
    const review = await this.own(user, id);
    const changed = await this.counts.around(review.restaurantId, () =>
      this.model
        .findOneAndUpdate(
          { _id: review._id },
          { $set: { ...(rating !== undefined && { rating }), ...(comment !== undefined && { comment: harmlessText(comment) }) } },
          { returnDocument: 'after' },
        )
        .lean<ReviewRecord>(),
    );
    if (changed === null) throw reviewNotFound(id);
    return reviewAnswer(changed);
  }

  /** @throws NotFoundError, ForbiddenError for another's */
  async remove(user: AuthenticatedUser, id: string): Promise<void> {
    const review = await this.own(user, id);
    await this.counts.around(review.restaurantId, () => this.model.deleteOne({ _id: review._id }));
  }

  /** Counts once for each user. @throws NotFoundError, ForbiddenError for one's own */
  async markHelpful(user: AuthenticatedUser, id: string): Promise<Review> {
    const review = await this.find(id);
    const userId = new Types.ObjectId(user.id);
    if (review.userId.equals(userId)) throw new ForbiddenError('Your own review counts as helpful already.');
    const changed = await this.model
      .findOneAndUpdate(
        { _id: review._id, helpfulTo: mongoose.trusted({ $ne: userId }) },
        { $push: { helpfulTo: userId }, $inc: { helpfulCount: 1 } },
        { returnDocument: 'after' },
      )
      .lean<ReviewRecord>();
    return reviewAnswer(changed ?? (await this.find(id)));
  }

  private async insertOnce(review: Omit<ReviewRecord, '_id'>): Promise<ReviewRecord> {
    try {
      return (await this.model.create(review)).toObject<ReviewRecord>();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new AppError('already_exists', { status: 400, detail: `You have already reviewed ${review.restaurantName}`, cause: error });
    }
  }

  /** A real order, of which something came of. */
  private async hasBought(userId: Types.ObjectId, restaurantId: Types.ObjectId): Promise<boolean> {
    const bought = this.orders.exists({ userId, restaurantId, status: mongoose.trusted({ $ne: 'cancelled' }) }).hint(ordersOfUser);
    return (await bought) !== null;
  }

  private async newest(filter: Partial<Pick<ReviewRecord, 'restaurantId' | 'userId'>>, { skip, limit }: { skip: number; limit: number }): Promise<Review[]> {
    const records = await this.model.find(filter).sort({ createdAt: -1, _id: -1 }).skip(skip).limit(limit).lean<ReviewRecord[]>();
    return records.map(reviewAnswer);
  }

  private async own(user: AuthenticatedUser, id: string): Promise<ReviewRecord> {
    const review = await this.find(id);
    if (review.userId.toHexString() !== user.id) throw new ForbiddenError('This is the review of somebody else.');
    return review;
  }

  private async find(id: string): Promise<ReviewRecord> {
    const review = isValidObjectId(id) ? await this.model.findById(id).lean<ReviewRecord>() : null;
    if (review === null) throw reviewNotFound(id);
    return review;
  }
}

function requireSameName(restaurant: RestaurantRecord, name: string): void {
  if (nameKey(name) === restaurant.nameKey) return;
  throw new AppError('bad_request', {
    detail: `restaurant_name should be that of the address: ${restaurant.name}`,
    errors: [{ path: 'restaurant_name', message: `should be ${restaurant.name}` }],
  });
}

function reviewNotFound(id: string): NotFoundError {
  return new NotFoundError(`Review '${id}' not found`);
}
