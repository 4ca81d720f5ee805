import type { Order } from '@foodie-express/contracts';
import { describe, expect, it } from '@jest/globals';
import { quote } from '../chat/fixtures/quote';
import { differenceOf } from './difference';

const order: Order = { ...quote, id: 'o1', user_id: 'u1', username: 'demo', status: 'placed', order_date: '2026-11-22T05:30:00.000Z', items: [] };
const wanted = { restaurant: quote.restaurant_name, lines: [{ item_name: 'Bhel Puri', quantity: 12 }, { item_name: 'Masala Thepla', quantity: 2 }] };

describe('differenceOf', () => {
  it('finds none where exactly the confirmed order is stored', () => {
    expect(differenceOf([order], wanted, quote)).toBeUndefined();
  });

  it.each([
    ['no order', [], quote, 'The API stores 0 orders instead of one.'],
    ['an order too many', [order, order], quote, 'The API stores 2 orders instead of one.'],
    ['another restaurant', [{ ...order, restaurant_name: 'Elsewhere' }], quote, 'The order is for Elsewhere instead of Swati Snacks.'],
    ['another state', [{ ...order, status: 'cancelled' as const }], quote, 'The order is cancelled instead of placed.'],
    ['another dish', [{ ...order, lines: order.lines.slice(1) }], quote, 'The order holds 12 Bhel Puri instead of 12 Bhel Puri, 2 Masala Thepla.'],
    ['an order that was never shown', [order], undefined, 'The order was placed without being shown first.'],
    ['another price', [{ ...order, total_price: 1 }], quote, 'The order costs 1; 1239 was confirmed.'],
  ])('names %s', (_what, orders, confirmed, sentence) => {
    expect(differenceOf(orders, wanted, confirmed)).toBe(sentence);
  });
});
