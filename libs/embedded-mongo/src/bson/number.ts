import { Decimal128, Double, Int32, Long, Timestamp } from 'bson';
import { addDecimals, compareDecimals, multiplyDecimals, toDecimal, toDecimal128 } from './decimal';

/** A number of any BSON type; a JavaScript number stands for an int32 or a double. */
export type BsonNumber = number | Int32 | Double | Long | Decimal128;

export function isNumber(value: unknown): value is BsonNumber {
  if (typeof value === 'number') return true;
  return value instanceof Int32 || value instanceof Double || isLong(value) || value instanceof Decimal128;
}

/** An int64: of a timestamp the class is derived from that of int64, too. */
export function isLong(value: unknown): value is Long {
  return value instanceof Long && !(value instanceof Timestamp);
}

/** As a JavaScript number, rounded to the nearest double where it is none. */
export function toDouble(value: BsonNumber): number {
  if (typeof value === 'number') return value;
  return value instanceof Decimal128 ? Number(value.toString()) : Number(value);
}

function exact(value: number | Long | Decimal128): ReturnType<typeof toDecimal> {
  return toDecimal(value instanceof Long ? value.toBigInt() : value);
}

function unboxed(value: BsonNumber): number | Long | Decimal128 {
  return value instanceof Int32 || value instanceof Double ? value.valueOf() : value;
}

/** Compares exactly over all numeric types; NaN is the smallest and equal to itself. */
export function compareNumbers(left: BsonNumber, right: BsonNumber): number {
  const a = unboxed(left);
  const b = unboxed(right);
  if (typeof a !== 'number' || typeof b !== 'number') {
    const exactA = exact(a);
    const exactB = exact(b);
    if (exactA !== undefined && exactB !== undefined) return compareDecimals(exactA, exactB);
    return compareDoubles(withinDoubles(a, exactA), withinDoubles(b, exactB));
  }
  return compareDoubles(a, b);
}

/** A finite decimal beyond all doubles stays this side of infinity. */
function withinDoubles(value: number | Long | Decimal128, exact: ReturnType<typeof toDecimal>): number {
  const double = toDouble(value);
  return exact === undefined ? double : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, double));
}

function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : Number(a > b);
}

export type NumericType = 'int' | 'long' | 'double' | 'decimal';
const WIDTH: readonly NumericType[] = ['int', 'long', 'double', 'decimal'];

/** The BSON type; a JavaScript number is an int where `serialize` would write one. */
export function numericType(value: BsonNumber): NumericType {
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Long) return 'long';
  if (value instanceof Double) return 'double';
  return value instanceof Int32 || isInt32(value) ? 'int' : 'double';
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff && !Object.is(value, -0);
}

/** The type of the result of an operation on two numbers. */
export function widerType(a: NumericType, b: NumericType): NumericType {
  return WIDTH.indexOf(a) > WIDTH.indexOf(b) ? a : b;
}

const LIMIT = 2n ** 63n;

/** An integer as int32 where it fits and `least` allows, else as int64; undefined where 64 bits do not hold it. */
export function toInteger(value: bigint, least: 'int' | 'long'): Int32 | Long | undefined {
  if (least === 'int' && value >= -0x80000000n && value <= 0x7fffffffn) return new Int32(Number(value));
  return value >= -LIMIT && value < LIMIT ? Long.fromBigInt(value) : undefined;
}

export function integerOf(value: BsonNumber): bigint {
  const plain = unboxed(value);
  return plain instanceof Long ? plain.toBigInt() : BigInt(Math.trunc(toDouble(plain)));
}

/** The sum with the type MongoDB gives it; undefined where two int64 overflow. */
export function addNumbers(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return combine(a, b, { decimal: addDecimals, double: (x, y) => x + y, integer: (x, y) => x + y });
}

/** The product with the type MongoDB gives it; undefined where two int64 overflow. */
export function multiplyNumbers(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return combine(a, b, { decimal: multiplyDecimals, double: (x, y) => x * y, integer: (x, y) => x * y });
}

interface Operation {
  decimal: typeof addDecimals;
  double: (a: number, b: number) => number;
  integer: (a: bigint, b: bigint) => bigint;
}

function combine(a: BsonNumber, b: BsonNumber, operation: Operation): BsonNumber | undefined {
  const type = widerType(numericType(a), numericType(b));
  if (type === 'double') return new Double(operation.double(toDouble(a), toDouble(b)));
  if (type === 'decimal') {
    const [x, y] = [exact(unboxed(a)), exact(unboxed(b))];
    if (x !== undefined && y !== undefined) return toDecimal128(operation.decimal(x, y));
    return Decimal128.fromString(String(operation.double(toDouble(a), toDouble(b))));
  }
  return toInteger(operation.integer(integerOf(a), integerOf(b)), type);
}
