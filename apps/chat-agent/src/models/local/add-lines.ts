import type { Dialogue } from './dialogue';
import type { RequestedLine } from './dialogue-memory';
import { call, type Move, say } from './move';

/** Lines into the order under way; where that is from another restaurant, the person is asked first. */
export function addLines({ facts }: Dialogue, restaurant: string, lines: readonly RequestedLine[], note?: string): Move {
  const { order } = facts;
  if (order === undefined || order.restaurantName === restaurant) return call('add_to_order', { restaurant_name: restaurant, items: lines }, { question: undefined, list: undefined, note, dish: lines.at(-1)?.item_name.toLowerCase() });
  return say(
    `Your order under way is from ${order.restaurantName}, and one order is from one restaurant. Shall I drop it and start a new one at ${restaurant}? (yes / no)`,
    ['Yes', 'No'],
    { question: { kind: 'start_new', restaurant, lines: [...lines] } },
  );
}
