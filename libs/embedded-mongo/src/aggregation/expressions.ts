import * as mingo from 'mingo/operators/expression';
import { evalExpr } from 'mingo/core';
import { isArray, isDocument } from '../bson/document';
import { compareValues, type StringOrder } from '../bson/order';
import { CommandError } from '../errors';
import {
  absoluteOf, arithmetic, differenceOf, type Expression, productOf, quotientOf, remainderOf, roundedTo, sumOf,
} from './arithmetic';
import { conversions } from './conversions';
import { dateTruncation } from './date-truncation';
import { numbersOrDates, onlyNumbers, subtractable } from './operands';
import { size, substring } from './sizes';

/** Expression operators that replace mingo's where those do not know BSON's types or their order. */
export function expressionOperators(strings: StringOrder | undefined): Record<`$${string}`, Expression> {
  return {
    ...comparisons(strings), ...ARITHMETIC, ...conversions, $dateTrunc: dateTruncation, $size: size, $substrCP: substring, $function: refuseFunction,
  };
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
  $add: arithmetic('$add', mingo.$add, sumOf, numbersOrDates),
  $multiply: arithmetic('$multiply', mingo.$multiply, productOf, onlyNumbers('TypeMismatch')),
  $subtract: arithmetic('$subtract', mingo.$subtract, differenceOf, subtractable),
  $divide: arithmetic('$divide', mingo.$divide, quotientOf, onlyNumbers('TypeMismatch')),
  $mod: arithmetic('$mod', mingo.$mod, remainderOf, onlyNumbers('Location16611')),
  $abs: arithmetic('$abs', mingo.$abs, absoluteOf, onlyNumbers('Location28765')),
  $round: arithmetic('$round', mingo.$round, roundedTo('even'), onlyNumbers('Location51081')),
  $trunc: arithmetic('$trunc', mingo.$trunc, roundedTo('zero'), onlyNumbers('Location51081')),
  $floor: arithmetic('$floor', mingo.$floor, roundedTo('down'), onlyNumbers('Location28765')),
  $ceil: arithmetic('$ceil', mingo.$ceil, roundedTo('up'), onlyNumbers('Location28765')),
};

/** mingo writes its window stage with functions of its own; from the wire none can come, only their text, which is not run. */
const refuseFunction: Expression = (object, expression, options) => {
  if (isDocument(expression) && typeof expression['body'] === 'function') return mingo.$function(object, expression, options);
  throw new CommandError('NotImplemented', 'The expression $function is not implemented');
};
