import { dishesOfKind, pointedAt } from '../asked-about';
import type { Dish } from '../catalogue';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import type { Move } from '../move';
import { partyIn } from '../party';
import { sayDishes } from '../wording/dishes';

const CHEAPEST = /\b(?:cheap(?:er|est)?|least expensive|lowest price|costs? less|(?:too|so|very|bit|quite|really) (?:expensive|costly|pricey)|(?:too|so) much(?! like| love)|more affordable|budget|affordable|inexpensive)\b/;
const DEAREST = /\b(?:(?:most |more )?(?<!(?:too|so|very|bit|quite|really|least|less|not) )(?:expensive|pricey|costly)|costliest|priciest|dearest|highest price|costs? more)\b/;
const BEST = /\b(?:which|what|who|whose|is|and|or)\b.*\b(?:better|best|nicer|tastier|tastiest|(?:better|best|higher|highest|top) rated|rated (?:better|best|higher|highest|more)|(?:higher|highest|better|best) ratings?|more (?:popular|stars))\b|\b(?:better|best|higher|highest) rated\b(?: (?:one|dish|item))?$|^rated (?:higher|better|best)$/;
const POINTER = /\b(?:this|that|it|mine)\b/;
const OF_TWO = /\b(?:which one|(?:of|between) (?:the two|them|those|these)|the two|both)\b/;
const OF_PLACES = /\b(?:restaurants?|places?|shops?|cafes?|reviews)\b/;
/** Words that widen the question to all there is. */
const COMPARED = /\b(?:cheaper|dearer|more expensive|costlier|better)\b/;
const EVERYWHERE = /\b(?:restaurants?|places?|anywhere|overall|food|dish(?:es)?|something|anything|options?)\b/;
const THERE = /\b(?:there|here|they|their|this place|that place)\b/;
/** "Is it cheaper somewhere else?" */
const ELSEWHERE = /\b(?:elsewhere|(?:some|any)where(?: else)?|(?:another|other|different) (?:places?|restaurants?|shops?))\b/;
/** As many as a comparison is of, when it is of more than what was named. */
const MAX_COMPARED = 5;

/** "Which of the two is rated higher?", "which pizza is better?": of dishes that are named or in sight, not of places. */
export function bestRated(dialogue: Dialogue): Move | undefined {
  const { text, memory, mention } = dialogue;
  const isOfTwo = memory.list === undefined && memory.otherDish !== undefined && OF_TWO.test(text);
  const isOfDishes = isOfTwo || dishesOfKind(dialogue).length > 1 || namedIn(dialogue).length > 1 || (memory.list !== undefined && mention === undefined && (memory.list.kind !== 'restaurants' || memory.dish !== undefined));
  return isOfDishes && BEST.test(text) && !OF_PLACES.test(text) && !CHEAPEST.test(text) && !DEAREST.test(text) ? comparing(dialogue) : undefined;
}

/** "Which is cheaper?", "what is the most expensive thing there?", "which is better, idli or dosa?": of what is named, or in sight. */
export function comparing(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  const order = DEAREST.test(text) ? byPrice(-1) : CHEAPEST.test(text) ? byPrice(1) : BEST.test(text) ? byRating : undefined;
  if (order === undefined || partyIn(text) !== undefined) return undefined;
  const dishes = meant(dialogue).filter(({ item }) => item.available !== false);
  const compared = oneCurrency(dishes);
  const [first] = compared.sort(order);
  if (compared.length < 2 || first === undefined) return undefined;
  const most = DEAREST.test(text) ? 'most expensive' : 'cheapest';
  const heading = order === byRating ? ratedText(compared.slice(0, MAX_COMPARED)) : `${first.item.item_name} is the ${most}:`;
  return sayDishes(compared.slice(0, MAX_COMPARED), heading, true);
}

/** "Margherita Pizza is the best rated with ⭐ 4.6, before Cheese Burst Pizza ⭐ 4.5:" */
function ratedText([first, ...others]: readonly Dish[]): string {
  const names = [first, ...others].map((dish) => dish?.item.item_name);
  const isOneName = new Set(names).size < names.length;
  const told = (dish: Dish) => (isOneName ? `${dish.item.item_name} of ${dish.restaurant.name}` : dish.item.item_name);
  const stars = ({ item }: Dish) => (item.rating === undefined ? 'not rated yet' : `⭐ ${String(item.rating)}`);
  const [second] = others;
  if (first === undefined || second === undefined) return 'It is the best rated:';
  if (first.item.rating === second.item.rating) return `${told(first)} and ${told(second)} are rated the same, ${stars(first)}:`;
  return `${told(first)} is the best rated with ${stars(first)}, before ${others.map((dish) => `${told(dish)} ${stars(dish)}`).join(', ')}:`;
}

