import { Decimal128, Double, Long } from 'bson';
import { evalExpr } from 'mingo/core';
import type { AnyObject, Options } from 'mingo/types';
import { divideDecimals, roundedDivision, toDecimal, toDecimal128, truncateDecimal } from '../bson/decimal';
import { isArray } from '../bson/document';
import { addNumbers, type BsonNumber, integerOf, isLong, isNumber, multiplyNumbers, toDouble } from '../bson/number';
import { CommandError } from '../errors';
import type { OperandCheck } from './operands';

export type Expression = (object: AnyObject, expression: unknown, options: Options) => unknown;

/** int64 and Decimal128, which mingo's arithmetic does not know. */
export function isWide(value: unknown): value is Long | Decimal128 {
  return isLong(value) || value instanceof Decimal128;
}

/** Results as aggregation sees numbers: int32 and double are JavaScript numbers. */
export function plainNumber(value: BsonNumber): number | Long | Decimal128 {
  return isWide(value) ? value : toDouble(value);
}

type MingoOperator = (object: AnyObject, expression: never, options: Options) => unknown;

/** An arithmetic operator: null where an operand is null or missing, `wide` where one is int64 or Decimal128, mingo's else. */
export function arithmetic(name: string, mingo: MingoOperator, wide: (args: readonly unknown[]) => unknown, check: OperandCheck): Expression {
  return (object, expression, options) => {
    const args = evalExpr(object, isArray(expression) ? expression : [expression], options);
    if (!isArray(args) || args.some((arg) => arg === null || arg === undefined)) return null;
    check(name, args);
    if (args.some(isWide)) return wide(args);
    const literals = args.map((arg) => ({ $literal: arg }));
    return mingo(object, (UNARY.has(name) ? literals[0] : literals) as never, options);
  };
}

/** What mingo gives its operand to by itself, not in an array. */
const UNARY = new Set(['$abs', '$floor', '$ceil']);

export function sumOf(args: readonly unknown[]): unknown {
  const date = args.find((arg) => arg instanceof Date);
  const total = args.filter((arg) => !(arg instanceof Date)).map(numeric).reduce((sum, value) => required(addNumbers(sum, value)), 0);
  return date === undefined ? plainNumber(total) : new Date(date.getTime() + toDouble(total));
}

export function productOf(args: readonly unknown[]): unknown {
  return plainNumber(args.map(numeric).reduce((product, value) => required(multiplyNumbers(product, value)), 1));
}

export function differenceOf([left, right]: readonly unknown[]): unknown {
  if (left instanceof Date) return new Date(left.getTime() - toDouble(numeric(right)));
  return plainNumber(required(addNumbers(numeric(left), required(multiplyNumbers(numeric(right), -1)))));
}

/** A quotient is a double, or a Decimal128 where an argument is one. */
export function quotientOf([left, right]: readonly unknown[]): unknown {
  const [dividend, divisor] = [numeric(left), numeric(right)];
  if (toDouble(divisor) === 0) throw new CommandError('BadValue', "can't $divide by zero");
  const exact = [dividend, divisor].map((value) => toDecimal(value instanceof Decimal128 ? value : value instanceof Long ? value.toBigInt() : toDouble(value)));
  const [a, b] = exact;
  const decimal = dividend instanceof Decimal128 || divisor instanceof Decimal128;
  return decimal && a !== undefined && b !== undefined ? toDecimal128(divideDecimals(a, b)) : toDouble(dividend) / toDouble(divisor);
}

export function remainderOf([left, right]: readonly unknown[]): unknown {
  const [dividend, divisor] = [numeric(left), numeric(right)];
  if (toDouble(divisor) === 0) throw new CommandError('Location16610', "can't $mod by zero");
  if (dividend instanceof Decimal128 || divisor instanceof Decimal128) return Decimal128.fromString(String(toDouble(dividend) % toDouble(divisor)));
  return Long.fromBigInt(integerOf(dividend) % integerOf(divisor));
}

export function absoluteOf([value]: readonly unknown[]): unknown {
  const number = numeric(value);
  return toDouble(number) < 0 ? plainNumber(required(multiplyNumbers(number, -1))) : value;
}

/** `$round`, half to even, `$trunc`, `$floor` and `$ceil` of int64 and Decimal128. */
export function roundedTo(direction: 'even' | 'zero' | 'down' | 'up'): (args: readonly unknown[]) => unknown {
  return ([value, place]) => {
    const digits = place === undefined ? 0 : toDouble(numeric(place));
    if (value instanceof Long && digits >= 0) return value;
    const exact = toDecimal(value instanceof Long ? value.toBigInt() : (value as Decimal128));
    if (exact === undefined || exact.exponent >= -digits) return value;
    const divisor = 10n ** BigInt(-digits - exact.exponent);
    const rounded = { coefficient: divided(exact.coefficient, divisor, direction), exponent: -digits };
    return value instanceof Long ? Long.fromBigInt(truncateDecimal(rounded)) : toDecimal128(rounded);
  };
}

function divided(value: bigint, divisor: bigint, direction: 'even' | 'zero' | 'down' | 'up'): bigint {
  if (direction === 'even') return roundedDivision(value, divisor);
  const quotient = value / divisor;
  const remainder = value % divisor;
  if (direction === 'down' && remainder < 0n) return quotient - 1n;
  return direction === 'up' && remainder > 0n ? quotient + 1n : quotient;
}

function numeric(value: unknown): BsonNumber {
  if (isNumber(value)) return value;
  throw new CommandError('TypeMismatch', 'arithmetic supports numeric types only');
}

function required(value: BsonNumber | undefined): BsonNumber {
  return value ?? new Double(NaN);
}
