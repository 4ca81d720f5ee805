import { type RestaurantInput, restaurantInputSchema } from '@foodie-express/contracts';
import { restaurantAnswer } from './restaurant-answer';
import type { RestaurantRecord } from './restaurant.schema';

/** What the API answers about a restaurant, but nobody writes. */
const computedFields: ReadonlySet<string> = new Set(['id', 'rating', 'open_now', 'opens_at']);

/** A restaurant as somebody would write it: the way back from a record to the body of `POST /restaurants/`. */
export function restaurantInputOf(record: RestaurantRecord): RestaurantInput {
  return restaurantInputSchema.parse(withoutComputed(restaurantAnswer(record, { isOpen: false, opensAt: null, until: null })));
}

/** A body without the fields that a client has read and sends back: they are computed, so what it says of them counts for nothing. */
export function withoutComputed(body: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !computedFields.has(name)));
}
