import { MAX_QUANTITY, toMinorUnits } from '@foodie-express/contracts';
import { money } from '../../../../conversation/order-summary';
import { dishesIn } from '../../questions/asked-about';
import type { Dialogue } from '../../dialogue';
import { estimate } from '../../orders/estimate';
import { type Move, say } from '../../move';
import { wantedIn } from '../../questions/price-wanted';
import { estimateText } from '../../wording/estimates';
import { readAt } from '../orders/ordering';

const ENOUGH = /\b(?:is|are|will|would|do i need more than) (?:rs\.? ?|inr ?)?(\d{1,6})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))?(?: be)? (?:enough|sufficient|ok|okay) (?:for|to (?:get|buy|order|have)) (.+)$/;
const HOW_MANY = /\bhow many (.+?) (?:can|could|do|will) (?:i|we) (?:get|buy|order|have|afford)(?: (?:for|with|in|under))? (?:rs\.? ?|inr ?)?(\d{1,6})\b/;

/** "Would 4 kathiyawadi thalis be over?", "is two dosas within 300?" */
const WHETHER = /^(?:(?:and|so|but|ok|hm+)[ ,]+)*(?:would|will|is|are|does|do) (.+?) (?:be |come |go |get |stay |cost )?(?:too much|over|above|under|below|within|more than|less than)(?: (?:the |my |our )?(?:budget|limit|that|it|rs\.? ?(\d{2,6})|(\d{2,6})(?: ?(?:rs|rupees?|inr|bucks?|dollars?))?))?$/;

/** "Can we all eat pav bhaji for 500?" */
const FOR_ALL = /\bcan (?:we|all of us|the \p{L}+ of us)(?: all)? (?:eat|get|have|afford|share)(?: (?:an? |the |some )?(\S.*?))? (?:in|for|with|on|within|under) (?:rs\.? ?|inr ?)?(\d{2,6}|that)(?: ?(?:rs|rupees?|inr|bucks?|dollars?))?$/u;

/** One for each of those who eat, and how many the money buys. */
function forAll(dialogue: Dialogue): Move | undefined {
  const { text, people, memory, catalogue, facts } = dialogue;
  const [, what, said] = FOR_ALL.exec(text) ?? [];
  if (said === undefined) return undefined;
  const [dish] = what === undefined ? catalogue.dishesCalled(memory.dish ?? facts.order?.lines.at(-1)?.itemName.toLowerCase()) : dishesIn(dialogue);
  if (dish === undefined) return undefined;
  const { restaurant, item } = dish;
  const count = people ?? 2;
  const lines = [{ item_name: item.item_name, quantity: count }];
  const amount = said === 'that' ? undefined : Number(said);
  const { total } = estimate(restaurant, lines);
  const one = estimate(restaurant, [{ item_name: item.item_name, quantity: 1 }]).total;
  const enough = amount === undefined ? [] : [amount >= total ? 'Yes:' : `No, for ${money(amount, restaurant.currency)} with tax it is ${String(Math.floor(amount / one))}:`];
  const told = [...enough, estimateText({ restaurant, lines }), 'Menus do not say how many a dish feeds.'].join('\n');
  if (facts.order !== undefined) return say(told, [], { dish: item.item_name.toLowerCase() });
  return say(`${told}\nShall I order ${String(count)}? (yes / no)`, ['Yes', 'No'], { restaurant: restaurant.name, dish: item.item_name.toLowerCase(), question: { kind: 'order_that', restaurant: restaurant.name, lines } });
}

/** "Is 300 enough for two dosas?", "how many dosas can I get for 500?": what the money does, tax included. */
export async function affording(dialogue: Dialogue): Promise<Move | undefined> {
  const { text } = dialogue;
  const ofAll = forAll(dialogue);
  if (ofAll !== undefined) return ofAll;
  const [, enough, wanted] = ENOUGH.exec(text) ?? [];
  const [, counted, purse] = HOW_MANY.exec(text) ?? [];
  const [, thought, bound, limit] = WHETHER.exec(text) ?? [];
  const amount = Number(enough ?? purse ?? bound ?? limit ?? Number.NaN);
  const [dish] = dishesIn(dialogue);
  if ((Number.isNaN(amount) && thought === undefined) || dish === undefined) return undefined;
  const { restaurant } = dish;
  if (counted !== undefined) return howMany(dish, amount);
  const { lines } = await readAt(dialogue, restaurant.name, wantedIn(restaurant, wanted ?? thought ?? text));
  if (lines.length === 0) return undefined;
  const { total } = estimate(restaurant, lines);
  const said = Number.isNaN(amount) ? '' : `${verdict(text, total, amount, restaurant.currency)}: `;
  return say(`${said}${estimateText({ restaurant, lines })}\nShall I order it? (yes / no)`, ['Yes', 'No'], {
    restaurant: restaurant.name,
    dish: dish.item.item_name.toLowerCase(),
    question: { kind: 'order_that', restaurant: restaurant.name, lines: [...lines] },
  });
}

/** Yes or no to what was asked of a total: whether the money does, or whether it is over or under it. */
function verdict(text: string, total: number, amount: number, currency: string): string {
  const [units, bound] = [toMinorUnits(total, currency), toMinorUnits(amount, currency)];
  if (/\b(?:over|above|more than|too much)\b/.test(text)) return units > bound ? 'Yes' : 'No';
  return units <= bound ? 'Yes' : `No, it takes ${money(total, currency)}`;
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
