import * as mingo from 'mingo/operators/expression';
import { evalExpr } from 'mingo/core';
import { isArray } from '../bson/document';
import { isNumber, toDouble } from '../bson/number';
import { CommandError } from '../errors';
import { typeName } from '../query/type-names';
import type { Expression } from './arithmetic';

/** `$size`: a missing field is an error too, as everything that is no array. */
export const size: Expression = (object, expression, options) => {
  if (isArray(expression) && expression.length !== 1) throw new CommandError('Location16020', `Expression $size takes exactly 1 arguments. ${expression.length} were passed in.`);
  const value: unknown = evalExpr(object, isArray(expression) ? expression[0] : expression, options);
  if (!isArray(value)) throw new CommandError('Location17124', `The argument to $size must be an array, but was of type: ${typeName(value)}`);
  return value.length;
};

/** `$substrCP`, which counts code points. */
export const substring: Expression = (object, expression, options) => {
  const args = evalExpr(object, expression, options);
  if (!isArray(args) || args.length !== 3) throw new CommandError('Location16020', 'Expression $substrCP takes exactly 3 arguments.');
  const [text, start, length] = args;
  if (!isNumber(start)) throw new CommandError('Location34450', `$substrCP: starting index must be a numeric type (is BSON type ${typeName(start)})`);
  if (!isNumber(length)) throw new CommandError('Location34452', `$substrCP: length must be a numeric type (is BSON type ${typeName(length)})`);
  if (toDouble(length) < 0) throw new CommandError('Location34454', '$substrCP: length must be a nonnegative integer.');
  if (toDouble(start) < 0) throw new CommandError('Location34455', '$substrCP: the starting index must be nonnegative integer.');
  return mingo.$substrCP(object, [{ $literal: text }, toDouble(start), toDouble(length)], options);
};
