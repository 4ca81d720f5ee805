import { Binary, BSONRegExp, DBRef, Decimal128, deserialize, Double, Int32, Long, ObjectId, serialize } from 'bson';
import { toRegExp } from './regular-expression';

/** A document, or an embedded one, by field name in field order. */
export type Document = Record<string, unknown>;

/** How values arrive after decoding: `typed` keeps every BSON type apart; `plain` has JavaScript numbers and regular expressions. */
export type Decoding = 'typed' | 'plain';

const TYPED = { promoteValues: false, bsonRegExp: true } as const;
const PLAIN = { promoteLongs: false, promoteBuffers: false, bsonRegExp: false } as const;

/** Largest document MongoDB stores. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

export function decode(bytes: Uint8Array, decoding: Decoding): Document {
  return deserialize(bytes, decoding === 'typed' ? TYPED : PLAIN);
}

export function encode(document: Document): Buffer {
  return Buffer.from(serialize(document, { ignoreUndefined: true }));
}

/** True for what BSON calls an object: no array, no date, no value of a BSON class. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (value instanceof Date || value instanceof RegExp || ArrayBuffer.isView(value)) return false;
  return !('_bsontype' in value) || value instanceof DBRef;
}

export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** The fields of an object; a DBRef is one with the fields `$ref` and `$id`. */
export function fieldsOf(value: Document): [string, unknown][] {
  return Object.entries(value instanceof DBRef ? value.toJSON() : value);
}

/** The same value with Int32 and Double as JavaScript numbers and BSON regular expressions as JavaScript ones. */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof BSONRegExp) return toRegExp(value.pattern, value.options);
  if (isArray(value)) return value.map(toPlain);
  if (!isDocument(value)) return value;
  return toPlainDocument(value);
}

export function toPlainDocument(document: Document): Document {
  const plain: Document = {};
  for (const [key, value] of fieldsOf(document)) defineField(plain, key, toPlain(value));
  return plain;
}

/** Assigns a field of any name; a plain assignment of `__proto__` would change the prototype instead. */
export function defineField(target: Document, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}

/** The value of an own field; inherited names such as `constructor` are missing. */
export function ownField(document: Document, key: string): unknown {
  return Object.hasOwn(document, key) ? document[key] : undefined;
}

/** A deep copy that shares nothing that could be changed in place. */
export function copyValue<T>(value: T): T;
export function copyValue(value: unknown): unknown {
  if (isArray(value)) return value.map((item) => copyValue(item));
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const [key, item] of fieldsOf(value)) defineField(copy, key, copyValue(item));
  return copy;
}

export { Binary, Decimal128, Double, Int32, Long, ObjectId };
