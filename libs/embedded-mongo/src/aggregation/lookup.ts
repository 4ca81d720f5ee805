import { Aggregator } from 'mingo/aggregator';
import { evalExpr } from 'mingo/core';
import type { Iterator } from 'mingo/lazy';
import type { AnyObject, Options } from 'mingo/types';
import { type Document, isArray, isDocument } from '../bson/document';
import { anyLeafAt } from '../bson/path';
import { CommandError } from '../errors';
import { checkStages } from './stage-names';

/** Documents of another collection of the database that match a query, found by its indexes. */
export type FindIn = (collection: string, query: Document) => Iterable<Document>;

/** `$lookup` that finds what it joins by index instead of reading the whole collection. */
export function lookupStage(findIn: FindIn) {
  return (documents: Iterator, specification: Document, options: Options): Iterator => {
    const { from, as, localField, foreignField, let: variables = {}, pipeline } = specification;
    if (typeof as !== 'string') throw new CommandError('FailedToParse', 'must specify \'as\' field for a $lookup');
    const stages = isArray(pipeline) ? checkStages(pipeline) : undefined;
    if (typeof from !== 'string' && stages?.[0]?.['$documents'] === undefined) throw new CommandError('FailedToParse', "must specify 'from' field for a $lookup");
    const joins = typeof localField === 'string' && typeof foreignField === 'string';
    if (!joins && stages === undefined) throw new CommandError('FailedToParse', '$lookup requires either \'pipeline\' or both \'localField\' and \'foreignField\' to be specified');
    return documents.map<AnyObject, AnyObject>((document) => {
      const query = joins ? joinQuery(document, localField, foreignField) : {};
      const foreign = typeof from === 'string' ? findIn(from, query) : [];
      return { ...document, [as]: stages === undefined ? [...foreign] : joined(foreign, stages, document, variables, options) };
    });
  };
}

/** All values of the local field; a missing one joins with null and missing ones. */
function joinQuery(document: Document, localField: string, foreignField: string): Document {
  const values: unknown[] = [];
  anyLeafAt(document, localField.split('.'), (value) => {
    if (isArray(value)) values.push(...value);
    else values.push(value ?? null);
    return false;
  });
  return { [foreignField]: { $in: values } };
}

function joined(foreign: Iterable<Document>, stages: readonly Document[], document: Document, variables: unknown, options: Options): AnyObject[] {
  const computed = isDocument(variables) ? evalExpr(document, variables, options) : {};
  const known = isDocument(computed) ? computed : {};
  return new Aggregator([...stages], { context: options.context, scriptEnabled: false, variables: { ...options.variables, ...known } }).stream(foreign).collect();
}
