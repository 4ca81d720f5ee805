import { money } from '../../../conversation/order-summary';
import { askedAbout, dishesEverywhere } from '../asked-about';
import type { Dish } from '../catalogue';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { type Move, say } from '../move';
import { answered } from '../wording/answered';
import { sayDishes } from '../wording/dishes';
import { isOrder } from './ordering';

const TIME = /\b(?:how (?:long|much time|soon|fast|quick(?:ly)?|many minutes)|(?:preparation|prep|cooking|waiting|wait) time|when will (?:it|my food|the food|they) (?:come|be|arrive|get)|takes? (?:the )?(?:long|time)|take to (?:make|cook|prepare|come))\b/;
const QUICKEST = /\b(?:fast(?:est)?|quick(?:est)?|soonest|takes? (?:the )?least(?: time)?|least time|ready (?:first|soonest|fast|quick\w*))\b/;
const SLOWEST = /\b(?:slowest|takes? (?:the )?(?:longest|most time))\b/;
const CALORIES = /\b(?:calor(?:y|ies|ie)|kcal|healthier|healthiest|light(?:er|est)|fattening)\b/;
const COMPARED = /\b(?:which|what|lowest|highest|least|most|fewest|fewer|less|more|low|lighter|lightest|healthier|healthiest|under)\b/;
const MORE = /\b(?:most|highest|more)\b/;
const PRICED = /\b(?:how much is|price|cost|how much are)\b/;
const OF_PLACED = /\bmy (?:order|food|delivery)\b/;
const MAX_LISTED = 5;

/** What menus say of a dish beside its price: how long it takes, how many calories it has. */
export function dishFacts(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  // "2 dosa and tell me how long that takes" orders first of all.
  if (isOrder(text) && dialogue.catalogue.dishIn(text) !== undefined) return undefined;
  if (CALORIES.test(text)) return calories(dialogue);
  if (SLOWEST.test(text) && /\b(?:what|which)\b/.test(text)) return byTime(dialogue, -1);
  if (QUICKEST.test(text) && /\b(?:what|which|something|anything|dish(?:es)?|food|the)\b/.test(text) && !TIME.test(text)) return byTime(dialogue, 1);
  return TIME.test(text) && !OF_PLACED.test(text) ? timeOf(dialogue) : undefined;
}

function calories(dialogue: Dialogue): Move | undefined {
  const { dishes, how } = askedAbout(dialogue);
  const isAnswer = dialogue.memory.list?.answer === true || dialogue.memory.list?.kind !== 'dishes';
  const named = how === 'in sight' ? dishes.slice(0, isAnswer && dialogue.memory.dish !== undefined ? 1 : 0) : dishes;
  if (!COMPARED.test(dialogue.text) && how === 'pointed at' && dialogue.facts.order !== undefined) return caloriesOfOrder(dialogue);
  if (!COMPARED.test(dialogue.text) && named.length > 0) {
    const told = named.slice(0, MAX_LISTED).map(({ item, restaurant }) => `${item.item_name} (${restaurant.name}): ${item.calories === undefined ? 'its menu does not say' : `${String(item.calories)} kcal by its menu`}`);
    return say(`${told.join('\n')}\nWould you like to order it?`, [`1 ${named[0]?.item.item_name ?? ''}`], { dish: named[0]?.item.item_name.toLowerCase() });
  }
  const direction = MORE.test(dialogue.text) && !/\bless\b/.test(dialogue.text) ? -1 : 1;
  const sorted = inSight(dialogue).filter(({ item }) => item.calories !== undefined).sort((left, right) => direction * ((left.item.calories ?? 0) - (right.item.calories ?? 0)));
  const [first] = sorted;
  if (first === undefined) return undefined;
  return sayDishes(sorted.slice(0, MAX_LISTED), `${first.item.item_name} has the ${direction === 1 ? 'fewest' : 'most'} calories by its menu, ${String(first.item.calories)} kcal:`, true);
}

/** Of all that is ordered, as far as the menu tells. */
function caloriesOfOrder(dialogue: Dialogue): Move | undefined {
  const { facts: { order }, catalogue } = dialogue;
  const restaurant = catalogue.find(order?.restaurantName);
  const lines = (order?.lines ?? []).map(({ itemName, quantity }) => ({ itemName, quantity, calories: restaurant?.items.find(({ item_name }) => item_name === itemName)?.calories }));
  if (lines.every(({ calories: each }) => each === undefined)) return undefined;
  const told = lines.map(({ itemName, quantity, calories: each }) => `${String(quantity)} × ${itemName}: ${each === undefined ? 'its menu does not say' : `${String(each * quantity)} kcal`}`);
  const sum = lines.reduce((total, { quantity, calories: each = 0 }) => total + each * quantity, 0);
  return answered(dialogue, `${told.join('\n')}\nTogether ${String(sum)} kcal by the menu, before options.`, { ask: '', suggestions: [] });
}

