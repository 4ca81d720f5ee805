import { money } from '../../../conversation/order-summary';
import type { Dish } from '../catalogue/catalogue';
import type { Question } from '../dialogue-memory';
import { type Move, say } from '../move';

/** As many dishes as one reply lists. */
const MAX_LISTED = 8;

/**
 * Dishes with their prices, and how to order. One alone is asked how many of; "the first one" means an entry of the list.
 * @param heading a sentence before them
 * @param isAnswer the first one answers what was asked, so that "I'll take it" means that
 * @param fact what is told of each beside its price
 */
export function sayDishes(dishes: readonly Dish[], heading?: string, isAnswer = false, fact?: 'calories'): Move {
  const listed = dishes.slice(0, MAX_LISTED);
  const [first] = listed;
  if (first === undefined) return say('😔 I know of no dish like that. Name another one, or say "show restaurants".', ['Show restaurants']);
  const { restaurant, item } = first;
  const opening = heading === undefined ? [] : [heading];
  const spokenOf = { restaurant: restaurant.name, dish: item.item_name.toLowerCase() };
  if (listed.length === 1) {
    return say([...opening, dishText(first, fact), 'How many would you like?'].join('\n'), ['1', '2'], { ...spokenOf, question: { kind: 'how_many', restaurant: restaurant.name, item: item.item_name } });
  }
  const more = dishes.length > listed.length ? [`… and ${dishes.length - listed.length} more.`] : [];
  const example = `1 ${item.item_name} from ${restaurant.name}`;
  const lines = listed.map((dish, index) => `${index + 1}. ${dishText(dish, fact)}`);
  return say([...opening, ...lines, ...more, `Shall I order one? For example: ${example}`].join('\n'), [example], {
    ...((isAnswer || listed.every((dish) => dish.restaurant === restaurant)) && { restaurant: restaurant.name }),
    ...(isAnswer && { dish: spokenOf.dish }),
    list: { kind: 'dishes', names: listed.map((dish) => `${dish.item.item_name} from ${dish.restaurant.name}`), answer: isAnswer },
    question: sameDish(listed),
  });
}

/** One dish in several places: which place is all that there is to choose. */
function sameDish(dishes: readonly Dish[]): Question | undefined {
  const [name, ...others] = [...new Set(dishes.map(({ item }) => item.item_name))];
  const restaurants = [...new Set(dishes.map(({ restaurant }) => restaurant.name))];
  if (name === undefined || others.length > 0 || restaurants.length !== dishes.length) return undefined;
  return { kind: 'which_restaurant', text: name.toLowerCase(), restaurants };
}

/** "Margherita Pizza, Manek Chowk Pizza: ₹180 (Small -₹40, Large +₹120)". */
function dishText({ restaurant, item }: Dish, fact?: 'calories'): string {
  const soldOut = item.available === false ? ' (sold out)' : '';
  const closed = restaurant.open_now ? '' : ' (closed now)';
  const calories = fact === undefined || item.calories === undefined ? '' : `, ${String(item.calories)} kcal`;
  return `${item.item_name}, ${restaurant.name}: ${money(item.price, restaurant.currency)}${sizes({ restaurant, item })}${calories}${soldOut}${closed}`;
}

/** Choices that have to be made and change the price. */
function sizes({ restaurant: { option_groups, currency }, item }: Dish): string {
  const required = option_groups.filter(({ id, min = 0 }) => min > 0 && item.option_groups?.includes(id) === true);
  const priced = required.flatMap(({ choices }) => choices.filter(({ price = 0 }) => price !== 0));
  return priced.length === 0 ? '' : ` (${priced.map(({ name, price = 0 }) => `${name} ${price > 0 ? '+' : '-'}${money(Math.abs(price), currency)}`).join(', ')})`;
}
