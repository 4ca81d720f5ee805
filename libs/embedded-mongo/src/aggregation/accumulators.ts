import * as mingo from 'mingo/operators/accumulator';
import type { AnyObject, Options } from 'mingo/types';
import { isArray, isDocument } from '../bson/document';
import { type BsonNumber, isNumber, toDouble } from '../bson/number';
import { CommandError } from '../errors';
import { compareValues, type StringOrder } from '../bson/order';
import { encodeValue } from '../bson/key';
import { isWide, quotientOf, sumOf } from './arithmetic';

type Accumulator = (items: AnyObject[], expression: unknown, options: Options) => unknown;

const NAMES = new Set([
  '$sum', '$avg', '$min', '$max', '$push', '$addToSet', '$first', '$last', '$firstN', '$lastN', '$top', '$topN', '$bottom', '$bottomN', '$maxN', '$minN',
  '$stdDevPop', '$stdDevSamp', '$mergeObjects', '$count', '$median', '$percentile', '$accumulator',
]);

/** Checks a field of `$group`. @throws {CommandError} as MongoDB's parser does */
export function checkAccumulator(field: string, value: unknown): void {
  const [name, ...more] = isDocument(value) ? Object.keys(value) : [];
  if (name?.startsWith('$') !== true) throw new CommandError('Location40234', `The field '${field}' must be an accumulator object`);
  if (field.includes('.')) throw new CommandError('Location40235', `The field name '${field}' cannot contain '.'`);
  if (more.length > 0) throw new CommandError('Location40238', `The field '${field}' must specify one accumulator`);
  if (!NAMES.has(name)) throw new CommandError('Location15952', `unknown group operator '${name}'`);
}

/** Accumulators that replace mingo's where those do not know BSON's numbers or their order. */
export function accumulatorOperators(strings: StringOrder | undefined): Record<`$${string}`, Accumulator> {
  return {
    $sum: (items, expression, options) => totalOf(valuesOf(items, expression, options).filter(isNumber)),
    $avg: (items, expression, options) => {
      const numbers = valuesOf(items, expression, options).filter(isNumber);
      return numbers.length === 0 ? null : quotientOf([totalOf(numbers), numbers.length]);
    },
    $min: (items, expression, options) => extreme(valuesOf(items, expression, options), (order) => order < 0, strings),
    $max: (items, expression, options) => extreme(valuesOf(items, expression, options), (order) => order > 0, strings),
    $push: (items, expression, options) => valuesOf(items, expression, options).filter((value) => value !== undefined),
    $accumulator: () => {
      throw new CommandError('NotImplemented', 'The accumulator $accumulator is not implemented');
    },
    $addToSet: (items, expression, options) => {
      const present = valuesOf(items, expression, options).filter((value) => value !== undefined);
      return [...new Map(present.map((value) => [encodeValue(value).toString('latin1'), value])).values()];
    },
  };
}

/** mingo would pass over NaN. */
function totalOf(numbers: readonly BsonNumber[]): unknown {
  return numbers.some(isWide) ? sumOf(numbers) : numbers.reduce<number>((sum, number) => sum + toDouble(number), 0);
}

/**
 * The expression's value for each item; as an expression the items are the values themselves. mingo turns missing values into null,
 * so each is boxed.
 */
function valuesOf(items: AnyObject[], expression: unknown, options: Options): unknown[] {
  if (expression === null || expression === undefined) return items;
  const boxed = mingo.$push(items, [expression], options);
  return boxed.map((box) => (isArray(box) ? box[0] : undefined));
}

/** Null and missing values do not count. */
function extreme(values: readonly unknown[], better: (order: number) => boolean, strings: StringOrder | undefined): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    if (best === null || better(compareValues(value, best, strings))) best = value;
  }
  return best;
}

