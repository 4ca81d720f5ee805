import { MAX_QUANTITY, toMinorUnits } from '@foodie-express/contracts';
import { money } from '../../../conversation/order-summary';
import { dishesIn } from '../questions/asked-about';
import type { Dialogue } from '../dialogue';
import { estimate } from '../orders/estimate';
import { type Move, say } from '../move';
import { wantedIn } from '../questions/price-wanted';
import { estimateText } from '../wording/estimates';
import { readAt } from './ordering';

const ENOUGH = /\b(?:is|are|will|would|do i need more than) (?:rs\.? ?|inr ?)?(\d{1,6})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))?(?: be)? (?:enough|sufficient|ok|okay) (?:for|to (?:get|buy|order|have)) (.+)$/;
const HOW_MANY = /\bhow many (.+?) (?:can|could|do|will) (?:i|we) (?:get|buy|order|have|afford)(?: (?:for|with|in|under))? (?:rs\.? ?|inr ?)?(\d{1,6})\b/;

/** "Is 300 enough for two dosas?", "how many dosas can I get for 500?": what the money does, tax included. */
export async function affording(dialogue: Dialogue): Promise<Move | undefined> {
  const { text } = dialogue;
  const [, enough, wanted] = ENOUGH.exec(text) ?? [];
  const [, counted, purse] = HOW_MANY.exec(text) ?? [];
  const amount = Number(enough ?? purse ?? Number.NaN);
  const [dish] = dishesIn(dialogue);
  if (Number.isNaN(amount) || dish === undefined) return undefined;
  const { restaurant } = dish;
  if (counted !== undefined) return howMany(dish, amount);
  const { lines } = await readAt(dialogue, restaurant.name, wantedIn(restaurant, wanted ?? text));
  if (lines.length === 0) return undefined;
  const { total } = estimate(restaurant, lines);
  const isEnough = toMinorUnits(total, restaurant.currency) <= toMinorUnits(amount, restaurant.currency);
  return say(`${isEnough ? 'Yes' : `No, it takes ${money(total, restaurant.currency)}`}: ${estimateText({ restaurant, lines })}\nShall I order it? (yes / no)`, ['Yes', 'No'], {
    restaurant: restaurant.name,
    dish: dish.item.item_name.toLowerCase(),
    question: { kind: 'order_that', restaurant: restaurant.name, lines: [...lines] },
  });
}

function howMany({ restaurant, item }: NonNullable<ReturnType<typeof dishesIn>[number]>, amount: number): Move {
  const one = estimate(restaurant, [{ item_name: item.item_name, quantity: 1 }]).total;
  const count = Math.min(MAX_QUANTITY, Math.floor(amount / one));
  const each = `one costs ${money(one, restaurant.currency)} with tax`;
  if (count < 1) return say(`${item.item_name} at ${restaurant.name} is more than that: ${each}. What would you like instead?`, ['What is good?'], { restaurant: restaurant.name });
  return say(`${String(count)} × ${item.item_name} at ${restaurant.name}: ${each}. Shall I order ${String(count)}? (yes / no)`, ['Yes', 'No'], {
    restaurant: restaurant.name,
    dish: item.item_name.toLowerCase(),
    question: { kind: 'order_that', restaurant: restaurant.name, lines: [{ item_name: item.item_name, quantity: count }] },
  });
}
