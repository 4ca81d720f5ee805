import { type Document, isArray } from '../bson/document';
import { equalValues } from '../bson/order';
import { CommandError } from '../errors';
import type { Collection } from '../storage/collection';
import { ID_INDEX_NAME, type IndexDefinition, keyPattern } from '../storage/index-definition';
import { type Bounds, boundsOf } from './bounds';
import { compileFilter, type Filter } from './filter';
import { type Conjunction, conjunctionOf, type FieldPredicate } from './predicates';
import type { SortField } from './sort';

/** Reads all documents in natural order. */
export interface CollectionScan {
  readonly kind: 'collection';
  readonly reverse: boolean;
}

/** Reads entries of an index, and the documents they lead to. */
export interface IndexScan {
  readonly kind: 'index';
  readonly index: IndexDefinition;
  readonly bounds: Bounds;
  readonly reverse: boolean;
  /** Whether documents come out in the order that was asked for. */
  readonly sorts: boolean;
  /** Whether every document that the entries lead to matches the query. */
  readonly exact: boolean;
}

/** Reads several plans one after another, each document once. */
export interface Union {
  readonly kind: 'union';
  readonly branches: readonly IndexScan[];
}

export type Plan = CollectionScan | IndexScan | Union;

/** An index by name or key pattern; `{$natural: 1}` for none. */
export type Hint = string | Document | undefined;

/** Chooses how to find the documents of a query. */
export function plan(collection: Collection, filter: Filter, sort: readonly SortField[], hint: Hint): Plan {
  const natural = naturalDirection(hint, sort);
  if (natural !== undefined) return { kind: 'collection', reverse: natural < 0 };
  const conjunction = conjunctionOf(filter.source);
  const candidates = hinted(collection, hint)
    .filter((index) => hint !== undefined || isComplete(index, conjunction.predicates))
    .map((index) => scan(collection, index, filter, conjunction, sort));
  const best = candidates.toSorted((a, b) => rating(b) - rating(a))[0];
  if (best !== undefined && (hint !== undefined || rating(best) > 0)) return best;
  return unionOf(collection, filter, conjunction) ?? { kind: 'collection', reverse: false };
}

function naturalDirection(hint: Hint, sort: readonly SortField[]): number | undefined {
  if (typeof hint === 'object' && '$natural' in hint) return Number(hint['$natural']);
  const [first] = sort;
  if (first?.path !== '$natural') return undefined;
  return first.descending ? -1 : 1;
}

function hinted(collection: Collection, hint: Hint): readonly IndexDefinition[] {
  if (hint === undefined) return collection.indexes.filter(({ hidden }) => !hidden);
  const found = collection.indexes.filter((index) => (typeof hint === 'string' ? index.name === hint : equalValues(keyPattern(index), hint)));
  if (found.length > 0) return found;
  throw new CommandError('BadValue', 'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index');
}

/** Whether an index has an entry for every document that can match. */
function isComplete(index: IndexDefinition, predicates: readonly FieldPredicate[]): boolean {
  if (index.sparse && !index.fields.some(({ path }) => predicates.some((predicate) => predicate.path === path && demandsPresence(predicate)))) return false;
  return index.partialFilter === undefined || implies(predicates, index.partialFilter);
}

function demandsPresence({ operator, operand }: FieldPredicate): boolean {
  if (operator === '$exists') return Boolean(operand);
  if (operator === '$in') return isArray(operand) && operand.every((value) => value !== null);
  return ['$eq', '$gt', '$gte', '$lt', '$lte'].includes(operator) && operand !== null;
}

/** Whether the partial filter is true for all that match: each of its conditions stands in the query, or is met by the value asked for. */
function implies(predicates: readonly FieldPredicate[], partialFilter: Document): boolean {
  const needed = conjunctionOf(compileFilter(partialFilter).source);
  if (needed.hasOther) return false;
  return needed.predicates.every((wanted) => predicates.some((given) => given.path === wanted.path && meets(given, wanted)));
}

function meets(given: FieldPredicate, wanted: FieldPredicate): boolean {
  if (given.operator === wanted.operator && equalValues(given.operand, wanted.operand)) return true;
  if (wanted.operator === '$exists' && Boolean(wanted.operand)) return demandsPresence(given);
  if (given.path.includes('.')) return false;
  const test = compileFilter({ [wanted.path]: { [wanted.operator]: wanted.operand } });
  const values = given.operator === '$in' && isArray(given.operand) ? given.operand : [given.operand];
  return (given.operator === '$eq' || given.operator === '$in') && values.every((value) => test.matches({ [wanted.path]: value }));
}

function scan(collection: Collection, index: IndexDefinition, filter: Filter, conjunction: Conjunction, sort: readonly SortField[]): IndexScan {
  const bounds = boundsOf(index, collection.entriesOf(index), conjunction.predicates, filter.collation);
  const direction = sortDirection(index, bounds, sort, filter);
  const exact = !conjunction.hasOther && conjunction.predicates.every((predicate) => bounds.settled.has(predicate));
  return { kind: 'index', index, bounds, reverse: direction === 'reverse', sorts: direction !== undefined, exact };
}

/** In which direction the index must be read to give the order asked for; undefined where it cannot. */
function sortDirection(index: IndexDefinition, { fixedFields }: Bounds, sort: readonly SortField[], filter: Filter): 'forward' | 'reverse' | undefined {
  if (sort.length === 0 || index.cut || index.multikey.length > 0 || index.collation !== undefined || filter.collation !== undefined) return undefined;
  const fixed = new Set(index.fields.slice(0, fixedFields).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  const given = index.fields.slice(fixedFields);
  if (wanted.length > given.length) return undefined;
  const turns = wanted.map(({ path, descending }, position) => {
    const field = given[position];
    return field?.path === path ? field.descending !== descending : undefined;
  });
  if (turns.some((turn) => turn !== (turns[0] ?? false))) return undefined;
  return turns[0] === true ? 'reverse' : 'forward';
}

/** Higher is better, 0 is no better than reading all. One range of fewer fields beats a sort in memory of many documents. */
function rating({ index, bounds, sorts }: IndexScan): number {
  if (bounds.boundFields === 0) return sorts ? 1 : 0;
  const unique = index.unique && bounds.fixedFields === index.fields.length ? 1000 : 0;
  return unique + bounds.fixedFields * 20 + bounds.boundFields * 10 + (sorts ? 15 : 0) - (index.name === ID_INDEX_NAME ? 0 : 1);
}

/** `$or` over indexes, where each of its branches can use one. */
function unionOf(collection: Collection, filter: Filter, conjunction: Conjunction): Union | undefined {
  for (const branches of conjunction.alternatives) {
    const scans = branches.map((branch) => {
      const parts = conjunctionOf(branch);
      const usable = collection.indexes.filter((index) => !index.hidden && isComplete(index, parts.predicates));
      const candidates = usable.map((index) => scan(collection, index, filter, parts, []));
      return candidates.filter(({ bounds }) => bounds.boundFields > 0).toSorted((a, b) => rating(b) - rating(a))[0];
    });
    if (scans.every((branch) => branch !== undefined)) return { kind: 'union', branches: scans };
  }
  return undefined;
}