function byTime(dialogue: Dialogue, direction: 1 | -1): Move | undefined {
  const sorted = inSight(dialogue).filter(({ item }) => minutesOf(item) !== undefined).sort((left, right) => direction * ((minutesOf(left.item) ?? 0) - (minutesOf(right.item) ?? 0)));
  const [first] = sorted;
  if (first === undefined) return undefined;
  return sayDishes(sorted.slice(0, MAX_LISTED), `${first.item.item_name} is the ${direction === 1 ? 'quickest' : 'slowest'} by its menu, ${timeText(first.item)}:`, true);
}

/** Of the dish that is named or ordered; what the kitchen then makes of it nobody here can promise. */
function timeOf(dialogue: Dialogue): Move | undefined {
  const { facts } = dialogue;
  const ordered = orderedDishes(dialogue);
  const named = dishesNamed(dialogue);
  const meant = named.length > 0 ? named : ordered.length > 0 ? ordered : dialogue.mention === undefined ? [] : dishesAt(dialogue, dialogue.mention.restaurant.name);
  const timed = meant.filter(({ item }) => item.preparation_time !== undefined).sort((left, right) => (minutesOf(right.item) ?? 0) - (minutesOf(left.item) ?? 0));
  const [slowest] = timed;
  if (slowest === undefined) return undefined;
  const priced = PRICED.test(dialogue.text) && named.length > 0 ? named.map(({ item, restaurant }) => `${item.item_name}, ${restaurant.name}: ${money(item.price, restaurant.currency)}\n`).join('') : '';
  const isOne = new Set(timed.map(({ item }) => item.item_name)).size === 1;
  const told = named.length > 0 && !isOne
    ? timed.slice(0, MAX_LISTED).map(({ item, restaurant }) => `${item.item_name} (${restaurant.name}): ${timeText(item)}`).join('\n')
    : `By its menu ${slowest.item.item_name} takes ${timeText(slowest.item)} to make${isOne ? '' : ', the longest of it'}.`;
  return say(`${priced}${told}\nI cannot promise a time: it depends on the kitchen. What would you like to order?`, [`1 ${slowest.item.item_name}`], facts.order === undefined ? { dish: slowest.item.item_name.toLowerCase() } : {});
}

/** What menus say of the time that a dish takes which is ordered in the same breath; undefined where it is not asked for. */
export function timeNote(dialogue: Dialogue): string | undefined {
  const [dish] = TIME.test(dialogue.text) ? dishesNamed(dialogue) : [];
  return dish?.item.preparation_time === undefined ? undefined : `By its menu ${dish.item.item_name} takes ${timeText(dish.item)} to make; I cannot promise a time.`;
}

function orderedDishes(dialogue: Dialogue): Dish[] {
  const { order } = dialogue.facts;
  return order === undefined ? [] : dishesAt(dialogue, order.restaurantName).filter(({ item }) => order.lines.some(({ itemName }) => itemName === item.item_name));
}

function dishesNamed(dialogue: Dialogue): Dish[] {
  const { text, mention, catalogue, memory, facts } = dialogue;
  const named = catalogue.dishesCalled(catalogue.dishIn(mention?.rest ?? text));
  const isAboutIt = named.length === 0 && facts.order === undefined && /\b(?:it|that|this|they|them)\b/.test(text);
  const meant = isAboutIt ? catalogue.dishesCalled(memory.dish) : named;
  const place = mention?.restaurant.name ?? facts.order?.restaurantName ?? memory.restaurant;
  const there = meant.filter(({ restaurant }) => restaurant.name === place);
  return there.length > 0 ? there : meant;
}

function inSight(dialogue: Dialogue): Dish[] {
  const { catalogue, memory, mention, text } = dialogue;
  const { list, restaurant } = memory;
  const place = mention?.restaurant.name ?? (/\b(?:there|here|they|their)\b/.test(text) ? restaurantSpokenOf(dialogue) : undefined);
  if (place !== undefined) return dishesAt(dialogue, place);
  const kind = dishesEverywhere(dialogue);
  if (kind.length > 1) return kind;
  const isOfList = /\b(?:which|these|those|them|of the)\b/.test(text) && !/\b(?:dish(?:es)?|food|anything|something|everything|you (?:have|sell))\b/.test(text);
  if (!isOfList) return [...catalogue.dishes];
  if (list?.kind === 'dishes') return list.names.flatMap((name) => catalogue.dishNamed(name) ?? []);
  if (list?.kind === 'items' && restaurant !== undefined) return dishesAt(dialogue, restaurant);
  return [...catalogue.dishes];
}

function dishesAt({ catalogue }: Dialogue, name: string): Dish[] {
  const restaurant = catalogue.find(name);
  return restaurant === undefined ? [] : restaurant.items.map((item) => ({ restaurant, item }));
}

/** The most minutes that are told; undefined where none are. */
function minutesOf({ preparation_time }: Dish['item']): number | undefined {
  const numbers = preparation_time?.match(/\d+/g)?.map(Number) ?? [];
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

function timeText({ preparation_time = '' }: Dish['item']): string {
  return preparation_time.replace(/\bmins?\b/, 'minutes');
}
