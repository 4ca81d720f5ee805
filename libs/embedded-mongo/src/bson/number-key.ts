import { Decimal128, Double, Int32, Long } from 'bson';
import { addDecimals, compareDecimals, type Decimal, negateDecimal, toDecimal } from './decimal';
import { type BsonNumber, toDouble } from './number';

/**
 * The order-preserving bytes of a number of any type: the largest double that is not above it, then what is missing to the number
 * itself. Int32 and double need the eight bytes and a zero; only int64 and Decimal128 values between two doubles need more.
 */
export function encodeNumber(value: BsonNumber): Buffer {
  const plain = value instanceof Int32 || value instanceof Double ? value.valueOf() : value;
  if (typeof plain === 'number') return Buffer.concat([doubleBytes(plain), EXACT]);
  const exact = toDecimal(plain instanceof Long ? plain.toBigInt() : plain);
  if (exact === undefined) return Buffer.concat([doubleBytes(toDouble(plain)), EXACT]);
  const floor = floorDouble(plain, exact);
  const rest = addDecimals(exact, negateDecimal(toDecimal(floor) ?? BELOW_ALL));
  return Buffer.concat([doubleBytes(floor), rest.coefficient === 0n ? EXACT : Buffer.concat([INEXACT, positiveDecimalBytes(rest)])]);
}

const ZERO_DIGIT = '0'.charCodeAt(0);
const EXACT = Buffer.from([0]);
const INEXACT = Buffer.from([1]);

/** Stands for -Infinity where the distance to a finite number is needed: lower than any Decimal128. */
const BELOW_ALL: Decimal = { coefficient: -1n, exponent: 6200 };

/** Bits of a double, turned so that they order as unsigned bytes; NaN is below all. */
function doubleBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const bits = bytes.readBigUInt64BE();
  bytes.writeBigUInt64BE(bits >> 63n === 0n ? bits | (1n << 63n) : ~bits & ((1n << 64n) - 1n));
  return bytes;
}

function floorDouble(value: Long | Decimal128, exact: Decimal): number {
  const nearest = toDouble(value);
  if (nearest === Infinity) return Number.MAX_VALUE;
  const decimal = toDecimal(nearest);
  return decimal === undefined || compareDecimals(decimal, exact) <= 0 ? nearest : nextBelow(nearest);
}

function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  bytes.writeBigUInt64BE(bytes.readBigUInt64BE() + (value > 0 ? -1n : 1n));
  return bytes.readDoubleBE();
}

/** Position of the first digit, then the digits without trailing zeros, shifted by one so that zero can end them. */
function positiveDecimalBytes(value: Decimal): Buffer {
  const digits = value.coefficient.toString();
  const head = Buffer.alloc(2);
  head.writeUInt16BE(value.exponent + digits.length + 0x8000);
  return Buffer.concat([head, Buffer.from(digits.replace(/0+$/, '')).map((digit) => digit - ZERO_DIGIT + 1), EXACT]);
}
