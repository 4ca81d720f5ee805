import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { quote } from './fixtures/quote';
import { orderTable } from './order-table';

const plain = (order: typeof quote) => stripVTControlCharacters(orderTable(order));

describe('orderTable', () => {
  it('shows lines, options, notes, tax and total with their prices', () => {
    expect(plain(quote).split('\n')).toEqual([
      '  Your order at Swati Snacks',
      '  ────────────────────────────',
      '  2 × Masala Thepla       ₹220',
      '      no pickle',
      '      curd × 2 (+₹20)',
      '      “warm please”',
      '  12 × Bhel Puri          ₹960',
      '  Subtotal              ₹1,180',
      '  GST 5%                   ₹59',
      '  Total                 ₹1,239',
    ]);
  });

  it('shows a tax that the prices include below the total, and none where there is none', () => {
    const included = plain({ ...quote, tax: { name: 'GST', rate: 0.125, included_in_prices: true, amount: 10.5 }, total_price: 1180 });
    expect(included).toMatch(/Total +₹1,180\n +incl\. GST 12\.5% +₹10\.50$/);
    expect(plain({ ...quote, tax: null })).not.toContain('Subtotal');
  });

  it('says when an order is for later', () => {
    expect(plain({ ...quote, scheduled_for: '2026-11-22T05:30:00.000Z' })).toMatch(/Closed now: prepared from .*Nov/);
  });

  it('writes midnight as 00', () => {
    const halfPastMidnight = new Date(2026, 10, 22, 0, 30).toISOString();
    expect(plain({ ...quote, scheduled_for: halfPastMidnight })).toMatch(/ 00:30 /);
  });

  it('takes the digits of the currency', () => {
    expect(plain({ ...quote, currency: 'JPY' })).toContain('¥1,239');
  });

  it('lets no menu write to the terminal', () => {
    expect(plain({ ...quote, restaurant_name: 'Evil\u001b]0;title\u0007 Inn' })).toContain('Evil]0;title Inn');
  });
});
