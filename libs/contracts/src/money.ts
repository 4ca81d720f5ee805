import { z } from 'zod';

/** ISO 4217 code, upper case, known to the runtime: `INR`, `AUD`. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'should be an ISO 4217 code such as INR')
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'should be a currency in use, such as INR');

/** Digits behind the decimal point of a currency: 2 for INR, 0 for JPY (ISO 4217, as the runtime's ICU data has it). */
export function fractionDigits(currency: string): number {
  return formatOf(currency).fractionDigits;
}

/** 80.5 INR -> 8050. The amount must be a decimal of the currency's own precision; anything finer is rounded half away from zero. */
export function toMinorUnits(amount: number, currency: string): number {
  const scaled = Math.abs(amount) * 10 ** fractionDigits(currency);
  // 1.005 * 100 is 100.49999999999999: the smallest step above heals what binary fractions lose.
  return Math.sign(amount) * Math.round(scaled * (1 + Number.EPSILON)) + 0;
}

/** 8050 (minor units) INR -> 80.5, the decimal number of the wire. */
export function toDecimal(minorUnits: number, currency: string): number {
  return minorUnits / 10 ** fractionDigits(currency);
}

/** What a person reads: 8050 INR -> `₹80.50`, 8000 INR -> `₹80`. */
export function formatMoney(minorUnits: number, currency: string): string {
  return formatOf(currency).text.format(toDecimal(minorUnits, currency));
}

interface CurrencyFormat {
  readonly text: Intl.NumberFormat;
  readonly fractionDigits: number;
}

/** Asking the runtime takes longer than pricing a whole order. */
const formats = new Map<string, CurrencyFormat>();

function formatOf(currency: string): CurrencyFormat {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const text = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const made = { text, fractionDigits: text.resolvedOptions().maximumFractionDigits ?? 2 };
  formats.set(currency, made);
  return made;
}
