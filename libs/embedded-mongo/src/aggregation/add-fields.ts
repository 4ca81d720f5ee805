import { evalExpr } from 'mingo/core';
import type { AnyObject, Options } from 'mingo/types';
import { type Document, fieldsOf, isArray, isDocument, ownField } from '../bson/document';
import { CommandError } from '../errors';

/** One path of `$addFields` and what is computed for it. */
interface Assignment {
  readonly path: readonly string[];
  readonly expression: unknown;
}

/** `$addFields`: unlike mingo's it reaches through arrays, and an embedded object adds fields instead of replacing what is there. */
export function addFields(specification: Document, options: Options): (document: AnyObject) => AnyObject {
  const assignments = assignmentsOf(specification, []);
  return (document) => assignments.reduce<Document>((changed, { path, expression }) => withField(changed, path, evalExpr(document, expression, options)), document);
}

function assignmentsOf(specification: Document, prefix: readonly string[]): Assignment[] {
  return fieldsOf(specification).flatMap(([name, expression]): Assignment[] => {
    const path = [...prefix, ...name.split('.')];
    if (path.some((field) => field === '' || field.startsWith('$'))) throw new CommandError('Location16410', `FieldPath field names may not be empty or start with '$': '${path.join('.')}'`);
    const nested = isDocument(expression) && Object.keys(expression).length > 0 && Object.keys(expression).every((key) => !key.startsWith('$'));
    return nested ? assignmentsOf(expression, path) : [{ path, expression }];
  });
}

/** A copy with a field set, in each element where an array is on the way; undefined removes the field. */
function withField(value: unknown, path: readonly string[], assigned: unknown): Document {
  const [field, ...rest] = path;
  const copy: Document = isDocument(value) ? { ...value } : {};
  if (field === undefined) return copy;
  const inner = ownField(copy, field);
  if (rest.length > 0) copy[field] = isArray(inner) ? withFieldInElements(inner, rest, assigned) : withField(inner, rest, assigned);
  else if (assigned === undefined) Reflect.deleteProperty(copy, field);
  else copy[field] = assigned;
  return copy;
}

function withFieldInElements(elements: readonly unknown[], path: readonly string[], assigned: unknown): unknown[] {
  return elements.map((element) => (isArray(element) ? withFieldInElements(element, path, assigned) : withField(element, path, assigned)));
}
