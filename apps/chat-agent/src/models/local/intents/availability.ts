import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { call, type Move } from '../move';
import { sayDishes } from '../wording/dishes';
import { isOrder } from './ordering';
import { dishesNamed } from './prices';

const ASKED = /^(?:(?:do|does|did|have|has|is|are|will|would|can)\b|(?:u|you|they|got)\b.*\b(?:got|have|any)\b|got any|any\b)/;
const HAVING = /\b(?:have|has|had|got|get|sell|sells|serve|serves|make|makes|offer|there|available|in stock|any)\b/;
const NO_FOOD = /\b(?:do|does|did|is|are|will|would|can|could|u|you|they|it|he|she|we|i|there|here|this|that|place|restaurant|still|also|have|has|had|got|get|sell|sells|serve|serves|make|makes|offer|available|in stock|any|some|an?|the|your|their|on|menu|please|pls|today|now|right|something|anything|with|of|kind|sort|type|types|good|nice)\b/g;
/** "They" and "there" are the restaurant that was last spoken of. */
const THERE = /\b(?:they|there|here|it|this place|that place|their|the restaurant)\b/;

/** "Do they have methi thepla?", "got any pizza?": shown with its price; a question orders nothing. */
export function availability(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  if (!ASKED.test(text) || !HAVING.test(text) || isOrder(text) || /^can (?:i|we) (?:have|get)\b|\bmake (?:it|them|that|this)\b/.test(text)) return undefined;
  const food = (mention?.rest ?? text).replace(NO_FOOD, ' ').replace(/\s+/g, ' ').trim();
  if (food === '' || catalogue.cuisineIn(food) !== undefined) return undefined;
  const isInDish = /^(?:do|does|is|are|has|have)\b/.test(text) && catalogue.dishIn(food) !== undefined && catalogue.dishesLike(food).length === 0;
  // "Does the dosa have milk?" asks what is in it.
  if (isInDish) return undefined;
  const name = mention?.restaurant.name ?? (THERE.test(text.replace(/^(?:is|are) there/, '')) ? restaurantSpokenOf(dialogue) : undefined);
  const found = dishesNamed(dialogue, food);
  const there = name === undefined ? found : found.filter(({ restaurant }) => restaurant.name === name);
  if (there.length > 0) return sayDishes(there, 'Yes!');
  const elsewhere = catalogue.dishesLike(food);
  if (name !== undefined && elsewhere.length > 0) return sayDishes(elsewhere, `${name} has none, but there is:`);
  if (name !== undefined && food.split(' ').length <= 4) return call('get_menu', { restaurant_name: name }, { note: `😔 ${name} has no "${food}".` });
  return food.split(' ').length > 4 ? undefined : call('search_restaurants_by_item', { item_name: catalogue.dishWords(food).slice(0, 100) });
}
