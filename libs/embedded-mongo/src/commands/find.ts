import { Long } from 'bson';
import type { Document } from '../bson/document';
import { DEFAULT_FIRST_BATCH } from '../cursors';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { parseSort } from '../query/sort';
import { type ReadRequest, projected, read } from '../read';
import type { CommandRequest } from './request';

const FIELDS = [
  'filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'let', 'collation', 'noCursorTimeout',
  'allowDiskUse', 'allowPartialResults', 'tailable', 'awaitData', 'oplogReplay', 'returnKey', 'showRecordId', 'min', 'max',
];

/** `find`. */
export function findCommand(engine: Engine, request: CommandRequest): Document {
  request.accept(...FIELDS);
  for (const field of ['tailable', 'awaitData', 'returnKey', 'showRecordId']) request.refuse(field);
  for (const field of ['min', 'max']) if (Object.keys(request.document(field)).length > 0) request.refuse(field);
  const { namespace } = request;
  const size = request.optionalNumber('batchSize') ?? DEFAULT_FIRST_BATCH;
  const collection = engine.catalog.find(request.database, request.collection);
  const query = readRequest(request);
  const found = collection === undefined ? [] : read(engine, collection, query, engine.examined).results;
  const results = projected(found, request.document('projection'), query.filter, request.variables);
  const options = { single: request.flag('singleBatch'), keepIdle: request.flag('noCursorTimeout') };
  const { id, batch } = engine.cursors.start(namespace, results, size, options);
  return { cursor: { firstBatch: batch, id, ns: namespace } };
}

/** What `find` and `explain` of it read. */
export function readRequest(request: CommandRequest): ReadRequest {
  const { collation, variables } = request;
  const limit = request.optionalNumber('limit');
  return {
    filter: compileFilter(request.document('filter'), { collation, variables }),
    sort: parseSort(request.optionalDocument('sort')),
    skip: request.optionalNumber('skip') ?? 0,
    limit: limit === 0 ? undefined : limit,
    hint: request.hint,
    deadline: request.deadline,
  };
}

/** `getMore`. */
export function getMoreCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('collection', 'batchSize', 'term', 'lastKnownCommittedOpTime');
  const name = request.optionalString('collection');
  if (name === undefined) throw request.wrongType('collection', 'string');
  const namespace = `${request.database}.${name}`;
  const size = request.optionalNumber('batchSize') ?? Infinity;
  const { id, batch } = engine.cursors.next(request.long('getMore'), namespace, size === 0 ? Infinity : size);
  return { cursor: { nextBatch: batch, id, ns: namespace } };
}

/** `killCursors`. */
export function killCursorsCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('cursors');
  const ids = request.body['cursors'];
  if (!Array.isArray(ids)) throw request.wrongType('cursors', 'array');
  const killed: unknown[] = [];
  const notFound: unknown[] = [];
  for (const id of ids as unknown[]) {
    const known = isLong(id) && engine.cursors.close(id);
    (known ? killed : notFound).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
}

function isLong(value: unknown): value is Long {
  if (value instanceof Long) return true;
  throw new CommandError('TypeMismatch', 'cursor IDs must be of type long');
}
