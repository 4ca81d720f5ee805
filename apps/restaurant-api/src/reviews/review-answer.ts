import type { Review, ReviewStats } from '@foodie-express/contracts';
import type { RestaurantRecord } from '../restaurants/restaurant.schema';
import type { ReviewRecord } from './review.schema';

export function reviewAnswer(record: ReviewRecord): Review {
  return {
    id: record._id.toHexString(),
    restaurant_id: record.restaurantId.toHexString(),
    restaurant_name: record.restaurantName,
    user_id: record.userId.toHexString(),
    username: record.username,
    rating: record.rating,
    comment: record.comment,
    review_date: record.createdAt.toISOString(),
    helpful_count: record.helpfulCount,
    is_verified_purchase: record.isVerifiedPurchase,
  };
}

/** From the counts that the restaurant keeps; the average to two decimals. */
export function statsAnswer({ name, reviews }: Pick<RestaurantRecord, 'name' | 'reviews'>): ReviewStats {
  const total = reviews.reduce((sum, count) => sum + count, 0);
  const points = reviews.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = reviews;
  return {
    restaurant_name: name,
    total_reviews: total,
    average_rating: total === 0 ? 0 : Math.round((points / total) * 100) / 100,
    rating_distribution: { '1': one, '2': two, '3': three, '4': four, '5': five },
  };
}
