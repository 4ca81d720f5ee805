import { MAX_LINES, MAX_QUANTITY, type OrderItem, type Quote } from '@foodie-express/contracts';
import { AppError } from '@foodie-express/error-messages';
import { z } from 'zod';
import { confirmedOrder } from '../conversation/confirmation-gate';
import { localTime, money, orderSummary } from '../conversation/order-summary';
import { inWordsOfMenu } from './menu-words';
import { lineOf, mergeLines, missingChoices, orderResult, toOrderItem } from './order-lines';
import { orderCard } from './order-card';
import type { cancelledPendingResultSchema, preparedResultSchema } from './results';
import { defineTool, type Tool } from './tool';
import { ToolError } from './tool-error';

const optionParameter = z.strictObject({
  choice: z.string().max(100).describe('Name of the choice: Large, Pickle.'),
  group: z.string().max(100).optional().describe('Name of its group, where several have the choice.'),
  negated: z.boolean().optional().describe('true for "no pickle".'),
  qualifier: z.enum(['light', 'extra']).optional(),
  count: z.number().int().min(1).max(20).optional(),
});

const lineParameter = z.strictObject({
  item_name: z.string().trim().min(1).max(100),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  options: z.array(optionParameter).max(50).optional(),
  notes: z.string().trim().max(200).optional(),
});

const linesParameter = z.array(lineParameter).min(1).max(MAX_LINES);

const addToOrder = defineTool({
  name: 'add_to_order',
  description: 'Adds items to the order under way. Nothing is placed. "missing" in the result lists choices to ask the person for.',
  parameters: z.strictObject({
    restaurant_name: z.string().trim().min(1).max(100),
    items: linesParameter,
    start_new: z.boolean().optional().describe('true to drop an order under way from another restaurant.'),
  }),
  run: async ({ restaurant_name, items, start_new }, { api, turn }) => {
    const menu = await api.getMenu(restaurant_name);
    const added = items.map((item) => lineOf(menu, item));
    const { order } = turn;
    const isOther = order !== undefined && order.restaurantName !== menu.restaurant;
    if (isOther && start_new !== true) {
      throw new ToolError('other_restaurant', `The order under way is from ${order.restaurantName}. One order is from one restaurant: finish it, or start a new one.`);
    }
    turn.order = { restaurantName: menu.restaurant, lines: mergeLines(isOther ? [] : (order?.lines ?? []), added) };
    return orderResult(turn.order, menu);
  },
});

const changeOrder = defineTool({
  name: 'change_order',
  description: 'Replaces all lines of the order under way: send the whole order as it should be now; an empty list empties it.',
  parameters: z.strictObject({ items: z.array(lineParameter).max(MAX_LINES) }),
  run: async ({ items }, { api, turn }) => {
    const { order } = turn;
    if (order === undefined) throw new ToolError('no_order', 'There is no order under way.');
    const menu = await api.getMenu(order.restaurantName);
    const lines = mergeLines([], items.map((item) => lineOf(menu, item)));
    turn.order = { restaurantName: order.restaurantName, lines };
    return orderResult(turn.order, menu);
  },
});

const showOrder = defineTool({
  name: 'show_order',
  description: 'The order under way.',
  parameters: z.strictObject({}),
  run: async (_parameters, { api, turn }) => orderResult(turn.order, turn.order === undefined ? undefined : await api.getMenu(turn.order.restaurantName)),
});

const prepareOrder = defineTool({
  name: 'prepare_order_for_confirmation',
  description: 'Prices the order under way. Show the summary and ask for a yes; the order is placed only after their next message says yes.',
  parameters: z.strictObject({}),
  run: async (_parameters, { api, turn, signal }) => {
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
    const { timezone } = await api.getRestaurant(order.restaurantName);
    turn.awaitConfirmation(withPrices(items, quote), quote);
    return prepared(quote, timezone, turn.token !== undefined);
  },
});

const placeOrder = defineTool({
  name: 'place_order',
  description: 'Places the order that the person was shown, after they said yes to it.',
  parameters: z.strictObject({}),
  run: async (_parameters, { api, turn, signal }) => {
    const { pendingOrder, token, idempotencyKey } = confirmedOrder(turn);
    const { quote, items } = pendingOrder;
    try {
      const order = await api.placeOrder({ restaurant_name: quote.restaurant_name, items }, { token, idempotencyKey }, signal);
      turn.finishOrder();
      return await orderCard(order, api);
    } catch (error) {
      // A price has changed or the restaurant takes no orders now: what was shown is no longer what would be ordered.
      if (error instanceof AppError && error.failure.code === 'conflict') turn.dropPendingOrder();
      // Otherwise the question stands: the next yes is the same order, which the API places once.
      else turn.markShown();
      throw error;
    }
  },
});

const cancelPendingOrder = defineTool({
  name: 'cancel_pending_order',
  description: 'Drops the order under way, priced or not. Placed orders stay.',
  parameters: z.strictObject({}),
  run: (_parameters, { turn }): Promise<z.infer<typeof cancelledPendingResultSchema>> => {
    const cancelled = turn.order !== undefined || turn.pendingOrder !== undefined;
    turn.finishOrder();
    return Promise.resolve({ cancelled });
  },
});

export const orderTools: readonly Tool[] = [addToOrder, changeOrder, showOrder, prepareOrder, placeOrder, cancelPendingOrder];

/** The unit prices that the person is shown, for the API to check when the order is placed. */
function withPrices(items: readonly OrderItem[], { lines }: Quote): OrderItem[] {
  return items.map((item, index) => {
    const price = lines[index]?.unit_price;
    return price === undefined ? item : { ...item, price };
  });
}

function prepared(quote: Quote, timezone: string, loggedIn: boolean): z.infer<typeof preparedResultSchema> {
  return {
    summary: orderSummary(quote),
    restaurant: quote.restaurant_name,
    total: money(quote.total_price, quote.currency),
    ...(quote.scheduled_for !== null && { scheduled_for: localTime(quote.scheduled_for, timezone) }),
    logged_in: loggedIn,
  };
}
