import type { Collation } from '../bson/collation';
import { isArray } from '../bson/document';
import { integerOf, isNumber, toDouble } from '../bson/number';
import { binaryOf, compareValues, equalValues, RANK, rankOf } from '../bson/order';
import { CommandError } from '../errors';
import { typeTest } from './type-names';

/** Whether one value fulfils an operator. A missing field is undefined. */
export type ValuePredicate = (value: unknown) => boolean;

/** What an operator demands of a value: the operators of which any value on the path must fulfil it. */
export function valuePredicate(operator: string, operand: unknown, collation: Collation | undefined): ValuePredicate | undefined {
  const strings = collation?.compare;
  switch (operator) {
    case '$eq': return (value) => equalValues(value, operand, strings);
    case '$gt': return comparison(operand, collation, (order) => order > 0, false);
    case '$gte': return comparison(operand, collation, (order) => order >= 0, true);
    case '$lt': return comparison(operand, collation, (order) => order < 0, false);
    case '$lte': return comparison(operand, collation, (order) => order <= 0, true);
    case '$in': return isArray(operand) ? membership(operand, collation) : undefined;
    case '$regex': return operand instanceof RegExp ? pattern(operand) : undefined;
    case '$mod': return isArray(operand) ? modulo(operand) : undefined;
    case '$type': return typeTest(operand);
    case '$bitsAllSet': return bits(operand, (set, mask) => (set & mask) === mask);
    case '$bitsAnySet': return bits(operand, (set, mask) => (set & mask) !== 0n);
    case '$bitsAllClear': return bits(operand, (set, mask) => (set & mask) === 0n);
    case '$bitsAnyClear': return bits(operand, (set, mask) => (set & mask) !== mask);
    default: return undefined;
  }
}

/** Only values of the operand's type compare; MinKey and MaxKey compare with all. NaN is neither above nor below anything. */
function comparison(operand: unknown, collation: Collation | undefined, accepts: (order: number) => boolean, orEqual: boolean): ValuePredicate {
  const rank = rankOf(operand);
  const acrossTypes = rank === RANK.minKey || rank === RANK.maxKey;
  return (value) => {
    if (value === undefined && rank !== RANK.null) return false;
    if (!acrossTypes && rankOf(value) !== rank) return false;
    if (isNaNValue(operand) || (!acrossTypes && isNaNValue(value))) return orEqual && isNaNValue(operand) && isNaNValue(value);
    return accepts(compareValues(value, operand, collation?.compare));
  };
}

function isNaNValue(value: unknown): boolean {
  return isNumber(value) && Number.isNaN(toDouble(value));
}

function membership(operands: unknown[], collation: Collation | undefined): ValuePredicate {
  const patterns = operands.filter((operand) => operand instanceof RegExp).map(pattern);
  const strings = new Set(collation === undefined ? operands.filter((operand) => typeof operand === 'string') : []);
  const others = operands.filter((operand) => !(operand instanceof RegExp) && (collation !== undefined || typeof operand !== 'string'));
  return (value) => {
    if (typeof value === 'string' && strings.has(value)) return true;
    return others.some((operand) => equalValues(value, operand, collation?.compare)) || patterns.some((test) => test(value));
  };
}

/** Matches strings, and regular expressions that are the same. */
function pattern(regex: RegExp): ValuePredicate {
  return (value) => (typeof value === 'string' ? regex.test(value) : value instanceof RegExp && equalValues(value, regex));
}

function modulo([divisor, remainder]: unknown[]): ValuePredicate {
  if (!isNumber(divisor) || !isNumber(remainder)) throw new CommandError('BadValue', 'malformed mod, divisor and remainder must be numbers');
  const by = integerOf(divisor);
  const rest = integerOf(remainder);
  if (by === 0n) throw new CommandError('BadValue', 'divisor cannot be 0');
  return (value) => isNumber(value) && Number.isFinite(toDouble(value)) && integerOf(value) % by === rest;
}

function bits(operand: unknown, accepts: (set: bigint, mask: bigint) => boolean): ValuePredicate {
  const mask = maskOf(operand);
  return (value) => {
    if (isNumber(value)) return Number.isInteger(toDouble(value)) && accepts(BigInt.asUintN(64, integerOf(value)), mask);
    return rankOf(value) === RANK.binary && accepts(bitsOfBytes(binaryOf(value).bytes), mask);
  };
}

function maskOf(operand: unknown): bigint {
  if (isArray(operand)) return operand.reduce<bigint>((mask, position) => mask | (1n << BigInt(Number(position))), 0n);
  if (isNumber(operand) && toDouble(operand) >= 0 && Number.isInteger(toDouble(operand))) return integerOf(operand);
  if (rankOf(operand) === RANK.binary) return bitsOfBytes(binaryOf(operand).bytes);
  throw new CommandError('BadValue', 'takes an Array, a number, or a BinData');
}

/** Bit 0 is the lowest bit of the first byte. */
function bitsOfBytes(bytes: Uint8Array): bigint {
  return bytes.reduce((all, byte, position) => all | (BigInt(byte) << BigInt(8 * position)), 0n);
}
