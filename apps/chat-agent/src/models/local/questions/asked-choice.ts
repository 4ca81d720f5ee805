import type { Restaurant } from '@foodie-express/contracts';
import type { Dish } from '../catalogue/catalogue';
import { groupsOf } from '../orders/estimate';
import { wordsOf } from '../speech/utterance';

type Group = Restaurant['option_groups'][number];

/** A choice that a dish can be had with. */
export interface Choosable {
  readonly dish: Dish;
  readonly group: Group;
  readonly choice: Group['choices'][number];
}

/** The choice of one of the dishes that a sentence names; the longest name where several fit. */
export function choiceNamed(text: string, dishes: readonly Dish[]): Choosable | undefined {
  const spoken = ` ${wordsOf(text).map(singular).join(' ')} `;
  const all = dishes.flatMap((dish) => groupsOf(dish.restaurant, dish.item).flatMap((group) => group.choices.map((choice) => ({ dish, group, choice }))));
  // "The meal" of a "Meal: chips and a can", where one place is spoken of.
  const isOfOne = new Set(dishes.map(({ restaurant }) => restaurant)).size === 1;
  const length = ({ choice: { name, aliases = [] } }: Choosable) => Math.max(0, ...[name, ...(isOfOne ? name.split(':').slice(0, -1) : []), ...aliases].map((each) => wordsOf(each.toLowerCase()).map(singular).join(' ')).filter((each) => spoken.includes(` ${each} `)).map((each) => each.length));
  return all.filter((each) => length(each) > 0).sort((left, right) => length(right) - length(left))[0];
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
