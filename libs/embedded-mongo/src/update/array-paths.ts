import { type Document, isArray } from '../bson/document';
import type { Collation } from '../bson/collation';
import { CommandError } from '../errors';
import { compileFilter, type Filter } from '../query/filter';
import { matchedElement } from '../query/positional';
import { toPlain, toPlainDocument } from '../bson/document';
import { valueAt } from './fields';

/** What `$`, `$[]` and `$[name]` in the paths of an update stand for. */
export interface Positions {
  /** The query that found the document; undefined for an upsert. */
  readonly filter: Filter | undefined;
  readonly arrayFilters: ReadonlyMap<string, Filter>;
}

const NAME = /^[a-z][A-Za-z0-9]*$/;

/** `arrayFilters`, by the name that each begins its paths with. */
export function parseArrayFilters(filters: readonly Document[], collation: Collation | undefined): Map<string, Filter> {
  const parsed = new Map<string, Filter>();
  for (const filter of filters) {
    const names = new Set(namesIn(filter));
    const [name] = names;
    if (name === undefined) throw new CommandError('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (names.size > 1) throw new CommandError('FailedToParse', `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`);
    if (!NAME.test(name)) throw new CommandError('BadValue', `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`);
    if (parsed.has(name)) throw new CommandError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    parsed.set(name, compileFilter(filter, { collation }));
  }
  return parsed;
}

function namesIn(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key.split('.')[0] ?? key];
    return isArray(value) ? value.flatMap((branch) => namesIn(toPlainDocument(branch as Document))) : [];
  });
}

/** The concrete paths that a path with positional parts means in a document. */
export function concretePaths(document: Document, path: string, positions: Positions): string[][] {
  let paths: string[][] = [[]];
  for (const [depth, part] of path.split('.').entries()) {
    if (depth === 0 && part.startsWith('$')) throw invalidStart(path, part);
    paths = paths.flatMap((head) => extended(document, head, part, path, positions));
  }
  return paths;
}

function extended(document: Document, head: string[], part: string, path: string, positions: Positions): string[][] {
  if (part === '$') return [[...head, String(positionalIndex(document, head, positions))]];
  const name = /^\$\[(.*)\]$/.exec(part)?.[1];
  if (name === undefined) return [[...head, part]];
  const array = valueAt(document, head);
  if (!isArray(array)) {
    if (array === undefined) throw new CommandError('BadValue', `The path '${head.join('.')}' must exist in the document in order to apply array updates.`);
    throw new CommandError('BadValue', `Cannot apply array updates to non-array element ${head.join('.')}`);
  }
  const filter = name === '' ? undefined : positions.arrayFilters.get(name);
  if (name !== '' && filter === undefined) throw new CommandError('BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
  return [...array.keys()].filter((index) => filter?.matches({ [name]: filter.decoding === 'plain' ? toPlain(array[index]) : array[index] }) ?? true).map((index) => [...head, String(index)]);
}

function positionalIndex(document: Document, head: readonly string[], { filter }: Positions): number {
  const index = filter === undefined ? undefined : matchedElement(filter.decoding === 'plain' ? toPlainDocument(document) : document, head.join('.'), filter);
  if (index === undefined) throw new CommandError('BadValue', 'The positional operator did not find the match needed from the query.');
  return index;
}

function invalidStart(path: string, part: string): CommandError {
  if (part === '$' || part.startsWith('$[')) return new CommandError('BadValue', `Cannot have positional (i.e. '${part}') element in the first position in path '${path}'`);
  return new CommandError('DollarPrefixedFieldName', `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`);
}
