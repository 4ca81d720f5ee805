import type { Order, Quote } from '@foodie-express/contracts';
import { requireToken } from './require-token';
import type { ToolContext } from './tool';

/** How far the clocks of two machines may be apart, in milliseconds. */
const CLOCK_TOLERANCE_MS = 5_000;

/**
 * Where an answer to placing the pending order never came, it may have been placed all the same: it is looked for and cancelled, so
 * that an order that the person calls off is called off.
 * @throws AppError where the API does not answer, or the order is being prepared already
 */
export async function dropAttemptedOrder({ api, turn, signal }: ToolContext): Promise<void> {
  const { pendingOrder } = turn;
  if (pendingOrder?.attemptedAt === undefined) return;
  const token = requireToken(turn, 'Please log in first: that order may have been placed, and I need to know whose it is.');
  const since = Date.parse(pendingOrder.attemptedAt) - CLOCK_TOLERANCE_MS;
  const orders = await api.listOrders(token, signal);
  const placed = orders.find((order) => Date.parse(order.order_date) >= since && isFor(order, pendingOrder.quote));
  if (placed !== undefined && placed.status !== 'cancelled') await api.cancelOrder(placed.id, token, signal);
}

function isFor(order: Order, quote: Quote): boolean {
  const linesOf = ({ lines }: Quote) => JSON.stringify(lines.map(({ item_id, quantity, line_total, notes }) => [item_id, quantity, line_total, notes]));
  return order.restaurant_id === quote.restaurant_id && order.total_price === quote.total_price && linesOf(order) === linesOf(quote);
}
