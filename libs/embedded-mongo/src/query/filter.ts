import { Query } from 'mingo/query';
import type { Collation } from '../bson/collation';
import type { Decoding, Document } from '../bson/document';
import { asCommandError } from '../aggregation/mingo-error';
import { mingoContext } from '../aggregation/context';
import { normalizeFilter } from './normalize-filter';

/** A query as MongoDB understands it, compiled. */
export interface Filter {
  /** The query with plain values, regular expressions compiled and `$comment` gone. */
  readonly source: Document;
  /** How documents must be decoded for it. */
  readonly decoding: Decoding;
  readonly collation: Collation | undefined;
  readonly matches: (document: Document) => boolean;
}

export interface FilterOptions {
  readonly collation?: Collation | undefined;
  /** `let` variables, seen by `$expr`. */
  readonly variables?: Document | undefined;
}

/** @throws {CommandError} BadValue and kin where the query is none */
export function compileFilter(query: Document, { collation, variables }: FilterOptions = {}): Filter {
  const { source, needsTypes } = normalizeFilter(query);
  const test = asCommandError(() => {
    const compiled = new Query(source, { context: mingoContext(collation), scriptEnabled: false, ...(variables !== undefined && { variables }) });
    return (document: Document) => compiled.test(document);
  });
  return {
    source,
    decoding: needsTypes ? 'typed' : 'plain',
    collation,
    matches: (document) => asCommandError(() => test(document)),
  };
}
