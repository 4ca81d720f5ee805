import { toMinorUnits } from '@foodie-express/contracts';
import { money } from '../../../../conversation/order-summary';
import { type Dialogue } from '../../dialogue';
import { estimate } from '../../orders/estimate';
import { call, type Move } from '../../move';
import { toRequestedLine } from '../../orders/order-reading';

const OVER = /\b(?:over|above|beyond|exceed\w*|cross\w*|more than|out of|too much for)\b/;
const ASKED = /\b(?:over|above|beyond|exceed\w*|cross\w*|more than|out of|too much for|within|under|below|inside|in|fits?(?: in(?:to)?)?|less than|up to)\b (?:the |my |our )?(?:budget|limit)\b|\b(?:budget|limit)\b.*\b(?:ok|okay|enough|fine|over|exceed\w*|cross\w*)\b/;
const AMOUNT = /^(?:(?:and|so|but|ok|wait|hmm)[ ,]+)*(?:is|are|does|will|would|do)? ?(?:it|that|this|that's|it's|the (?:total|order|bill)|my (?:total|order|bill)|we|i)\b.*\b(?:over|above|more than|within|under|below|less than) (?:rs\.? ?|inr ?)?(\d{2,6})\b/;

/** "That's over my budget, isn't it?": what the order under way comes to, against what was told of the purse. */
export function overBudget({ text, facts: { order }, memory, catalogue }: Dialogue): Move | undefined {
  const restaurant = catalogue.find(order?.restaurantName);
  const said = AMOUNT.exec(text)?.[1];
  if (order === undefined || restaurant === undefined || (said === undefined && !ASKED.test(text))) return undefined;
  const { total } = estimate(restaurant, order.lines.map((line) => ({ ...toRequestedLine(line), item_name: line.itemName })));
  const budget = said === undefined ? memory.budget : Number(said);
  if (budget === undefined) return call('show_order', {}, { question: undefined, note: `You told me no budget; this comes to ${money(total, restaurant.currency)} with tax:` });
  return call('show_order', {}, { question: undefined, note: verdict(total, budget, restaurant.currency, OVER.test(text)) });
}

function verdict(total: number, budget: number, currency: string, isOver: boolean): string {
  const difference = toMinorUnits(total, currency) - toMinorUnits(budget, currency);
  const apart = money(Math.abs(total - budget), currency);
  if (difference > 0) return `${isOver ? 'Yes' : 'No'}: ${money(total, currency)} with tax is ${apart} over ${money(budget, currency)}.`;
  return `${isOver ? 'No' : 'Yes'}: ${money(total, currency)} with tax is ${difference === 0 ? 'just' : `${apart} under`} ${money(budget, currency)}.`;
}
