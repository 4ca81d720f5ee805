import type { Dialogue } from '../dialogue';
import type { RequestedLine } from '../dialogue-memory';
import { call, type Move, say } from '../move';

/** The order under way was called off in the same breath. */
const INSTEAD = /\b(?:instead|rather|start (?:a )?(?:new|fresh|over)|new order)\b|^(?:(?:then|ok|okay|please|actually|so|no|can you|could you)[ ,]+)*(?:forget|scrap|drop|cancel)\b/;

/** Lines into the order under way; where that is from another restaurant, the person is asked first. */
export function addLines({ facts, text }: Dialogue, restaurant: string, lines: readonly RequestedLine[], note?: string): Move {
  const { order } = facts;
  if (order === undefined || order.restaurantName === restaurant) return call('add_to_order', { restaurant_name: restaurant, items: lines }, { question: undefined, list: undefined, note, dish: lines.at(-1)?.item_name.toLowerCase() });
  if (INSTEAD.test(text)) return call('add_to_order', { restaurant_name: restaurant, items: lines, start_new: true }, { question: undefined, list: undefined, note });
  return say(
    `Your order under way is from ${order.restaurantName}, and one order is from one restaurant. Shall I drop it and start a new one at ${restaurant}? (yes / no)`,
    ['Yes', 'No'],
    { question: { kind: 'start_new', restaurant, lines: [...lines] } },
  );
}
