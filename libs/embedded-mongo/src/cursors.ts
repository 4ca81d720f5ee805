import { randomBytes } from 'node:crypto';
import { Long } from 'bson';
import type { RawDocument } from './bson/raw-document';
import { CommandError } from './errors';

/** Documents of a cursor that are not sent yet. */
export type Results = Iterator<RawDocument, void, undefined>;

export interface Batch {
  readonly documents: RawDocument[];
  readonly exhausted: boolean;
}

/** An answer stays under this many bytes, so that it fits a message with room for the rest. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
/** Documents of the first batch where the client names no number, as MongoDB does. */
export const DEFAULT_FIRST_BATCH = 101;
/** Cursors open at a time; a program that leaks them gets an error instead of the memory of the machine. */
const MAX_CURSORS = 10_000;
/** A cursor that nobody reads from is closed after ten minutes, as MongoDB does. */
const IDLE_MS = 10 * 60_000;

interface OpenCursor {
  readonly namespace: string;
  readonly results: Peekable;
  readonly keepIdle: boolean;
  usedAt: number;
}

/** Cursors between their first batch and their last. */
export class Cursors {
  private readonly open = new Map<string, OpenCursor>();

  /** @returns the first batch, and the cursor's ID, which is zero where nothing is left */
  start(namespace: string, results: Results, size: number, { single = false, keepIdle = false } = {}): { id: Long; batch: RawDocument[] } {
    const peekable = new Peekable(results);
    const { documents, exhausted } = take(peekable, size);
    if (exhausted || single) return { id: Long.ZERO, batch: documents };
    if (this.open.size >= MAX_CURSORS) this.closeIdle();
    if (this.open.size >= MAX_CURSORS) throw new CommandError('InternalError', `too many open cursors: ${MAX_CURSORS}`);
    const id = Long.fromBigInt(BigInt.asIntN(64, randomBytes(8).readBigUInt64BE() >> 1n));
    this.open.set(id.toString(), { namespace, results: peekable, keepIdle, usedAt: performance.now() });
    return { id, batch: documents };
  }

  /** @throws {CommandError} CursorNotFound */
  next(id: Long, namespace: string, size: number): { id: Long; batch: RawDocument[] } {
    const cursor = this.open.get(id.toString());
    if (cursor?.namespace !== namespace) throw new CommandError('CursorNotFound', `cursor id ${id.toString()} not found`);
    cursor.usedAt = performance.now();
    const { documents, exhausted } = this.takeOrClose(id, cursor, size);
    if (exhausted) this.open.delete(id.toString());
    return { id: exhausted ? Long.ZERO : id, batch: documents };
  }

  /** @returns whether there was such a cursor */
  close(id: Long): boolean {
    return this.open.delete(id.toString());
  }

  get count(): number {
    return this.open.size;
  }

  closeIdle(): void {
    const deadline = performance.now() - IDLE_MS;
    for (const [id, cursor] of this.open) if (!cursor.keepIdle && cursor.usedAt < deadline) this.open.delete(id);
  }

  closeAll(): void {
    this.open.clear();
  }

  private takeOrClose(id: Long, cursor: OpenCursor, size: number): Batch {
    try {
      return take(cursor.results, size);
    } catch (error) {
      this.close(id);
      throw error;
    }
  }
}

/** Looks one document ahead, to know whether a batch is the last. */
class Peekable {
  private ahead: IteratorResult<RawDocument, void> | undefined;

  constructor(private readonly results: Results) {}

  peek(): IteratorResult<RawDocument, void> {
    this.ahead ??= this.results.next();
    return this.ahead;
  }

  skip(): void {
    this.ahead = undefined;
  }
}

function take(results: Peekable, size: number): Batch {
  const documents: RawDocument[] = [];
  let bytes = 0;
  while (documents.length < size) {
    const next = results.peek();
    if (next.done === true) return { documents, exhausted: true };
    bytes += next.value.bytes.length;
    if (documents.length > 0 && bytes > MAX_BATCH_BYTES) return { documents, exhausted: false };
    documents.push(next.value);
    results.skip();
  }
  return { documents, exhausted: size > 0 && results.peek().done === true };
}
