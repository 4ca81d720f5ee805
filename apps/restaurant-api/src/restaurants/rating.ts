import { oneDecimal } from '@foodie-express/restaurant-data';
import type { RestaurantRecord } from './restaurant.schema';

/** The rating that people see: of the reviews, or while there are none of the items. To one decimal. */
export function ratingOf({ reviews, itemsRating }: Pick<RestaurantRecord, 'reviews' | 'itemsRating'>): number | null {
  const total = reviews.reduce((sum, count) => sum + count, 0);
  return total === 0 ? itemsRating : oneDecimal(reviews.reduce((sum, count, index) => sum + count * (index + 1), 0) / total);
}
