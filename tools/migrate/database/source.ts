import { type CollectionName, collections, ownFields } from '@foodie-express/restaurant-data';
import type { Db, Filter } from 'mongodb';
import type { LegacyDocument } from '../legacy/values';

/** Documents that are read, mapped and written together. */
const BATCH = 500;

/** Numbers arrive with their types, so that a copy of a document is a copy. */
const AS_STORED = { promoteValues: false };

export const collectionNames: readonly CollectionName[] = ['users', 'restaurants', 'orders', 'reviews'];

/** Where the documents of the Python service are kept when both services have one database. */
export function legacyName(name: CollectionName): string {
  return `legacy_${collections[name]}`;
}

interface Part {
  readonly collection: string;
  readonly filter: Filter<LegacyDocument>;
}

/** Reads the documents of the Python service, in the order of their ids. */
export class Source {
  /** @param isInPlace whether restaurant-api has the same database */
  constructor(
    readonly database: Db,
    readonly isInPlace: boolean,
  ) {}

  async count(name: CollectionName): Promise<number> {
    const counts = await Promise.all(this.parts(name).map(({ collection, filter }) => this.countOf(collection, filter)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async *batches(name: CollectionName): AsyncGenerator<LegacyDocument[]> {
    for (const { collection, filter } of this.parts(name)) {
      let batch: LegacyDocument[] = [];
      for await (const document of this.database.collection(collection).find<LegacyDocument>(filter, AS_STORED).sort({ _id: 1 }).batchSize(BATCH)) {
        batch.push(document);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    }
  }

  /**
   * Where both services have one database: moves the documents of the Python service to `legacy_...`, which leaves the names to
   * ours. A collection that holds nothing else is renamed; out of a mixed one its documents are moved.
   */
  async setAside(): Promise<void> {
    for (const name of collectionNames) {
      const [plain, legacy] = [collections[name], legacyName(name)];
      if (!(await this.holds(plain, this.foreign(name)))) continue;
      const isMixed = (await this.holds(legacy)) || (await this.holds(plain, { [ownFields[name]]: { $exists: true } }));
      if (isMixed) await this.move(name);
      else await this.database.collection(plain).rename(legacy, { dropTarget: true });
    }
  }

  /** Whether anything would have to be set aside. */
  async isSetAside(): Promise<boolean> {
    const held = await Promise.all(collectionNames.map((name) => this.holds(collections[name], this.foreign(name))));
    return !held.includes(true);
  }

  private async move(name: CollectionName): Promise<void> {
    const [plain, legacy] = [this.database.collection<LegacyDocument>(collections[name]), this.database.collection<LegacyDocument>(legacyName(name))];
    for (;;) {
      const batch = await plain.find(this.foreign(name), AS_STORED).limit(BATCH).toArray();
      if (batch.length === 0) return;
      await legacy.bulkWrite(batch.map((replacement) => ({ replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true } })));
      await plain.deleteMany({ ...this.foreign(name), _id: { $in: batch.map(({ _id }) => _id) } });
    }
  }

  private parts(name: CollectionName): Part[] {
    const plain = { collection: collections[name], filter: this.isInPlace ? this.foreign(name) : {} };
    return this.isInPlace ? [{ collection: legacyName(name), filter: {} }, plain] : [plain];
  }

  private foreign(name: CollectionName): Filter<LegacyDocument> {
    return { [ownFields[name]]: { $exists: false } };
  }

  private countOf(collection: string, filter: Filter<LegacyDocument>): Promise<number> {
    const documents = this.database.collection<LegacyDocument>(collection);
    return Object.keys(filter).length === 0 ? documents.estimatedDocumentCount() : documents.countDocuments(filter);
  }

  private async holds(collection: string, filter: Filter<LegacyDocument> = {}): Promise<boolean> {
    return (await this.database.collection<LegacyDocument>(collection).findOne(filter, { projection: { _id: 1 } })) !== null;
  }
}
