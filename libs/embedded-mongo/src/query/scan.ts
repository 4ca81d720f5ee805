import { decode, type Document } from '../bson/document';
import type { Examined } from '../statistics';
import { type Collection, type RecordId, recordIdOf } from '../storage/collection';
import { afterPrefix, type KeyRange, type Store } from '../storage/store';
import type { Filter } from './filter';
import type { Plan } from './planner';

/** A document that was found: its place, its bytes, and itself where it had to be decoded. */
export interface Found {
  readonly record: RecordId;
  readonly bytes: Buffer;
  readonly document: Document | undefined;
}

/** Keys are read in portions: the first is small, since most queries want few documents. */
const FIRST_PORTION = 32;
const LARGEST_PORTION = 1024;

/**
 * Finds what a plan leads to, as it is asked for. Between two calls of `next` anything may be written: then the scan goes on behind the
 * last key it gave out, as a cursor of MongoDB does.
 * @param tick called now and then, found or not; may throw to end the scan
 * @param skip how many to leave out, only where `canSkipEntries`
 */
export function* find(store: Store, collection: Collection, filter: Filter, plan: Plan, examined: Examined, tick: () => void, skip = 0): Generator<Found, void, undefined> {
  let skipped = 0;
  const seen = plan.kind === 'union' || (plan.kind === 'index' && plan.index.multikey.length > 0) ? new Set<RecordId>() : undefined;
  for (const { ranges, reverse, exact, isIndex } of scansOf(collection, plan)) {
    for (const range of reverse ? ranges.toReversed() : ranges) {
      for (const key of keysIn(store, range, reverse, tick)) {
        if (isIndex) examined.keysExamined += 1;
        if (skipped < skip) {
          skipped += 1;
          continue;
        }
        const record = recordIdOf(key);
        if (seen?.has(record) === true) continue;
        const found = fetch(collection, record, exact, filter, examined);
        if (found === undefined) continue;
        seen?.add(record);
        yield found;
      }
    }
  }
}

/** Whether each entry of the index stands for one result, so that those left out need not be read. */
export function canSkipEntries(plan: Plan): boolean {
  return plan.kind === 'index' && plan.exact && plan.index.multikey.length === 0;
}

/** The number of documents a plan leads to where the entries alone tell it; undefined where documents must be looked at. */
export function countEntries(store: Store, plan: Plan, examined: Examined): number | undefined {
  if (plan.kind !== 'index' || !plan.exact || plan.index.multikey.length > 0) return undefined;
  const count = plan.bounds.ranges.reduce((sum, range) => sum + store.count(range), 0);
  examined.keysExamined += count;
  return count;
}

interface Scan {
  readonly ranges: readonly KeyRange[];
  readonly reverse: boolean;
  readonly exact: boolean;
  readonly isIndex: boolean;
}

function scansOf(collection: Collection, plan: Plan): Scan[] {
  if (plan.kind === 'collection') return [{ ranges: [collection.recordRange()], reverse: plan.reverse, exact: false, isIndex: false }];
  if (plan.kind === 'index') return [{ ranges: plan.bounds.ranges, reverse: plan.reverse, exact: plan.exact, isIndex: true }];
  return plan.branches.map(({ bounds }) => ({ ranges: bounds.ranges, reverse: false, exact: false, isIndex: true }));
}

function fetch(collection: Collection, record: RecordId, exact: boolean, filter: Filter, examined: Examined): Found | undefined {
  const bytes = collection.read(record);
  if (bytes === undefined) return undefined;
  examined.documentsExamined += 1;
  if (exact || Object.keys(filter.source).length === 0) return { record, bytes, document: undefined };
  const document = decode(bytes, filter.decoding);
  return filter.matches(document) ? { record, bytes, document: filter.decoding === 'plain' ? document : undefined } : undefined;
}

function* keysIn(store: Store, range: KeyRange, reverse: boolean, tick: () => void): Generator<Buffer, void, undefined> {
  let rest = range;
  let size = FIRST_PORTION;
  for (;;) {
    tick();
    const { epoch } = store;
    const portion = store.keys(rest, size, reverse);
    let last: Buffer | undefined;
    for (const key of portion) {
      last = key;
      yield key;
      if (store.epoch !== epoch) break;
    }
    if (portion.length < size && store.epoch === epoch) return;
    if (last !== undefined) rest = reverse ? { from: rest.from, to: last } : { from: afterPrefix(last), to: rest.to };
    size = Math.min(size * 4, LARGEST_PORTION);
  }
}
