import { evalExpr } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import { Query } from 'mingo/query';
import type { AnyObject, Options } from 'mingo/types';
import type { Collation } from '../bson/collation';
import { checkAccumulator } from './accumulators';
import { addFields } from './add-fields';
import { type Document, isArray, isDocument, ownField } from '../bson/document';
import { encodeValue } from '../bson/key';
import { compareValues } from '../bson/order';
import { CommandError } from '../errors';
import { normalizeFilter } from '../query/normalize-filter';
import { compileProjection } from '../query/projection';
import { documentOrder, parseSort } from '../query/sort';
import { valueAt } from '../update/fields';

export type Stage = (documents: Iterator, specification: never, options: Options) => Iterator;

/** Stages that replace mingo's where those do not know BSON, or differ from MongoDB. */
export function stageOperators(collation: Collation | undefined): Record<`$${string}`, Stage> {
  const sort = (documents: Iterator, specification: Document): Iterator => {
    const order = documentOrder(parseSort(specification), collation);
    return documents.transform<AnyObject>((all) => Lazy(all.toSorted(order)));
  };
  const group = (documents: Iterator, specification: Document, options: Options): Iterator => groupStage(documents, specification, options, collation);
  return {
    $match: (documents: Iterator, specification: Document, options: Options) => {
      const query = new Query(normalizeFilter(specification).source, options);
      return documents.filter<AnyObject>((document) => query.test(document));
    },
    $sort: sort,
    $group: group,
    $sortByCount: (documents: Iterator, expression: unknown, options: Options) =>
      sort(group(documents, { _id: expression, count: { $sum: 1 } }, options), { count: -1 }),
    $count: (documents: Iterator, field: string) => documents.transform((all) => Lazy(all.length === 0 ? [] : [{ [field]: all.length }])),
    $bucket: (documents: Iterator, specification: Document, options: Options) => bucket(documents, specification, options, group, sort),
    $project: (documents: Iterator, specification: Document, options: Options) => {
      const project = compileProjection(specification, (document, expression) => evalExpr(document, expression, options));
      if (project === undefined) throw new CommandError('Location51272', 'Invalid $project :: caused by :: projection specification must have at least one field');
      return documents.map<AnyObject, AnyObject>(project);
    },
    $addFields: (documents: Iterator, specification: Document, options: Options) => documents.map(addFields(specification, options)),
    $set: (documents: Iterator, specification: Document, options: Options) => documents.map(addFields(specification, options)),
    $unset: (documents: Iterator, fields: string | string[], options: Options) => {
      const excluded = Object.fromEntries((isArray(fields) ? fields : [fields]).map((field) => [field, 0]));
      const project = compileProjection(excluded, (document, expression) => evalExpr(document, expression, options));
      return project === undefined ? documents : documents.map<AnyObject, AnyObject>(project);
    },
    $unwind: unwind,
  };
}

/** Groups by BSON's equality, so that 1, 1.0 and NumberLong(1) are one group. */
function groupStage(documents: Iterator, specification: Document, options: Options, collation: Collation | undefined): Iterator {
  if (!('_id' in specification)) throw new CommandError('Location15955', 'a group specification must include an _id');
  const { _id: identity, ...accumulated } = specification;
  for (const [field, value] of Object.entries(accumulated)) {
    checkAccumulator(field, value);
  }
  return documents.transform<AnyObject>((all) => {
    const groups = new Map<string, { identity: unknown; members: AnyObject[] }>();
    for (const document of all) {
      const value = withoutMissing(evalExpr(document, identity, options) ?? null);
      const key = encodeValue(value, collation?.fold).toString('latin1');
      const known = groups.get(key) ?? { identity: value, members: [] };
      known.members.push(document);
      groups.set(key, known);
    }
    return Lazy([...groups.values()].map((each) => ({
      _id: each.identity,
      ...Object.fromEntries(Object.entries(accumulated).map(([field, accumulator]) => [field, evalExpr(each.members, accumulator, options)])),
    })));
  });
}

/** Fields of an identity that the document has not: they are none, which is not null. */
function withoutMissing(identity: unknown): unknown {
  if (!isDocument(identity) || !Object.values(identity).includes(undefined)) return identity;
  return Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== undefined));
}

type Grouping = (documents: Iterator, specification: Document, options: Options) => Iterator;

/** Groups by the lower boundary of the range that a value lies in. */
function bucket(documents: Iterator, specification: Document, options: Options, group: Grouping, sort: (documents: Iterator, specification: Document) => Iterator): Iterator {
  const { groupBy, boundaries, default: otherwise, output = { count: { $sum: 1 } } } = specification;
  if (!isArray(boundaries) || boundaries.length < 2 || !isDocument(output)) throw new CommandError('Location40192', "The $bucket 'boundaries' field must be an array of at least 2 values");
  const placed = documents.map<AnyObject, AnyObject>((document) => {
    const value = evalExpr(document, groupBy, options);
    const position = boundaries.findIndex((boundary, index) => index + 1 < boundaries.length
      && compareValues(value, boundary) >= 0 && compareValues(value, boundaries[index + 1]) < 0);
    if (position < 0 && !('default' in specification)) throw new CommandError('Location40066', '$switch could not find a matching branch for an input, and no default was specified.');
    return { ...document, [BUCKET]: position < 0 ? otherwise : boundaries[position] };
  });
  return sort(group(placed, { _id: `$${BUCKET}`, ...output }, options), { _id: 1 });
}

/** A field that no document has: names on the wire cannot hold a zero. */
const BUCKET = '\0bucket';

/** One document an element; unlike mingo's it keeps documents whose field is an empty text or object. */
function unwind(documents: Iterator, specification: string | Document): Iterator {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = typeof specification === 'string' ? { path: specification } as Document : specification;
  if (typeof path !== 'string' || !path.startsWith('$')) throw new CommandError('Location28818', "path option to $unwind stage should be prefixed with a '$'");
  const fields = path.slice(1).split('.');
  const withIndex = (document: AnyObject, index: number | null): AnyObject => (typeof includeArrayIndex === 'string' ? { ...document, [includeArrayIndex]: index } : document);
  return documents.transform<AnyObject>((all) => Lazy(all.flatMap((document) => {
    const value = valueAt(document, fields);
    if (isArray(value) && value.length > 0) return value.map((item, index) => withIndex(replaced(document, fields, item), index));
    if (value !== undefined && value !== null && !isArray(value)) return [withIndex(document, null)];
    if (preserveNullAndEmptyArrays !== true) return [];
    return [withIndex(isArray(value) ? replaced(document, fields, undefined) : document, null)];
  })));
}

/** A copy of a document with another value at a path; undefined removes the field. */
function replaced(document: Document, path: readonly string[], value: unknown): Document {
  const [field, ...rest] = path;
  if (field === undefined) return document;
  const copy = { ...document };
  const inner = ownField(copy, field);
  const next = rest.length === 0 ? value : replaced(isDocument(inner) ? inner : {}, rest, value);
  if (next === undefined) Reflect.deleteProperty(copy, field);
  else copy[field] = next;
  return copy;
}
