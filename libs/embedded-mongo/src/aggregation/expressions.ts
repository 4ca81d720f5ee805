import { Decimal128, Long, ObjectId } from 'bson';
import * as mingo from 'mingo/operators/expression';
import { evalExpr } from 'mingo/core';
import { isArray, isDocument } from '../bson/document';
import { compareValues, type StringOrder } from '../bson/order';
import { CommandError } from '../errors';
import { namesOf, typeName } from '../query/type-names';
import { shown } from '../storage/duplicate-key';
import {
  absoluteOf, differenceOf, type Expression, productOf, quotientOf, remainderOf, roundedTo, sumOf, widened,
} from './arithmetic';
import { dateTruncation } from './date-truncation';

/** Expression operators that replace mingo's where those do not know BSON's types or their order. */
export function expressionOperators(strings: StringOrder | undefined): Record<`$${string}`, Expression> {
  return { ...comparisons(strings), ...ARITHMETIC, ...TYPES, $convert: convert, $dateTrunc: dateTruncation, $function: refuseFunction };
}

function comparisons(strings: StringOrder | undefined): Record<`$${string}`, Expression> {
  const comparing = (accepts: (order: number) => unknown): Expression => (object, expression, options) => {
    const args = evalExpr(object, expression, options);
    if (!isArray(args) || args.length !== 2) throw new CommandError('Location16020', 'a comparison takes exactly 2 arguments');
    return accepts(Math.sign(compareWithMissing(args[0], args[1], strings)));
  };
  return {
    $eq: comparing((order) => order === 0),
    $ne: comparing((order) => order !== 0),
    $gt: comparing((order) => order > 0),
    $gte: comparing((order) => order >= 0),
    $lt: comparing((order) => order < 0),
    $lte: comparing((order) => order <= 0),
    $cmp: comparing((order) => order),
  };
}

/** In an expression, unlike in a query, a missing field is less than null. */
function compareWithMissing(a: unknown, b: unknown, strings: StringOrder | undefined): number {
  if (a === undefined || b === undefined) {
    if (a === b) return 0;
    const [present, sign] = a === undefined ? [b, -1] : [a, 1];
    return present === null ? sign : compareValues(a, b, strings);
  }
  return compareValues(a, b, strings);
}

const ARITHMETIC: Record<`$${string}`, Expression> = {
  $add: widened(mingo.$add, sumOf),
  $multiply: widened(mingo.$multiply, productOf),
  $subtract: widened(mingo.$subtract, differenceOf),
  $divide: widened(mingo.$divide, quotientOf),
  $mod: widened(mingo.$mod, remainderOf),
  $abs: widened(mingo.$abs, absoluteOf),
  $round: widened(mingo.$round, roundedTo('even')),
  $trunc: widened(mingo.$trunc, roundedTo('zero')),
  $floor: widened(mingo.$floor, roundedTo('down')),
  $ceil: widened(mingo.$ceil, roundedTo('up')),
};

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
    return value instanceof Long || value instanceof Decimal128 ? Number(value.toString()) : mingo.$toDouble(object, { $literal: value }, options);
  },
  $toLong: (object, expression, options) => {
    const value = evalExpr(object, expression, options);
    if (value instanceof Long) return value;
    const converted = mingo.$toLong(object, { $literal: value instanceof Decimal128 ? Number(value.toString()) : value }, options);
    return typeof converted === 'number' ? Long.fromNumber(converted) : converted;
  },
  $toDecimal: (object, expression, options) => toDecimal128(evalExpr(object, expression, options)),
} satisfies Record<`$${string}`, Expression>;

/** The operators that `$convert` stands for. */
const CONVERSIONS: Readonly<Record<string, Expression | undefined>> = {
  double: TYPES.$toDouble, string: TYPES.$toString, objectId: TYPES.$toObjectId, date: TYPES.$toDate, long: TYPES.$toLong, decimal: TYPES.$toDecimal,
  bool: (object, expression, options) => mingo.$toBool(object, expression, options),
  int: (object, expression, options) => mingo.$toInt(object, expression, options),
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
    if (!('onError' in expression)) throw new CommandError('ConversionFailure', error instanceof Error ? error.message : String(error));
    return evalExpr(object, expression['onError'], options);
  }
};

/** mingo writes its window stage with functions of its own; from the wire none can come, only their text, which is not run. */
const refuseFunction: Expression = (object, expression, options) => {
  if (isDocument(expression) && typeof expression['body'] === 'function') return mingo.$function(object, expression, options);
  throw new CommandError('NotImplemented', 'The expression $function is not implemented');
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
    throw new CommandError('ConversionFailure', `Failed to parse number ${shown(value)} in $convert with no onError value`);
  }
}
