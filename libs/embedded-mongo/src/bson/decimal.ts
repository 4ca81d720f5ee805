import { Decimal128 } from 'bson';

/** A decimal number exactly: `coefficient * 10 ** exponent`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Significant digits of a Decimal128. */
const DIGITS = 34;

/** The exact value of a finite number; undefined for NaN and the infinities. */
export function toDecimal(value: number | bigint | Decimal128): Decimal | undefined {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (typeof value === 'number') return Number.isFinite(value) ? doubleToDecimal(value) : undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(value.toString());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  return { coefficient: sign === '-' ? -digits : digits, exponent: Number(exponent) - fraction.length };
}

/** Every double is an integer times a power of two, so it has a finite decimal expansion. */
function doubleToDecimal(value: number): Decimal {
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  let mantissa = value;
  let halvings = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings += 1;
  }
  return { coefficient: BigInt(mantissa) * 5n ** BigInt(halvings), exponent: -halvings };
}

function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  return {
    a: a.coefficient * 10n ** BigInt(a.exponent - exponent),
    b: b.coefficient * 10n ** BigInt(b.exponent - exponent),
    exponent,
  };
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const pair = aligned(a, b);
  return pair.a < pair.b ? -1 : Number(pair.a > pair.b);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const pair = aligned(a, b);
  return { coefficient: pair.a + pair.b, exponent: pair.exponent };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

export function negateDecimal(a: Decimal): Decimal {
  return { coefficient: -a.coefficient, exponent: a.exponent };
}

/** The quotient to 40 digits, more than a Decimal128 keeps. The divisor must not be zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const shift = Math.max(0, 40 + digitCount(b.coefficient) - digitCount(a.coefficient));
  const scaled = a.coefficient * 10n ** BigInt(shift);
  return trimmed({ coefficient: scaled / b.coefficient, exponent: a.exponent - b.exponent - shift }, a.exponent - b.exponent);
}

/** Truncates towards zero to an integer. */
export function truncateDecimal(a: Decimal): bigint {
  return a.exponent >= 0 ? a.coefficient * 10n ** BigInt(a.exponent) : a.coefficient / 10n ** BigInt(-a.exponent);
}

/** Rounds half to even at 34 digits, as MongoDB does. */
export function toDecimal128(value: Decimal): Decimal128 {
  let { coefficient, exponent } = value;
  const excess = digitCount(coefficient) - DIGITS;
  if (excess > 0) {
    coefficient = roundedDivision(coefficient, 10n ** BigInt(excess));
    exponent += excess;
  }
  return Decimal128.fromString(`${coefficient}E${exponent}`);
}

export function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** `value / divisor` rounded half to even. */
export function roundedDivision(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const doubled = 2n * (value % divisor);
  const size = doubled < 0n ? -doubled : doubled;
  const up = size > divisor || (size === divisor && quotient % 2n !== 0n);
  return up ? quotient + (value < 0n ? -1n : 1n) : quotient;
}

/** Drops trailing zeros, but not beyond the exponent that exact division would have. */
function trimmed(value: Decimal, preferredExponent: number): Decimal {
  let { coefficient, exponent } = value;
  while (exponent < preferredExponent && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return { coefficient, exponent };
}
