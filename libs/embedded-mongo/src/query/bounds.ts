import type { Collation } from '../bson/collation';
import { isArray } from '../bson/document';
import { CUT_KEY_BYTES, inverted } from '../bson/key';
import { isNumber } from '../bson/number';
import { RANK, rankOf } from '../bson/order';
import { entryPrefix } from '../storage/collection';
import type { IndexDefinition } from '../storage/index-definition';
import type { IndexEntries } from '../storage/index-entries';
import { afterPrefix, type KeyRange } from '../storage/store';
import type { FieldPredicate } from './predicates';

/** What an index can narrow a query to. */
export interface Bounds {
  readonly ranges: readonly KeyRange[];
  /** Leading fields that are held to one value each. */
  readonly fixedFields: number;
  /** All fields that are narrowed. */
  readonly boundFields: number;
  /** Predicates that every entry in the ranges fulfils, so that documents need no test for them. */
  readonly settled: ReadonlySet<FieldPredicate>;
}

/** More ranges than this are not worth their seeks; then fewer fields narrow the search. */
const MAX_RANGES = 1000;

/** A position between keys: before or after all keys that begin with `bytes`. */
interface Edge {
  readonly bytes: Buffer;
  readonly after: boolean;
}

interface Interval {
  readonly from: Edge;
  readonly to: Edge;
}

/** The ranges of an index that hold all documents for which the predicates are true. */
export function boundsOf(index: IndexDefinition, entries: IndexEntries, predicates: readonly FieldPredicate[], collation: Collation | undefined): Bounds {
  const sameStrings = JSON.stringify(collation?.spec) === JSON.stringify(index.collation);
  let prefixes: Buffer[] = [entryPrefix(index)];
  const settled = new Set<FieldPredicate>();
  let fixedFields = 0;
  let narrowedArray = false;
  for (const [position, { path }] of index.fields.entries()) {
    const multikey = index.multikey.includes(position);
    if (multikey && narrowedArray) break;
    const usable = predicates.filter((predicate) => predicate.path === path && canUse(predicate, sameStrings));
    const points = pointsOf(usable);
    if (points !== undefined && points.values.length * prefixes.length <= MAX_RANGES) {
      const keys = points.values.map((value) => entries.encodeField(value, position));
      prefixes = prefixes.flatMap((prefix) => distinct(keys).map((key) => Buffer.concat([prefix, key])));
      if (points.exact && !tooLong(prefixes)) settled.add(points.predicate);
      if (points.values.length === 1 && fixedFields === position) fixedFields += 1;
      narrowedArray ||= multikey;
      continue;
    }
    const range = index.collation === undefined ? rangeOf(usable, multikey, entries, position) : undefined;
    if (range === undefined) return { ranges: sorted(prefixes.map(wholeRange)), fixedFields, boundFields: position, settled };
    const ranges = prefixes.map((prefix) => ({ from: place(prefix, range.interval.from, false), to: place(prefix, range.interval.to, true) }));
    if (!index.cut && !multikey) for (const predicate of range.settled) settled.add(predicate);
    return { ranges: sorted(ranges), fixedFields, boundFields: position + 1, settled };
  }
  const boundFields = Math.max(fixedFields, prefixes[0]?.length === 5 ? 0 : 1);
  return { ranges: sorted(prefixes.map(wholeRange)), fixedFields, boundFields, settled };
}

/** Strings inside of an operand compare alike only under the same collation. */
function canUse({ operand, operator }: FieldPredicate, sameStrings: boolean): boolean {
  if (sameStrings) return true;
  const operands = operator === '$in' && isArray(operand) ? operand : [operand];
  return operands.every((value) => ![RANK.string, RANK.object, RANK.array].some((rank) => rank === rankOf(value)));
}

interface Points {
  readonly predicate: FieldPredicate;
  readonly values: readonly unknown[];
  readonly exact: boolean;
}

function pointsOf(predicates: readonly FieldPredicate[]): Points | undefined {
  const equality = predicates.find(({ operator, operand }) => operator === '$eq' && isPoint(operand));
  if (equality !== undefined) return { predicate: equality, values: [equality.operand], exact: isExactPoint(equality.operand) };
  const membership = predicates.find(({ operator, operand }) => operator === '$in' && isArray(operand) && operand.every(isPoint));
  if (membership === undefined || !isArray(membership.operand)) return undefined;
  return { predicate: membership, values: membership.operand, exact: membership.operand.every(isExactPoint) };
}

