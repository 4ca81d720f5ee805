import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';
import { toRequestedLine } from '../../orders/order-reading';
import { estimateText, type Priced, sayEstimates } from '../../wording/estimates';

/** "How much for two of those instead?": so many as the order has it, in place of that. */
export function insteadOfLine({ text, facts: { order } }: Dialogue, [priced]: readonly Priced[]): Move | undefined {
  const [line, ...others] = priced?.lines ?? [];
  const [standing, ...more] = order?.lines.filter(({ itemName }) => itemName === line?.item_name) ?? [];
  if (!/\binstead\b/.test(text) || priced?.restaurant.name !== order?.restaurantName || priced === undefined || line === undefined || standing === undefined || others.length + more.length > 0) return undefined;
  const options = (line.options ?? []).length > 0 ? line.options : toRequestedLine(standing).options;
  const lines = [{ ...toRequestedLine(standing), item_name: standing.itemName, quantity: line.quantity, options }];
  const move = sayEstimates([{ ...priced, lines }], text);
  return { ...move, memory: { ...move.memory, question: { kind: 'order_that', restaurant: priced.restaurant.name, lines, isInstead: true } } };
}

/** "Why 20? The kebab is 16": what was chosen adds to it. */
export function priceExplained({ text, catalogue, facts: { order } }: Dialogue): Move | undefined {
  const restaurant = catalogue.find(order?.restaurantName);
  if (order === undefined || restaurant === undefined || !WHY_SO_MUCH.test(text)) return undefined;
  return say(`By the menu: ${estimateText({ restaurant, lines: order.lines.map((line) => ({ ...toRequestedLine(line), item_name: line.itemName })) })}`);
}

const WHY_SO_MUCH = /^(?:(?:wait|but|and|so|hey|ok|no|sorry|excuse me)[ ,]+)*(?:why|how come)\b.*(?:\b\d{2,}\b|\b(?:so|that|this) (?:much|expensive|high|costly)\b|\b(?:price|total|cost|costs|costing|charged|bill|more expensive)\b)/;
