import { money } from '../../../../conversation/order-summary';
import { dishesOfKind } from '../../questions/asked-about';
import { comparedIn, isOfLastTwo, MAX_COMPARED, namedIn, orderedMeant } from '../../questions/asked-compared';
import { type AskedMerit, FILLING, meritOf, priceOrRatingAsked } from '../../questions/asked-merit';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { estimate } from '../../orders/estimate';
import { call, type Move } from '../../move';
import { toRequestedLine } from '../../orders/order-reading';
import { partyIn } from '../../speech/party';
import { answered } from '../../wording/answered';
import { sayDishes } from '../../wording/dishes';

const HEALTHY = /\bhealth(?:y|ier|iest)\b/;
const OF_PLACES = /\b(?:restaurants?|places?|shops?|cafes?|reviews)\b/;
/** Of the place that is spoken of. */
const THERE = /\b(?:there|their|theirs|that (?:place|menu)|the menu)\b/;
const OF_DISHES = /\b(?:dish(?:es)?|things?|items?|food|meals?|snacks?)\b/;

/** "Which of the two is rated higher?", "the best rated thing at Swati?": of dishes that are named or in sight, else of all, not of places. */
export function bestRated(dialogue: Dialogue): Move | undefined {
  const { text, memory: { list, dish }, mention } = dialogue;
  if (priceOrRatingAsked(text)?.kind !== 'rating' || OF_PLACES.test(mention?.rest ?? text)) return undefined;
  const isInSight = list !== undefined && mention === undefined && (list.kind !== 'restaurants' || dish !== undefined);
  const isOfPlace = (mention !== undefined || THERE.test(text)) && OF_DISHES.test(mention?.rest ?? text);
  const isOfDishes = isInSight || isOfLastTwo(dialogue) || isOfPlace || dishesOfKind(dialogue).length > 1 || namedIn(dialogue).length > 1;
  if (isOfDishes) return comparing(dialogue);
  const area = dialogue.catalogue.areaIn(text);
  return mention === undefined && OF_DISHES.test(text) ? call('recommend', area === undefined ? {} : { area }) : undefined;
}

/** "Which is cheaper?", "what is the most expensive thing there?", "which is better, idli or dosa?": of what is named, or in sight. */
export function comparing(dialogue: Dialogue): Move | undefined {
  const merit = priceOrRatingAsked(dialogue.text);
  return merit === undefined || partyIn(dialogue.text) !== undefined ? undefined : compared(dialogue, merit);
}

/** The dishes that are meant, in the order of the merit; undefined where there are no two that it can be told of. */
export function compared(dialogue: Dialogue, merit: AskedMerit): Move | undefined {
  if (merit.kind === 'price' && orderedMeant(dialogue).length > 1) return comparedLines(dialogue, merit);
  const known = comparedIn(dialogue).filter((dish) => dish.item.available !== false && meritOf(dish, merit) !== undefined);
  const eaten = merit.kind === 'calories' && !/\bdrink\w*|beverage/.test(dialogue.text.replace(/\bno drinks?\b/g, '')) ? known.filter(({ item }) => !/drink|beverage/i.test(item.category ?? '')) : known;
  const dishes = merit.kind === 'price' ? oneCurrency(known) : eaten.length > 1 ? eaten : known;
  const direction = merit.isMost ? -1 : 1;
  const sorted = dishes.toSorted((left, right) => direction * ((meritOf(left, merit) ?? 0) - (meritOf(right, merit) ?? 0))).slice(0, MAX_COMPARED);
  return sorted.length < 2 ? undefined : sayDishes(sorted, headingOf(dialogue, sorted, merit), true, merit.kind === 'calories' ? 'calories' : undefined);
}

function headingOf({ text }: Dialogue, sorted: readonly Dish[], { kind, isMost }: AskedMerit): string {
  const [first] = sorted;
  const name = first?.item.item_name ?? '';
  if (kind === 'rating') return ratedText(sorted);
  if (kind === 'price') return `${name} is the ${isMost ? 'most expensive' : 'cheapest'}:`;
  if (kind === 'time') return `${name} is the ${isMost ? 'slowest' : 'quickest'} by its menu, ${(first?.item.preparation_time ?? '').replace(/\bmins?\b/, 'minutes')}:`;
  const honest = HEALTHY.test(text) ? 'Menus do not say what is healthy. ' : FILLING.test(text) ? 'Menus do not say how filling a dish is. ' : '';
  return `${honest}${name} has the ${isMost ? 'most' : 'fewest'} calories by its menu, ${String(first?.item.calories)} kcal:`;
}

/** By what one of a line costs, with its choices. */
function comparedLines(dialogue: Dialogue, { isMost }: AskedMerit): Move | undefined {
  const { catalogue, facts: { order } } = dialogue;
  const restaurant = catalogue.find(order?.restaurantName);
  if (restaurant === undefined) return undefined;
  const priced = orderedMeant(dialogue).flatMap((line) => estimate(restaurant, [{ ...toRequestedLine(line), item_name: line.itemName, quantity: 1 }]).lines);
  const sorted = priced.toSorted((left, right) => (isMost ? right.total - left.total : left.total - right.total));
  const told = sorted.map(({ line, options, total }) => `${line.item_name}${options.length === 0 ? '' : ` (${options.join(', ')})`}: ${money(total, restaurant.currency)} each`);
  return answered(dialogue, `The ${isMost ? 'most expensive' : 'cheapest'} first:\n${told.join('\n')}`, { ask: '', suggestions: [] });
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

/** Prices compare within one currency alone: that of most of the dishes. */
function oneCurrency(dishes: readonly Dish[]): Dish[] {
  const currencies = [...new Set(dishes.map(({ restaurant }) => restaurant.currency))];
  const of = (currency: string) => dishes.filter(({ restaurant }) => restaurant.currency === currency);
  return currencies.map(of).sort((left, right) => right.length - left.length)[0] ?? [];
}
