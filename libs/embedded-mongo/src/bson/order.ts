import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { fieldsOf, isArray, isDocument } from './document';
import { compareNumbers, isNumber } from './number';
import { patternOf } from './regular-expression';

/**
 * MongoDB's order of types: values of different ranks compare by rank alone. Ranks are at least 1, so that 0 can end a sequence
 * in an index key. `EMPTY_ARRAY` is what an index and a sort see of an array without elements.
 */
export const RANK = {
  minKey: 1, emptyArray: 2, null: 3, number: 4, string: 5, object: 6, array: 7, binary: 8, objectId: 9,
  boolean: 10, date: 11, timestamp: 12, regex: 13, code: 14, codeWithScope: 15, maxKey: 16,
} as const;

/** Stands for an array without elements in sort keys and index keys. */
export const EMPTY_ARRAY = Symbol('empty array');

/** @returns the rank of a value; missing (`undefined`) ranks as null */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined': return RANK.null;
    case 'number': case 'bigint': return RANK.number;
    case 'string': return RANK.string;
    case 'boolean': return RANK.boolean;
    case 'symbol': return RANK.emptyArray;
    default: return value === null ? RANK.null : rankOfObject(value);
  }
}

function rankOfObject(value: unknown): number {
  if (isDocument(value)) return RANK.object;
  if (isArray(value)) return RANK.array;
  if (value instanceof ObjectId) return RANK.objectId;
  if (value instanceof Date) return RANK.date;
  if (value instanceof Timestamp) return RANK.timestamp;
  if (value instanceof Int32 || value instanceof Double || value instanceof Long || value instanceof Decimal128) return RANK.number;
  if (value instanceof Binary || ArrayBuffer.isView(value)) return RANK.binary;
  if (value instanceof RegExp || value instanceof BSONRegExp) return RANK.regex;
  if (value instanceof BSONSymbol) return RANK.string;
  if (value instanceof MinKey) return RANK.minKey;
  if (value instanceof MaxKey) return RANK.maxKey;
  if (value instanceof Code) return value.scope === null ? RANK.code : RANK.codeWithScope;
  throw new TypeError('a value that BSON has no type for');
}

/** How strings compare where a collation is given. */
export type StringOrder = (a: string, b: string) => number;

/** Negative, zero or positive, over all BSON types, as MongoDB sorts. Strings by their UTF-8 bytes unless `strings` says otherwise. */
export function compareValues(a: unknown, b: unknown, strings: StringOrder = compareStrings): number {
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') return strings(a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (isDocument(a) && isDocument(b)) return compareFields(fieldsOf(a), fieldsOf(b), strings);
  if (isArray(a) && isArray(b)) return compareItems(a, b, strings);
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  return compareRareTypes(a, b, rank, strings);
}

function compareRareTypes(a: unknown, b: unknown, rank: number, strings: StringOrder): number {
  if (rank === RANK.string) return strings(String(a), String(b));
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  if (rank === RANK.binary) return compareBinaries(binaryOf(a), binaryOf(b));
  if (isRegex(a) && isRegex(b)) {
    const [left, right] = [patternOf(a), patternOf(b)];
    return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
  }
  if (a instanceof Code && b instanceof Code) {
    return compareStrings(a.code, b.code) || compareValues(a.scope ?? {}, b.scope ?? {}, strings);
  }
  return 0;
}

function isRegex(value: unknown): value is RegExp | BSONRegExp {
  return value instanceof RegExp || value instanceof BSONRegExp;
}

export interface BinaryValue {
  readonly subtype: number;
  readonly bytes: Uint8Array;
}

export function binaryOf(value: unknown): BinaryValue {
  if (value instanceof Binary) return { subtype: value.sub_type, bytes: value.buffer.subarray(0, value.position) };
  if (value instanceof Uint8Array) return { subtype: 0, bytes: value };
  throw new TypeError('no binary value');
}

/** By length, then by subtype, then by content. */
function compareBinaries(a: BinaryValue, b: BinaryValue): number {
  return a.bytes.length - b.bytes.length || a.subtype - b.subtype || Buffer.compare(a.bytes, b.bytes);
}

/** Field by field in their order: by type, then by name, then by value; the shorter one first. */
function compareFields(a: [string, unknown][], b: [string, unknown][], strings: StringOrder): number {
  for (const [index, [name, value]] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = rankOf(value) - rankOf(other[1]) || compareStrings(name, other[0]) || compareValues(value, other[1], strings);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareItems(a: unknown[], b: unknown[], strings: StringOrder): number {
  for (const [index, value] of a.entries()) {
    if (index >= b.length) return 1;
    const difference = compareValues(value, b[index], strings);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** By code point, which is the order of UTF-8 bytes; JavaScript's own `<` orders by UTF-16 code unit. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return codePointOrder(x) - codePointOrder(y);
  }
  return a.length - b.length;
}

/** Moves surrogates, which stand for the highest code points, above all other code units. */
function codePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** True where both are the same to a query: numbers of different types with one value are. */
export function equalValues(a: unknown, b: unknown, strings?: StringOrder): boolean {
  return compareValues(a, b, strings) === 0;
}
