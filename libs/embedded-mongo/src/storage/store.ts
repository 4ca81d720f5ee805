import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { asWriteFailure } from './system-error';

/** One key range, `from` included, `to` not. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

interface QueuedWrite {
  run: () => void;
  fail: (error: unknown) => void;
  acknowledge: () => void;
}

const PRESENT = Buffer.from([1]);

/**
 * The bytes on disk: one ordered map in LMDB. Writes run one after another; those of one turn of the event loop share a commit, and
 * each is acknowledged only when that commit is flushed to the disk.
 */
export class Store {
  private queue: QueuedWrite[] = [];
  private scheduled: Promise<void> | undefined;
  private closed = false;

  /** Grows with every commit: who read before must look again before it trusts what it read. */
  epoch = 0;

  private constructor(
    private readonly map: RootDatabase<Buffer, Buffer>,
    private readonly onAborted: () => void,
  ) {}

  /** @param onAborted called after a commit that was rolled back: what memory knows of the disk must be read anew */
  static open(folder: string, onAborted: () => void): Store {
    return new Store(open({ path: join(folder, 'data'), keyEncoding: 'binary', encoding: 'binary' }), onAborted);
  }

  get(key: Buffer): Buffer | undefined {
    return this.map.get(key);
  }

  /** At most `limit` keys in order; `reverse` from the end of the range. */
  keys(range: KeyRange, limit: number, reverse = false): Buffer[] {
    if (Buffer.compare(range.from, range.to) >= 0) return [];
    const bounds = reverse
      ? { start: range.to, end: range.from, reverse, inclusiveEnd: true, exclusiveStart: true, limit }
      : { start: range.from, end: range.to, limit };
    return [...this.map.getKeys(bounds)];
  }

  /** The number of keys in a range. */
  count(range: KeyRange): number {
    let count = 0;
    for (const key of this.map.getKeys({ start: range.from, end: range.to })) count += Number(key.length > 0);
    return count;
  }

  /** Only inside of `write`. */
  put(key: Buffer, value: Buffer = PRESENT): void {
    void this.map.put(key, value);
  }

  /** Only inside of `write`. */
  remove(key: Buffer): void {
    void this.map.remove(key);
  }

  /**
   * Runs `work`, which reads and writes synchronously, with no other write in between. Resolves with its result once that is durable.
   * If it throws, nothing of it is stored.
   */
  write<T>(work: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new Error('the store is closed'));
    return new Promise<T>((resolve, reject) => {
      let outcome: () => void = () => undefined;
      const run = (): void => {
        const result = work();
        outcome = () => { resolve(result); };
      };
      this.queue.push({ run, fail: reject, acknowledge: () => { outcome(); } });
      this.scheduled ??= new Promise((done) => {
        setImmediate(() => {
          this.commitQueue();
          done();
        });
      });
    });
  }

  /** Finishes queued writes first. */
  async close(): Promise<void> {
    this.closed = true;
    await this.scheduled;
    await this.map.close();
  }

  private commitQueue(): void {
    const writes = this.queue;
    this.queue = [];
    this.scheduled = undefined;
    if (this.commit(writes) || writes.length === 1) return;
    for (const write of writes) this.commit([write]);
  }

  /** @returns false where a write threw and all were rolled back; a single one is told its error */
  private commit(writes: readonly QueuedWrite[]): boolean {
    try {
      this.map.transactionSync(() => { for (const write of writes) write.run(); });
    } catch (error) {
      this.epoch += 1;
      this.onAborted();
      if (writes.length === 1) writes[0]?.fail(asWriteFailure(error));
      return false;
    }
    this.epoch += 1;
    for (const write of writes) write.acknowledge();
    return true;
  }
}

/** The first key after all that begin with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 255) length -= 1;
  const next = Buffer.from(prefix.subarray(0, length));
  const last = next[length - 1];
  if (last !== undefined) next[length - 1] = last + 1;
  return next;
}
