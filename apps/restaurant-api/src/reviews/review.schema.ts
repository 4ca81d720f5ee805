import { Schema, type Types } from 'mongoose';
import { requireFields } from '../database/required-fields';

export interface ReviewRecord {
  _id: Types.ObjectId;
  restaurantId: Types.ObjectId;
  restaurantName: string;
  userId: Types.ObjectId;
  username: string;
  /** 1 to 5. */
  rating: number;
  /** Without markup. */
  comment: string;
  createdAt: Date;
  isVerifiedPurchase: boolean;
  helpfulCount: number;
  /** Who found it helpful, each once. */
  helpfulTo: Types.ObjectId[];
}

export const REVIEWS = 'reviews';

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
