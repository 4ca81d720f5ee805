import type { Order, Quote } from '@foodie-express/contracts';
import type { WantedLine } from './script';

/**
 * What is wrong with the stored orders, as a sentence; undefined where there is exactly the one that was wanted, at the price
 * that the person saw before the yes.
 */
export function differenceOf(orders: readonly Order[], wanted: { readonly restaurant: string; readonly lines: readonly WantedLine[] }, confirmed: Quote | undefined): string | undefined {
  const [order] = orders;
  if (order === undefined || orders.length > 1) return `The API stores ${orders.length} orders instead of one.`;
  if (order.restaurant_name !== wanted.restaurant) return `The order is for ${order.restaurant_name} instead of ${wanted.restaurant}.`;
  if (order.status !== 'placed') return `The order is ${order.status} instead of placed.`;
  const [stored, asked] = [describeLines(order.lines), describeLines(wanted.lines)];
  if (stored !== asked) return `The order holds ${stored} instead of ${asked}.`;
  if (confirmed === undefined) return 'The order was placed without being shown first.';
  if (order.total_price !== confirmed.total_price) return `The order costs ${order.total_price}; ${confirmed.total_price} was confirmed.`;
  return undefined;
}

function describeLines(lines: readonly WantedLine[]): string {
  return lines
    .map(({ quantity, item_name }) => `${quantity} ${item_name}`)
    .sort()
    .join(', ');
}
