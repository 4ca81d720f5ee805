import type { OrderItem, OrderOption, Restaurant } from '@foodie-express/contracts';

/** A dish as it can be ordered in one sentence. */
export interface Dish {
  readonly restaurant: string;
  readonly name: string;
  readonly option: OrderOption | undefined;
  /** What a person says for the option; empty where there is none. */
  readonly optionWord: string;
}

/** What one person wants: first so many, after a second thought another number. */
export interface Wish {
  readonly dish: Dish;
  readonly firstQuantity: number;
  readonly quantity: number;
}

/** Orders take up to 100 of a dish; a wish needs two numbers of its own. */
const NUMBERS_OF_A_DISH = 49;

/** Every dish with each of its options, of the restaurants that take an order at this hour. */
export function dishesOf(restaurants: readonly Restaurant[]): Dish[] {
  return restaurants.filter(({ open_now, accepts_preorders }) => open_now || accepts_preorders).flatMap(dishesOfRestaurant);
}

/**
 * What the person with this number wants. Nobody else wants or ever wanted as many of the same dish, so that a mixed
 * conversation shows; from `dishes.length` times 49 people on, wishes begin to repeat.
 */
export function wishOf(person: number, dishes: readonly Dish[]): Wish {
  const dish = dishes[person % dishes.length];
  if (dish === undefined) throw new RangeError('there are no dishes to wish for');
  const round = Math.floor(person / dishes.length) % NUMBERS_OF_A_DISH;
  return { dish, firstQuantity: 2 * round + 3, quantity: 2 * round + 2 };
}

/** The line of an order for so many of a dish. */
export function lineOf({ name, option }: Dish, quantity: number): OrderItem {
  return { item_name: name, quantity, ...(option !== undefined && { options: [option] }) };
}

function dishesOfRestaurant({ name: restaurant, items, option_groups: groups }: Restaurant): Dish[] {
  return items
    .filter(({ available }) => available !== false)
    .flatMap((item): Dish[] => {
      const own = groups.filter(({ id }) => item.option_groups?.includes(id) === true);
      const required = own.filter(({ min = 0 }) => min > 0);
      // Who has to choose more than once is asked back: another conversation than this one.
      if (required.length > 1) return [];
      const [group] = [...required, ...own];
      const dish = { restaurant, name: item.item_name };
      if (group === undefined) return [{ ...dish, option: undefined, optionWord: '' }];
      return group.choices.filter((choice) => choice.available !== false).map((choice) => ({ ...dish, option: { group_id: group.id, choice_id: choice.id }, optionWord: choice.name.toLowerCase() }));
    });
}
