import { BSONRegExp } from 'bson';
import { decode, type Document, encode, isDocument, MAX_DOCUMENT_BYTES, ObjectId } from '../bson/document';
import { CommandError } from '../errors';
import type { CollectionDefinition } from './collection-definition';
import { duplicateKeyError } from './duplicate-key';
import type { IndexDefinition } from './index-definition';
import { type Entries, IndexEntries } from './index-entries';
import { afterPrefix, type KeyRange, type Store } from './store';

/** A position in natural order; grows with every insert. */
export type RecordId = number;

export const RECORD_ID_BYTES = 8;
const RECORDS = 1;
const ENTRIES = 2;

/** The documents of one collection and the entries of its indexes. Everything that changes runs inside of `Store.write`. */
export class Collection {
  private readonly entries = new Map<number, IndexEntries>();
  private readonly recordPrefix: Buffer;
  private lastRecord: RecordId;
  private knownCount: number | undefined;

  constructor(
    private readonly store: Store,
    public definition: CollectionDefinition,
    /** Keeps a changed definition on disk. */
    private readonly save: (definition: CollectionDefinition) => void,
  ) {
    this.recordPrefix = prefixOf(RECORDS, definition.id);
    const [last] = store.keys(this.recordRange(), 1, true);
    this.lastRecord = last === undefined ? 0 : recordIdOf(last);
  }

  get namespace(): string {
    return `${this.definition.database}.${this.definition.name}`;
  }

  get indexes(): readonly IndexDefinition[] {
    return this.definition.indexes;
  }

  /** The number of documents, without reading them. */
  get count(): number {
    this.knownCount ??= this.store.count(this.recordRange());
    return this.knownCount;
  }

  /** The bytes of all documents; reads them. */
  dataBytes(): number {
    return this.store.keys(this.recordRange(), Infinity).reduce((sum, key) => sum + (this.store.get(key)?.length ?? 0), 0);
  }

  entriesOf(index: IndexDefinition): IndexEntries {
    const known = this.entries.get(index.id) ?? new IndexEntries(index);
    this.entries.set(index.id, known);
    return known;
  }

  recordRange(): KeyRange {
    return { from: this.recordPrefix, to: afterPrefix(this.recordPrefix) };
  }

  read(record: RecordId): Buffer | undefined {
    return this.store.get(this.recordKey(record));
  }

  /** @param document typed; gets an `_id` where it has none, and that field becomes the first */
  insert(document: Document): Document {
    const stored = withLeadingId(document);
    const bytes = encodeBounded(stored);
    const changes = this.indexes.map((index) => ({ index, added: this.entriesOf(index).of(stored) }));
    for (const { index, added } of changes) this.checkUnique(index, added, undefined);
    const record = this.lastRecord + 1;
    this.lastRecord = record;
    this.store.put(this.recordKey(record), bytes);
    for (const { index, added } of changes) this.addEntries(index, added, record);
    if (this.knownCount !== undefined) this.knownCount += 1;
    return stored;
  }

  /** @returns false where nothing differs */
  replace(record: RecordId, before: Buffer, after: Document): boolean {
    const bytes = encodeBounded(after);
    if (bytes.equals(before)) return false;
    const old = decode(before, 'typed');
    const changes = this.indexes.map((index) => ({
      index,
      removed: this.entriesOf(index).of(old),
      added: this.entriesOf(index).of(after),
    }));
    for (const { index, added } of changes) this.checkUnique(index, added, record);
    this.store.put(this.recordKey(record), bytes);
    for (const { index, removed, added } of changes) {
      this.removeEntries(index, removed, record);
      this.addEntries(index, added, record);
    }
    return true;
  }

  remove(record: RecordId, bytes: Buffer): void {
    const old = decode(bytes, 'typed');
    this.store.remove(this.recordKey(record));
    for (const index of this.indexes) this.removeEntries(index, this.entriesOf(index).of(old), record);
    if (this.knownCount !== undefined) this.knownCount -= 1;
  }

  /** Adds an index and fills it. @throws {CommandError} DuplicateKey where documents violate it; then nothing is kept */
  addIndex(index: IndexDefinition): void {
    this.change({ ...this.definition, indexes: [...this.indexes, index] });
    try {
      for (const key of this.store.keys(this.recordRange(), Infinity)) {
        const record = recordIdOf(key);
        const entries = this.entriesOf(index).of(decode(this.read(record) ?? Buffer.alloc(0), 'typed'));
        this.checkUnique(index, entries, record);
        this.addEntries(index, entries, record);
      }
    } catch (error) {
      this.dropIndex(index);
      throw error;
    }
  }

