import { collationOf } from '../bson/collation';
import { type Document, isArray, isDocument, toPlain, toPlainDocument } from '../bson/document';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { parseSort } from '../query/sort';
import { parseUpdate, type UpdateSpecification } from '../update/update-specification';
import type { WriteTarget } from '../write';

/** One entry of `updates` or `deletes`. */
export interface Statement {
  readonly target: WriteTarget;
  readonly specification: UpdateSpecification | undefined;
  readonly upsert: boolean;
}

const UPDATE_FIELDS = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sort', 'upsertSupplied'];
const DELETE_FIELDS = ['q', 'limit', 'hint', 'collation'];

/** @param statement typed. @param variables `let` of the command */
export function parseUpdateStatement(statement: Document, variables: Document | undefined): Statement {
  checkFields('update.updates', statement, UPDATE_FIELDS);
  const multi = Boolean(toPlain(statement['multi']));
  if (multi && statement['sort'] !== undefined) throw new CommandError('FailedToParse', "Cannot specify sort with multi=true");
  const constants = isDocument(statement['c']) ? toPlainDocument(statement['c']) : {};
  const collation = collationOf(toPlain(statement['collation']));
  const all = { ...variables, ...constants };
  return {
    target: { ...targetOf(statement, all), limit: multi ? undefined : 1 },
    specification: parseUpdate(statement['u'], { arrayFilters: arrayFiltersOf(statement['arrayFilters']), collation, variables: all }),
    upsert: Boolean(toPlain(statement['upsert'])),
  };
}

export function parseDeleteStatement(statement: Document, variables: Document | undefined): Statement {
  checkFields('delete.deletes', statement, DELETE_FIELDS);
  const limit = Number(toPlain(statement['limit']));
  if (limit !== 0 && limit !== 1) throw new CommandError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return { target: { ...targetOf(statement, variables), limit: limit === 0 ? undefined : 1 }, specification: undefined, upsert: false };
}

export function arrayFiltersOf(value: unknown): Document[] {
  if (value === undefined || value === null) return [];
  if (isArray(value) && value.every(isDocument)) return value;
  throw new CommandError('TypeMismatch', 'arrayFilters must be an array of objects');
}

function targetOf(statement: Document, variables: Document | undefined): Omit<WriteTarget, 'limit'> {
  const { q: query } = statement;
  if (!isDocument(query)) throw new CommandError('TypeMismatch', "BSON field 'q' is missing or not an object");
  const hint = toPlain(statement['hint']);
  const sort = toPlain(statement['sort']);
  return {
    filter: compileFilter(query, { collation: collationOf(toPlain(statement['collation'])), variables }),
    sort: parseSort(isDocument(sort) ? sort : undefined),
    hint: typeof hint === 'string' || (isDocument(hint) && Object.keys(hint).length > 0) ? hint : undefined,
  };
}

function checkFields(name: string, statement: Document, known: readonly string[]): void {
  const unknown = Object.keys(statement).find((field) => !known.includes(field));
  if (unknown !== undefined) throw new CommandError('Location40415', `BSON field '${name}.${unknown}' is an unknown field.`);
}
