import { Binary, BSONRegExp, BSONSymbol, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { isArray, isDocument } from '../bson/document';
import { isNumber, numericType } from '../bson/number';
import { CommandError } from '../errors';

/** BSON type numbers by the names that `$type` takes. */
const TYPE_NUMBERS: Readonly<Record<string, number>> = {
  double: 1, string: 2, object: 3, array: 4, binData: 5, undefined: 6, objectId: 7, bool: 8, date: 9, null: 10, regex: 11,
  dbPointer: 12, javascript: 13, symbol: 14, javascriptWithScope: 15, int: 16, timestamp: 17, long: 18, decimal: 19, minKey: -1, maxKey: 127,
};

const NUMERIC = ['double', 'int', 'long', 'decimal'];

/** The name of a value's BSON type; `missing` for undefined. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (isNumber(value)) return numericType(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (isArray(value)) return 'array';
  if (isDocument(value)) return 'object';
  return nameOfClass(value);
}

function nameOfClass(value: unknown): string {
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Binary || ArrayBuffer.isView(value)) return 'binData';
  if (value instanceof RegExp || value instanceof BSONRegExp) return 'regex';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Code) return value.scope === null ? 'javascript' : 'javascriptWithScope';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof MinKey) return 'minKey';
  return value instanceof MaxKey ? 'maxKey' : 'undefined';
}

/** `$type`: one type or several, by name or number. */
export function typeTest(operand: unknown): (value: unknown) => boolean {
  const wanted = new Set((isArray(operand) ? operand : [operand]).flatMap(namesOf));
  return (value) => wanted.has(typeName(value));
}

/** The names that a type's name or number stands for; `number` is four. @throws {CommandError} BadValue */
export function namesOf(type: unknown): string[] {
  if (type === 'number') return NUMERIC;
  if (typeof type === 'string') {
    if (type in TYPE_NUMBERS) return [type];
    throw new CommandError('BadValue', `Unknown type name alias: ${type}`);
  }
  const name = Object.keys(TYPE_NUMBERS).find((known) => TYPE_NUMBERS[known] === type);
  if (name === undefined) throw new CommandError('BadValue', `Invalid numerical type code: ${String(type)}`);
  return [name];
}
