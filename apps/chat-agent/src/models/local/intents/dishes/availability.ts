import { dishesOf } from '../../questions/asked-about';
import { choiceNamed } from '../../questions/asked-choice';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { call, type Move } from '../../move';
import { sayChoice } from '../../wording/choices';
import { sayDishes } from '../../wording/dishes';
import { isOrder } from '../orders/ordering';
import { dishesNamed } from '../prices/prices';

const ASKED = /^(?:(?:do|does|did|have|has|is|are|will|would|can)\b|(?:u|you|they|got)\b.*\b(?:got|have|any)\b|got any|any\b)/;
/** "What pizzas do they make?", "which thalis does Patel do?" */
const WHICH = /^(?:(?:and|so|ok|but)[ ,]+)*(?:what|which)(?: other)?(?: (?:kinds?|types?|sorts?|varieties) of)? (\p{L}+(?: \p{L}+){0,2}?) (?:do|does|can|could|are|have|has|is)\b.*\b(?:have|has|get|sells?|serves?|makes?|do(?:es)?|offers?|there|available|order|menu|got)$/u;
const HAVING = /\b(?:have|has|had|got|get|sell|sells|serve|serves|make|makes|offer|there|available|in stock|any)\b|\bdo (?:they|you|u) (?:also |even )?do\b/;
const NO_FOOD = /\b(?:do|does|did|is|are|will|would|can|could|u|you|they|it|he|she|we|i|there|here|this|that|place|restaurant|still|also|have|has|had|got|get|sell|sells|serve|serves|make|makes|offer|available|in stock|any|some|an?|the|your|their|on|menu|please|pls|today|now|right|something|anything|with|of|kind|sort|type|types|good|nice)\b/g;
/** "They" and "there" are the restaurant that was last spoken of. */
const THERE = /\b(?:they|there|here|it|this place|that place|their|the restaurant)\b/;

/** "Do they have methi thepla?", "got any pizza?": shown with its price; a question orders nothing. */
export function availability(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  const [, kind] = WHICH.exec(mention?.rest ?? text) ?? [];
  if (kind !== undefined) return ofKind(dialogue, kind);
  if (!ASKED.test(text) || !HAVING.test(text) || isOrder(text) || /^can (?:i|we) (?:have|get)\b|\bmake (?:it|them|that|this)\b/.test(text)) return undefined;
  const food = (mention?.rest ?? text).replace(NO_FOOD, ' ').replace(/\s+/g, ' ').trim();
  if (food === '' || (catalogue.cuisineIn(food) !== undefined && catalogue.dishesLike(food).length === 0)) return undefined;
  const isInDish = /^(?:do|does|is|are|has|have)\b/.test(text) && catalogue.dishIn(food) !== undefined && catalogue.dishesLike(food).length === 0;
  // "Does the dosa have milk?" asks what is in it.
  if (isInDish) return undefined;
  const name = placeAsked(dialogue);
  const found = dishesNamed(dialogue, food);
  const there = name === undefined ? found : found.filter(({ restaurant }) => restaurant.name === name);
  if (there.length > 0) return sayDishes(there, 'Yes!');
  const choice = name === undefined ? undefined : choiceNamed(food, dishesOf(catalogue.find(name)));
  if (choice !== undefined) return sayChoice(dialogue, choice);
  const elsewhere = catalogue.dishesLike(food);
  if (name !== undefined && elsewhere.length > 0) return sayDishes(elsewhere, `${name} has none, but there is:`);
  if (name !== undefined && food.split(' ').length <= 4) return call('get_menu', { restaurant_name: name }, { note: `😔 ${name} has no "${food}".` });
  return food.split(' ').length > 4 ? undefined : call('search_restaurants_by_item', { item_name: catalogue.dishWords(food).slice(0, 100) });
}

function placeAsked(dialogue: Dialogue): string | undefined {
  const { text, mention } = dialogue;
  return mention?.restaurant.name ?? (THERE.test(text.replace(/^(?:is|are) there/, '')) ? restaurantSpokenOf(dialogue) : undefined);
}

/** All the dishes that are called so, at the place that is asked about. */
function ofKind(dialogue: Dialogue, kind: string): Move | undefined {
  const name = placeAsked(dialogue);
  const all = dialogue.catalogue.dishesLike(kind);
  const there = name === undefined ? all : all.filter(({ restaurant }) => restaurant.name === name);
  if (all.length === 0) return undefined;
  return there.length > 0 ? sayDishes(there) : sayDishes(all, `${name ?? 'That place'} has none, but there is:`);
}
