import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { plan } from '../query/planner';
import { countEntries } from '../query/scan';
import { lengthOf, read, type ReadRequest } from '../read';
import type { Collection } from '../storage/collection';
import type { CommandRequest } from './request';
import { distinctValues } from './distinct-values';

/** `count`. */
export function countCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('query', 'limit', 'skip', 'hint', 'collation', 'fields');
  const collection = engine.catalog.find(request.database, request.collection);
  const limit = request.optionalNumber('limit');
  const query: ReadRequest = {
    filter: compileFilter(request.document('query'), { collation: request.collation }),
    sort: [],
    skip: request.optionalNumber('skip') ?? 0,
    limit: limit === 0 ? undefined : limit,
    hint: request.hint,
    deadline: request.deadline,
  };
  return { n: collection === undefined ? 0 : countDocuments(engine, collection, query) };
}

/** From the number of documents or of index entries where these tell it, else by reading. */
export function countDocuments(engine: Engine, collection: Collection, query: ReadRequest): number {
  const { filter, skip, limit, hint } = query;
  const all = Object.keys(filter.source).length === 0
    ? collection.count
    : countEntries(engine.store, plan(collection, filter, [], hint), engine.examined);
  if (all !== undefined) return Math.max(0, Math.min(all - skip, limit ?? Infinity));
  return lengthOf(read(engine, collection, query, engine.examined).results);
}

/** `distinct`. */
export function distinctCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('key', 'query', 'collation', 'hint');
  const key = request.optionalString('key');
  if (key === undefined) throw new CommandError('Location40414', "BSON field 'distinct.key' is missing but a required field");
  const { collation } = request;
  const collection = engine.catalog.find(request.database, request.collection);
  if (collection === undefined) return { values: [] };
  const filter = compileFilter(request.document('query'), { collation });
  const query: ReadRequest = { filter, sort: [], skip: 0, limit: undefined, hint: request.hint, deadline: request.deadline };
  const { results } = read(engine, collection, query, engine.examined);
  return { values: distinctValues(results, key, collation) };
}

