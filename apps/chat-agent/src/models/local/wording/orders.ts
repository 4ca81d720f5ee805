import { z } from 'zod';
import { cancelledPendingResultSchema, orderCardSchema, orderResultSchema, ordersResultSchema, preparedResultSchema } from '../../../tools/results';
import type { Dialogue } from '../dialogue';
import type { DialogueMemory } from '../dialogue-memory';
import { call, type Move, say } from '../move';
import { comparedOrders } from './compared-orders';
import type { ToolOutcome } from './tool-outcome';

/** After a change: the choice that is missing is asked for, else the order is priced. */
export function continueOrder({ result }: ToolOutcome): Move {
  const { lines, missing, restaurant } = orderResultSchema.parse(result);
  if (lines.length === 0) return say('Your order is empty now. What would you like instead?', ['Show restaurants']);
  const [first] = missing;
  if (first === undefined) return call('prepare_order_for_confirmation', {}, { restaurant });
  const { line, item, group_id: groupId, group, choices, at_most: atMost } = first;
  const asked = atMost === undefined ? `${item}: which ${group.toLowerCase()}?` : `❌ ${item}: please choose at most ${atMost} of ${group}. Which?`;
  const soFar = lines.length < 2 && lines.every(({ quantity }) => quantity === 1) ? '' : `So far: ${lines.map(lineText).join('; ')}\n`;
  return say(`${soFar}${asked} ${choices.map((choice, index) => `${index + 1}. ${choice}`).join(' ')}`, choices.slice(0, 5), {
    restaurant,
    question: { kind: 'which_choice', line, item, groupId, group, choices, ...(atMost !== undefined && { replaces: true }) },
  });
}

function lineText({ quantity, item, options }: z.infer<typeof orderResultSchema>['lines'][number]): string {
  return `${quantity} × ${item}${options.length === 0 ? '' : ` (${options.join(', ')})`}`;
}

export function sayPrepared({ result }: ToolOutcome): Move {
  const { summary, scheduled_for, restaurant } = preparedResultSchema.parse(result);
  const closed = scheduled_for === undefined ? '' : `\n🕒 ${restaurant} is closed now: it will be prepared ${scheduled_for}.`;
  return say(`${summary}${closed}\nShall I place it? (yes / no)`, ['Yes', 'No'], { restaurant, question: undefined, list: undefined });
}

export function sayOrder(outcome: ToolOutcome): Move {
  const { lines } = orderResultSchema.parse(outcome.result);
  return lines.length === 0 ? say('Your order is empty. What would you like? Name a dish or a restaurant.', ['Show restaurants']) : continueOrder(outcome);
}

/** "2 × Kebab, Small" is two kebabs. */
function dishOf(item: string): { readonly name: string; readonly quantity: number } {
  const [, quantity = '1', name = item] = /^(\d+) × ([^,]+)/.exec(item.replace(/ \(note: .*\)$/, '')) ?? [];
  return { name: name.toLowerCase(), quantity: Number(quantity) };
}

/** What was wanted from another place comes now. */
function nextOrder(next: DialogueMemory['next']): { readonly text: string; readonly memory: Partial<DialogueMemory> } | undefined {
  if (next === undefined) return undefined;
  return { text: `Next, your order from ${next.restaurant}. Shall I go on with it? (yes / no)`, memory: { next: undefined, question: { kind: 'next_order', text: next.text } } };
}

export function sayPlaced({ result }: ToolOutcome, { memory }: Dialogue): Move {
  const { order_id, restaurant, total, scheduled_for, items } = orderCardSchema.parse(result);
  const when = scheduled_for === undefined ? '' : ` It will be prepared ${scheduled_for}.`;
  const placed = `✅ Your order is placed! ${restaurant}, ${total}.${when}\nOrder number: ${order_id}`;
  const spokenOf = { question: undefined, people: undefined, diners: undefined, dropped: undefined, isOfPlaced: true, orders: undefined, placed: { id: order_id, restaurant, dishes: items.map(dishOf), total, age: 0 } };
  const next = nextOrder(memory.next);
  if (next !== undefined) return say(`${placed}\n${next.text}`, ['Yes', 'No'], { ...spokenOf, ...next.memory });
  return say(`${placed}\nSay "my orders" to see it. Enjoy your meal!`, ['My orders'], spokenOf);
}

export function sayCancelled({ result }: ToolOutcome, { memory }: Dialogue): Move {
  const { cancelled } = cancelledPendingResultSchema.parse(result);
  const { placed } = memory;
  const stays = placed === undefined ? '' : ` The one from ${placed.restaurant} (${placed.total}) that is placed stays; "cancel my placed order" cancels it.`;
  const text = cancelled ? `All right, I dropped that order: nothing${placed === undefined ? '' : ' of it'} was placed.${stays}` : `There was no order to drop.${stays}`;
  const next = cancelled ? nextOrder(memory.next) : undefined;
  if (next !== undefined) return say(`${text}\n${next.text}`, ['Yes', 'No'], next.memory);
  const isUndone = cancelled && memory.dropped !== undefined && !memory.dropped.isCancelled;
  return say(`${text} What would you like instead?${isUndone ? ' Or tell me what to change: "make it 3".' : ''}`, ['Show restaurants', 'My orders'], { question: undefined });
}

