import type { Document } from '../bson/document';
import type { Engine } from '../engine';
import type { Collection } from '../storage/collection';
import { indexSpecification, keyPattern } from '../storage/index-definition';

/** What `$collStats` and `collStats` say of a collection. */
export function collectionStatistics(engine: Engine, collection: Collection | undefined, namespace: string): Document {
  const count = collection?.count ?? 0;
  const size = collection?.dataBytes() ?? 0;
  const indexes = collection?.indexes ?? [];
  const figures = {
    size,
    count,
    avgObjSize: count === 0 ? 0 : Math.round(size / count),
    numOrphanDocs: 0,
    storageSize: size,
    freeStorageSize: 0,
    capped: false,
    nindexes: indexes.length,
    indexSizes: Object.fromEntries(indexes.map(({ name }) => [name, 0])),
    totalIndexSize: 0,
    totalSize: size,
    scaleFactor: 1,
  };
  return { ns: namespace, host: 'localhost', localTime: new Date(), ...figures, storageStats: figures, count, startedAt: engine.startedAt };
}

/** What `$indexStats` says. */
export function indexStatistics(engine: Engine, collection: Collection | undefined): Document[] {
  return (collection?.indexes ?? []).map((index) => ({
    name: index.name,
    key: keyPattern(index),
    host: 'localhost',
    accesses: { ops: 0, since: engine.startedAt },
    spec: indexSpecification(index),
  }));
}
