import { BSONRegExp } from 'bson';
import { type Document, fieldsOf, isArray, isDocument, toPlain } from '../bson/document';
import { toRegExp } from '../bson/regular-expression';
import { CommandError } from '../errors';

/** Operators of a field, by what their operand must be. */
const OPERAND_CHECKS: Readonly<Record<string, (operand: unknown) => string | undefined>> = {
  $eq: () => undefined, $ne: noRegex('$ne'), $gt: noRegex('$gt'), $gte: noRegex('$gte'), $lt: noRegex('$lt'), $lte: noRegex('$lte'),
  $in: needsArray('$in'), $nin: needsArray('$nin'), $all: needsArray('$all'),
  $exists: () => undefined, $type: () => undefined, $not: notOperand, $regex: () => undefined, $options: () => undefined,
  $size: (operand) => (Number.isInteger(operand) && Number(operand) >= 0 ? undefined : '$size must be a whole number that is not negative'),
  $mod: (operand) => (isArray(operand) && operand.length === 2 ? undefined : 'malformed mod, needs to be an array of two numbers'),
  $elemMatch: (operand) => (isDocument(operand) ? undefined : '$elemMatch needs an Object'),
  $bitsAllSet: () => undefined, $bitsAnySet: () => undefined, $bitsAllClear: () => undefined, $bitsAnyClear: () => undefined,
  $comment: () => undefined,
};

const NOT_IMPLEMENTED = new Set([
  '$where', '$text', '$jsonSchema', '$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$within', '$function', '$sampleRate', '$rand',
]);

export interface NormalizedFilter {
  readonly source: Document;
  /** Whether int32 and double must be kept apart to evaluate it. */
  readonly needsTypes: boolean;
}

/** Checks a query as MongoDB's parser does and brings it into the form that mingo compiles. */
export function normalizeFilter(query: Document): NormalizedFilter {
  const state = { needsTypes: false, hasExpression: false };
  const source = normalizeQuery(query, state);
  if (state.needsTypes && state.hasExpression) throw new CommandError('NotImplemented', '$type and $expr in one query are not implemented');
  return { source, needsTypes: state.needsTypes };
}

interface State {
  needsTypes: boolean;
  hasExpression: boolean;
}

function normalizeQuery(query: Document, state: State): Document {
  const source: Document = {};
  for (const [key, value] of fieldsOf(query)) {
    if (key === '$comment') continue;
    const conflict = Object.hasOwn(source, key);
    source[key] = conflict ? source[key] : normalizeEntry(key, value, state);
  }
  return source;
}

function normalizeEntry(key: string, value: unknown, state: State): unknown {
  if (key === '$and' || key === '$or' || key === '$nor') return normalizeBranches(key, value, state);
  if (key === '$expr') {
    state.hasExpression = true;
    return toPlain(value);
  }
  refuseUnimplemented(key);
  if (key.startsWith('$')) throw new CommandError('BadValue', `unknown top level operator: ${key}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`);
  return normalizeCondition(value, state);
}

function normalizeBranches(key: string, value: unknown, state: State): Document[] {
  if (!isArray(value)) throw new CommandError('BadValue', `${key} must be an array`);
  if (value.length === 0) throw new CommandError('BadValue', '$and/$or/$nor must be a nonempty array');
  return value.map((branch) => {
    if (!isDocument(branch)) throw new CommandError('BadValue', '$or/$and/$nor entries need to be full objects');
    return normalizeQuery(branch, state);
  });
}

/** True for `{$gt: 1}`, false for a document to compare with. */
export function isOperatorExpression(value: unknown): value is Document {
  if (!isDocument(value)) return false;
  const [first] = Object.keys(value);
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** What a field must fulfil, as operators. */
function normalizeCondition(value: unknown, state: State): Document {
  if (value instanceof BSONRegExp || value instanceof RegExp) return { $regex: toPlain(value) };
  if (!isOperatorExpression(value)) return { $eq: toPlain(value) };
  const condition: Document = {};
  for (const [operator, operand] of fieldsOf(value)) {
    if (operator === '$comment' || operator === '$options') continue;
    condition[operator] = normalizeOperand(operator, operand, value, state);
  }
  if (Object.hasOwn(value, '$options') && !Object.hasOwn(value, '$regex')) throw new CommandError('BadValue', '$options needs a $regex');
  return condition;
}

function normalizeOperand(operator: string, operand: unknown, siblings: Document, state: State): unknown {
  refuseUnimplemented(operator);
  const check = OPERAND_CHECKS[operator];
  if (check === undefined) throw new CommandError('BadValue', `unknown operator: ${operator}`);
  const plain = toPlain(operand);
  const complaint = check(plain);
  if (complaint !== undefined) throw new CommandError('BadValue', complaint);
  state.needsTypes ||= operator === '$type';
  if (operator === '$regex') return regexOf(plain, siblings['$options']);
  if (operator === '$not') return normalizeCondition(operand, state);
  if (operator === '$in' || operator === '$nin') return refuseOperators(operator, plain);
  if (operator === '$elemMatch' && isDocument(operand)) return normalizeElemMatch(operand, state);
  if (operator === '$all' && isArray(operand)) return operand.map((item) => normalizeAllItem(item, state));
  return plain;
}

function regexOf(pattern: unknown, options: unknown): RegExp {
  if (pattern instanceof RegExp) return typeof options === 'string' ? toRegExp(pattern.source, options) : pattern;
  if (typeof pattern !== 'string') throw new CommandError('BadValue', '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw new CommandError('BadValue', '$options has to be a string');
  return toRegExp(pattern, options ?? '');
}

function normalizeElemMatch(operand: Document, state: State): Document {
  const first = Object.keys(operand)[0];
  const ofValues = isOperatorExpression(operand) && first !== '$and' && first !== '$or' && first !== '$nor' && first !== '$expr';
  return ofValues ? { $value: normalizeCondition(operand, state) } : { $query: normalizeQuery(operand, state) };
}

function normalizeAllItem(item: unknown, state: State): unknown {
  if (!isOperatorExpression(item)) return { $eq: toPlain(item) };
  const elemMatch = item['$elemMatch'];
  if (!isDocument(elemMatch)) throw new CommandError('BadValue', 'no $ expressions in $all');
  return { $elemMatch: normalizeElemMatch(elemMatch, state) };
}

function refuseUnimplemented(operator: string): void {
  if (NOT_IMPLEMENTED.has(operator)) throw new CommandError('NotImplemented', `The query operator ${operator} is not implemented`);
}

function refuseOperators(operator: string, operands: unknown): unknown {
  if (isArray(operands) && operands.some(isOperatorExpression)) throw new CommandError('BadValue', `cannot nest $ under ${operator}`);
  return operands;
}

function noRegex(operator: string): (operand: unknown) => string | undefined {
  return (operand) => (operand instanceof RegExp ? `Can't have RegEx as arg to predicate over field with ${operator}.` : undefined);
}

function needsArray(operator: string): (operand: unknown) => string | undefined {
  return (operand) => (isArray(operand) ? undefined : `${operator} needs an array`);
}

function notOperand(operand: unknown): string | undefined {
  if (operand instanceof RegExp) return undefined;
  return isDocument(operand) && isOperatorExpression(operand) ? undefined : '$not needs a regex or a document';
}
