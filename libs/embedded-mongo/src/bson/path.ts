import { isArray, isDocument, ownField } from './document';

/** Calls `test` with values until it returns true. */
export type ValueTest = (value: unknown, isArrayElement: boolean) => boolean;

const INDEX = /^(?:0|[1-9]\d*)$/;

export function isIndex(field: string): boolean {
  return INDEX.test(field);
}

/**
 * True where `test` accepts any of the values a dotted path leads to. Arrays on the way are entered, an array at the end is tried
 * element by element and as a whole; a missing field is tried as undefined.
 */
export function anyValueAt(document: unknown, path: readonly string[], test: ValueTest, position = 0): boolean {
  return anyLeafAt(document, path, (leaf) => (isArray(leaf) && leaf.some((element) => test(element, true))) || test(leaf, false), position);
}

/** The same without looking into an array at the end of the path. */
export function anyLeafAt(value: unknown, path: readonly string[], test: (leaf: unknown) => boolean, position = 0): boolean {
  const field = path[position];
  if (field === undefined) return test(value);
  if (isDocument(value)) return anyLeafAt(ownField(value, field), path, test, position + 1);
  if (!isArray(value)) return test(undefined);
  if (isIndex(field) && Number(field) < value.length && anyLeafAt(value[Number(field)], path, test, position + 1)) return true;
  return value.some((element) => isDocument(element) && anyLeafAt(element, path, test, position));
}