  dropIndex(index: IndexDefinition): void {
    this.clear(this.entryRange(index));
    this.entries.delete(index.id);
    this.change({ ...this.definition, indexes: this.indexes.filter(({ id }) => id !== index.id) });
  }

  changeIndex(index: IndexDefinition): void {
    this.entries.delete(index.id);
    this.change({ ...this.definition, indexes: this.indexes.map((known) => (known.id === index.id ? index : known)) });
  }

  /** Removes documents and entries; the catalog forgets the collection itself. */
  erase(): void {
    this.clear(this.recordRange());
    for (const index of this.indexes) this.clear(this.entryRange(index));
    this.knownCount = 0;
  }

  entryRange(index: IndexDefinition): KeyRange {
    const prefix = entryPrefix(index);
    return { from: prefix, to: afterPrefix(prefix) };
  }

  private change(definition: CollectionDefinition): void {
    this.definition = definition;
    this.save(definition);
  }

  private clear(range: KeyRange): void {
    for (const key of this.store.keys(range, Infinity)) this.store.remove(key);
  }

  private checkUnique(index: IndexDefinition, { entries }: Entries, own: RecordId | undefined): void {
    if (!index.unique) return;
    for (const entry of entries) {
      const prefix = Buffer.concat([entryPrefix(index), entry.bytes]);
      const holders = this.store.keys({ from: prefix, to: afterPrefix(prefix) }, 2).map(recordIdOf);
      if (holders.some((holder) => holder !== own)) throw duplicateKeyError(this.namespace, index, entry.values);
    }
  }

  private addEntries(index: IndexDefinition, { entries, multikey, cut }: Entries, record: RecordId): void {
    const known = this.indexes.find(({ id }) => id === index.id) ?? index;
    const positions = [...new Set([...known.multikey, ...multikey])];
    if (positions.length > known.multikey.length || (cut && !known.cut)) {
      const changed = { ...known, multikey: positions, cut: known.cut || cut };
      this.change({ ...this.definition, indexes: this.indexes.map((each) => (each.id === index.id ? changed : each)) });
    }
    for (const entry of entries) this.store.put(entryKey(index, entry.bytes, record));
  }

  private removeEntries(index: IndexDefinition, { entries }: Entries, record: RecordId): void {
    for (const entry of entries) this.store.remove(entryKey(index, entry.bytes, record));
  }

  private recordKey(record: RecordId): Buffer {
    return Buffer.concat([this.recordPrefix, recordIdBytes(record)]);
  }
}

function prefixOf(kind: number, id: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(kind);
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

export function entryPrefix(index: IndexDefinition): Buffer {
  return prefixOf(ENTRIES, index.id);
}

function entryKey(index: IndexDefinition, bytes: Buffer, record: RecordId): Buffer {
  return Buffer.concat([entryPrefix(index), bytes, recordIdBytes(record)]);
}

function recordIdBytes(record: RecordId): Buffer {
  const bytes = Buffer.alloc(RECORD_ID_BYTES);
  bytes.writeBigUInt64BE(BigInt(record));
  return bytes;
}

/** The record number at the end of a key, of a record or of an entry. */
export function recordIdOf(key: Buffer): RecordId {
  return Number(key.readBigUInt64BE(key.length - RECORD_ID_BYTES));
}

function withLeadingId(document: Document): Document {
  const { _id = new ObjectId(), ...rest } = document;
  checkId(_id);
  return { _id, ...rest };
}

function checkId(id: unknown): void {
  if (Array.isArray(id)) throw new CommandError('InvalidIdField', "The '_id' value cannot be of type array");
  if (id instanceof RegExp || id instanceof BSONRegExp) throw new CommandError('InvalidIdField', "The '_id' value cannot be of type regex");
  if (isDocument(id) && Object.keys(id).some((key) => key.startsWith('$') && !key.startsWith('$ref'))) {
    throw new CommandError('DollarPrefixedFieldName', "The '_id' value cannot have fields that begin with '$'");
  }
}

function encodeBounded(document: Document): Buffer {
  const bytes = encode(document);
  if (bytes.length <= MAX_DOCUMENT_BYTES) return bytes;
  throw new CommandError('BSONObjectTooLarge', `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`);
}
