import type { Tax } from '@foodie-express/contracts';
import type { PricedLine, PricedOrder, PriceList, TaxAmount } from '@foodie-express/restaurant-data';

/** A line before its prices are added up. */
export type UnpricedLine = Omit<PricedLine, 'unitPrice' | 'lineTotal'>;

/** Adds up lines and tax; the tax is rounded once for the order, half up. */
export function priceOrder(lines: readonly UnpricedLine[], { currency, tax }: PriceList): PricedOrder {
  const priced = lines.map(priceLine);
  const subtotal = priced.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
  const taxAmount = tax === undefined ? null : amountOfTax(subtotal, tax);
  const added = taxAmount === null || taxAmount.includedInPrices ? 0 : taxAmount.amount;
  return { currency, lines: priced, subtotal, tax: taxAmount, total: subtotal + added };
}

export function priceLine(line: UnpricedLine): PricedLine {
  const unitPrice = Math.max(0, line.options.reduce((sum, { price }) => sum + price, line.basePrice));
  return { ...line, unitPrice, lineTotal: unitPrice * line.quantity };
}

/** A rate has at most this many decimals: 0.054321 is 5.4321 %. */
const RATE_PRECISION = 1_000_000n;

function amountOfTax(subtotal: number, { name, rate, included_in_prices: includedInPrices }: Tax): TaxAmount {
  // Whole numbers throughout: a fraction such as 0.145 has no exact binary form, and half a unit must go up.
  const parts = BigInt(Math.round(rate * Number(RATE_PRECISION)));
  const whole = includedInPrices ? RATE_PRECISION + parts : RATE_PRECISION;
  return { name, rate, includedInPrices, amount: Number(divideHalfUp(BigInt(subtotal) * parts, whole)) };
}

/** Both are not negative. */
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