export function sayPastOrders({ result }: ToolOutcome, { text }: Dialogue): Move {
  const { orders, total } = ordersResultSchema.parse(result);
  if (orders.length === 0) return say('You have no orders yet. What would you like to eat?', ['Show restaurants']);
  const more = total > orders.length ? `\n… and ${total - orders.length} earlier ones.` : '';
  const told = comparedOrders(text, orders);
  const heading = told === undefined ? `Your orders (${String(total)}), newest first:` : `${told}\nAll of them (${String(total)}), newest first:`;
  return say(`${heading}\n${orders.map(orderText).join('\n')}${more}\nWould you like something today?`, ['Show restaurants'], { list: undefined, orders: { ids: orders.map(({ order_id }) => order_id), restaurants: orders.map(({ restaurant }) => restaurant), dishes: orders.map(({ items }) => items.join('; ').toLowerCase()), cancelled: orders.map(({ status }) => status === 'cancelled'), at: 0 } });
}

export function sayOrderStatus({ result }: ToolOutcome): Move {
  const order = orderCardSchema.parse(result);
  const when = order.scheduled_for === undefined ? '' : ` It is for ${order.scheduled_for}.`;
  return say(`Your order from ${order.restaurant} (${order.items.join('; ')}, ${order.total}) is ${order.status.replaceAll('_', ' ')}.${when} Anything else?`, ['My orders', 'Show restaurants'], { isOfPlaced: true });
}

export function sayPlacedCancelled({ result }: ToolOutcome, { memory: { placed, orders } }: Dialogue): Move {
  const { order_id, restaurant, total } = orderCardSchema.parse(result);
  const left = orders === undefined ? undefined : { ...orders, cancelled: orders.ids.map((id, index) => id === order_id || orders.cancelled?.[index] === true) };
  return say(`Your order from ${restaurant} (${total}) is cancelled. Would you like something else?`, ['Show restaurants', 'My orders'], { isOfPlaced: true, orders: left, ...(placed?.id === order_id && { placed: undefined }) });
}

/** Several at once, the one under way among them. */
export function sayAllCancelled(outcomes: readonly ToolOutcome[]): Move {
  const told = outcomes.map(({ tool, result, error }) => {
    if (error !== undefined) return `One order could not be cancelled: ${error.message}.`.replace('..', '.');
    if (tool === 'cancel_pending_order') return 'The order that was not placed yet is dropped.';
    const { restaurant, total } = orderCardSchema.parse(result);
    return `Your order from ${restaurant} (${total}) is cancelled.`;
  });
  return say(`${told.join('\n')}\nWould you like something else?`, ['Show restaurants', 'My orders'], { question: undefined, next: undefined, placed: undefined, orders: undefined, isOfPlaced: true });
}

/** A tool of orders has refused. */
export function sayOrderProblem({ error, tool, parameters }: ToolOutcome, { facts }: Dialogue): Move | undefined {
  switch (error?.code) {
    case 'login_required':
      if (tool !== 'place_order') return say(`${error.message} Send: login NAME PASSWORD\nNew here? Send: register NAME EMAIL PASSWORD`, [], { afterLogin: afterLogin(tool, parameters) });
      return say(`🔒 Almost there! Your order${facts.pendingOrder === undefined ? '' : ` from ${facts.pendingOrder.restaurantName}`} is kept. Please log in first: login NAME PASSWORD\nNew here? Send: register NAME EMAIL PASSWORD`);
    case 'order_under_way':
      return say(`Do you mean the new order, or one that is placed? Say "drop the new order" or "cancel my last placed order".`, ['Drop the new order', 'Cancel my last placed order']);
    case 'not_asked_for':
      return say('To cancel an order that is placed, say "cancel my last order". Would you like something else?', ['Cancel my last order', 'My orders']);
    case 'no_orders':
      return say('You have no orders yet. What would you like to eat?', ['Show restaurants']);
    case 'nothing_to_confirm':
    case 'no_order':
      return say('There is no order to confirm (one that is not confirmed is kept for 10 minutes). What would you like?', ['Show restaurants']);
    case 'not_shown_yet':
    case 'not_shown_last':
    case 'not_confirmed':
      return say(`${facts.pendingOrder?.summary ?? ''}\nShall I place it? (yes / no)`.trim(), ['Yes', 'No']);
    case 'unknown_item':
    case 'unknown_option':
      return say(`😔 ${error.message}${error.suggestions.length > 0 ? ` Did you mean ${error.suggestions.join(' or ')}?` : ''}`, error.suggestions);
    case 'invalid_quantity':
    case 'too_many_lines':
    case 'invalid_options':
    case 'sold_out':
    case 'other_restaurant':
      return say(`❌ ${error.message} What would you like to do?`, ['Show my order']);
    case 'choice_missing':
      return call('show_order');
    case 'conflict':
      if (tool === 'cancel_order' && /\bis cancelled\b/.test(error.message)) return say('That order is cancelled already. Would you like something else?', ['My orders', 'Show restaurants']);
      if (tool === 'cancel_order') return say(`${error.message}. Say "my orders" to see how it stands. What would you like next?`, ['My orders', 'Show restaurants']);
      return say(`${error.message}\nSay "show my order" to see it with today's prices, or order something else.`, ['Show my order', 'Show restaurants']);
    default:
      return tool === 'place_order' && error !== undefined ? say(`${error.message}\nYour order is kept: say yes to try again, or no to drop it.`, ['Yes', 'No']) : undefined;
  }
}

/** A cancellation is asked for in so many words, and an order agreed to anew: neither is done for whoever logs in. */
function afterLogin(tool: string, parameters: unknown): DialogueMemory['afterLogin'] {
  const known = z.record(z.string(), z.unknown()).safeParse(parameters);
  return tool === 'cancel_order' || !known.success ? undefined : { tool, parameters: known.data };
}

function orderText({ restaurant, status, total, items, ordered }: z.infer<typeof orderCardSchema>, index: number): string {
  return `${index + 1}. ${restaurant}, ${ordered}: ${items.join('; ')}, ${total} (${status.replaceAll('_', ' ')})`;
}
