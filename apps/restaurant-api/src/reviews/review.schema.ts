import { collections, type ReviewDocument } from '@foodie-express/restaurant-data';
import { Schema, type Types } from 'mongoose';
import { requireFields } from '../database/required-fields';

export type ReviewRecord = ReviewDocument<Types.ObjectId>;

export const REVIEWS = collections.reviews;

export const reviewSchema = new Schema<ReviewRecord>(
  {
    restaurantId: Schema.Types.ObjectId,
    restaurantName: String,
    userId: Schema.Types.ObjectId,
    username: String,
    rating: Number,
    comment: String,
    createdAt: Date,
    isVerifiedPurchase: Boolean,
    helpfulCount: Number,
    helpfulTo: [Schema.Types.ObjectId],
  },
  { collection: REVIEWS, versionKey: false, strict: 'throw' },
);
requireFields(reviewSchema);

/** One review for each user and restaurant, however requests race. */
reviewSchema.index({ restaurantId: 1, userId: 1 }, { unique: true });
/** A restaurant's reviews, newest first, and the count of each rating. */
reviewSchema.index({ restaurantId: 1, createdAt: -1, _id: -1 });
reviewSchema.index({ restaurantId: 1, rating: 1 });
reviewSchema.index({ userId: 1, createdAt: -1, _id: -1 });
