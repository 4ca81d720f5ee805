import { type CollectionName, collections, MIGRATIONS, ownFields } from '@foodie-express/restaurant-data';
import { type AnyBulkWriteOperation, type Db, MongoBulkWriteError, type ObjectId } from 'mongodb';
import type { Fault } from '../legacy/reading';
import type { LegacyDocument } from '../legacy/values';
import { LEDGER, type Note, noteId } from './ledger';

/** Where documents are kept that do not fit: `{_id, collection, faults, document}`. */
export const REJECTED = 'migration_rejected';

const MIGRATION = 'python-service';

/** Collections whose documents the API can remove. */
const removable: ReadonlySet<CollectionName> = new Set(['restaurants', 'reviews']);

/** A document with the writes that put it there, for one collection. */
export interface Write {
  readonly _id: ObjectId;
  readonly operation: AnyBulkWriteOperation;
}

export interface Rejection {
  readonly source: LegacyDocument;
  readonly faults: readonly Fault[];
}

/** The database of restaurant-api. A dry run has one that does not write. */
export class Target {
  private hasBegun = false;
  private hadRejections: boolean | undefined;

  constructor(
    readonly database: Db,
    readonly isDryRun: boolean,
  ) {}

  /** Which of these documents are ours already, or were once. */
  async existing(name: CollectionName, ids: readonly ObjectId[]): Promise<ReadonlySet<string>> {
    const filter = { _id: { $in: [...ids] }, [ownFields[name]]: { $exists: true } };
    const there = (await this.database.collection(collections[name]).find(filter, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id.toHexString());
    if (!removable.has(name)) return new Set(there);
    const notes = await this.notes(LEDGER).find({ _id: { $in: ids.map((id) => noteId(name, id)) } }).toArray();
    const noted = new Set(notes.map(({ _id }) => _id.slice(name.length + 1)));
    // Those that a killed run has written, but not noted any more.
    await this.note(name, there.filter((id) => !noted.has(id)));
    return new Set([...there, ...noted]);
  }

  /**
   * Writes new documents, after `preparations`, which make room for them.
   * @returns those that an index of the database refuses, by their ids
   */
  async write(name: CollectionName, writes: readonly Write[], preparations: readonly AnyBulkWriteOperation[]): Promise<ReadonlyMap<string, string>> {
    if (this.isDryRun || writes.length === 0) return new Map();
    await this.begin();
    if (preparations.length > 0) await this.database.collection(collections[name]).bulkWrite([...preparations]);
    const refused = await bulkWrite(this.database, collections[name], writes);
    const taken = writes.map(({ _id }) => _id.toHexString()).filter((id) => !refused.has(id));
    if (removable.has(name)) await this.note(name, taken);
    return refused;
  }

  /** Keeps documents that do not fit, or not whole. */
  async reject(name: CollectionName, rejections: readonly Rejection[]): Promise<void> {
    if (this.isDryRun || rejections.length === 0) return;
    const operations = rejections.map(({ source, faults }) => ({
      updateOne: {
        filter: { _id: noteId(name, source['_id']) },
        update: { $set: { collection: name, faults: [...faults], document: source }, $setOnInsert: { at: new Date() } },
        upsert: true,
      },
    }));
    await this.notes(REJECTED).bulkWrite(operations);
  }

  /** Forgets what an earlier run has rejected and this one has taken over whole: it was mended at the source. */
  async forgetRejections(name: CollectionName, sources: readonly LegacyDocument[]): Promise<void> {
    if (this.isDryRun || sources.length === 0) return;
    this.hadRejections ??= (await this.countRejections()) > 0;
    if (this.hadRejections) await this.notes(REJECTED).deleteMany({ _id: { $in: sources.map(({ _id }) => noteId(name, _id)) } });
  }

  /** From now until `finish` no restaurant-api starts on this database. */
  async begin(): Promise<void> {
    if (this.hasBegun || this.isDryRun) return;
    this.hasBegun = true;
    await this.notes(MIGRATIONS).updateOne({ _id: MIGRATION }, { $set: { state: 'running', begunAt: new Date() } }, { upsert: true });
  }

  async finish(): Promise<void> {
    if (this.isDryRun) return;
    await this.notes(MIGRATIONS).updateOne({ _id: MIGRATION, state: 'running' }, { $set: { state: 'done', endedAt: new Date() } });
  }

  countRejections(): Promise<number> {
    return this.notes(REJECTED).estimatedDocumentCount();
  }

  private async note(name: CollectionName, ids: readonly string[]): Promise<void> {
    if (this.isDryRun || ids.length === 0) return;
    await this.notes(LEDGER).bulkWrite(ids.map((id) => ({ updateOne: { filter: { _id: noteId(name, id) }, update: { $setOnInsert: { at: new Date() } }, upsert: true } })));
  }

  private notes(collection: string) {
    return this.database.collection<Note>(collection);
  }
}

const DUPLICATE_KEY = 11_000;

async function bulkWrite(database: Db, collection: string, writes: readonly Write[]): Promise<ReadonlyMap<string, string>> {
  try {
    await database.collection(collection).bulkWrite(writes.map(({ operation }) => operation), { ordered: false });
    return new Map();
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return new Map(failures.map(({ index, errmsg }) => [writes[index]?._id.toHexString() ?? '', errmsg ?? 'duplicate key']));
  }
}
