import type { Engine } from './engine';
import { compileFilter } from './query/filter';
import type { Collection } from './storage/collection';
import { ID_INDEX_NAME, type IndexDefinition } from './storage/index-definition';
import { remove } from './write';

/** Documents removed in one write, so that a long backlog does not keep other writes waiting. */
const PORTION = 1000;

/** Removes what TTL indexes say has expired at `now`. @returns the number of documents */
export async function removeExpired(engine: Engine, now: Date): Promise<number> {
  let removed = 0;
  for (const { namespace, index } of expiring(engine)) {
    for (let portion = PORTION; portion === PORTION; removed += portion) {
      portion = await engine.store.write(() => removePortion(engine, namespace, index, now));
    }
  }
  return removed;
}

function expiring(engine: Engine): { namespace: [string, string]; index: IndexDefinition }[] {
  return engine.catalog.all().flatMap((collection: Collection) => collection.indexes
    .filter(({ expireAfterSeconds, name }) => expireAfterSeconds !== undefined && name !== ID_INDEX_NAME)
    .map((index) => ({ namespace: [collection.definition.database, collection.definition.name], index })));
}

function removePortion(engine: Engine, [database, name]: [string, string], { name: hint, fields, expireAfterSeconds = 0 }: IndexDefinition, now: Date): number {
  const collection = engine.catalog.find(database, name);
  const [field] = fields;
  if (field === undefined || collection?.indexes.some((index) => index.name === hint) !== true) return 0;
  const filter = compileFilter({ [field.path]: { $lt: new Date(now.getTime() - expireAfterSeconds * 1000) } });
  return remove(engine, collection, { filter, sort: [], hint, limit: PORTION }).length;
}
