import { type OptionGroup, type RestaurantInput, type RestaurantItem, toMinorUnits } from '@foodie-express/contracts';
import type { RestaurantContent, StoredItem, StoredOptionGroup } from './documents';
import { ratingOfItems } from './items-rating';
import { idsOf, nameKey, slug } from './name-key';

const UNNAMED_CATEGORY = 'menu';

/** What is stored of a restaurant that somebody has written. */
export function restaurantFromInput(input: RestaurantInput): RestaurantContent {
  const { name, area, cuisine, currency } = input;
  const ids = idsOf(input.items.map(({ id, item_name }) => ({ id, name: item_name })), 'item');
  const items = input.items.map((item, index) => storedItem(item, ids[index] ?? '', currency));
  return {
    name,
    nameKey: nameKey(name),
    area,
    areaKey: nameKey(area),
    cuisine,
    cuisineKey: nameKey(cuisine),
    description: input.description,
    currency,
    timezone: input.timezone,
    tax: input.tax,
    hours: input.hours,
    delivers: input.delivers,
    acceptsPreorders: input.accepts_preorders,
    minimumOrder: input.minimum_order === undefined ? undefined : toMinorUnits(input.minimum_order, currency),
    optionGroups: input.option_groups.map((group) => storedGroup(group, currency)),
    items,
    itemsRating: ratingOfItems(input.items),
  };
}

function storedItem(item: RestaurantItem, id: string, currency: string): StoredItem {
  const category = item.category ?? UNNAMED_CATEGORY;
  return {
    id,
    name: item.item_name,
    category,
    categoryId: slug(category) || UNNAMED_CATEGORY,
    aliases: item.aliases ?? [],
    optionGroups: item.option_groups ?? [],
    price: toMinorUnits(item.price, currency),
    available: item.available ?? true,
    description: item.description,
    dietary: item.dietary ?? [],
    calories: item.calories,
    preparationTime: item.preparation_time,
    rating: item.rating,
    totalRatings: item.total_ratings,
    imageUrl: item.image_url,
  };
}

function storedGroup(group: OptionGroup, currency: string): StoredOptionGroup {
  return {
    id: group.id,
    name: group.name,
    min: group.min ?? 0,
    max: group.max,
    defaults: [group.default ?? []].flat(),
    countable: group.countable ?? false,
    qualifiable: group.qualifiable ?? false,
    negatable: group.negatable ?? false,
    choices: group.choices.map((choice) => ({
      id: choice.id,
      name: choice.name,
      aliases: choice.aliases ?? [],
      price: toMinorUnits(choice.price ?? 0, currency),
      countable: choice.countable ?? group.countable ?? false,
      available: choice.available ?? true,
    })),
    ambiguousAliases: (group.ambiguous_aliases ?? []).map(({ alias, choice_ids }) => ({ alias, choiceIds: choice_ids })),
  };
}
