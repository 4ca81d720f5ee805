import type { RestaurantItem } from '@foodie-express/contracts';

/**
 * The rating of a restaurant that nobody has reviewed yet: the average of its items' ratings, each weighed by how many people
 * gave it, to one decimal. Null where no item has any.
 */
export function ratingOfItems(items: readonly Pick<RestaurantItem, 'rating' | 'total_ratings'>[]): number | null {
  const rated = items.flatMap(({ rating, total_ratings: count = 0 }) => (rating === undefined || count === 0 ? [] : [{ rating, count }]));
  const count = rated.reduce((sum, item) => sum + item.count, 0);
  return count === 0 ? null : oneDecimal(rated.reduce((sum, item) => sum + item.rating * item.count, 0) / count);
}

/** A rating as people see it. */
export function oneDecimal(rating: number): number {
  return Math.round(rating * 10) / 10;
}
