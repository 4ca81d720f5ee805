import { type Document, fieldsOf, isArray, isDocument } from '../bson/document';
import { isNumber, toDouble } from '../bson/number';
import { CommandError } from '../errors';
import type { Filter } from './filter';
import { compileFilter } from './filter';
import { matchedElement } from './positional';

export type Project = (document: Document) => Document;

/** Computes an aggregation expression for a document. */
export type Evaluate = (document: Document, expression: unknown) => unknown;

/** The kept, dropped or computed fields as a tree: a node for each field of a path. */
interface Node {
  readonly children: Map<string, Node>;
  action?: Action;
}

type Action =
  | { readonly kind: 'include' | 'exclude' }
  | { readonly kind: 'compute'; readonly expression: unknown }
  | { readonly kind: 'slice'; readonly skip: number | undefined; readonly limit: number }
  | { readonly kind: 'elemMatch'; readonly filter: Filter }
  | { readonly kind: 'positional' };

/** A projection in find's language, compiled; undefined where it keeps everything. Fields come out in the document's order. */
export function compileProjection(spec: Document, evaluate: Evaluate, filter?: Filter): Project | undefined {
  const root: Node = { children: new Map() };
  for (const [path, value] of fieldsOf(spec)) addPath(root, path, value);
  if (root.children.size === 0) return undefined;
  const mode = modeOf(root);
  return (document) => projectFields(document, root, { mode, evaluate, root: document, filter });
}

interface Projection {
  readonly mode: 'include' | 'exclude';
  readonly evaluate: Evaluate;
  readonly root: Document;
  readonly filter: Filter | undefined;
}

function addPath(root: Node, path: string, value: unknown): void {
  const positional = path.endsWith('.$');
  const fields = (positional ? path.slice(0, -2) : path).split('.');
  if (fields.some((field) => field === '' || field.startsWith('$'))) throw new CommandError('Location16410', `FieldPath field names may not be empty or start with '$': '${path}'`);
  if (isDocument(value) && !isExpression(value)) {
    for (const [inner, condition] of fieldsOf(value)) addPath(root, `${path}.${inner}`, condition);
    return;
  }
  let node = root;
  for (const field of fields) {
    if (node.action !== undefined) throw new CommandError('Location31254', `Path collision at ${path}`);
    const next = node.children.get(field) ?? { children: new Map<string, Node>() };
    node.children.set(field, next);
    node = next;
  }
  if (node.action !== undefined || node.children.size > 0) throw new CommandError('Location31254', `Path collision at ${path}`);
  node.action = positional ? { kind: 'positional' } : actionOf(value);
}

function isExpression(value: Document): boolean {
  return Object.keys(value)[0]?.startsWith('$') === true;
}

function actionOf(value: unknown): Action {
  if (isNumber(value)) return { kind: toDouble(value) === 0 ? 'exclude' : 'include' };
  if (typeof value === 'boolean') return { kind: value ? 'include' : 'exclude' };
  if (isDocument(value)) {
    const { $slice: slice, $elemMatch: elemMatch, $meta: meta } = value;
    if (meta !== undefined) throw new CommandError('NotImplemented', 'The projection $meta is not implemented');
    if (isNumber(slice)) return { kind: 'slice', skip: undefined, limit: toDouble(slice) };
    if (isArray(slice) && slice.length === 2 && slice.every(isNumber)) {
      const [skip, limit] = slice.map(toDouble);
      return { kind: 'slice', skip: skip ?? 0, limit: limit ?? 0 };
    }
    if (isDocument(elemMatch)) return { kind: 'elemMatch', filter: compileFilter({ element: { $elemMatch: elemMatch } }) };
  }
  return { kind: 'compute', expression: value };
}

