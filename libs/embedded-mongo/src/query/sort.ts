import type { Collation } from '../bson/collation';
import { type Document, isArray } from '../bson/document';
import { isNumber, toDouble } from '../bson/number';
import { compareValues, EMPTY_ARRAY } from '../bson/order';
import { isDocument, ownField } from '../bson/document';
import { CommandError } from '../errors';

export interface SortField {
  readonly path: string;
  readonly descending: boolean;
}

/** @throws {CommandError} BadValue for a direction other than 1 and -1, NotImplemented for `$meta` */
export function parseSort(spec: Document | undefined): SortField[] {
  return Object.entries(spec ?? {}).map(([path, direction]) => {
    if (isDocument(direction)) throw new CommandError('NotImplemented', 'Sorting by $meta is not implemented');
    const sign = isNumber(direction) ? toDouble(direction) : NaN;
    if (sign !== 1 && sign !== -1) {
      throw new CommandError('Location15959', '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, descending: sign === -1 };
  });
}

export type DocumentOrder = (a: Document, b: Document) => number;

/** Of an array, the smallest element counts where it ascends and the largest where it descends. */
export function documentOrder(fields: readonly SortField[], collation: Collation | undefined): DocumentOrder {
  const parts = fields.map(({ path, descending }) => ({ path: path.split('.'), descending }));
  return (a, b) => {
    for (const { path, descending } of parts) {
      const [x, y] = [sortKey(a, path, descending, collation), sortKey(b, path, descending, collation)];
      const order = compareValues(x, y, collation?.compare);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

function sortKey(document: Document, path: readonly string[], largest: boolean, collation: Collation | undefined): unknown {
  const [first] = path;
  const direct = path.length === 1 && first !== undefined ? ownField(document, first) : undefined;
  if (path.length === 1 && !isArray(direct)) return direct;
  const values = leavesAt(document, path);
  const candidates = values.flatMap((value) => (isArray(value) ? (value.length === 0 ? [EMPTY_ARRAY] : value) : [value]));
  return candidates.reduce((best, value) => {
    const order = compareValues(value, best, collation?.compare);
    return (largest ? order > 0 : order < 0) ? value : best;
  }, candidates[0]);
}

/** All values at the end of a path, with undefined where it ends early. */
function leavesAt(value: unknown, path: readonly string[]): unknown[] {
  const [field, ...rest] = path;
  if (field === undefined) return [value];
  if (isDocument(value)) return leavesAt(ownField(value, field), rest);
  if (!isArray(value)) return [undefined];
  if (/^\d+$/.test(field) && Number(field) < value.length) return leavesAt(value[Number(field)], rest);
  const leaves = value.flatMap((element) => (isDocument(element) ? leavesAt(element, path) : []));
  return leaves.length === 0 ? [undefined] : leaves;
}
