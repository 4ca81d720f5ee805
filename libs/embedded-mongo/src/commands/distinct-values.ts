import type { Collation } from '../bson/collation';
import { decode } from '../bson/document';
import { anyValueAt } from '../bson/path';
import { encodeValue } from '../bson/key';
import { compareValues } from '../bson/order';
import type { Found } from '../query/scan';
import { isArray } from '../bson/document';

/** The different values of a field, in BSON's order; of an array, its elements. */
export function distinctValues(found: Iterable<Found>, key: string, collation: Collation | undefined): unknown[] {
  const path = key.split('.');
  const values = new Map<string, unknown>();
  for (const { bytes } of found) {
    anyValueAt(decode(bytes, 'typed'), path, (value, isElement) => {
      if (value !== undefined && (isElement || !isArray(value))) {
        const identity = encodeValue(value, collation?.fold).toString('latin1');
        if (!values.has(identity)) values.set(identity, value);
      }
      return false;
    });
  }
  return [...values.values()].toSorted((a, b) => compareValues(a, b, collation?.compare));
}
