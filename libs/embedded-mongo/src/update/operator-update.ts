import { copyValue, type Document, isDocument } from '../bson/document';
import { equalValues } from '../bson/order';
import { CommandError } from '../errors';
import { ARRAY_OPERATORS } from './array-operators';
import { concretePaths, type Positions } from './array-paths';
import { setAt, unsetAt, valueAt } from './fields';
import { SCALAR_OPERATORS, UNCHANGED, type ValueUpdate } from './scalar-operators';

const VALUE_OPERATORS: Readonly<Record<string, ValueUpdate>> = { ...SCALAR_OPERATORS, ...ARRAY_OPERATORS };

interface FieldUpdate {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}

/** Update operators, checked: no two may touch one path or a path and a part of it. */
export function parseOperators(update: Document): FieldUpdate[] {
  const updates: FieldUpdate[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (operator !== '$unset' && operator !== '$rename' && VALUE_OPERATORS[operator] === undefined) {
      throw new CommandError('FailedToParse', `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`);
    }
    if (!isDocument(fields)) {
      throw new CommandError('FailedToParse', `Modifiers operate on fields but we found another type instead. For example: {$mod: {<field>: ...}} not {${operator}: ...}`);
    }
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path);
      updates.push({ operator, path, operand });
    }
  }
  checkConflicts(updates.flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, renameTarget(path, operand)] : [path])));
  return updates.toSorted((a, b) => comparePaths(a.path, b.path));
}

function checkPath(path: string): void {
  if (path === '') throw new CommandError('Location56', "An empty update path is not valid.");
  if (path.split('.').includes('')) throw new CommandError('Location56', `The update path '${path}' contains an empty field name, which is not allowed.`);
}

function renameTarget(path: string, operand: unknown): string {
  if (typeof operand !== 'string') throw new CommandError('BadValue', `The 'to' field for $rename must be a string: ${path}`);
  checkPath(operand);
  if (operand === path) throw new CommandError('BadValue', `The source and target field for $rename must differ: ${path}: "${operand}"`);
  if (/(?:^|\.)\$/.test(path) || /(?:^|\.)\$/.test(operand)) throw new CommandError('BadValue', `The source and target of $rename may not be dynamic: ${path}`);
  return operand;
}

function checkConflicts(paths: readonly string[]): void {
  const ordered = paths.toSorted();
  for (const [index, path] of ordered.entries()) {
    const conflict = ordered.find((other, at) => at !== index && (other === path ? at < index : path.startsWith(`${other}.`)));
    if (conflict !== undefined) throw new CommandError('ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${conflict}'`);
  }
}

/** Names in their order, positions by number, so that new fields come out as MongoDB orders them. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const numbers = Number(part) - Number(other);
    return Number.isNaN(numbers) || numbers === 0 ? (part < other ? -1 : 1) : numbers;
  }
  return left.length - right.length;
}

export interface UpdateContext {
  readonly positions: Positions;
  readonly inserting: boolean;
  readonly now: Date;
}

/** Applies operators to a typed document, in place. @throws {CommandError} ImmutableField where `_id` would change */
export function applyOperators(document: Document, updates: readonly FieldUpdate[], context: UpdateContext): void {
  const id = copyValue(document['_id']);
  for (const update of updates) {
    if (update.operator === '$setOnInsert' && !context.inserting) continue;
    if (update.operator === '$rename') rename(document, update);
    else for (const path of concretePaths(document, update.path, context.positions)) applyAt(document, path, update, context);
  }
  if (!equalValues(document['_id'], id) && !(context.inserting && id === undefined)) {
    const path = updates.find((update) => update.path === '_id' || update.path.startsWith('_id.'))?.path ?? '_id';
    throw new CommandError('ImmutableField', `Performing an update on the path '${path}' would modify the immutable field '_id'`);
  }
}

function applyAt(document: Document, path: readonly string[], { operator, operand }: FieldUpdate, { now }: UpdateContext): void {
  if (operator === '$unset') {
    unsetAt(document, path);
    return;
  }
  const current = valueAt(document, path);
  const value = VALUE_OPERATORS[operator]?.(current, copyValue(operand), { path: path.join('.'), documentId: document['_id'], now });
  if (value !== UNCHANGED) setAt(document, path, value);
}

function rename(document: Document, { path, operand }: FieldUpdate): void {
  const source = path.split('.');
  const value = valueAt(document, source);
  if (value === undefined) return;
  const target = renameTarget(path, operand).split('.');
  for (const checked of [source, target]) {
    for (let depth = 1; depth < checked.length; depth += 1) {
      if (Array.isArray(valueAt(document, checked.slice(0, depth)))) {
        throw new CommandError('BadValue', `The source and target field for $rename cannot be array elements, '${checked.join('.')}' has an array field called '${checked[depth - 1] ?? ''}'`);
      }
    }
  }
  unsetAt(document, source);
  setAt(document, target, value);
}

export type { FieldUpdate };
