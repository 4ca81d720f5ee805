import { DESCRIPTION_LENGTH, type RestaurantItem, restaurantItemSchema } from '@foodie-express/contracts';
import { Reading, spoken } from '../legacy/reading';
import { documentOf, numberOf, textOf } from '../legacy/values';
import { priceOf } from './amount';

const { shape } = restaurantItemSchema;

/** An item of a menu, as the body of `POST /restaurants/` has it; undefined where it does not fit. */
export function mapItem(value: unknown, at: string, currency: string): { readonly item: RestaurantItem | undefined; readonly reading: Reading } {
  const source = documentOf(value);
  const reading = new Reading(source ?? {}, `${at}.`);
  if (source === undefined) {
    reading.fault('item_name', `should be in an object, got ${spoken(value)}`);
    return { item: undefined, reading };
  }
  const name = shape.item_name.safeParse(reading.field('item_name', 'name', 'item'));
  if (!name.success) reading.fault('item_name', `should be a name of 1 to 100 characters, got ${spoken(reading.field('item_name', 'name', 'item'))}`);
  const price = priceOf(reading, 'price', reading.field('price'), currency);
  const details = detailsOf(reading);
  reading.noteUnread('restaurants.items');
  const isWhole = name.success && price !== undefined;
  return { item: isWhole ? { item_name: name.data, price, ...details } : undefined, reading };
}

/** What an item may have and lack. A value that does not fit is left out. */
function detailsOf(reading: Reading): Omit<RestaurantItem, 'item_name' | 'price'> {
  const optional = (name: keyof typeof shape, value: unknown) => {
    if (value === undefined) return undefined;
    const parsed = shape[name].safeParse(value);
    if (!parsed.success) reading.adapt(`an item's ${name} does not fit and is left out`);
    return parsed.data;
  };
  const number = (value: unknown) => numberOf(value) ?? value;
  const available = reading.field('available', 'is_available');
  const minutes = reading.field('preparation_time', 'prep_time');
  const details = {
    description: optional('description', cut(reading, reading.field('description'))),
    category: optional('category', reading.field('category')),
    available: optional('available', available),
    dietary: optional('dietary', reading.field('dietary')),
    calories: optional('calories', number(reading.field('calories'))),
    preparation_time: optional('preparation_time', numberOf(minutes) === undefined ? minutes : `${textOf(minutes) ?? ''} mins`),
    rating: optional('rating', number(reading.field('rating'))),
    total_ratings: optional('total_ratings', number(reading.field('total_ratings', 'rating_count'))),
    image_url: optional('image_url', reading.field('image_url') === '' ? undefined : reading.field('image_url')),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

/** A description that fits; the end of a longer one is lost. */
export function cut(reading: Reading, description: unknown): unknown {
  if (typeof description !== 'string' || description.length <= DESCRIPTION_LENGTH) return description;
  reading.adapt(`a description is longer than ${DESCRIPTION_LENGTH} characters: cut`);
  return description.slice(0, DESCRIPTION_LENGTH);
}
