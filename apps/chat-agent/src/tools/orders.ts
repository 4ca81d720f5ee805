import { MAX_LINES, MAX_QUANTITY } from '@foodie-express/contracts';
import { z } from 'zod';
import { dropAttemptedOrder } from './attempted-order';
import { lineOf, mergeLines, orderResult } from './order-lines';
import { defineTool, type Tool } from './tool';
import { ToolError } from './tool-error';

const optionParameter = z.strictObject({
  choice: z.string().max(100).describe('Name of the choice: Large, Pickle.'),
  group: z.string().max(100).optional().describe('Name of its group, where several have the choice.'),
  negated: z.boolean().optional().describe('true for "no pickle".'),
  qualifier: z.enum(['light', 'extra']).optional(),
  count: z.number().int().min(1).max(20).optional(),
});

/** In one line: a second one could pass for a line of the order that the person is shown. */
const notesParameter = z.string().trim().max(200).transform((notes) => notes.replace(/\s+/gu, ' '));

const lineParameter = z.strictObject({
  item_name: z.string().trim().min(1).max(100),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  options: z.array(optionParameter).max(50).optional(),
  notes: notesParameter.optional(),
});

const linesParameter = z.array(lineParameter).min(1).max(MAX_LINES);

const addToOrder = defineTool({
  name: 'add_to_order',
  inOrder: true,
  description: 'Adds items to the order under way. Nothing is placed. "missing" in the result lists choices to ask the person for.',
  parameters: z.strictObject({
    restaurant_name: z.string().trim().min(1).max(100),
    items: linesParameter,
    start_new: z.boolean().optional().describe('true to drop an order under way from another restaurant.'),
  }),
  run: async ({ restaurant_name, items, start_new }, context) => {
    const { api, turn } = context;
    const menu = await api.getMenu(restaurant_name);
    const added = items.map((item) => lineOf(menu, item));
    const { order } = turn;
    const isOther = order !== undefined && order.restaurantName !== menu.restaurant;
    if (isOther && start_new !== true) {
      throw new ToolError('other_restaurant', `The order under way is from ${order.restaurantName}. One order is from one restaurant: finish it, or start a new one.`);
    }
    const lines = mergeLines(isOther ? [] : (order?.lines ?? []), added);
    await dropAttemptedOrder(context);
    turn.order = { restaurantName: menu.restaurant, lines };
    return orderResult(turn.order, menu);
  },
});

const changeOrder = defineTool({
  name: 'change_order',
  inOrder: true,
  description: 'Replaces all lines of the order under way: send the whole order as it should be now; an empty list empties it.',
  parameters: z.strictObject({ items: z.array(lineParameter).max(MAX_LINES) }),
  run: async ({ items }, context) => {
    const { api, turn } = context;
    const { order } = turn;
    if (order === undefined) throw new ToolError('no_order', 'There is no order under way.');
    const menu = await api.getMenu(order.restaurantName);
    const lines = mergeLines([], items.map((item) => lineOf(menu, item)));
    await dropAttemptedOrder(context);
    turn.order = { restaurantName: order.restaurantName, lines };
    return orderResult(turn.order, menu);
  },
});

const showOrder = defineTool({
  name: 'show_order',
  inOrder: true,
  description: 'The order under way.',
  parameters: z.strictObject({}),
  run: async (_parameters, { api, turn }) => orderResult(turn.order, turn.order === undefined ? undefined : await api.getMenu(turn.order.restaurantName)),
});

export const orderTools: readonly Tool[] = [addToOrder, changeOrder, showOrder];
