import type { ParsedItem } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { RequestedLine } from '../dialogue-memory';
import { requestedOptions, toRequestedLine } from './order-reading';

/** "Small, lamb, and a chips too": how the dish is to be, and others beside it. */
export function withOtherDishes(items: readonly ParsedItem[], line: OrderLineFact): { readonly line: RequestedLine; readonly others: readonly RequestedLine[] } | undefined {
  const [first, ...others] = items;
  if (first?.itemId !== line.itemId || first.options.length === 0 || others.length === 0 || others.some(({ itemId }) => itemId === undefined || itemId === line.itemId)) return undefined;
  const { options: had = [], ...rest } = toRequestedLine(line);
  const own = requestedOptions(first);
  return {
    line: { ...rest, options: [...had.filter(({ group }) => !own.some((option) => option.group === group)), ...own] },
    others: others.map((item) => ({ item_name: item.itemId ?? '', quantity: item.quantity, options: requestedOptions(item) })),
  };
}

/** "One lamb, one chicken", of a line of two: each with its own choices and those that both had. */
export function partsOfLine(items: readonly ParsedItem[], line: OrderLineFact): RequestedLine[] | undefined {
  const isAll = items.length > 1 && items.every(({ itemId }) => itemId === line.itemId) && items.reduce((sum, { quantity }) => sum + quantity, 0) === line.quantity;
  if (!isAll) return undefined;
  const { options: had = [], ...rest } = toRequestedLine(line);
  return items.map((item) => {
    const own = requestedOptions(item);
    return { ...rest, quantity: item.quantity, options: [...had.filter(({ group }) => !own.some((option) => option.group === group)), ...own] };
  });
}
