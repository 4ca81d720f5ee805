import { type Document, isArray, isDocument, toPlain } from '../bson/document';
import { isNumber, toDouble } from '../bson/number';
import { compareValues, equalValues } from '../bson/order';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { isOperatorExpression } from '../query/normalize-filter';
import { documentOrder, parseSort } from '../query/sort';
import { typeName } from '../query/type-names';
import { UNCHANGED, type ValueUpdate } from './scalar-operators';

export const ARRAY_OPERATORS: Readonly<Record<string, ValueUpdate>> = {
  $push: (current, operand, { path }) => push(arrayOrNew('$push', current, path), operand),
  $addToSet: (current, operand, { path }) => addToSet(arrayOrNew('$addToSet', current, path), operand),
  $pop: (current, operand, { path }) => pop(current, operand, path),
  $pull: (current, operand, { path }) => removeWhere('$pull', current, path, pullTest(operand)),
  $pullAll: (current, operand, { path }) => {
    if (!isArray(operand)) throw new CommandError('BadValue', `$pullAll requires an array argument but was given a ${typeName(operand)}`);
    return removeWhere('$pullAll', current, path, (element) => operand.some((value) => equalValues(value, element)));
  },
};

function arrayOrNew(operator: string, current: unknown, path: string): unknown[] {
  if (current === undefined) return [];
  if (isArray(current)) return current;
  throw new CommandError('BadValue', `The field '${path}' must be an array but is of type ${typeName(current)} (${operator})`);
}

const PUSH_MODIFIERS = ['$each', '$slice', '$sort', '$position'];

function push(array: unknown[], operand: unknown): unknown[] {
  if (!isDocument(operand) || !('$each' in operand)) return [...array, operand];
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.includes(key));
  if (unknown !== undefined) throw new CommandError('BadValue', `Unrecognized clause in $push: ${unknown}`);
  const { $each: each, $position: position, $sort: sort, $slice: slice } = operand;
  if (!isArray(each)) throw new CommandError('BadValue', 'The argument to $each in $push must be an array');
  const at = integer(position, '$position') ?? array.length;
  const start = at < 0 ? Math.max(0, array.length + at) : at;
  const grown = [...array.slice(0, start), ...each, ...array.slice(start)];
  const ordered = sort === undefined ? grown : sortElements(grown, sort);
  const limit = integer(slice, '$slice');
  if (limit === undefined) return ordered;
  return limit < 0 ? ordered.slice(limit) : ordered.slice(0, limit);
}

function integer(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (isNumber(value) && Number.isInteger(toDouble(value))) return toDouble(value);
  throw new CommandError('BadValue', `The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
}

function sortElements(elements: unknown[], sort: unknown): unknown[] {
  if (isNumber(sort)) {
    const direction = toDouble(sort);
    if (direction !== 1 && direction !== -1) throw new CommandError('BadValue', 'The $sort element value must be either 1 or -1');
    return elements.toSorted((a, b) => direction * compareValues(a, b));
  }
  if (!isDocument(sort)) throw new CommandError('BadValue', 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  const order = documentOrder(parseSort(sort), undefined);
  return elements.toSorted((a, b) => order(asDocument(a), asDocument(b)));
}

/** What is no document has none of the fields that are sorted by. */
function asDocument(value: unknown): Document {
  return isDocument(value) ? value : {};
}

function addToSet(array: unknown[], operand: unknown): unknown {
  const each = isDocument(operand) && '$each' in operand ? operand['$each'] : [operand];
  if (!isArray(each)) throw new CommandError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  const grown = [...array];
  for (const value of each) if (!grown.some((known) => equalValues(known, value))) grown.push(value);
  return grown;
}

function pop(current: unknown, operand: unknown, path: string): unknown {
  const end = isNumber(operand) ? toDouble(operand) : NaN;
  if (end !== 1 && end !== -1) throw new CommandError('FailedToParse', '$pop expects 1 or -1');
  if (current === undefined) return UNCHANGED;
  if (!isArray(current)) throw new CommandError('TypeMismatch', `Path '${path}' contains an element of non-array type '${typeName(current)}'`);
  return end === 1 ? current.slice(0, -1) : current.slice(1);
}

function removeWhere(operator: string, current: unknown, _path: string, test: (element: unknown) => boolean): unknown {
  if (current === undefined) return UNCHANGED;
  if (!isArray(current)) throw new CommandError('BadValue', `Cannot apply ${operator} to a non-array value`);
  return current.filter((element) => !test(element));
}

/** A document is a query of the elements, operators are conditions on their values, anything else is a value to equal. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isOperatorExpression(operand) || toPlain(operand) instanceof RegExp) {
    const filter = compileFilter({ element: operand });
    return (element) => !isArray(element) && filter.matches({ element: filter.decoding === 'plain' ? toPlain(element) : element });
  }
  if (!isDocument(operand)) return (element) => equalValues(element, operand);
  const filter = compileFilter(operand);
  return (element) => isDocument(element) && filter.matches(element);
}
