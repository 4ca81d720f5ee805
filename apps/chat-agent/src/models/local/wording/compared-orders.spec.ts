import { describe, expect, it } from '@jest/globals';
import { comparedOrders } from './compared-orders';

const order = (restaurant: string, total: string) => ({ order_id: restaurant, restaurant, status: 'placed', total, items: ['1 × Dosa'], ordered: 'today' });

describe('comparedOrders', () => {
  it.each([
    ['which of them was the more expensive', ['₹126', '₹1,189.50'], 'The most expensive is the one from B'],
    ['and which one was cheapest', ['₹126', '₹1,189.50'], 'The cheapest is the one from A'],
    ['which was the first one', ['₹126', '₹1,189.50'], 'The first of these is the one from B'],
    ['which was cheaper', ['₹126', '₹126'], 'They cost the same, ₹126.'],
  ])('answers "%s"', (text, [first = '', second = ''], answer) => {
    expect(comparedOrders(text, [order('A', first), order('B', second)])).toContain(answer);
  });

  it('answers nothing else, and compares no two currencies', () => {
    const orders = [order('A', '₹126'), order('B', '$8')];
    expect([comparedOrders('my orders', orders), comparedOrders('which was cheaper', orders), comparedOrders('which was the first', [])]).toEqual([undefined, undefined, undefined]);
  });
});
