import { type Menu, type OptionGroup, type Restaurant, toDecimal } from '@foodie-express/contracts';
import type { StoredItem, StoredOptionGroup } from '@foodie-express/restaurant-data';
import type { OpeningState } from './opening-hours';
import { ratingOf } from './rating';
import type { RestaurantRecord } from './restaurant.schema';

/** A restaurant as `GET /restaurants/` answers it. */
export function restaurantAnswer(record: RestaurantRecord, { isOpen, opensAt }: OpeningState): Restaurant {
  const { currency } = record;
  return {
    id: record._id.toHexString(),
    name: record.name,
    area: record.area,
    cuisine: record.cuisine,
    rating: ratingOf(record),
    ...defined({ description: record.description, tax: record.tax }),
    ...(record.minimumOrder !== undefined && { minimum_order: toDecimal(record.minimumOrder, currency) }),
    currency,
    timezone: record.timezone,
    hours: record.hours,
    open_now: isOpen,
    opens_at: opensAt?.toISOString() ?? null,
    delivers: record.delivers,
    accepts_preorders: record.acceptsPreorders,
    option_groups: record.optionGroups.map((group) => groupAnswer(group, currency)),
    items: record.items.map((item) => ({
      id: item.id,
      item_name: item.name,
      category: item.category,
      ...itemDetails(item, currency),
    })),
  };
}

/** A menu in the format that order-language compiles. */
export function menuAnswer(record: RestaurantRecord): Menu {
  const { currency } = record;
  const categories = new Map(record.items.map(({ categoryId, category }) => [categoryId, category]));
  return {
    restaurant: record.name,
    currency,
    categories: [...categories].map(([id, name]) => ({ id, names: [name] })),
    items: record.items.map((item) => ({ id: item.id, name: item.name, category: item.categoryId, ...itemDetails(item, currency) })),
    option_groups: record.optionGroups.map((group) => groupAnswer(group, currency)),
  };
}

function itemDetails(item: StoredItem, currency: string) {
  return {
    price: toDecimal(item.price, currency),
    available: item.available,
    ...nonEmpty({ aliases: item.aliases, option_groups: item.optionGroups, dietary: item.dietary }),
    ...defined({
      description: item.description,
      calories: item.calories,
      preparation_time: item.preparationTime,
      rating: item.rating,
      total_ratings: item.totalRatings,
      image_url: item.imageUrl,
    }),
  };
}

function groupAnswer(group: StoredOptionGroup, currency: string): OptionGroup {
  const [onlyDefault] = group.defaults;
  return {
    id: group.id,
    name: group.name,
    min: group.min,
    ...defined({ max: group.max }),
    ...(onlyDefault !== undefined && { default: group.defaults.length === 1 ? onlyDefault : group.defaults }),
    ...(group.countable && { countable: true }),
    ...(group.qualifiable && { qualifiable: true }),
    ...(group.negatable && { negatable: true }),
    choices: group.choices.map((choice) => ({
      id: choice.id,
      name: choice.name,
      price: toDecimal(choice.price, currency),
      available: choice.available,
      ...nonEmpty({ aliases: choice.aliases }),
      ...(choice.countable && { countable: true }),
    })),
    ...nonEmpty({ ambiguous_aliases: group.ambiguousAliases.map(({ alias, choiceIds }) => ({ alias, choice_ids: choiceIds })) }),
  };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that have a value. */
function defined<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Defined<Fields>;
}

/** The lists that have entries. */
function nonEmpty<Lists extends Readonly<Record<string, readonly unknown[]>>>(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>;
}
