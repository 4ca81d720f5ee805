import { setImmediate as nextTurn } from 'node:timers/promises';
import { CondensedGroup } from '../aggregation/condensed-group';
import { runPipeline } from '../aggregation/run-pipeline';
import { checkStages } from '../aggregation/stage-names';
import { decode, type Document, encode, isArray, isDocument, toPlainDocument } from '../bson/document';
import { RawDocument } from '../bson/raw-document';
import { DEFAULT_FIRST_BATCH } from '../cursors';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import type { Found } from '../query/scan';
import { parseSort } from '../query/sort';
import { Deadline, read, type ReadRequest } from '../read';
import type { Collection } from '../storage/collection';
import { countDocuments } from './count';
import type { CommandRequest } from './request';
import { collectionStatistics, indexStatistics } from './collection-statistics';

/** `aggregate`. */
export async function aggregateCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('pipeline', 'cursor', 'explain', 'allowDiskUse', 'hint', 'collation', 'let', 'bypassDocumentValidation');
  request.refuse('explain');
  const name = request.body['aggregate'];
  const namespace = `${request.database}.${typeof name === 'string' ? name : '$cmd.aggregate'}`;
  if (!isDocument(request.body['cursor'])) throw new CommandError('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
  const size = Number(request.document('cursor')['batchSize'] ?? DEFAULT_FIRST_BATCH);
  const stages = stagesOf(request);
  const collection = typeof name === 'string' ? engine.catalog.find(request.database, name) : undefined;
  if (typeof name !== 'string' && stages[0]?.['$documents'] === undefined) throw new CommandError('InvalidNamespace', "Invalid command namespace: '{aggregate: 1}' is not valid for a pipeline that reads a collection");
  const head = collection === undefined ? undefined : await condensedHead(engine, collection, splitPipeline(request, stages));
  const { id, batch } = engine.cursors.start(namespace, head === undefined ? results(engine, request, collection, stages) : output(engine, request, head.documents, head.stages), size);
  return { cursor: { firstBatch: batch, id, ns: namespace } };
}

export function stagesOf(request: CommandRequest): Document[] {
  const { pipeline } = request.body;
  if (!isArray(pipeline)) throw request.wrongType('pipeline', 'array');
  return checkStages(pipeline.map((stage) => (isDocument(stage) ? toPlainDocument(stage) : stage)));
}

function* results(engine: Engine, request: CommandRequest, collection: Collection | undefined, stages: readonly Document[]): Generator<RawDocument, void, undefined> {
  const special = specialSource(engine, collection, stages, request);
  const { query, rest } = splitPipeline(request, stages);
  if (special === undefined && rest.length === 0) {
    for (const { bytes } of collection === undefined ? [] : read(engine, collection, query, engine.examined).results) yield new RawDocument(bytes);
    return;
  }
  const counted = special === undefined && collection !== undefined ? countingResult(engine, collection, query, rest) : undefined;
  const source = special ?? (collection === undefined ? [] : plain(read(engine, collection, query, engine.examined).results));
  if (counted === undefined) yield* output(engine, request, source, special === undefined ? rest : stages.slice(stages[0]?.['$documents'] === undefined ? 1 : 0));
  else for (const document of counted) yield new RawDocument(encode(document));
}

function* output(engine: Engine, request: CommandRequest, documents: Iterable<Document>, stages: readonly Document[]): Generator<RawDocument, void, undefined> {
  const { collation, variables } = request;
  const results = runPipeline(documents, stages, { collation, variables, findIn: (name, filter) => findIn(engine, request, name, filter) });
  for (const document of results) yield new RawDocument(encode(document));
}

/** How long a scan may keep everybody else waiting. */
const SLICE_MS = 10;

/** A pipeline that begins with sums by whole fields, once its documents are summed up: in slices of time, between which others have their turn. */
async function condensedHead(engine: Engine, collection: Collection, { query, rest }: SplitPipeline): Promise<{ documents: Document[]; stages: Document[] } | undefined> {
  const [first, ...following] = rest;
  const group = CondensedGroup.of(first);
  if (group === undefined || countingResult(engine, collection, query, rest) !== undefined) return undefined;
  let sliceEnd = performance.now() + SLICE_MS;
  for (const { bytes } of read(engine, collection, query, engine.examined).results) {
    if (!group.add(bytes)) return undefined;
    if (performance.now() < sliceEnd) continue;
    await nextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  }
  return { documents: group.documents(), stages: [group.stage(), ...following] };
}

function* plain(found: Iterable<Found>): Generator<Document, void, undefined> {
  for (const { bytes, document } of found) yield document ?? decode(bytes, 'plain');
}

function findIn(engine: Engine, request: CommandRequest, name: string, filter: Document): Iterable<Document> {
  const collection = engine.catalog.find(request.database, name);
  if (collection === undefined) return [];
  const query: ReadRequest = {
    filter: compileFilter(filter, { collation: request.collation }), sort: [], skip: 0, limit: undefined, hint: undefined, deadline: new Deadline(undefined),
  };
  return plain(read(engine, collection, query, engine.examined).results);
}

function specialSource(engine: Engine, collection: Collection | undefined, stages: readonly Document[], request: CommandRequest): Document[] | undefined {
  const first = stages[0] ?? {};
  if ('$documents' in first) return [];
  if ('$collStats' in first) return [collectionStatistics(engine, collection, `${request.database}.${String(request.body['aggregate'])}`)];
  return '$indexStats' in first ? indexStatistics(engine, collection) : undefined;
}

/** A pipeline whose leading stages are one read. */
export interface SplitPipeline {
  readonly query: ReadRequest;
  readonly rest: Document[];
}

/** The leading stages as one read, for which indexes serve, and the stages that remain. */
export function splitPipeline(request: CommandRequest, stages: readonly Document[]): SplitPipeline {
  const rest = [...stages];
  const matches: Document[] = [];
  for (let next = rest[0]?.['$match']; isDocument(next); next = rest[0]?.['$match']) {
    matches.push(next);
    rest.shift();
  }
  const sort = rest[0]?.['$sort'];
  if (isDocument(sort)) rest.shift();
  const skip = wholeNumber(rest[0]?.['$skip']);
  if (skip !== undefined) rest.shift();
  const limit = wholeNumber(rest[0]?.['$limit']);
  if (limit !== undefined && limit > 0) rest.shift();
  const { collation, variables, hint, deadline } = request;
  const filter = compileFilter(matches.length === 1 ? (matches[0] ?? {}) : matches.length === 0 ? {} : { $and: matches }, { collation, variables });
  return { query: { filter, sort: parseSort(isDocument(sort) ? sort : undefined), skip: skip ?? 0, limit: limit === 0 ? undefined : limit, hint, deadline }, rest };
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** What `countDocuments` asks for is answered from the index where that tells it. */
function countingResult(engine: Engine, collection: Collection, query: ReadRequest, rest: readonly Document[]): Document[] | undefined {
  const [group, ...more] = rest;
  const specification = group?.['$group'];
  if (!isDocument(specification) || !('_id' in specification) || more.length > 0) return undefined;
  const { _id: id, n, ...others } = specification;
  const isCount = isDocument(n) && n['$sum'] === 1 && Object.keys(n).length === 1;
  if (typeof id === 'object' && id !== null) return undefined;
  if (typeof id === 'string' || !isCount || Object.keys(others).length > 0) return undefined;
  const count = countDocuments(engine, collection, query);
  return count === 0 ? [] : [{ _id: id ?? null, n: count }];
}
