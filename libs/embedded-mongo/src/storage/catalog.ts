import { randomUUID } from 'node:crypto';
import { decode, encode } from '../bson/document';
import { CommandError } from '../errors';
import { Collection } from './collection';
import type { CollectionDefinition } from './collection-definition';
import { parseDefinition } from './collection-definition';
import { ID_INDEX_NAME } from './index-definition';
import { afterPrefix, type Store } from './store';

const CATALOG = Buffer.from([0]);

/** Which collections there are. Kept in memory and on disk; what changes it runs inside of `Store.write`. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private lastId = 0;

  constructor(private readonly store: () => Store) {}

  /** Reads everything from disk, at the start and after a commit that was rolled back. */
  load(): void {
    this.collections.clear();
    for (const key of this.store().keys({ from: CATALOG, to: afterPrefix(CATALOG) }, Infinity)) {
      const bytes = this.store().get(key);
      if (bytes !== undefined) this.open(parseDefinition(decode(bytes, 'plain')));
    }
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  /** The collection, made first where there is none, as MongoDB does on the first write. */
  ensure(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name);
  }

  create(database: string, name: string): Collection {
    checkNamespace(database, name);
    const idIndex = { name: ID_INDEX_NAME, fields: [{ path: '_id', descending: false }], unique: true, sparse: false, hidden: false };
    const definition: CollectionDefinition = {
      id: this.nextId(),
      database,
      name,
      uuid: randomUUID(),
      indexes: [{ ...idIndex, id: this.nextId(), multikey: [], cut: false }],
    };
    this.save(definition);
    return this.open(definition);
  }

  drop(collection: Collection): void {
    collection.erase();
    this.store().remove(keyOf(collection.definition.id));
    this.collections.delete(collection.namespace);
  }

  rename(collection: Collection, database: string, name: string): void {
    checkNamespace(database, name);
    this.collections.delete(collection.namespace);
    const definition = { ...collection.definition, database, name };
    this.save(definition);
    this.open(definition);
  }

  in(database: string): Collection[] {
    return this.all().filter(({ definition }) => definition.database === database);
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  /** A number for a new collection or index. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  private open(definition: CollectionDefinition): Collection {
    this.lastId = Math.max(this.lastId, definition.id, ...definition.indexes.map(({ id }) => id));
    const collection = new Collection(this.store(), definition, (changed) => { this.save(changed); });
    this.collections.set(collection.namespace, collection);
    return collection;
  }

  private save(definition: CollectionDefinition): void {
    this.store().put(keyOf(definition.id), encode({ ...definition }));
  }
}

function keyOf(id: number): Buffer {
  const key = Buffer.alloc(5);
  key.writeUInt32BE(id, 1);
  return key;
}


function checkNamespace(database: string, name: string): void {
  if (database === '' || /[\s/\\."$\0]/.test(database) || Buffer.byteLength(database) > 63) {
    throw new CommandError('InvalidNamespace', `Invalid database name: '${database}'`);
  }
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.') || Buffer.byteLength(`${database}.${name}`) > 255) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  }
  if (name.startsWith('system.')) throw new CommandError('InvalidNamespace', `Invalid system namespace: ${database}.${name}`);
}
