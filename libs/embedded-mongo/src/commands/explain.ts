import { type Document, isDocument } from '../bson/document';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { type Plan, plan } from '../query/planner';
import { parseSort } from '../query/sort';
import { lengthOf, read, type ReadRequest } from '../read';
import { Examined } from '../statistics';
import { ID_INDEX_NAME, keyPattern } from '../storage/index-definition';
import { splitPipeline, stagesOf } from './aggregate';
import { readRequest } from './find';
import { VERSION } from './handshake';
import { CommandRequest } from './request';
import { parseDeleteStatement, parseUpdateStatement } from './statement';

/** `explain` of find, aggregate, count, distinct, update, delete and findAndModify. Nothing is written. */
export function explainCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('verbosity');
  const explained = request.body['explain'];
  if (!isDocument(explained)) throw request.wrongType('explain', 'object');
  const inner = new CommandRequest({ ...explained, $db: request.database }, request.connectionId);
  const query = queryOf(inner);
  const collection = engine.catalog.find(inner.database, inner.collection);
  const examined = new Examined();
  const chosen: Plan | undefined = collection && plan(collection, query.filter, query.sort, query.hint);
  const started = performance.now();
  const executes = request.optionalString('verbosity') !== 'queryPlanner';
  const returned = collection !== undefined && executes ? lengthOf(read(engine, collection, query, examined).results) : 0;
  const winningPlan = chosen === undefined ? { stage: 'EOF' } : describe(chosen, query);
  return {
    explainVersion: '1',
    queryPlanner: { namespace: inner.namespace, parsedQuery: query.filter.source, winningPlan, rejectedPlans: [] },
    ...(executes && {
      executionStats: {
        executionSuccess: true, nReturned: returned, executionTimeMillis: Math.round(performance.now() - started),
        totalKeysExamined: examined.keysExamined, totalDocsExamined: examined.documentsExamined, executionStages: { ...winningPlan, nReturned: returned },
      },
    }),
    command: explained,
    serverInfo: { host: 'localhost', version: VERSION },
  };
}

function queryOf(inner: CommandRequest): ReadRequest {
  switch (inner.name) {
    case 'find': return readRequest(inner);
    case 'aggregate': return splitPipeline(inner, stagesOf(inner)).query;
    case 'count': case 'distinct': case 'findAndModify': return {
      filter: compileFilter(inner.document('query'), { collation: inner.collation }), sort: parseSort(inner.optionalDocument('sort')), skip: 0,
      limit: inner.name === 'findAndModify' ? 1 : undefined, hint: inner.hint, deadline: inner.deadline,
    };
    case 'update': return { ...parseUpdateStatement(inner.typedDocuments('updates')[0] ?? {}, inner.variables).target, skip: 0, deadline: inner.deadline };
    case 'delete': return { ...parseDeleteStatement(inner.typedDocuments('deletes')[0] ?? {}, inner.variables).target, skip: 0, deadline: inner.deadline };
    default: throw new CommandError('CommandNotFound', `Explain failed due to unknown command: ${inner.name}`);
  }
}

function describe(chosen: Plan, query: ReadRequest): Document {
  const access = accessOf(chosen, query);
  const inOrder = query.sort.length === 0 || (chosen.kind === 'index' && chosen.sorts);
  const ordered = inOrder ? access : { stage: 'SORT', sortPattern: sortPattern(query), inputStage: access };
  return query.limit === undefined ? ordered : { stage: 'LIMIT', limitAmount: query.limit, inputStage: ordered };
}

function accessOf(chosen: Plan, query: ReadRequest): Document {
  if (chosen.kind === 'collection') return { stage: 'COLLSCAN', filter: query.filter.source, direction: chosen.reverse ? 'backward' : 'forward' };
  if (chosen.kind === 'union') {
    const inputStages = chosen.branches.map((branch) => accessOf(branch, query));
    return { stage: 'SUBPLAN', inputStage: { stage: 'FETCH', filter: query.filter.source, inputStage: { stage: 'OR', inputStages } } };
  }
  const { index, bounds, reverse, exact } = chosen;
  if (index.name === ID_INDEX_NAME && bounds.fixedFields === 1 && exact) return { stage: 'IDHACK' };
  const scan = { stage: 'IXSCAN', keyPattern: keyPattern(index), indexName: index.name, isMultiKey: index.multikey.length > 0, direction: reverse ? 'backward' : 'forward', ranges: bounds.ranges.length };
  return { stage: 'FETCH', ...(!exact && { filter: query.filter.source }), inputStage: scan };
}

function sortPattern({ sort }: ReadRequest): Document {
  return Object.fromEntries(sort.map(({ path, descending }) => [path, descending ? -1 : 1]));
}
