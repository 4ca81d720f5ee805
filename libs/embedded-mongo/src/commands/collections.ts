import { UUID } from 'bson';
import { type Document, encode, isDocument } from '../bson/document';
import { RawDocument } from '../bson/raw-document';
import type { Engine } from '../engine';
import { CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import type { Collection } from '../storage/collection';
import { ID_INDEX_NAME, indexSpecification } from '../storage/index-definition';
import { collectionStatistics } from './collection-statistics';
import type { CommandRequest } from './request';

/** `listCollections`. */
export function listCollectionsCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('filter', 'nameOnly', 'authorizedCollections', 'cursor');
  const filter = compileFilter(request.document('filter'));
  const nameOnly = request.flag('nameOnly');
  const listed = engine.catalog.in(request.database).map(described).filter((each) => filter.matches(each));
  const results = listed.map(({ name, type, ...rest }) => new RawDocument(encode(nameOnly ? { name, type } : { name, type, ...rest })));
  const namespace = `${request.database}.$cmd.listCollections`;
  const { id, batch } = engine.cursors.start(namespace, results.values(), Number(request.document('cursor')['batchSize'] ?? 101));
  return { cursor: { firstBatch: batch, id, ns: namespace } };
}

function described({ definition: { name, uuid, indexes } }: Collection): Document {
  const idIndex = indexes.find((index) => index.name === ID_INDEX_NAME);
  return { name, type: 'collection', options: {}, info: { readOnly: false, uuid: new UUID(uuid) }, idIndex: idIndex === undefined ? {} : indexSpecification(idIndex) };
}

/** `create`. Options that would change how the collection behaves are refused. */
export function createCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('capped', 'autoIndexId', 'timeseries', 'clusteredIndex', 'expireAfterSeconds', 'size', 'max', 'storageEngine', 'validator',
    'validationLevel', 'validationAction', 'indexOptionDefaults', 'viewOn', 'pipeline', 'collation', 'changeStreamPreAndPostImages', 'encryptedFields');
  for (const option of ['capped', 'timeseries', 'clusteredIndex', 'expireAfterSeconds', 'viewOn', 'pipeline', 'encryptedFields', 'storageEngine']) request.refuse(option);
  for (const option of ['validator', 'collation', 'changeStreamPreAndPostImages']) {
    const value = request.body[option];
    if (isDocument(value) && Object.keys(value).length > 0) request.refuse(option);
  }
  return engine.store.write(() => {
    if (engine.catalog.find(request.database, request.collection) !== undefined) throw new CommandError('NamespaceExists', `Collection ${request.namespace} already exists.`);
    engine.catalog.create(request.database, request.collection);
    return {};
  });
}

/** `drop`. */
export function dropCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept();
  return engine.store.write(() => {
    const collection = engine.catalog.find(request.database, request.collection);
    if (collection === undefined) return { ns: request.namespace };
    const nIndexesWas = collection.indexes.length;
    engine.catalog.drop(collection);
    return { ns: request.namespace, nIndexesWas };
  });
}

/** `dropDatabase`. */
export function dropDatabaseCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept();
  return engine.store.write(() => {
    for (const collection of engine.catalog.in(request.database)) engine.catalog.drop(collection);
    return { dropped: request.database };
  });
}

/** `renameCollection`, within and across databases. */
export function renameCollectionCommand(engine: Engine, request: CommandRequest): Promise<Document> {
  request.accept('to', 'dropTarget');
  const [from, to] = [request.collection, request.optionalString('to') ?? ''];
  return engine.store.write(() => {
    const source = engine.catalog.find(...split(from));
    if (source === undefined) throw new CommandError('NamespaceNotFound', `Source collection ${from} does not exist`);
    if (from === to) throw new CommandError('IllegalOperation', "Can't rename a collection to itself");
    const target = engine.catalog.find(...split(to));
    if (target !== undefined && !request.flag('dropTarget')) throw new CommandError('NamespaceExists', 'target namespace exists');
    if (target !== undefined) engine.catalog.drop(target);
    engine.catalog.rename(source, ...split(to));
    return {};
  });
}

function split(namespace: string): [string, string] {
  const dot = namespace.indexOf('.');
  if (dot < 1) throw new CommandError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  return [namespace.slice(0, dot), namespace.slice(dot + 1)];
}

/** `listDatabases`. */
export function listDatabasesCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('filter', 'nameOnly', 'authorizedDatabases');
  const filter = compileFilter(request.document('filter'));
  const names = [...new Set(engine.catalog.all().map(({ definition }) => definition.database))].toSorted();
  if (request.flag('nameOnly')) return { databases: names.map((name) => ({ name })).filter((each) => filter.matches(each)) };
  const databases = names.map((name): Document => ({ name, sizeOnDisk: bytesOf(engine, name), empty: false })).filter((each) => filter.matches(each));
  const totalSize = databases.reduce((sum, { sizeOnDisk }) => sum + Number(sizeOnDisk), 0);
  return { databases, totalSize, totalSizeMb: Math.round(totalSize / 2 ** 20) };
}

function bytesOf(engine: Engine, database: string): number {
  return engine.catalog.in(database).reduce((sum, collection) => sum + collection.dataBytes(), 0);
}

/** `collStats`. */
export function collStatsCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('scale');
  return collectionStatistics(engine, engine.catalog.find(request.database, request.collection), request.namespace);
}

/** `dbStats`. */
export function dbStatsCommand(engine: Engine, request: CommandRequest): Document {
  request.accept('scale', 'freeStorage');
  const collections = engine.catalog.in(request.database);
  const scale = request.optionalNumber('scale') ?? 1;
  const objects = collections.reduce((sum, { count }) => sum + count, 0);
  const size = bytesOf(engine, request.database);
  return {
    db: request.database, collections: collections.length, views: 0, objects, avgObjSize: objects === 0 ? 0 : size / objects, dataSize: size / scale,
    storageSize: size / scale, indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0), indexSize: 0, totalSize: size / scale,
    scaleFactor: scale,
  };
}
