import { harmlessText, type ReviewDocument } from '@foodie-express/restaurant-data';
import type { ObjectId } from 'mongodb';
import { type Mapped, Reading, spoken } from '../legacy/reading';
import { idOf, type LegacyDocument, madeAt, numberOf, textOf, timeOf } from '../legacy/values';
import { DELETED_USER, type OrderSurroundings } from './order';

/** What a new review has at least, in characters. */
const SHORT = 10;

/** A review of the Python service as ours. Whether it is the first of its author is not asked here. */
export function mapReview(source: LegacyDocument, surroundings: Pick<OrderSurroundings, 'findUser' | 'findRestaurant'>): Mapped<ReviewDocument<ObjectId>> {
  const reading = new Reading(source);
  const _id = reading.required('_id', idOf(source['_id']), 'should be there');
  const author = authorOf(reading, surroundings);
  const restaurantName = textOf(reading.field('restaurant_name', 'restaurant'));
  const restaurant = restaurantName === undefined ? undefined : surroundings.findRestaurant(restaurantName);
  if (restaurant === undefined) reading.fault('restaurant_name', `should be a restaurant that is taken over, got ${spoken(restaurantName)}`);
  const rating = ratingOf(reading);
  const comment = commentOf(reading);
  const createdAt = timeOf(reading.field('review_date', 'created_at', 'createdAt', 'date'));
  const helpfulCount = numberOf(reading.field('helpful_count', 'helpful')) ?? 0;
  const verified = reading.field('is_verified_purchase', 'verified_purchase');
  if (verified === undefined) reading.adapt('is_verified_purchase is missing: false');
  if (createdAt === undefined) reading.adapt('review_date is missing or no date: the time at which the id was made');
  reading.noteUnread('reviews');
  if (_id === undefined || author === undefined || restaurant === undefined || rating === undefined) {
    return reading.mapped<ReviewDocument<ObjectId>>(undefined);
  }
  return reading.mapped({
    _id,
    restaurantId: restaurant.id,
    restaurantName: restaurant.name,
    userId: author.id,
    username: author.username,
    rating,
    comment,
    createdAt: createdAt ?? madeAt(source['_id']),
    isVerifiedPurchase: verified === true,
    helpfulCount: Math.max(0, Math.floor(helpfulCount)),
    helpfulTo: [],
  });
}

function authorOf(reading: Reading, { findUser }: Pick<OrderSurroundings, 'findUser'>): { readonly id: ObjectId; readonly username: string } | undefined {
  const reference = reading.field('user_id', 'user', 'username');
  const known = findUser(reference);
  const username = textOf(reading.field('username', 'user_name'));
  if (known !== undefined) return known;
  const id = idOf(reference);
  if (id === undefined) {
    reading.fault('user_id', 'should say whose review it is');
    return undefined;
  }
  reading.adapt('the user of an order or a review does not exist any more: it stands without one');
  return { id, username: username ?? DELETED_USER };
}

function ratingOf(reading: Reading): number | undefined {
  const value = reading.field('rating', 'stars');
  const rating = numberOf(value);
  const fits = rating !== undefined && Number.isInteger(rating) && rating >= 1 && rating <= 5;
  return reading.required('rating', fits ? rating : undefined, `should be a whole number from 1 to 5, got ${spoken(value)}`);
}

function commentOf(reading: Reading): string {
  const comment = textOf(reading.field('comment', 'text', 'review')) ?? '';
  if (comment.length < SHORT) reading.adapt(`a comment is shorter than the ${SHORT} characters of new ones: it stays`);
  const harmless = harmlessText(comment);
  if (harmless !== comment) reading.adapt('a comment holds markup: stored as harmless text');
  return harmless;
}
