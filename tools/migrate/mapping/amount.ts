import { fractionDigits, toMinorUnits } from '@foodie-express/contracts';
import { type Reading, spoken } from '../legacy/reading';
import { numberOf } from '../legacy/values';

/** The most that a price or a total may be, in the currency's own unit. */
const MAX_PRICE = 1_000_000;
const MAX_TOTAL = 1_000_000_000;

/** A price as a decimal number of the currency's precision; a fault where it is none. */
export function priceOf(reading: Reading, field: string, value: unknown, currency: string): number | undefined {
  return decimalOf(reading, field, value, currency, MAX_PRICE);
}

/** A total in minor units; a fault where it is none. */
export function totalOf(reading: Reading, field: string, value: unknown, currency: string): number | undefined {
  const total = decimalOf(reading, field, value, currency, MAX_TOTAL);
  return total === undefined ? undefined : toMinorUnits(total, currency);
}

function decimalOf(reading: Reading, field: string, value: unknown, currency: string, most: number): number | undefined {
  const number = numberOf(value);
  if (number === undefined || number < 0 || number > most) {
    reading.fault(field, `should be a number from 0 to ${most}, got ${spoken(value)}`);
    return undefined;
  }
  const digits = fractionDigits(currency);
  const rounded = toMinorUnits(number, currency) / 10 ** digits;
  // What binary fractions leave behind a sum is no price of more decimals.
  if (Math.abs(rounded - number) > 1e-6) reading.adapt(`an amount has more than ${digits} decimals: rounded half up`);
  return rounded;
}
