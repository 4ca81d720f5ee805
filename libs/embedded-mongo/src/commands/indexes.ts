import { type Document, encode, isDocument, toPlainDocument } from '../bson/document';
import { RawDocument } from '../bson/raw-document';
import { equalValues } from '../bson/order';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import type { Collection } from '../storage/collection';
import { ID_INDEX_NAME, type IndexDefinition, indexSpecification, keyPattern } from '../storage/index-definition';
import { parseIndex, type RequestedIndex } from './index-request';
import type { CommandRequest } from './request';

/** Indexes of a collection, as MongoDB limits them. */
const MAX_INDEXES = 64;

/** `createIndexes`. */
export function createIndexesCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('indexes', 'commitQuorum', 'ignoreUnknownIndexOptions');
  const requested = request.typedDocuments('indexes').map((index) => parseIndex(toPlainDocument(index)));
  if (requested.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create');
  const { database, collection: name } = request;
  return engine.store.write(() => {
    const createdCollectionAutomatically = engine.catalog.find(database, name) === undefined;
    const collection = engine.catalog.ensure(database, name);
    const before = collection.indexes.length;
    for (const index of requested) {
      if (alreadyThere(collection, index)) continue;
      if (collection.indexes.length >= MAX_INDEXES) throw new CommandError('CannotCreateIndex', `add index fails, too many indexes for ${collection.namespace} key:${JSON.stringify(keyPattern(index))}`);
      collection.addIndex({ ...index, id: engine.catalog.nextId(), multikey: [], cut: false });
    }
    const after = collection.indexes.length;
    return { numIndexesBefore: before, numIndexesAfter: after, createdCollectionAutomatically, ...(before === after && { note: 'all indexes already exist' }) };
  });
}

function alreadyThere(collection: Collection, wanted: RequestedIndex): boolean {
  const sameName = collection.indexes.find(({ name }) => name === wanted.name);
  const same = collection.indexes.find((index) => hasSameSignature(index, wanted));
  if (sameName === undefined && same === undefined) return false;
  if (wanted.name === ID_INDEX_NAME) return true;
  if (sameName !== undefined && !hasSameSignature(sameName, wanted)) {
    throw new CommandError('IndexKeySpecsConflict', `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${shown(wanted)}, existing index: ${shown(sameName)}`);
  }
  if (sameName === undefined) throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${same?.name ?? ''}`);
  if (sameName.expireAfterSeconds !== wanted.expireAfterSeconds) throw new CommandError('IndexOptionsConflict', `An equivalent index already exists with the same name but different options. Requested index: ${shown(wanted)}, existing index: ${shown(sameName)}`);
  return true;
}

/** Two indexes of one signature would hold the same entries under the same rule. */
function hasSameSignature(a: IndexDefinition, b: RequestedIndex): boolean {
  return equalValues(keyPattern(a), keyPattern(b)) && a.unique === b.unique && a.sparse === b.sparse
    && equalValues(a.collation, b.collation) && equalValues(a.partialFilter, b.partialFilter);
}

function shown(index: RequestedIndex): string {
  return JSON.stringify(indexSpecification({ ...index, id: 0, multikey: [], cut: false }));
}

/** `listIndexes`. */
export function listIndexesCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('cursor', 'includeIndexBuildInfo', 'includeBuildUUIDs');
  const collection = existing(engine, request);
  const results = collection.indexes.map((index) => new RawDocument(encode(indexSpecification(index))));
  const { id, batch } = engine.cursors.start(collection.namespace, results.values(), Number(request.document('cursor')['batchSize'] ?? 101));
  return { cursor: { firstBatch: batch, id, ns: collection.namespace } };
}

/** `dropIndexes`, by name, by key pattern, by several names, or all with `*`. */
export function dropIndexesCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('index');
  return engine.store.write(() => {
    const collection = existing(engine, request);
    const before = collection.indexes.length;
    for (const index of indexesToDrop(collection, request.body['index'])) collection.dropIndex(index);
    return { nIndexesWas: before };
  });
}

function indexesToDrop(collection: Collection, wanted: unknown): IndexDefinition[] {
  if (wanted === '*') return collection.indexes.filter(({ name }) => name !== ID_INDEX_NAME);
  if (Array.isArray(wanted)) return wanted.flatMap((name) => indexesToDrop(collection, name));
  const found = isDocument(wanted)
    ? collection.indexes.find((index) => equalValues(keyPattern(index), wanted))
    : collection.indexes.find(({ name }) => name === wanted);
  if (found === undefined) throw new CommandError('IndexNotFound', isDocument(wanted) ? `can't find index with key: ${JSON.stringify(wanted)}` : `index not found with name [${String(wanted)}]`);
  if (found.name === ID_INDEX_NAME) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return [found];
}

/** `collMod`: the time to live and the visibility of an index. */
export function collModCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('index');
  const change = request.document('index');
  const { keyPattern: pattern, name, expireAfterSeconds, hidden, ...others } = change;
  const other = Object.keys(others)[0];
  if (other !== undefined) throw new CommandError('NotImplemented', `collMod of index.${other} is not implemented`);
  return engine.store.write(() => {
    const collection = existing(engine, request);
    if (Object.keys(change).length === 0) return {};
    const [index] = indexesToDrop(collection, name ?? pattern);
    if (index === undefined) return {};
    collection.changeIndex({
      ...index,
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds: Number(expireAfterSeconds) }),
      ...(hidden !== undefined && { hidden: Boolean(hidden) }),
    });
    return {
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds_old: index.expireAfterSeconds, expireAfterSeconds_new: expireAfterSeconds }),
      ...(hidden !== undefined && { hidden_old: index.hidden, hidden_new: hidden }),
    };
  });
}

function existing(engine: Engine, request: CommandRequest): Collection {
  const collection = engine.catalog.find(request.database, request.collection);
  if (collection === undefined) throw new CommandError('NamespaceNotFound', `ns does not exist: ${request.namespace}`);
  return collection;
}

