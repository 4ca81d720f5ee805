import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { NotFoundError } from '@foodie-express/error-messages';
import { nameKey } from '@foodie-express/restaurant-data';
import { LRUCache } from 'lru-cache';
import mongoose, { type Model } from 'mongoose';
import { SharedLook } from '../../database/shared-look';
import { type RestaurantRecord, RESTAURANTS } from '../restaurant.schema';
import { CatalogueEntry } from './catalogue-entry';

/** What is in memory is asked about at the database when it is older than this: half of the second that answers may be stale. */
const FRESH_MS = 500;

/** Restaurants that are ordered from at the same time. */
const KEPT_LOOKS = 1_000;

/** Writes that overlap may become visible a little out of the order of their times. */
const OVERLAP_MS = 5_000;

/**
 * All restaurants in memory, never more than a second behind the database, whichever instance writes. Each look asks for what has
 * changed by the database's own clock, which is one indexed query, and brings nothing where nothing has.
 */
@Injectable()
export class RestaurantCatalogue {
  private entries: ReadonlyMap<string, CatalogueEntry> = new Map();
  private byName: ReadonlyMap<string, CatalogueEntry> = new Map();
  private sorted: readonly CatalogueEntry[] = [];
  /** How many changes of each restaurant, deleted ones too, are in here. */
  private readonly seen = new Map<string, number>();
  private readonly looks = new LRUCache<string, SharedLook<unknown>>({ max: KEPT_LOOKS });
  private changedAt = new Date(0);
  private checkedAt = Number.NEGATIVE_INFINITY;
  private checking: Promise<void> | undefined;
  private generation = 0;

  constructor(@InjectModel(RESTAURANTS) private readonly model: Model<RestaurantRecord>) {}

  /** All restaurants by name. */
  async all(): Promise<readonly CatalogueEntry[]> {
    await this.refresh();
    return this.sorted;
  }

  /** Whether the database was asked a moment ago. */
  get isFresh(): boolean {
    return performance.now() - this.checkedAt < FRESH_MS;
  }

  /** Rises with every change: what was made of an earlier version is out of date. */
  get version(): number {
    return this.generation;
  }

  /** By id, or by name without regard to case: nobody hides another restaurant by naming their own as its id. @throws NotFoundError */
  async one(nameOrId: string): Promise<CatalogueEntry> {
    await this.refresh();
    const entry = this.entries.get(nameOrId) ?? this.byName.get(nameKey(nameOrId));
    if (entry === undefined) throw new NotFoundError(`Restaurant '${nameOrId}' not found`);
    return entry;
  }

  /** As the database has it now, without the half second that others may be behind. @throws NotFoundError */
  async current(nameOrId: string): Promise<CatalogueEntry> {
    const entry = await this.one(nameOrId);
    if ((await this.changesOf(entry.record._id)) === entry.record.changes) return entry;
    await this.refreshNow();
    return this.one(nameOrId);
  }

  /** How many changes of a restaurant the database has seen; asked for each order, and once for all orders of a moment. */
  private changesOf(id: RestaurantRecord['_id']): Promise<unknown> {
    const key = id.toHexString();
    const known = this.looks.get(key);
    if (known !== undefined) return known.ask();
    // By the driver itself: Mongoose would take as long again.
    const look = new SharedLook(async () => (await this.model.collection.findOne({ _id: id }, { projection: { changes: 1 } }))?.['changes'] as unknown);
    this.looks.set(key, look);
    return look.ask();
  }

  /** Makes the next look ask the database: after a write of this instance, and before what must not be stale at all. */
  async refreshNow(): Promise<void> {
    // A look that is on its way may have missed the write.
    await this.checking?.catch(() => undefined);
    this.checkedAt = Number.NEGATIVE_INFINITY;
    await this.refresh();
  }

  private refresh(): Promise<void> {
    if (this.isFresh) return Promise.resolve();
    return (this.checking ??= this.check().finally(() => {
      this.checking = undefined;
    }));
  }

  private async check(): Promise<void> {
    const begin = performance.now();
    const since = new Date(this.changedAt.getTime() - OVERLAP_MS);
    const seen = await this.model
      .find({ changedAt: mongoose.trusted({ $gte: since }) }, { changes: 1 })
      .lean<Pick<RestaurantRecord, '_id' | 'changes'>[]>();
    const changed = seen.filter(({ _id, changes }) => this.seen.get(_id.toHexString()) !== changes);
    if (changed.length > 0) {
      const records = await this.model.find({ _id: mongoose.trusted({ $in: changed.map(({ _id }) => _id) }) }, { outbox: 0 }).lean<RestaurantRecord[]>();
      this.apply(records);
    }
    this.checkedAt = begin;
  }

  private apply(records: readonly RestaurantRecord[]): void {
    const entries = new Map(this.entries);
    for (const record of records) {
      const id = record._id.toHexString();
      this.seen.set(id, record.changes);
      if (record.changedAt > this.changedAt) this.changedAt = record.changedAt;
      if (record.deletedAt === undefined) entries.set(id, new CatalogueEntry(record));
      else entries.delete(id);
    }
    this.entries = entries;
    this.sorted = [...entries.values()].sort((a, b) => (a.record.nameKey < b.record.nameKey ? -1 : 1));
    this.byName = new Map(this.sorted.map((entry) => [entry.record.nameKey, entry]));
    this.generation += 1;
  }
}
