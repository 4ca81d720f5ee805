import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Snapshot, isCleared, snapshotSchema, withoutExpired } from '../snapshot';

export interface MemoryLimits {
  /** How many users are kept. */
  readonly maxUsers: number;
  /** What all of them may take, in bytes of UTF-8 JSON. */
  readonly maxBytes: number;
}

/** Ten thousand conversations of 6 KiB, or a thousand of the largest: what an instance of 512 MiB carries with ease. */
export const DEFAULT_MEMORY_LIMITS: MemoryLimits = { maxUsers: 10_000, maxBytes: 64 * 1024 * 1024 };

const unmovedSchema = z.object({ base: snapshotSchema, cleared: z.boolean() });
const recordSchema = z.object({ current: snapshotSchema, outages: z.int(), unmoved: unmovedSchema.optional() });

/**
 * There while Redis has yet to learn of a snapshot: `base` is what Redis held when memory took over, as far as this
 * instance knew; `cleared` says that the user was forgotten since.
 */
export type Unmoved = Readonly<z.infer<typeof unmovedSchema>>;

/** A user's snapshot in memory. `outages` counts those of Redis before it was remembered. */
export type MemoryRecord = Readonly<z.infer<typeof recordSchema>>;

interface Kept {
  readonly text: string;
  readonly unmoved: boolean;
  /** Of the snapshot, and the outages before it: they tell it from another without reading the text. */
  readonly writtenAt: number;
  readonly outages: number;
}

/**
 * Records by user in this process, bounded by count and by bytes: the one written longest ago goes first. They are kept
 * as JSON text, so that a caller who changes an object that it was given changes nothing here.
 */
export class MemoryRecords {
  private readonly cache: LRUCache<string, Kept>;

  constructor(
    limits: MemoryLimits,
    private readonly now: () => number,
  ) {
    this.cache = new LRUCache({
      max: limits.maxUsers,
      maxSize: limits.maxBytes,
      sizeCalculation: (kept, userId) => Buffer.byteLength(kept.text) + Buffer.byteLength(userId),
    });
  }

  get(userId: string): MemoryRecord | undefined {
    const kept = this.cache.peek(userId);
    if (kept === undefined) return undefined;
    const record = recordSchema.parse(JSON.parse(kept.text));
    const current = withoutExpired(record.current, this.now());
    if (isCleared(current) && !kept.unmoved) {
      this.cache.delete(userId);
      return undefined;
    }
    return { ...record, current };
  }

  /** When the user's snapshot was written; 0 where none is kept. */
  writtenAt(userId: string): number {
    return this.cache.peek(userId)?.writtenAt ?? 0;
  }

  isUnmoved(userId: string): boolean {
    return this.cache.peek(userId)?.unmoved === true;
  }

  set(userId: string, record: MemoryRecord): void {
    const { current, outages, unmoved } = record;
    this.cache.set(userId, { text: JSON.stringify(record), unmoved: unmoved !== undefined, writtenAt: current.writtenAt, outages });
  }

  /** Sets a record with nothing left to move; a cleared snapshot removes it. */
  remember(userId: string, current: Snapshot, outages: number): void {
    const kept = this.cache.peek(userId);
    const isKept = kept?.writtenAt === current.writtenAt && kept.outages === outages && !kept.unmoved;
    if (isCleared(current)) this.cache.delete(userId);
    else if (!isKept) this.set(userId, { current, outages });
  }

  unmovedUsers(): string[] {
    return [...this.cache.entries()].filter(([, kept]) => kept.unmoved).map(([userId]) => userId);
  }
}
