import { type Collation, collationOf } from '../bson/collation';
import type { Document } from '../bson/document';
import { extractKeys, type KeyValues, unwrapped } from '../bson/index-keys';
import { encodeValue, inverted, storedKey } from '../bson/key';
import { compileFilter, type Filter } from '../query/filter';
import type { IndexDefinition } from './index-definition';

/** Bytes of an entry, without the number of the index and of the record. */
export interface Entry {
  readonly bytes: Buffer;
  readonly values: KeyValues;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly multikey: ReadonlySet<number>;
  readonly cut: boolean;
}

const NONE: Entries = { entries: [], multikey: new Set(), cut: false };

/** Computes what an index holds of a document. */
export class IndexEntries {
  readonly collation: Collation | undefined;
  private readonly paths: readonly (readonly string[])[];
  private readonly partial: Filter | undefined;

  constructor(private readonly definition: IndexDefinition) {
    this.collation = collationOf(definition.collation);
    this.paths = definition.fields.map(({ path }) => path.split('.'));
    this.partial = definition.partialFilter === undefined ? undefined : compileFilter(definition.partialFilter);
  }

  of(document: Document): Entries {
    if (this.partial?.matches(document) === false) return NONE;
    const { keys, multikey } = extractKeys(document, this.paths);
    if (this.definition.sparse && keys.every((key) => key.every((value) => value === undefined))) return NONE;
    const [only] = keys;
    if (only !== undefined && keys.length === 1) return this.single(only, multikey);
    const entries = new Map<string, Entry>();
    let cut = false;
    for (const key of keys) {
      const stored = storedKey(this.encode(unwrapped(key)));
      cut ||= stored.cut;
      entries.set(stored.bytes.toString('latin1'), { bytes: stored.bytes, values: unwrapped(key) });
    }
    return { entries: [...entries.values()], multikey, cut };
  }

  private single(key: KeyValues, multikey: ReadonlySet<number>): Entries {
    const values = unwrapped(key);
    const { bytes, cut } = storedKey(this.encode(values));
    return { entries: [{ bytes, values }], multikey, cut };
  }

  private encode(values: readonly unknown[]): Buffer {
    return Buffer.concat(values.map((value, position) => this.encodeField(value, position)));
  }

  /** The bytes of one field's value, in the direction that the index keeps it. */
  encodeField(value: unknown, position: number): Buffer {
    const bytes = encodeValue(value, this.collation?.fold);
    return this.isDescending(position) ? inverted(bytes) : bytes;
  }

  isDescending(position: number): boolean {
    return this.definition.fields[position]?.descending === true;
  }
}
