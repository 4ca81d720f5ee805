import type { z } from 'zod';
import type { orderCardSchema } from '../../../tools/results';

type OrderCard = z.infer<typeof orderCardSchema>;

const DEAREST = /\b(?:(?:more|most) (?:expensive|costly)|dear(?:er|est)|bigg(?:er|est)|high(?:er|est))\b/;
const CHEAPEST = /\b(?:cheap(?:er|est)?|(?:less|least) (?:expensive|costly)|small(?:er|est)|low(?:er|est))\b/;
const OLDEST = /\b(?:first|oldest|earliest)\b/;

/** What was asked of the orders that are told, newest first, besides to see them; undefined where nothing was, or where no two amounts compare. */
export function comparedOrders(text: string, orders: readonly OrderCard[]): string | undefined {
  if (!/^(?:(?:and|so|but|ok)[ ,]+)*(?:which|what)\b/.test(text)) return undefined;
  if (OLDEST.test(text)) return told('The first of these', orders.at(-1));
  if (new Set(orders.map(({ total }) => total.replace(/[\d.,]/g, ''))).size > 1) return undefined;
  const byPrice = orders.toSorted((one, other) => amount(one) - amount(other));
  const [first] = byPrice;
  if ((CHEAPEST.test(text) || DEAREST.test(text)) && orders.length > 1 && first?.total === byPrice.at(-1)?.total) return `They cost the same, ${first?.total ?? ''}.`;
  if (CHEAPEST.test(text)) return told('The cheapest', first);
  return DEAREST.test(text) ? told('The most expensive', byPrice.at(-1)) : undefined;
}

function told(which: string, order: OrderCard | undefined): string | undefined {
  return order === undefined ? undefined : `${which} is the one from ${order.restaurant}: ${order.items.join('; ')}, ${order.total}.`;
}

function amount({ total }: OrderCard): number {
  return Number(total.replace(/[^\d.]/g, ''));
}
