import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencySchema, formatMoney, fractionDigits, toDecimal, toMinorUnits } from './money';

describe('money', () => {
  it('knows the precision of currencies', () => {
    expect([fractionDigits('INR'), fractionDigits('JPY'), fractionDigits('KWD')]).toEqual([2, 0, 3]);
  });

  it.each([
    [80, 'INR', 8000],
    [80.5, 'INR', 8050],
    [1.005, 'INR', 101],
    [-4, 'AUD', -400],
    [0.07, 'AUD', 7],
    [1234, 'JPY', 1234],
  ])('turns %d %s into %d minor units', (amount, currency, minorUnits) => {
    expect(toMinorUnits(amount, currency)).toBe(minorUnits);
  });

  it('brings every amount of minor units back unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom('INR', 'JPY', 'KWD'), (minorUnits, currency) => {
        expect(toMinorUnits(toDecimal(minorUnits, currency), currency)).toBe(minorUnits);
      }),
    );
  });

  it('writes amounts as people read them', () => {
    expect(formatMoney(8000, 'INR')).toBe('₹80');
    expect(formatMoney(17010, 'INR')).toBe('₹170.10');
    expect(formatMoney(1650, 'AUD')).toBe('$16.50');
  });

  it('refuses currencies that do not exist', () => {
    expect(currencySchema.safeParse('INR').success).toBe(true);
    expect(currencySchema.safeParse('inr').success).toBe(false);
    expect(currencySchema.safeParse('QQQ').success).toBe(false);
  });
});
