import { currencySchema, MAX_ITEMS, nameSchema, restaurantInputSchema, type RestaurantItem } from '@foodie-express/contracts';
import { nameKey, type RestaurantContent, restaurantFromInput } from '@foodie-express/restaurant-data';
import type { ObjectId } from 'mongodb';
import { type Mapped, Reading, spoken } from '../legacy/reading';
import { idOf, type LegacyDocument, madeAt, textOf, timeOf } from '../legacy/values';
import { cut, mapItem } from './item';

/** What the Python service takes for granted. */
export interface Locality {
  readonly currency: string;
  readonly timezone: string;
}

export interface MappedRestaurant {
  readonly _id: ObjectId;
  readonly createdAt: Date;
  readonly content: RestaurantContent;
}

const UNKNOWN = 'Unknown';
const OTHER = 'Other';

/** A restaurant of the Python service as ours. Items that do not fit are faults, and the restaurant is taken over without them. */
export function mapRestaurant(source: LegacyDocument, { currency: usual, timezone }: Locality): Mapped<MappedRestaurant> {
  const reading = new Reading(source);
  const _id = reading.required('_id', idOf(source['_id']), 'should be there');
  const name = nameSchema.safeParse(reading.field('name', 'restaurant_name'));
  if (!name.success) reading.fault('name', `should be a name of 1 to 100 characters, got ${spoken(reading.field('name', 'restaurant_name'))}`);
  if (_id === undefined || !name.success) return reading.mapped<MappedRestaurant>(undefined);
  const currency = currencySchema.safeParse(reading.field('currency')).data ?? usual;
  const input = restaurantInputSchema.safeParse({
    name: name.data,
    area: nameOr(reading, 'area', reading.field('area', 'location', 'address'), UNKNOWN),
    cuisine: nameOr(reading, 'cuisine', reading.field('cuisine', 'cuisine_type'), OTHER),
    description: textOf(cut(reading, reading.field('description'))),
    currency,
    timezone,
    items: itemsOf(reading, source, currency),
  });
  // Follows from the items and the reviews here.
  reading.field('rating', 'total_ratings', 'average_rating', 'total_reviews');
  const createdAt = timeOf(reading.field('created_at', 'createdAt')) ?? madeAt(source['_id']);
  reading.noteUnread('restaurants');
  for (const { path, message } of input.error?.issues ?? []) reading.fault(path.join('.'), message);
  return reading.mapped(input.success ? { _id, createdAt, content: restaurantFromInput(input.data) } : undefined);
}

function nameOr(reading: Reading, field: string, value: unknown, instead: string): string {
  const parsed = nameSchema.safeParse(value);
  if (!parsed.success) reading.adapt(`a restaurant's ${field} is missing or does not fit: "${instead}"`);
  return parsed.data ?? instead;
}

function itemsOf(reading: Reading, source: LegacyDocument, currency: string): RestaurantItem[] {
  const values = reading.field('items', 'menu');
  if (values === undefined) return itemOfItsOwn(reading, source, currency);
  if (!Array.isArray(values)) {
    reading.fault('items', `should be a list, got ${spoken(values)}`);
    return [];
  }
  const taken = new Map<string, string>();
  const items: RestaurantItem[] = [];
  values.forEach((value: unknown, index) => {
    const { item, reading: part } = mapItem(value, `items.${index}`, currency);
    reading.join(part);
    if (item === undefined) return;
    const first = taken.get(nameKey(item.item_name));
    if (first !== undefined) reading.fault(`items.${index}.item_name`, `repeats the name of ${first}: ${spoken(item.item_name)}`);
    else if (items.length === MAX_ITEMS) reading.fault(`items.${index}`, `is more than the ${MAX_ITEMS} items that a menu may have: ${spoken(item.item_name)}`);
    else items.push(item);
    taken.set(nameKey(item.item_name), first ?? `items.${index}`);
  });
  return items;
}

/** The oldest version of the Python service kept each item as a restaurant of its own. */
function itemOfItsOwn(reading: Reading, source: LegacyDocument, currency: string): RestaurantItem[] {
  if (source['item_name'] === undefined) return [];
  for (const field of ['item_name', 'price', 'calories', 'preparation_time', 'image_url'] as const) reading.field(field);
  const { item, reading: part } = mapItem({ item_name: source['item_name'], price: source['price'] }, 'item', currency);
  reading.join(part);
  return item === undefined ? [] : [item];
}