/** The dishes that the question is about. */
function meant(dialogue: Dialogue): Dish[] {
  const { text, catalogue, memory, mention } = dialogue;
  const elsewhere = ELSEWHERE.test(text) ? catalogue.dishesCalled(catalogue.dishIn(text) ?? dialogue.facts.order?.lines.at(-1)?.itemName.toLowerCase() ?? memory.dish) : [];
  if (elsewhere.length > 0) return elsewhere;
  const named = namedIn(dialogue);
  if (named.length > 0) return named;
  const kind = dishesOfKind(dialogue);
  if (kind.length > 1) return kind;
  if (mention !== undefined) return dishesOf(dialogue, mention.restaurant.name);
  const there = THERE.test(text) ? restaurantSpokenOf(dialogue) : undefined;
  if (there !== undefined) return dishesOf(dialogue, there);
  if (EVERYWHERE.test(text) && !COMPARED.test(text) && !/\b(?:these|those|them|this)\b/.test(text)) return [...catalogue.dishes];
  if (memory.list === undefined && OF_TWO.test(text) && memory.otherDish !== undefined) return lastTwo(dialogue);
  if (memory.list?.kind === 'dishes') return memory.list.names.flatMap((name) => catalogue.dishNamed(name) ?? []);
  if (memory.list?.kind === 'items' && memory.restaurant !== undefined) return dishesOf(dialogue, memory.restaurant).filter(({ item }) => memory.list?.names.includes(item.item_name));
  if (memory.list?.kind === 'restaurants' && memory.dish !== undefined) return catalogue.dishesCalled(memory.dish);
  return memory.restaurant === undefined ? [...catalogue.dishes] : dishesOf(dialogue, memory.restaurant);
}

/** The two that were asked for last. */
function lastTwo({ catalogue, memory: { dish, otherDish } }: Dialogue): Dish[] {
  return [dish, otherDish].flatMap((name) => (name === undefined ? [] : catalogue.dishesCalled(name).slice(0, 1)));
}

/** "Idli or dosa", "the cheapest thepla". */
export function namedIn(dialogue: Dialogue): Dish[] {
  const { text, catalogue, mention } = dialogue;
  // "At Agashiye or at Patel": both of them.
  const second = mention === undefined ? undefined : catalogue.mentionIn(mention.rest);
  const parts = (second?.rest ?? mention?.rest ?? text).split(/\b(?:or|vs|versus|and|than)\b|,/);
  const named = parts.flatMap((part) => catalogue.dishesCalled(catalogue.dishIn(part)));
  // "This or the cheese burst".
  const pointed = named.length > 0 && parts.length > 1 && parts.some((part) => POINTER.test(part) && catalogue.dishIn(part) === undefined) ? pointedAt(dialogue) : [];
  const dishes = [...pointed, ...named];
  return [...new Map(dishes.map((dish) => [`${dish.restaurant.id} ${dish.item.id}`, dish])).values()].filter(({ restaurant }) => mention === undefined || restaurant === mention.restaurant || restaurant === second?.restaurant);
}

function dishesOf({ catalogue }: Dialogue, name: string): Dish[] {
  const restaurant = catalogue.find(name);
  return restaurant === undefined ? [] : restaurant.items.map((item) => ({ restaurant, item }));
}

/** Prices compare within one currency alone: that of most of the dishes. */
function oneCurrency(dishes: readonly Dish[]): Dish[] {
  const currencies = [...new Set(dishes.map(({ restaurant }) => restaurant.currency))];
  const of = (currency: string) => dishes.filter(({ restaurant }) => restaurant.currency === currency);
  return currencies.map(of).sort((left, right) => right.length - left.length)[0] ?? [];
}

function byPrice(direction: 1 | -1) {
  return (left: Dish, right: Dish): number => direction * (left.item.price - right.item.price);
}

function byRating(left: Dish, right: Dish): number {
  return (right.item.rating ?? 0) - (left.item.rating ?? 0);
}
