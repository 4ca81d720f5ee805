import type { RestaurantItem } from '@foodie-express/contracts';
import type { RestaurantRecord } from './restaurant.schema';

/** The rating that people see: of the reviews, or while there are none of the items. To one decimal. */
export function ratingOf({ reviews, itemsRating }: Pick<RestaurantRecord, 'reviews' | 'itemsRating'>): number | null {
  const total = reviews.reduce((sum, count) => sum + count, 0);
  return total === 0 ? itemsRating : oneDecimal(reviews.reduce((sum, count, index) => sum + count * (index + 1), 0) / total);
}

/**
 * The rating of a restaurant that nobody has reviewed yet: the average of its items' ratings, each weighed by how many people
 * gave it, to one decimal. Null where no item has any.
 */
export function ratingOfItems(items: readonly Pick<RestaurantItem, 'rating' | 'total_ratings'>[]): number | null {
  const rated = items.flatMap(({ rating, total_ratings: count = 0 }) => (rating === undefined || count === 0 ? [] : [{ rating, count }]));
  const count = rated.reduce((sum, item) => sum + item.count, 0);
  return count === 0 ? null : oneDecimal(rated.reduce((sum, item) => sum + item.rating * item.count, 0) / count);
}

function oneDecimal(rating: number): number {
  return Math.round(rating * 10) / 10;
}
