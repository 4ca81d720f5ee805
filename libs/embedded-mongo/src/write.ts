import { decode, type Document, ObjectId } from './bson/document';
import type { Engine } from './engine';
import { CommandError } from './errors';
import type { Filter } from './query/filter';
import type { Hint } from './query/planner';
import type { Found } from './query/scan';
import type { SortField } from './query/sort';
import { Deadline, read } from './read';
import type { Collection } from './storage/collection';
import type { UpdateSpecification } from './update/update-specification';

/** Which documents a write is for. */
export interface WriteTarget {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly hint: Hint;
  /** Undefined for all. */
  readonly limit: number | undefined;
}

export interface UpdateResult {
  readonly matched: number;
  readonly modified: number;
  /** The inserted document where the query found none and `upsert` was asked for. */
  readonly upserted: Document | undefined;
  /** The only document, before and after; undefined where none or several were updated. */
  readonly before: Document | undefined;
  readonly after: Document | undefined;
}

/** Updates what is found, or inserts. Runs inside of `Store.write`, so nothing can come between finding and writing. */
export function update(engine: Engine, collection: Collection, target: WriteTarget, specification: UpdateSpecification, upsert: boolean): UpdateResult {
  if (specification.isReplacement && target.limit !== 1) {
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const found = locate(engine, collection, target);
  let modified = 0;
  let before: Document | undefined;
  let after: Document | undefined;
  for (const { record, bytes } of found) {
    before = decode(bytes, 'typed');
    after = specification.apply(before, target.filter);
    if (collection.replace(record, bytes, after)) modified += 1;
  }
  if (found.length > 0 || !upsert) return { matched: found.length, modified, upserted: undefined, before, after };
  const upserted = insertNew(collection, target.filter, specification);
  return { matched: 0, modified: 0, upserted, before: undefined, after: upserted };
}

function insertNew(collection: Collection, filter: Filter, specification: UpdateSpecification): Document {
  const { _id = new ObjectId(), ...rest } = specification.upsert(filter);
  return collection.insert({ _id, ...rest });
}

/** Deletes what is found. Runs inside of `Store.write`. @returns the documents */
export function remove(engine: Engine, collection: Collection, target: WriteTarget): Document[] {
  return locate(engine, collection, target).map(({ record, bytes }) => {
    collection.remove(record, bytes);
    return decode(bytes, 'typed');
  });
}

/** All are found before the first is written: else an update could meet its own result again. */
function locate(engine: Engine, collection: Collection, { filter, sort, hint, limit }: WriteTarget): Found[] {
  return [...read(engine, collection, { filter, sort, skip: 0, limit, hint, deadline: new Deadline(undefined) }, engine.examined).results];
}
