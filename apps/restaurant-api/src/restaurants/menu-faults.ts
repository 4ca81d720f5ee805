import {
  type Choice,
  type FieldError,
  fractionDigits,
  type OptionGroup,
  type RestaurantInput,
  type RestaurantItem,
} from '@foodie-express/contracts';
import { nameKey } from '@foodie-express/restaurant-data';

/** What of a restaurant makes up its menu. */
export type MenuInput = Pick<RestaurantInput, 'currency' | 'items' | 'option_groups' | 'minimum_order'>;

/** Everything that does not fit together in a menu whose parts fit each for itself; empty where it is sound. */
export function menuFaults(menu: MenuInput): FieldError[] {
  return [
    ...repeats(menu.items.map(({ item_name }) => nameKey(item_name)), (index) => `items.${index}.item_name`, 'the name'),
    ...repeatedIds(menu.items),
    ...repeats(menu.option_groups.map(({ id }) => id), (index) => `option_groups.${index}.id`, 'the id'),
    ...menu.option_groups.flatMap((group, index) => groupFaults(group, `option_groups.${index}`)),
    ...menu.items.flatMap((item, index) => itemFaults(item, menu.option_groups, `items.${index}`)),
    ...precisionFaults(menu),
  ];
}

function repeats(keys: readonly string[], pathOf: (index: number) => string, what: string): FieldError[] {
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    return first < index ? [{ path: pathOf(index), message: `should be another one: it repeats ${what} at ${pathOf(first)}` }] : [];
  });
}

function repeatedIds(items: readonly RestaurantItem[]): FieldError[] {
  const given = items.flatMap(({ id }, index) => (id === undefined ? [] : [{ id, path: `items.${index}.id` }]));
  return repeats(given.map(({ id }) => id), (index) => given[index]?.path ?? '', 'the id');
}

function itemFaults(item: RestaurantItem, groups: readonly OptionGroup[], path: string): FieldError[] {
  const ids = item.option_groups ?? [];
  const missing = ids.flatMap((id, index) =>
    groups.some((group) => group.id === id) ? [] : [{ path: `${path}.option_groups.${index}`, message: `should be the id of an option group of this menu, got "${id}"` }],
  );
  const cheapest = groups.filter(({ id }) => ids.includes(id)).reduce((sum, group) => sum + lowestAddition(group), item.price);
  const negative = cheapest < 0 ? [{ path: `${path}.price`, message: `should not fall below 0 with the cheapest options, which make it ${round(cheapest)}` }] : [];
  return [...repeats(ids, (index) => `${path}.option_groups.${index}`, 'the group'), ...groupsOfOneName(ids, groups, path), ...missing, ...negative];
}

/** Two sizes of one item nobody could tell apart; of two items each has its own. */
function groupsOfOneName(ids: readonly string[], groups: readonly OptionGroup[], path: string): FieldError[] {
  const own = [...new Set(ids)].flatMap((id) => groups.find((group) => group.id === id) ?? []);
  return repeats(own.map(({ name }) => nameKey(name)), (index) => `${path}.option_groups.${ids.indexOf(own[index]?.id ?? '')}`, 'the name of the group');
}

function groupFaults(group: OptionGroup, path: string): FieldError[] {
  const { choices, min = 0, max } = group;
  const ids = choices.map(({ id }) => id);
  const isCountable = choices.some((choice) => isCountableIn(choice, group));
  return [
    ...repeats(ids, (index) => `${path}.choices.${index}.id`, 'the id'),
    ...repeats(choices.map(({ name }) => nameKey(name)), (index) => `${path}.choices.${index}.name`, 'the name'),
    ...(max !== undefined && min > max ? [{ path: `${path}.min`, message: `should be at most max, which is ${max}, got ${min}` }] : []),
    ...(min > choices.length && !isCountable ? [{ path: `${path}.min`, message: `should be at most ${choices.length}, the number of choices, got ${min}` }] : []),
    ...defaultFaults(group, ids, `${path}.default`),
    ...(group.ambiguous_aliases ?? []).flatMap(({ choice_ids }, alias) =>
      choice_ids.flatMap((id, index) => (ids.includes(id) ? [] : [notAChoice(`${path}.ambiguous_aliases.${alias}.choice_ids.${index}`, id)])),
    ),
  ];
}

function defaultFaults({ default: preset, min = 0, max }: OptionGroup, ids: readonly string[], path: string): FieldError[] {
  const defaults = [preset ?? []].flat();
  const pathOf = (index: number) => (Array.isArray(preset) ? `${path}.${index}` : path);
  return [
    ...defaults.flatMap((id, index) => (ids.includes(id) ? [] : [notAChoice(pathOf(index), id)])),
    ...repeats(defaults, pathOf, 'the choice'),
    ...(max !== undefined && defaults.length > max ? [{ path, message: `should name at most max choices, which is ${max}, got ${defaults.length}` }] : []),
    ...(defaults.length > 0 && defaults.length < min ? [{ path, message: `should name at least min choices, which is ${min}, got ${defaults.length}` }] : []),
  ];
}

function notAChoice(path: string, id: string): FieldError {
  return { path, message: `should be the id of a choice of this group, got "${id}"` };
}

function isCountableIn(choice: Choice, group: OptionGroup): boolean {
  return choice.countable ?? group.countable ?? false;
}

/** The most that one order may take of a countable choice where its group sets no bound. */
const MAX_COUNT = 20;

/** What the choices of a group take off an item's price at most, or add to it at least. */
function lowestAddition(group: OptionGroup): number {
  const { min = 0, max = Number.POSITIVE_INFINITY } = group;
  const portions = group.choices
    .flatMap((choice) => Array.from({ length: isCountableIn(choice, group) ? MAX_COUNT : 1 }, () => choice.price ?? 0))
    .sort((a, b) => a - b)
    .slice(0, max);
  return portions.reduce((sum, price, index) => (index < min || price < 0 ? sum + price : sum), 0);
}

function precisionFaults({ currency, items, option_groups, minimum_order }: MenuInput): FieldError[] {
  const digits = fractionDigits(currency);
  const fault = (price: number | undefined, path: string) =>
    price !== undefined && Number(price.toFixed(digits)) !== price ? [{ path, message: `should have at most ${digits} decimals in ${currency}, got ${price}` }] : [];
  return [
    ...items.flatMap(({ price }, index) => fault(price, `items.${index}.price`)),
    ...option_groups.flatMap(({ choices }, group) => choices.flatMap(({ price }, index) => fault(price, `option_groups.${group}.choices.${index}.price`))),
    ...fault(minimum_order, 'minimum_order'),
  ];
}

function round(price: number): number {
  return Math.round(price * 1_000) / 1_000;
}
