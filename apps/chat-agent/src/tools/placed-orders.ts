import type { Order } from '@foodie-express/contracts';
import { z } from 'zod';
import type { UnderWayLine } from '../conversation/conversation-state';
import { asksToCancel, meansPlaced } from '../conversation/asks-to-cancel';
import { dropAttemptedOrder } from './attempted-order';
import { orderCard } from './order-card';
import { lineOf, mergeLines, orderResult } from './order-lines';
import type { orderCardSchema, ordersResultSchema } from './results';
import { requireToken } from './require-token';
import { defineTool, type Tool, type ToolContext } from './tool';
import { ToolError } from './tool-error';

/** As many past orders as one reply can list. */
const MAX_LISTED = 5;

const orderParameters = z.strictObject({ order_id: z.string().max(100).optional().describe('The latest order where none is given.') });

const getUserOrders = defineTool({
  name: 'get_user_orders',
  description: "The person's placed orders, newest first. Needs a login.",
  parameters: z.strictObject({}),
  run: async (_parameters, { api, turn, signal }): Promise<z.infer<typeof ordersResultSchema>> => {
    const orders = await api.listOrders(requireToken(turn, 'Please log in to see your orders.'), signal);
    return { orders: await Promise.all(orders.slice(0, MAX_LISTED).map((order) => orderCard(order, api))), total: orders.length };
  },
});

const getOrderStatus = defineTool({
  name: 'get_order_status',
  description: 'How far a placed order is. Needs a login.',
  parameters: orderParameters,
  run: async ({ order_id }, context): Promise<z.infer<typeof orderCardSchema>> => orderCard(await findOrder(order_id, context), context.api),
});

const cancelOrder = defineTool({
  name: 'cancel_order',
  inOrder: true,
  description: 'Cancels an order that was placed, where the person asks for it and it is not being prepared yet.',
  parameters: orderParameters,
  run: async ({ order_id }, context): Promise<z.infer<typeof orderCardSchema>> => {
    const { turn, api, signal } = context;
    // What a menu or a review says must not call off anybody's dinner.
    if (!asksToCancel(turn)) {
      throw new ToolError('not_asked_for', 'The person has not asked to cancel a placed order in this message.');
    }
    const order = await findOrder(order_id, context);
    // "Cancel" beside an order under way means that one.
    if (turn.order !== undefined && !meansPlaced(turn, order)) {
      throw new ToolError('order_under_way', 'An order is under way, so the person may mean that one: cancel_pending_order drops it. Ask which, where they mean a placed one.');
    }
    return orderCard(await api.cancelOrder(order.id, requireToken(turn, 'Please log in to cancel an order.'), signal), api);
  },
});

const repeatLastOrder = defineTool({
  name: 'repeat_last_order',
  inOrder: true,
  description: 'Puts the items of the latest placed order, or of the one given, into the order under way ("the usual", "same as last time"). Nothing is placed.',
  parameters: orderParameters,
  run: async ({ order_id }, context) => {
    const { api, turn } = context;
    const last = await findOrder(order_id, context);
    const menu = await api.getMenu(last.restaurant_name);
    const lines = mergeLines([], last.lines.map((line) => againOf(menu, line)));
    await dropAttemptedOrder(context);
    turn.order = { restaurantName: menu.restaurant, lines };
    return orderResult(turn.order, menu);
  },
});

export const placedOrderTools: readonly Tool[] = [getUserOrders, getOrderStatus, cancelOrder, repeatLastOrder];

function againOf(menu: Parameters<typeof lineOf>[0], { item_name, quantity, options, notes }: Order['lines'][number]): UnderWayLine {
  const requested = options.map(({ choice_id, group_id, negated, qualifier, count }) => ({ choice: choice_id, group: group_id, negated, qualifier, count }));
  return lineOf(menu, { item_name, quantity, options: requested, notes });
}

/** An order of the person's own; the latest where no id is given. */
async function findOrder(id: string | undefined, { api, turn, signal }: ToolContext): Promise<Order> {
  const token = requireToken(turn, 'Please log in first: I need to know whose orders to look at.');
  if (id !== undefined) return api.getOrder(id, token, signal);
  const [latest] = await api.listOrders(token, signal);
  if (latest === undefined) throw new ToolError('no_orders', 'There are no orders yet.');
  return latest;
}
