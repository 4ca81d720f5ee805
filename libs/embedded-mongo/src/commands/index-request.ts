import { collationOf } from '../bson/collation';
import { type Document, isDocument } from '../bson/document';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { conjunctionOf } from '../query/predicates';
import { ID_INDEX_NAME, type IndexDefinition } from '../storage/index-definition';

export type RequestedIndex = Omit<IndexDefinition, 'id' | 'multikey' | 'cut'>;

const OPTIONS = [
  'key', 'name', 'v', 'ns', 'unique', 'sparse', 'background', 'expireAfterSeconds', 'partialFilterExpression', 'collation', 'hidden',
];
const MAX_FIELDS = 32;
const MAX_EXPIRY_SECONDS = 2_147_483_647;

/** One entry of `createIndexes`, checked. @throws {CommandError} CannotCreateIndex, or NotImplemented for text, geo, hashed and wildcard */
export function parseIndex(specification: Document): RequestedIndex {
  const unknown = Object.keys(specification).find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined) throw new CommandError('NotImplemented', `The index option '${unknown}' is not implemented`);
  const { key, name, expireAfterSeconds, partialFilterExpression, collation, hidden } = specification;
  if (!isDocument(key) || Object.keys(key).length === 0 || Object.keys(key).length > MAX_FIELDS) {
    throw new CommandError('CannotCreateIndex', `Index keys must be an object of 1 to ${MAX_FIELDS} fields`);
  }
  if (typeof name !== 'string' || name === '') throw new CommandError('FailedToParse', "The 'name' field is a required property of an index specification");
  if (specification['sparse'] === true && partialFilterExpression !== undefined) throw new CommandError('CannotCreateIndex', "cannot mix 'partialFilterExpression' and 'sparse' options");
  const fields = Object.entries(key).map(([path, direction]) => ({ path, descending: isDescending(path, direction) }));
  const parsedCollation = collationOf(collation)?.spec;
  return {
    name: fields.length === 1 && fields[0]?.path === '_id' ? ID_INDEX_NAME : name,
    fields,
    unique: Boolean(specification['unique']),
    sparse: Boolean(specification['sparse']),
    hidden: Boolean(hidden),
    ...(partialFilterExpression !== undefined && { partialFilter: partialFilterOf(partialFilterExpression) }),
    ...(parsedCollation !== undefined && { collation: parsedCollation }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds: expiryOf(expireAfterSeconds, fields.length) }),
  };
}

function isDescending(path: string, direction: unknown): boolean {
  if (path.startsWith('$') || path === '' || path.split('.').includes('')) throw new CommandError('CannotCreateIndex', `Index key contains an illegal field name: '${path}'`);
  if (typeof direction === 'string' || path.endsWith('$**')) throw new CommandError('NotImplemented', `Indexes of the kind { ${path}: ${JSON.stringify(direction)} } are not implemented`);
  if (typeof direction !== 'number' || direction === 0 || Number.isNaN(direction)) throw new CommandError('CannotCreateIndex', 'Values in the index key pattern must be numbers other than 0, or the name of an index kind');
  return direction < 0;
}

function expiryOf(value: unknown, fields: number): number {
  if (fields !== 1) throw new CommandError('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  const seconds = Number(value);
  if (!(seconds >= 0 && seconds <= MAX_EXPIRY_SECONDS)) throw new CommandError('CannotCreateIndex', `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a number between 0 and ${MAX_EXPIRY_SECONDS}`);
  return seconds;
}

const PARTIAL_OPERATORS = ['$eq', '$gt', '$gte', '$lt', '$lte', '$exists', '$type', '$in'];

function partialFilterOf(expression: unknown): Document {
  if (!isDocument(expression)) throw new CommandError('CannotCreateIndex', "'partialFilterExpression' for an index must be a document");
  const { predicates, hasOther } = conjunctionOf(compileFilter(expression).source);
  const odd = predicates.find(({ operator, operand }) => !PARTIAL_OPERATORS.includes(operator) || (operator === '$exists' && operand !== true));
  if (hasOther || odd !== undefined) throw new CommandError('CannotCreateIndex', `unsupported expression in partial index: ${odd?.operator ?? '$or'}`);
  return expression;
}
