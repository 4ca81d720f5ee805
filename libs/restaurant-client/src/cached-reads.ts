import { LRUCache } from 'lru-cache';
import type { ZodType } from 'zod';
import type { HttpTransport } from './http-transport';
import { parseAnswer } from './parse-answer';

interface CachedRead<Value> {
  readonly value: Value;
  readonly etag: string | undefined;
  readonly freshUntil: number;
  /** Of the answer, in characters. */
  readonly length: number;
}

export interface CachedReadsOptions {
  /** How long an answer is given again without asking, in milliseconds; then it is asked for with its ETag. */
  readonly maxAgeMs: number;
  /** How many answers are kept. */
  readonly maxEntries: number;
  /** What all of them may take, in characters of JSON. */
  readonly maxLength: number;
}

/**
 * Public reads of one kind that many turns repeat. While the API's answer does not change the very same object is given,
 * so that what is derived from it may be kept in a WeakMap. Reads of the same path at the same moment share one call.
 */
export class CachedReads<Value extends object> {
  private readonly reads: LRUCache<string, CachedRead<Value>>;
  private readonly underway = new Map<string, Promise<Value>>();

  constructor(
    private readonly transport: HttpTransport,
    private readonly schema: ZodType<Value>,
    private readonly options: CachedReadsOptions,
  ) {
    this.reads = new LRUCache({ max: options.maxEntries, maxSize: options.maxLength, sizeCalculation: ({ length }) => Math.max(1, length) });
  }

  /** @throws AppError what `HttpTransport.send` throws */
  get(path: string): Promise<Value> {
    const known = this.reads.get(path);
    if (known !== undefined && known.freshUntil > Date.now()) return Promise.resolve(known.value);
    const underway = this.underway.get(path);
    if (underway !== undefined) return underway;
    const read = this.fetch(path, known).finally(() => this.underway.delete(path));
    this.underway.set(path, read);
    return read;
  }

  /** Forgets every answer, for instance after an operator has changed a menu. */
  clear(): void {
    this.reads.clear();
  }

  private async fetch(path: string, known: CachedRead<Value> | undefined): Promise<Value> {
    const headers = known?.etag === undefined ? {} : { 'if-none-match': known.etag };
    const answer = await this.transport.send({ method: 'GET', path, headers, idempotent: true });
    const freshUntil = Date.now() + this.options.maxAgeMs;
    const read =
      answer.status === 304 && known !== undefined
        ? { ...known, freshUntil }
        : { value: parseAnswer(this.schema, answer.body), etag: answer.header('etag'), freshUntil, length: answer.length };
    this.reads.set(path, read);
    return read.value;
  }
}
