import { money } from '../../../../conversation/order-summary';
import { askedAbout, dishesOf } from '../../questions/asked-about';
import { CALORIES, factAsked, minutesOf, priceOrRatingAsked } from '../../questions/asked-merit';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import { answered } from '../../wording/answered';
import { compared } from './comparing';
import { isOrder } from '../orders/ordering';

const TIME = /\b(?:how (?:long|much time|soon|fast|quick(?:ly)?|many minutes)|(?:preparation|prep|cooking|waiting|wait) time|when will (?:it|my food|the food|they) (?:come|be|arrive|get)|takes? (?:the )?(?:long|time)|take to (?:make|cook|prepare|come))\b/;
const PRICED = /\b(?:how much is|price|cost|how much are)\b/;
const OF_PLACED = /\bmy (?:order|food|delivery)\b/;
const MAX_LISTED = 5;

/** What menus say of a dish beside its price: how long it takes, how many calories it has. */
export function dishFacts(dialogue: Dialogue): Move | undefined {
  const { text } = dialogue;
  // "2 dosa and tell me how long that takes" orders first of all.
  const fact = factAsked(text);
  // "The cheapest quick snack" is compared by its price.
  const merit = fact?.kind === 'time' && priceOrRatingAsked(text)?.kind === 'price' ? undefined : fact;
  if (isOrder(text) && dialogue.catalogue.dishIn(text) !== undefined && !(merit !== undefined && /\b(?:which|what|whose)\b/.test(text))) return undefined;
  if (CALORIES.test(text) && /^(?:(?:and|so|but)[ ,]+)*(?:is|are) (?:it|that|this|they|these|those|both)\b.*\d/.test(text)) return calories(dialogue);
  if (merit !== undefined && !(merit.kind === 'time' && TIME.test(text))) return compared(dialogue, merit);
  if (CALORIES.test(text)) return calories(dialogue);
  return TIME.test(text) && !OF_PLACED.test(text) ? timeOf(dialogue) : undefined;
}

function calories(dialogue: Dialogue): Move | undefined {
  const { dishes, how } = askedAbout(dialogue);
  const isAnswer = dialogue.memory.list?.answer === true || dialogue.memory.list?.kind !== 'dishes';
  const named = how === 'in sight' ? dishes.slice(0, isAnswer && dialogue.memory.dish !== undefined ? 1 : 0) : dishes;
  if (how !== 'named' && dialogue.facts.order !== undefined) return caloriesOfOrder(dialogue);
  if (named.length === 0) return compared(dialogue, { kind: 'calories', isMost: false });
  const told = named.slice(0, MAX_LISTED).map(({ item, restaurant }) => `${item.item_name} (${restaurant.name}): ${item.calories === undefined ? 'its menu does not say' : `${String(item.calories)} kcal by its menu`}`);
  return say(`${told.join('\n')}\nWould you like to order it?`, [`1 ${named[0]?.item.item_name ?? ''}`], { dish: named[0]?.item.item_name.toLowerCase() });
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

/** Of the dish that is named or ordered; what the kitchen then makes of it nobody here can promise. */
function timeOf(dialogue: Dialogue): Move | undefined {
  const { facts } = dialogue;
  const ordered = orderedDishes(dialogue);
  const named = dishesNamed(dialogue);
  const meant = named.length > 0 ? named : ordered.length > 0 ? ordered : dialogue.mention === undefined ? [] : dishesOf(dialogue.mention.restaurant);
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
  return order === undefined ? [] : dishesOf(dialogue.catalogue.find(order.restaurantName)).filter(({ item }) => order.lines.some(({ itemName }) => itemName === item.item_name));
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

function timeText({ preparation_time = '' }: Dish['item']): string {
  return preparation_time.replace(/\bmins?\b/, 'minutes');
}
