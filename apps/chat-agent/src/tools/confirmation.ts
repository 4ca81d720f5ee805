import type { Order, OrderItem, OrderLine, Quote } from '@foodie-express/contracts';
import { AppError, ConflictError } from '@foodie-express/error-messages';
import { z } from 'zod';
import { confirmedOrder, idempotencyKeyOf } from '../conversation/confirmation-gate';
import type { PendingOrder } from '../conversation/conversation-state';
import { localTime, money, orderSummary } from '../conversation/order-summary';
import { dropAttemptedOrder } from './attempted-order';
import { inWordsOfMenu } from './menu-words';
import { orderCard } from './order-card';
import { missingChoices, toOrderItem } from './order-lines';
import type { cancelledPendingResultSchema, preparedResultSchema } from './results';
import { defineTool, type Tool, type ToolContext } from './tool';
import { ToolError } from './tool-error';

const prepareOrder = defineTool({
  name: 'prepare_order_for_confirmation',
  inOrder: true,
  description: 'Prices the order under way. Show the summary and ask for a yes; the order is placed only after their next message says yes.',
  parameters: z.strictObject({}),
  run: async (_parameters, context): Promise<z.infer<typeof preparedResultSchema>> => {
    const { api, turn, signal } = context;
    const { order } = turn;
    if (order === undefined) throw new ToolError('no_order', 'There is no order under way.');
    const menu = await api.getMenu(order.restaurantName);
    const [missing] = missingChoices(menu, order.lines);
    if (missing !== undefined) {
      const needed = missing.at_most === undefined ? `needs a choice of ${missing.group}` : `takes at most ${missing.at_most} of ${missing.group}`;
      throw new ToolError('choice_missing', `${missing.item} ${needed}.`, missing.choices);
    }
    const items = order.lines.map(toOrderItem);
    const quote = await api.quoteOrder({ restaurant_name: order.restaurantName, items }, signal).catch((error: unknown) => {
      throw inWordsOfMenu(error, menu, order.lines);
    });
    await show(items, quote, context);
    return {
      summary: turn.pendingSummary ?? orderSummary(quote),
      restaurant: quote.restaurant_name,
      total: money(quote.total_price, quote.currency),
      logged_in: turn.token !== undefined,
    };
  },
});

const placeOrder = defineTool({
  name: 'place_order',
  inOrder: true,
  description: 'Places the order that the person was shown, after they said yes to it.',
  parameters: z.strictObject({}),
  run: async (_parameters, context) => {
    const { api, turn } = context;
    const { pendingOrder, token } = confirmedOrder(turn);
    // Whatever comes between, the question stands: the next yes is the same order, which the API places once.
    turn.markShown();
    await assertStillAsShown(pendingOrder, context);
    turn.markAttempted();
    const order = await place(pendingOrder, token, context);
    turn.finishOrder();
    turn.placed = `✅ Your order from ${order.restaurant_name} is placed: ${money(order.total_price, order.currency)}.`;
    return orderCard(order, api);
  },
});

const cancelPendingOrder = defineTool({
  name: 'cancel_pending_order',
  inOrder: true,
  description: 'Drops the order under way, priced or not. Placed orders stay.',
  parameters: z.strictObject({}),
  run: async (_parameters, context): Promise<z.infer<typeof cancelledPendingResultSchema>> => {
    const { turn } = context;
    const cancelled = turn.order !== undefined || turn.pendingOrder !== undefined;
    await dropAttemptedOrder(context);
    turn.finishOrder();
    return { cancelled };
  },
});

export const confirmationTools: readonly Tool[] = [prepareOrder, placeOrder, cancelPendingOrder];

async function place(pendingOrder: PendingOrder, token: string, context: ToolContext): Promise<Order> {
  const { api, turn, signal } = context;
  const { quote, items } = pendingOrder;
  const order = await api.placeOrder({ restaurant_name: quote.restaurant_name, items }, { token, idempotencyKey: idempotencyKeyOf(pendingOrder) }, signal).catch(async (error: unknown) => {
    throw await refused(error, context);
  });
  if (order.status !== 'cancelled') return order;
  // An attempt whose answer got lost had placed it, and it was cancelled since: this yes is to another one.
  turn.renewOrder();
  return turn.pendingOrder === undefined ? order : place(turn.pendingOrder, token, context);
}

/** Keeps a quote for the person's yes. */
async function show(items: readonly OrderItem[], quote: Quote, { api, turn }: ToolContext): Promise<void> {
  const preparedAt = quote.scheduled_for === null ? undefined : localTime(quote.scheduled_for, (await api.getRestaurant(quote.restaurant_name)).timezone);
  turn.awaitConfirmation(withPrices(items, quote), quote, preparedAt);
}

/**
 * The API checks the prices upon the order. What no price tells is that the restaurant has closed meanwhile, so that the order would
 * be for another day, or that the tax is another one: then the order is shown anew.
 * @throws ConflictError where it is
 */
async function assertStillAsShown({ quote: shown, items }: PendingOrder, context: ToolContext): Promise<void> {
  const quote = await context.api.quoteOrder({ restaurant_name: shown.restaurant_name, items }, context.signal).catch((error: unknown) => {
    // The API refuses the order itself with its reason, unless it has taken it before.
    if (error instanceof AppError && error.failure.status < 500) return shown;
    throw error;
  });
  const isOnTime = quote.scheduled_for === null || quote.scheduled_for === shown.scheduled_for;
  if (isOnTime && quote.total_price === shown.total_price) return;
  await show(items, quote, context);
  throw new ConflictError(isOnTime ? `The total has changed to ${money(quote.total_price, quote.currency)} since I showed it.` : `${quote.restaurant_name} has closed since I showed the order.`);
}

/** The API takes an order no longer, where what was shown is no longer what would be ordered. */
const NO_LONGER: ReadonlySet<string> = new Set(['conflict', 'not_found', 'validation_failed']);

/** What a refusal of the API leaves of the order, and how it is told; any other failure leaves open what became of it. */
async function refused(error: unknown, { api, turn }: ToolContext): Promise<unknown> {
  if (!(error instanceof AppError) || error.failure.status >= 500) return error;
  turn.markRefused();
  if (NO_LONGER.has(error.failure.code)) turn.dropPendingOrder();
  return turn.order === undefined || error.failure.code !== 'validation_failed' ? error : inWordsOfMenu(error, await api.getMenu(turn.order.restaurantName), turn.order.lines);
}

/** The unit prices that the person is shown, for the API to check when the order is placed. */
function withPrices(items: readonly OrderItem[], { lines }: { readonly lines: readonly OrderLine[] }): OrderItem[] {
  return items.map((item, index) => {
    const price = lines[index]?.unit_price;
    return price === undefined ? item : { ...item, price };
  });
}