/** Whether only what is named stays, or all but what is named. `_id: 0` goes with both. */
function modeOf(root: Node): 'include' | 'exclude' {
  const actions = leavesOf(root, '').filter(({ path }) => path !== '_id');
  const includes = actions.find(({ kind }) => kind === 'include' || kind === 'compute' || kind === 'positional' || kind === 'elemMatch');
  const excludes = actions.find(({ kind }) => kind === 'exclude');
  const strict = actions.find(({ kind }) => kind === 'include' || kind === 'compute');
  if (strict !== undefined && excludes !== undefined) {
    const first = actions.find(({ kind }) => kind === 'include' || kind === 'exclude' || kind === 'compute');
    if (first?.kind === 'exclude') throw new CommandError('Location31253', `Cannot do inclusion on field ${strict.path} in exclusion projection`);
    throw new CommandError('Location31254', `Cannot do exclusion on field ${excludes.path} in inclusion projection`);
  }
  if (excludes !== undefined) return 'exclude';
  if (includes !== undefined) return 'include';
  const id = root.children.get('_id')?.action?.kind;
  return id === 'include' ? 'include' : 'exclude';
}

function leavesOf(node: Node, path: string): { path: string; kind: Action['kind'] }[] {
  if (node.action !== undefined) return [{ path, kind: node.action.kind }];
  return [...node.children].flatMap(([field, child]) => leavesOf(child, path === '' ? field : `${path}.${field}`));
}

function projectFields(document: Document, node: Node, projection: Projection, isRoot = true): Document {
  const result: Document = {};
  for (const [field, value] of fieldsOf(document)) {
    const child = node.children.get(field);
    const keptUnnamed = projection.mode === 'exclude' || (isRoot && field === '_id');
    if (child === undefined) {
      if (keptUnnamed) result[field] = value;
      continue;
    }
    const projected = projectValue(value, child, projection);
    if (projected !== undefined) result[field] = projected;
  }
  for (const [field, child] of node.children) {
    if (Object.hasOwn(document, field)) continue;
    const computed = computeMissing(child, projection);
    if (computed !== undefined) result[field] = computed;
  }
  return result;
}

function projectValue(value: unknown, node: Node, projection: Projection): unknown {
  const { action } = node;
  if (action !== undefined) return applyAction(value, action, projection);
  if (isDocument(value)) return projectFields(value, node, projection, false);
  if (isArray(value)) return value.map((item) => projectValue(item, node, projection)).filter((item) => item !== undefined);
  return projection.mode === 'exclude' ? value : computeMissing(node, projection);
}

function applyAction(value: unknown, action: Action, projection: Projection): unknown {
  switch (action.kind) {
    case 'include': return value;
    case 'exclude': return undefined;
    case 'compute': return projection.evaluate(projection.root, action.expression);
    case 'slice': return isArray(value) ? sliced(value, action.skip, action.limit) : value;
    case 'elemMatch': return isArray(value) ? firstMatch(value, action.filter) : undefined;
    case 'positional': return isArray(value) ? positional(value, projection) : value;
  }
}

/** Computed fields arise where the document has none. */
function computeMissing(node: Node, projection: Projection): unknown {
  if (node.action !== undefined) return node.action.kind === 'compute' ? projection.evaluate(projection.root, node.action.expression) : undefined;
  const entries = [...node.children].map(([field, child]): [string, unknown] => [field, computeMissing(child, projection)]);
  const present = entries.filter(([, value]) => value !== undefined);
  return present.length === 0 ? undefined : Object.fromEntries(present);
}

function sliced(value: unknown[], skip: number | undefined, limit: number): unknown[] {
  if (skip === undefined) return limit < 0 ? value.slice(limit) : value.slice(0, limit);
  const start = skip < 0 ? Math.max(0, value.length + skip) : skip;
  return value.slice(start, start + limit);
}

function firstMatch(value: unknown[], filter: Filter): unknown[] | undefined {
  const found = value.find((element) => filter.matches({ element: [element] }));
  return found === undefined ? undefined : [found];
}

function positional(value: unknown[], { filter, root }: Projection): unknown[] {
  const path = Object.keys(root).find((field) => root[field] === value) ?? '';
  const index = filter === undefined ? undefined : matchedElement(root, path, filter);
  if (index === undefined) throw new CommandError('Location51246', "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array");
  return value.slice(index, index + 1);
}
