import { defineField, type Document, isArray, isDocument, ownField } from '../bson/document';
import { isIndex } from '../bson/path';
import { CommandError } from '../errors';
import { shown } from '../storage/duplicate-key';

/** MongoDB pads an array with nulls up to a position that is set, but not without bound. */
const MAX_PADDING = 1_500_000;

/** The value at a concrete path, positions of arrays included; undefined where there is none. */
export function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, field) => {
    if (isArray(value)) return isIndex(field) ? value[Number(field)] : undefined;
    return isDocument(value) ? ownField(value, field) : undefined;
  }, document);
}

/** Sets the value at a path and makes the objects on the way. @throws {CommandError} PathNotViable where something else is in the way */
export function setAt(document: Document, path: readonly string[], value: unknown): void {
  let holder: Document | unknown[] = document;
  for (const [depth, field] of path.entries()) {
    if (depth === path.length - 1) {
      assign(holder, field, value, path);
      return;
    }
    const next = childOf(holder, field);
    if (isDocument(next) || isArray(next)) {
      holder = next;
    } else if (next === undefined) {
      const created: Document = {};
      assign(holder, field, created, path);
      holder = created;
    } else {
      throw notViable(path[depth + 1] ?? '', field, next);
    }
  }
}

/** Removes a field; an element of an array becomes null, so that the others keep their positions. */
export function unsetAt(document: Document, path: readonly string[]): void {
  const holder = valueAt(document, path.slice(0, -1));
  const field = path.at(-1) ?? '';
  if (isArray(holder)) {
    if (isIndex(field) && Number(field) < holder.length) holder[Number(field)] = null;
  } else if (isDocument(holder)) {
    Reflect.deleteProperty(holder, field);
  }
}

function childOf(holder: Document | unknown[], field: string): unknown {
  return isArray(holder) ? holder[arrayPosition(holder, field)] : ownField(holder, field);
}

function assign(holder: Document | unknown[], field: string, value: unknown, path: readonly string[]): void {
  if (!isArray(holder)) {
    checkName(field, path);
    defineField(holder, field, value);
    return;
  }
  const position = arrayPosition(holder, field);
  while (holder.length < position) holder.push(null);
  holder[position] = value;
}

function arrayPosition(holder: unknown[], field: string): number {
  if (!isIndex(field)) throw notViable(field, 'array', holder);
  const position = Number(field);
  if (position - holder.length > MAX_PADDING) throw new CommandError('BadValue', `can't backfill more than ${MAX_PADDING} elements`);
  return position;
}

function checkName(field: string, path: readonly string[]): void {
  if (field === '') throw new CommandError('Location56', `The update path '${path.join('.')}' contains an empty field name, which is not allowed.`);
  if (field.startsWith('$') && !['$ref', '$id', '$db'].includes(field)) {
    throw new CommandError('DollarPrefixedFieldName', `The dollar ($) prefixed field '${field}' in '${path.join('.')}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`);
  }
}

function notViable(field: string, parent: string, value: unknown): CommandError {
  return new CommandError('PathNotViable', `Cannot create field '${field}' in element {${parent}: ${shown(value)}}`);
}
