import { BSONRegExp, Decimal128, Long, ObjectId } from 'bson';
import { type Document, fieldsOf, isArray, isDocument, toPlain } from '../bson/document';
import { CommandError } from '../errors';
import { type IndexDefinition, keyPattern } from './index-definition';

/** E11000 as MongoDB words it, with the pattern and the values that drivers and Mongoose plugins read. */
export function duplicateKeyError(namespace: string, index: IndexDefinition, values: readonly unknown[]): CommandError {
  const keyValue = Object.fromEntries(index.fields.map(({ path }, position) => [path, storable(values[position])]));
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${shown(keyValue)}`;
  return new CommandError('DuplicateKey', message, { keyPattern: keyPattern(index), keyValue });
}

/** A missing field collides as null does; the empty array's marker is what MongoDB shows as undefined. */
function storable(value: unknown): unknown {
  return value === undefined || typeof value === 'symbol' ? null : value;
}

/** A value as MongoDB writes it into messages. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || value === undefined) return 'null';
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Long || value instanceof Decimal128) return value.toString();
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (isArray(value)) return `[ ${value.map(shown).join(', ')} ]`;
  if (isDocument(value)) return shownFields(value);
  const plain = toPlain(value);
  return typeof plain === 'object' && plain !== null && 'toString' in plain ? plain.constructor.name : String(plain);
}

function shownFields(document: Document): string {
  const fields = fieldsOf(document).map(([name, value]) => `${name}: ${shown(value)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
