import type { Collation } from '../bson/collation';
import { copyValue, type Document, isArray, isDocument } from '../bson/document';
import { equalValues } from '../bson/order';
import { CommandError } from '../errors';
import type { Filter } from '../query/filter';
import { conjunctionOf, type FieldPredicate } from '../query/predicates';
import { parseArrayFilters } from './array-paths';
import { setAt } from './fields';
import { applyOperators, parseOperators } from './operator-update';
import { parsePipeline } from './pipeline-update';

/** How a document is changed. The argument is typed and is not changed itself. */
export interface UpdateSpecification {
  readonly isReplacement: boolean;
  apply(document: Document, filter: Filter): Document;
  /** The document that an upsert inserts where the query finds none. */
  upsert(filter: Filter): Document;
}

export interface UpdateOptions {
  readonly arrayFilters: readonly Document[];
  readonly collation: Collation | undefined;
  readonly variables: Document | undefined;
}

/** Understands a replacement, operators, and a pipeline. @throws {CommandError} FailedToParse and kin */
export function parseUpdate(update: unknown, options: UpdateOptions): UpdateSpecification {
  if (isArray(update)) return pipelineUpdate(update, options);
  if (!isDocument(update)) throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  const names = Object.keys(update);
  if (names[0]?.startsWith('$') === true) return operatorUpdate(update, options);
  if (options.arrayFilters.length > 0) throw new CommandError('FailedToParse', 'arrayFilters may not be specified for a replacement-style update');
  const operator = names.find((name) => name.startsWith('$'));
  if (operator !== undefined) throw new CommandError('DollarPrefixedFieldName', `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`);
  return replacement(update);
}

function operatorUpdate(update: Document, { arrayFilters, collation }: UpdateOptions): UpdateSpecification {
  const updates = parseOperators(update);
  const filters = parseArrayFilters(arrayFilters, collation);
  for (const name of filters.keys()) {
    if (!updates.some(({ path }) => path.split('.').includes(`$[${name}]`))) {
      throw new CommandError('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
    }
  }
  const now = new Date();
  return {
    isReplacement: false,
    apply: (document, filter) => {
      const changed = copyValue(document);
      applyOperators(changed, updates, { positions: { filter, arrayFilters: filters }, inserting: false, now });
      return changed;
    },
    upsert: (filter) => {
      const document = seedOf(filter);
      applyOperators(document, updates, { positions: { filter: undefined, arrayFilters: filters }, inserting: true, now });
      return document;
    },
  };
}

function replacement(update: Document): UpdateSpecification {
  return {
    isReplacement: true,
    apply: (document) => {
      const { _id: id } = document;
      if ('_id' in update && !equalValues(update['_id'], id)) throw immutableId();
      return { _id: id, ...copyValue(update), ...('_id' in update && { _id: id }) };
    },
    upsert: (filter) => {
      const seed = seedOf(filter);
      if ('_id' in update || !('_id' in seed)) return copyValue(update);
      return { _id: seed['_id'], ...copyValue(update) };
    },
  };
}

function pipelineUpdate(pipeline: readonly unknown[], { arrayFilters, collation, variables }: UpdateOptions): UpdateSpecification {
  if (arrayFilters.length > 0) throw new CommandError('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
  const run = parsePipeline(pipeline, collation, variables);
  return {
    isReplacement: false,
    apply: (document) => {
      const changed = run(document);
      if ('_id' in changed && !equalValues(changed['_id'], document['_id'])) throw immutableId();
      return { _id: document['_id'], ...changed };
    },
    upsert: (filter) => run(seedOf(filter)),
  };
}

function immutableId(): CommandError {
  return new CommandError('ImmutableField', "After applying the update, the (immutable) field '_id' was found to have been altered");
}

/** The fields that the query says a new document must have: its equalities. */
function seedOf(filter: Filter): Document {
  const seed: Document = {};
  const seen = new Set<string>();
  for (const { path, operator, operand } of certainPredicates(filter.source)) {
    const single = operator === '$in' || operator === '$all' ? onlyElement(operator, operand) : undefined;
    const value = operator === '$eq' ? operand : single;
    if (value === undefined) continue;
    if (seen.has(path)) throw new CommandError('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`);
    seen.add(path);
    setAt(seed, path.split('.'), copyValue(value));
  }
  return seed;
}

/** What must hold of single fields; a disjunction of one branch is that branch. */
function certainPredicates(source: Document): FieldPredicate[] {
  const { predicates, alternatives } = conjunctionOf(source);
  const single = alternatives.filter((branches) => branches.length === 1).flat();
  return [...predicates, ...single.flatMap(certainPredicates)];
}

function onlyElement(operator: string, operand: unknown): unknown {
  if (!isArray(operand) || operand.length !== 1) return undefined;
  const [only] = operand;
  return operator === '$all' && isDocument(only) ? only['$eq'] : undefined;
}

