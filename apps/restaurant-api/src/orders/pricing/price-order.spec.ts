import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { priceOrder, type UnpricedLine } from './price-order';

const line = (basePrice: number, quantity = 1): UnpricedLine => ({ itemId: 'item', itemName: 'Item', quantity, basePrice, options: [] });
const taxOf = (subtotal: number, rate: number, included_in_prices: boolean) =>
  priceOrder([line(subtotal)], { currency: 'INR', tax: { name: 'GST', rate, included_in_prices } }).tax?.amount;

describe('priceOrder', () => {
  it('rounds the tax of the order half up', () => {
    expect(taxOf(10, 0.05, false)).toBe(1);
    expect(taxOf(9, 0.05, false)).toBe(0);
    expect(taxOf(100, 0.145, false)).toBe(15);
    expect(taxOf(30, 0.05, false)).toBe(2);
  });

  it('takes an included tax out of the total instead of adding it', () => {
    const order = priceOrder([line(1_050)], { currency: 'INR', tax: { name: 'GST', rate: 0.05, included_in_prices: true } });
    expect(order).toMatchObject({ subtotal: 1_050, tax: { amount: 50 }, total: 1_050 });
  });

  it('adds nothing without a tax', () => {
    expect(priceOrder([line(1_050, 3)], { currency: 'INR' })).toMatchObject({ subtotal: 3_150, tax: null, total: 3_150 });
  });

  describe('whatever the order', () => {
    const price = fc.integer({ min: -200_000_000, max: 200_000_000 });
    const option = fc.record({ groupId: fc.constant('group'), choiceId: fc.constant('choice'), name: fc.constant('Choice'), price });
    const lines = fc.array(
      fc.record({
        itemId: fc.constant('item'),
        itemName: fc.constant('Item'),
        quantity: fc.integer({ min: 1, max: 100 }),
        basePrice: fc.integer({ min: 0, max: 1_000_000_000 }),
        options: fc.array(option, { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 50 },
    );
    const tax = fc.option(
      fc.record({ name: fc.constant('Tax'), rate: fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000), included_in_prices: fc.boolean() }),
      { nil: undefined },
    );

    it('no amount is negative and the total is the sum of its parts', () => {
      fc.assert(
        fc.property(lines, tax, (ordered, levied) => {
          const order = priceOrder(ordered, { currency: 'INR', tax: levied });
          const amounts = [order.subtotal, order.total, order.tax?.amount ?? 0, ...order.lines.flatMap(({ unitPrice, lineTotal }) => [unitPrice, lineTotal])];
          expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
          expect(order.lines.every(({ unitPrice, quantity, lineTotal }) => lineTotal === unitPrice * quantity)).toBe(true);
          expect(order.subtotal).toBe(order.lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0));
          expect(order.total).toBe(order.subtotal + (order.tax?.includedInPrices === false ? order.tax.amount : 0));
        }),
      );
    });

    it('the order of lines changes no amount', () => {
      fc.assert(
        fc.property(lines, tax, (ordered, levied) => {
          const { subtotal, tax: amount, total } = priceOrder(ordered, { currency: 'INR', tax: levied });
          expect(priceOrder(ordered.toReversed(), { currency: 'INR', tax: levied })).toMatchObject({ subtotal, tax: amount, total });
        }),
      );
    });

    it('the tax is within half a unit of its exact amount', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 5_000 }), fc.boolean(), (subtotal, parts, included) => {
          const rate = parts / 10_000;
          const exact = included ? subtotal - subtotal / (1 + rate) : subtotal * rate;
          expect(Math.abs((taxOf(subtotal, rate, included) ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.500001);
        }),
      );
    });
  });
});