/** An array is kept element by element, so there is no one key to look for. */
function isPoint(value: unknown): boolean {
  return rankOf(value) !== RANK.array && !(value instanceof RegExp);
}

/** The key of null is that of missing too. */
function isExactPoint(value: unknown): boolean {
  return rankOf(value) !== RANK.null;
}

interface FieldRange {
  readonly interval: Interval;
  readonly settled: readonly FieldPredicate[];
}

/** NaN, the first of the numbers, lies in no range of them. */
function rangeOf(predicates: readonly FieldPredicate[], multikey: boolean, entries: IndexEntries, position: number): FieldRange | undefined {
  const lower = predicates.find(({ operator, operand }) => (operator === '$gt' || operator === '$gte') && isBound(operand));
  const upper = predicates.find(({ operator, operand }) => (operator === '$lt' || operator === '$lte') && isBound(operand)
    && (lower === undefined || rankOf(operand) === rankOf(lower.operand)));
  const used = multikey && lower !== undefined ? [lower] : [lower, upper].filter((predicate) => predicate !== undefined);
  const [first] = used;
  if (first === undefined) return undefined;
  const rank = Buffer.from([rankOf(first.operand)]);
  let from: Edge = isNumber(first.operand) ? { bytes: ascending(entries, NaN, position), after: true } : { bytes: rank, after: false };
  let to: Edge = { bytes: rank, after: true };
  for (const { operator, operand } of used) {
    const bytes = ascending(entries, operand, position);
    if (operator === '$gt' || operator === '$gte') from = { bytes, after: operator === '$gt' };
    else to = { bytes, after: operator === '$lte' };
  }
  const interval = entries.isDescending(position) ? { from: flipped(to), to: flipped(from) } : { from, to };
  return { interval, settled: used };
}

/** Values whose range lies within one type; of NaN, which compares with nothing, there is no range. */
function isBound(operand: unknown): boolean {
  const rank = rankOf(operand);
  const kept: readonly number[] = [RANK.number, RANK.string, RANK.date, RANK.objectId, RANK.boolean, RANK.timestamp, RANK.binary];
  return kept.includes(rank) && !Number.isNaN(operand) && String(operand) !== 'NaN';
}

function ascending(entries: IndexEntries, operand: unknown, position: number): Buffer {
  const bytes = entries.encodeField(operand, position);
  return entries.isDescending(position) ? inverted(bytes) : bytes;
}

/** The same position where the order is turned round. */
function flipped({ bytes, after }: Edge): Edge {
  return { bytes: inverted(bytes), after: !after };
}

/** Of an edge that is too long only the head is known: all that begins with it lies in the range. */
function place(prefix: Buffer, { bytes, after }: Edge, isEnd: boolean): Buffer {
  const whole = Buffer.concat([prefix, bytes]);
  const cut = whole.length > CUT_KEY_BYTES;
  const head = cut ? whole.subarray(0, CUT_KEY_BYTES) : whole;
  return (cut ? isEnd : after) ? afterPrefix(head) : head;
}

function wholeRange(prefix: Buffer): KeyRange {
  const head = prefix.subarray(0, CUT_KEY_BYTES);
  return { from: head, to: afterPrefix(head) };
}

function tooLong(prefixes: readonly Buffer[]): boolean {
  return prefixes.some((prefix) => prefix.length > CUT_KEY_BYTES);
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** In key order and without overlap, so that no entry is met twice. */
function sorted(ranges: readonly KeyRange[]): KeyRange[] {
  const ordered = ranges.toSorted((a, b) => Buffer.compare(a.from, b.from));
  const merged: KeyRange[] = [];
  for (const range of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && Buffer.compare(range.from, last.to) < 0) {
      if (Buffer.compare(range.to, last.to) > 0) merged[merged.length - 1] = { from: last.from, to: range.to };
    } else {
      merged.push(range);
    }
  }
  return merged;
}
