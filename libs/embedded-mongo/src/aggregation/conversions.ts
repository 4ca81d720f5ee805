import { Decimal128, Long, ObjectId } from 'bson';
import * as mingo from 'mingo/operators/expression';
import { evalExpr } from 'mingo/core';
import { isArray, isDocument } from '../bson/document';
import { CommandError } from '../errors';
import { namesOf, typeName } from '../query/type-names';
import { shown } from '../storage/duplicate-key';
import type { Expression } from './arithmetic';

const WHOLE_NUMBER = /^[+-]?\d+$/;

const TYPES = {
  $type: (object, expression, options) => typeName(evalExpr(object, expression, options)),
  $isNumber: (object, expression, options) => ['int', 'long', 'double', 'decimal'].includes(typeName(evalExpr(object, expression, options))),
  $toObjectId: (object, expression, options) => toObjectId(evalExpr(object, expression, options)),
  $toString: (object, expression, options) => {
    const value = evalExpr(object, expression, options);
    if (value instanceof ObjectId) return value.toHexString();
    return value instanceof Long || value instanceof Decimal128 ? value.toString() : mingo.$toString(object, { $literal: value }, options);
  },
  $toDate: (object, expression, options) => {
    const value = evalExpr(object, expression, options);
    if (value instanceof ObjectId) return value.getTimestamp();
    return mingo.$toDate(object, { $literal: value instanceof Long ? value.toNumber() : value }, options);
  },
  $toDouble: (object, expression, options) => {
    const value = evalExpr(object, expression, options);
    checkText(value, /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i);
    return value instanceof Long || value instanceof Decimal128 ? Number(value.toString()) : mingo.$toDouble(object, { $literal: value }, options);
  },
  $toLong: (object, expression, options) => {
    const value = evalExpr(object, expression, options);
    if (value instanceof Long) return value;
    checkText(value, WHOLE_NUMBER);
    const converted = mingo.$toLong(object, { $literal: value instanceof Decimal128 ? Number(value.toString()) : value }, options);
    return typeof converted === 'number' ? Long.fromNumber(converted) : converted;
  },
  $toInt: (object, expression, options) => {
    const value = evalExpr(object, expression, options);
    checkText(value, WHOLE_NUMBER);
    return mingo.$toInt(object, { $literal: value instanceof Long || value instanceof Decimal128 ? Number(value.toString()) : value }, options);
  },
  $toDecimal: (object, expression, options) => toDecimal128(evalExpr(object, expression, options)),
} satisfies Record<`$${string}`, Expression>;

/** The operators that `$convert` stands for. */
const CONVERSIONS: Readonly<Record<string, Expression | undefined>> = {
  double: TYPES.$toDouble, string: TYPES.$toString, objectId: TYPES.$toObjectId, date: TYPES.$toDate, long: TYPES.$toLong, decimal: TYPES.$toDecimal,
  bool: (object, expression, options) => mingo.$toBool(object, expression, options),
  int: TYPES.$toInt,
};

const convert: Expression = (object, expression, options) => {
  if (!isDocument(expression)) throw new CommandError('FailedToParse', '$convert expects an object of named arguments');
  const input = evalExpr(object, expression['input'], options);
  if (input === null || input === undefined) return evalExpr(object, expression['onNull'], options) ?? null;
  const to = evalExpr(object, expression['to'], options);
  const conversion = CONVERSIONS[typeof to === 'string' ? to : (namesOf(to)[0] ?? '')];
  if (conversion === undefined) throw new CommandError('NotImplemented', `$convert to ${shown(to)} is not implemented`);
  try {
    return conversion(object, { $literal: input }, options);
  } catch (error) {
    if (!('onError' in expression)) throw asConversionFailure(error);
    return evalExpr(object, expression['onError'], options);
  }
};

/** A conversion by itself: what it cannot convert is a ConversionFailure, not mingo's complaint. */
function strict(conversion: Expression): Expression {
  return (object, expression, options) => {
    const input = evalExpr(object, operandOf(expression), options);
    try {
      return conversion(object, { $literal: input }, options);
    } catch (error) {
      throw asConversionFailure(error);
    }
  };
}

/** `{$toInt: ['$a']}` means the same as `{$toInt: '$a'}`. */
function operandOf(expression: unknown): unknown {
  return isArray(expression) && expression.length === 1 ? expression[0] : expression;
}

function asConversionFailure(error: unknown): CommandError {
  return error instanceof CommandError ? error : new CommandError('ConversionFailure', error instanceof Error ? error.message.replace(/^mingo: /, '') : String(error));
}

/** JavaScript takes more for a number than MongoDB does: an empty text, spaces, hexadecimal digits. */
function checkText(value: unknown, pattern: RegExp): void {
  if (typeof value === 'string' && !pattern.test(value)) throw notANumber(value);
}

function notANumber(value: unknown): CommandError {
  return new CommandError('ConversionFailure', `Failed to parse number ${shown(value)} in $convert with no onError value`);
}

/** Operators that tell or change a value's type. */
export const conversions: Record<`$${string}`, Expression> = {
  ...TYPES,
  ...Object.fromEntries(Object.entries(TYPES).filter(([name]) => name.startsWith('$to')).map(([name, conversion]) => [name, strict(conversion)])),
  $convert: convert,
};

function toObjectId(value: unknown): ObjectId | null {
  if (value === null || value === undefined) return null;
  if (value instanceof ObjectId) return value;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw new CommandError('ConversionFailure', `Failed to parse objectId ${shown(value)} in $convert with no onError value`);
}

function toDecimal128(value: unknown): Decimal128 | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Decimal128) return value;
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
  try {
    return Decimal128.fromString(typeof value === 'string' || value instanceof Long || typeof value === 'number' ? value.toString() : '');
  } catch {
    throw notANumber(value);
  }
}
