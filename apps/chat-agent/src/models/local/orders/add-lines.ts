import type { Dialogue } from '../dialogue';
import type { RequestedLine } from '../dialogue-memory';
import { call, type Move, say } from '../move';

/** The order under way was called off in the same breath. */
const INSTEAD = /\b(?:instead|rather|start (?:a )?(?:new|fresh|over)|new order)\b|^(?:(?:then|ok|okay|please|actually|so|no|can you|could you)[ ,]+)*(?:forget|scrap|drop|cancel)\b/;
/** On top of what is ordered, and not in its place. */
const BESIDES = /\b(?:add|also|too|as well|along with|plus|extra|another|more)\b|^(?:(?:yes|yeah|yep|ok|okay|sure|please|haan|oh)[ ,]+)*(?:and|with)\b/;

type OrderFact = NonNullable<Dialogue['facts']['order']>;

/** Lines into the order under way. Where that is from another restaurant it stays as it is, or the person is asked first. */
export function addLines(dialogue: Dialogue, restaurant: string, lines: readonly RequestedLine[], note?: string): Move {
  const { facts: { order }, text, mention } = dialogue;
  if (order === undefined || order.restaurantName === restaurant) return call('add_to_order', { restaurant_name: restaurant, items: lines }, { question: undefined, list: undefined, note, dish: lines.at(-1)?.item_name.toLowerCase() });
  if (INSTEAD.test(text)) return call('add_to_order', { restaurant_name: restaurant, items: lines, start_new: true }, { question: undefined, list: undefined, note });
  const isKept = mention === undefined && (BESIDES.test(text) || cityOf(dialogue, restaurant) !== cityOf(dialogue, order.restaurantName));
  if (isKept) return soldElsewhere(dialogue, order, restaurant, lines);
  const without = mention === undefined ? `, which has no ${namesOf(lines)},` : ',';
  return say(
    `Your order under way is from ${order.restaurantName}${without} and one order is from one restaurant. Shall I drop it and start a new one at ${restaurant}? (yes / no)`,
    ['Yes', 'No'],
    { question: { kind: 'start_new', restaurant, lines: [...lines] } },
  );
}

/** What the place of the order has not: who has it is told, and the order stays. In the same city it may be the next one, when this is placed. */
function soldElsewhere(dialogue: Dialogue, { restaurantName }: OrderFact, restaurant: string, lines: readonly RequestedLine[]): Move {
  const { catalogue, memory } = dialogue;
  const none = `${restaurantName} has no ${namesOf(lines)}`;
  if (cityOf(dialogue, restaurant) !== cityOf(dialogue, restaurantName)) return say(`${none}: only ${restaurant} in ${catalogue.find(restaurant)?.area ?? 'another town'} sells it. One order is from one restaurant, so yours stays as it is.`, [], { question: undefined });
  const isPlain = lines.every(({ options = [], notes }) => options.length === 0 && notes === undefined);
  const text = `${isPlain ? lines.map(({ quantity, item_name }) => `${String(quantity)} ${item_name.toLowerCase()}`).join(' and ') : dialogue.text} from ${restaurant.toLowerCase()}`;
  const isNext = memory.next === undefined;
  const told = isNext ? ' and I come back to it when this one is placed' : '';
  return say(`${none}. ${restaurant} sells it: that is an order of its own${told}.`, [], { question: undefined, ...(isNext && { next: { text, restaurant } }) });
}

function namesOf(lines: readonly RequestedLine[]): string {
  return lines.map(({ item_name }) => item_name).join(' or ');
}

/** The last part of where it is. */
function cityOf({ catalogue }: Dialogue, restaurant: string): string | undefined {
  return catalogue.find(restaurant)?.area.split(', ').at(-1);
}
