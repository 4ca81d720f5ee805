import { type Order, type Quote, type StatusChange, toDecimal } from '@foodie-express/contracts';
import type { PricedLine, PricedOption, PricedOrder } from '@foodie-express/restaurant-data';
import type { OrderRecord } from './order.schema';

/** A priced order that is not placed, or the part of a placed one that both have in common. */
export interface Quotable extends PricedOrder {
  readonly restaurantId: { toHexString(): string };
  readonly restaurantName: string;
  readonly scheduledFor: Date | null;
}

export function quoteAnswer(quote: Quotable): Quote {
  const { currency, tax } = quote;
  return {
    restaurant_id: quote.restaurantId.toHexString(),
    restaurant_name: quote.restaurantName,
    currency,
    lines: quote.lines.map((line) => lineAnswer(line, currency)),
    subtotal: toDecimal(quote.subtotal, currency),
    tax: tax === null ? null : { name: tax.name, rate: tax.rate, included_in_prices: tax.includedInPrices, amount: toDecimal(tax.amount, currency) },
    total_price: toDecimal(quote.total, currency),
    scheduled_for: quote.scheduledFor?.toISOString() ?? null,
  };
}

export function orderAnswer(order: OrderRecord): Order {
  return {
    id: order._id.toHexString(),
    user_id: order.userId.toHexString(),
    username: order.username,
    status: order.status,
    order_date: order.placedAt.toISOString(),
    ...quoteAnswer(order),
    items: order.lines.map(({ itemName, quantity, unitPrice }) => ({ item_name: itemName, quantity, price: toDecimal(unitPrice, order.currency) })),
  };
}

function lineAnswer(line: PricedLine, currency: string): Quote['lines'][number] {
  return {
    item_id: line.itemId,
    item_name: line.itemName,
    quantity: line.quantity,
    base_price: toDecimal(line.basePrice, currency),
    unit_price: toDecimal(line.unitPrice, currency),
    line_total: toDecimal(line.lineTotal, currency),
    options: line.options.map((option) => optionAnswer(option, currency)),
    ...(line.notes !== undefined && { notes: line.notes }),
  };
}

function optionAnswer({ groupId, choiceId, name, price, qualifier, negated, count }: PricedOption, currency: string): Quote['lines'][number]['options'][number] {
  return {
    group_id: groupId,
    choice_id: choiceId,
    name,
    price: toDecimal(price, currency),
    ...(qualifier !== undefined && { qualifier }),
    ...(negated !== undefined && { negated }),
    ...(count !== undefined && { count }),
  };
}

/** Every change of an order's state, oldest first. */
export function historyAnswer({ history }: OrderRecord): StatusChange[] {
  return history.map(({ from, to, at, by, requestId }) => ({ from, to, at: at.toISOString(), by, request_id: requestId }));
}
