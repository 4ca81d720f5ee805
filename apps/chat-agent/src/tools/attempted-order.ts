import type { Order, Quote } from '@foodie-express/contracts';
import { AppError, ConflictError } from '@foodie-express/error-messages';
import { requireToken } from './require-token';
import type { ToolContext } from './tool';

/** How far the clocks of two machines may be apart, in milliseconds. */
const CLOCK_TOLERANCE_MS = 5_000;

/**
 * Where an answer to placing the pending order never came, it may have been placed all the same. Before the person calls it off or
 * changes it, it is looked for and cancelled, so that it does not stand beside what they want instead.
 * @throws ConflictError where the restaurant is at work on it already; AppError where the API does not answer
 */
export async function dropAttemptedOrder(context: ToolContext): Promise<void> {
  const { api, turn, signal } = context;
  const { pendingOrder } = turn;
  if (pendingOrder?.attemptedAt === undefined) return;
  const token = requireToken(turn, 'Please log in first: that order may have been placed, and I need to know whose it is.');
  const since = Date.parse(pendingOrder.attemptedAt) - CLOCK_TOLERANCE_MS;
  const placed = (await api.listOrders(token, signal)).find((order) => Date.parse(order.order_date) >= since && isFor(order, pendingOrder.quote));
  if (placed === undefined) return;
  if (placed.status !== 'cancelled') await cancel(placed, token, context);
  turn.renewOrder();
}

async function cancel({ id, restaurant_name }: Order, token: string, { api, turn, signal }: ToolContext): Promise<void> {
  await api.cancelOrder(id, token, signal).catch((error: unknown) => {
    if (!(error instanceof AppError && error.failure.code === 'conflict')) throw error;
    turn.finishOrder();
    throw new ConflictError(`Your order did reach ${restaurant_name}, which is at work on it already. It can no longer be changed.`, { cause: error });
  });
}

function isFor(order: Order, quote: Quote): boolean {
  const linesOf = ({ lines }: Quote) => JSON.stringify(lines.map(({ item_id, quantity, line_total, notes }) => [item_id, quantity, line_total, notes]));
  return order.restaurant_id === quote.restaurant_id && order.total_price === quote.total_price && linesOf(order) === linesOf(quote);
}
