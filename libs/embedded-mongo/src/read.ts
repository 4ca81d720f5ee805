import { evalExpr, ProcessingMode } from 'mingo/core';
import { asCommandError } from './aggregation/mingo-error';
import { mingoContext } from './aggregation/context';
import { decode, type Document, encode, toPlainDocument } from './bson/document';
import { RawDocument } from './bson/raw-document';
import type { Engine } from './engine';
import { CommandError } from './errors';
import type { Filter } from './query/filter';
import { type Hint, type Plan, plan } from './query/planner';
import { compileProjection, type Evaluate } from './query/projection';
import { canSkipEntries, find, type Found } from './query/scan';
import { documentOrder, type SortField } from './query/sort';
import type { Examined } from './statistics';
import type { Collection } from './storage/collection';

/** What to read from a collection. */
export interface ReadRequest {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly skip: number;
  /** Undefined for no limit. */
  readonly limit: number | undefined;
  readonly hint: Hint;
  readonly deadline: Deadline;
}

/** Documents that a sort in memory may hold, in bytes; MongoDB's own limit. */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** `maxTimeMS` of a command. */
export class Deadline {
  private readonly at: number;

  constructor(milliseconds: number | undefined) {
    this.at = milliseconds === undefined || milliseconds === 0 ? Infinity : performance.now() + milliseconds;
  }

  /** @throws {CommandError} MaxTimeMSExpired */
  check(): void {
    if (performance.now() > this.at) throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}

export interface Reading {
  readonly plan: Plan;
  readonly results: Generator<Found, void, undefined>;
}

/** Plans a read and starts it; nothing is read before the first result is asked for. */
export function read(engine: Engine, collection: Collection, request: ReadRequest, examined: Examined): Reading {
  const chosen = plan(collection, request.filter, request.sort, request.hint);
  const inOrder = (chosen.kind === 'index' && chosen.sorts) || request.sort.length === 0 || request.sort[0]?.path === '$natural';
  const skippedEntries = inOrder && canSkipEntries(chosen) ? request.skip : 0;
  const found = find(engine.store, collection, request.filter, chosen, examined, () => { request.deadline.check(); }, skippedEntries);
  const ordered = inOrder ? found : sorted(found, request);
  return { plan: chosen, results: window(ordered, request.skip - skippedEntries, request.limit) };
}

function* sorted(found: Iterable<Found>, { sort, filter, skip, limit }: ReadRequest): Generator<Found, void, undefined> {
  const order = documentOrder(sort, filter.collation);
  const kept = limit === undefined ? Infinity : skip + limit;
  let rows: { found: Found; document: Document }[] = [];
  let bytes = 0;
  const arrange = (): void => {
    rows = rows.toSorted((a, b) => order(a.document, b.document)).slice(0, kept);
    bytes = rows.reduce((sum, row) => sum + row.found.bytes.length, 0);
  };
  for (const each of found) {
    rows.push({ found: each, document: each.document ?? decode(each.bytes, 'plain') });
    bytes += each.bytes.length;
    if (rows.length >= 2 * kept + 1000) arrange();
    if (bytes > MAX_SORT_BYTES) {
      throw new CommandError('QueryExceededMemoryLimitNoDiskUseAllowed', `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes, but did not opt in to external sorting.`);
    }
  }
  arrange();
  for (const row of rows) yield row.found;
}

function* window(found: Iterable<Found>, skip: number, limit: number | undefined): Generator<Found, void, undefined> {
  let position = 0;
  if (limit === 0) return;
  for (const each of found) {
    position += 1;
    if (position > skip) yield each;
    if (limit !== undefined && position >= skip + limit) return;
  }
}

/** The number of results, which are read but not kept. */
export function lengthOf(results: Iterator<unknown>): number {
  let length = 0;
  while (results.next().done !== true) length += 1;
  return length;
}

/** Documents as they are sent; those without a projection are not decoded. */
export function* projected(found: Iterable<Found>, spec: Document, filter: Filter, variables?: Document): Generator<RawDocument, void, undefined> {
  const project = compileProjection(spec, expressionEvaluator(filter, variables), filter);
  for (const { bytes } of found) yield new RawDocument(project === undefined ? bytes : encode(project(decode(bytes, 'typed'))));
}

/** Evaluates expressions of projections, which see plain values. */
export function expressionEvaluator({ collation }: Pick<Filter, 'collation'>, variables: Document = {}): Evaluate {
  const options = { context: mingoContext(collation), variables, idKey: '_id', processingMode: ProcessingMode.CLONE_OFF, useStrictMode: true, scriptEnabled: false, failOnError: true };
  return (document, expression) => asCommandError(() => evalExpr(toPlainDocument(document), expression, options));
}
