import { type Document, isArray, isDocument } from '../bson/document';
import { CommandError } from '../errors';

const IMPLEMENTED = new Set([
  '$match', '$project', '$addFields', '$set', '$unset', '$group', '$sort', '$skip', '$limit', '$unwind', '$lookup', '$facet', '$count',
  '$sortByCount', '$bucket', '$bucketAuto', '$replaceRoot', '$replaceWith', '$sample', '$unionWith', '$graphLookup', '$redact',
  '$setWindowFields', '$densify', '$fill', '$documents', '$collStats', '$indexStats',
]);

const NOT_IMPLEMENTED = new Set([
  '$out', '$merge', '$geoNear', '$search', '$searchMeta', '$vectorSearch', '$currentOp', '$listSessions', '$listLocalSessions',
  '$planCacheStats', '$listSampledQueries', '$shardedDataDistribution', '$listSearchIndexes', '$querySettings', '$listClusterCatalog',
]);

/** Stages that may only stand first. */
const ONLY_FIRST = new Set(['$documents', '$collStats', '$indexStats']);

/** A pipeline's stages, each known and with one name. @throws {CommandError} as MongoDB's parser does */
export function checkStages(pipeline: readonly unknown[], nested = false): Document[] {
  return pipeline.map((stage, position) => {
    const [name, ...more] = isDocument(stage) ? Object.keys(stage) : [];
    if (!isDocument(stage) || name === undefined || more.length > 0) {
      throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    }
    checkName(name);
    if (ONLY_FIRST.has(name) && (position > 0 || (nested && name !== '$documents'))) {
      throw new CommandError('Location40602', `${name} is only valid as the first stage in a pipeline`);
    }
    if (name === '$facet') checkFacet(stage[name]);
    if (name === '$skip' && !(Number(stage[name]) >= 0)) throw new CommandError('Location15956', 'Argument to $skip cannot be negative');
    if (name === '$count') checkCount(stage[name]);
    if (name === '$limit' && !(Number(stage[name]) > 0)) throw new CommandError('Location15958', 'the limit must be positive');
    return stage;
  });
}

function checkName(name: string): void {
  if (IMPLEMENTED.has(name)) return;
  if (name === '$changeStream') throw new CommandError('Location40573', 'The $changeStream stage is only supported on replica sets');
  if (NOT_IMPLEMENTED.has(name)) throw new CommandError('NotImplemented', `The pipeline stage ${name} is not implemented`);
  throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
}

function checkCount(field: unknown): void {
  if (typeof field !== 'string') throw new CommandError('Location40156', 'the count field must be a non-empty string');
  if (field === '') throw new CommandError('Location40157', 'the count field must be a non-empty string');
  if (field.startsWith('$')) throw new CommandError('Location40158', 'the count field cannot be a $-prefixed path');
  if (field.includes('.')) throw new CommandError('Location40160', "the count field cannot contain '.'");
}

function checkFacet(specification: unknown): void {
  if (!isDocument(specification)) throw new CommandError('Location40169', 'the $facet specification must be a non-empty object');
  for (const [field, pipeline] of Object.entries(specification)) {
    if (!isArray(pipeline)) throw new CommandError('Location40170', `arguments to $facet must be arrays, ${field} is not`);
    const inner = checkStages(pipeline, true);
    if (inner.some((stage) => '$facet' in stage)) throw new CommandError('Location40600', '$facet is not allowed to be used within a $facet stage');
  }
}
