import { decode, type Document, isDocument } from '../bson/document';
import { documentOf, DOUBLE, INT32, type RawField, rawFields } from '../bson/raw-fields';

/** A `$sum` of a number for each document, or of a field. */
interface Sum {
  /** The field of the results. */
  readonly name: string;
  readonly of: number | string;
}

/** Documents that agree in every byte of what they are grouped by. */
interface Condensed {
  readonly identity: Document;
  readonly sums: number[];
}

/**
 * The head start of a `$group` by whole fields with nothing but sums: documents that agree in what they are grouped by, byte by byte,
 * become one that holds their sums, without any of them being decoded. What is left, a few documents, goes through the stage
 * itself, which knows which different bytes are equal.
 */
export class CondensedGroup {
  private readonly groups = new Map<string, Condensed>();
  private readonly wanted: ReadonlySet<string>;

  private constructor(
    private readonly identity: unknown,
    private readonly keys: readonly string[],
    private readonly sums: readonly Sum[],
  ) {
    this.wanted = new Set([...keys, ...sums.flatMap(({ of }) => (typeof of === 'string' ? of : []))]);
  }

  /** Undefined for any other stage. */
  static of(stage: Document | undefined): CondensedGroup | undefined {
    const specification = stage?.['$group'];
    if (!isDocument(specification) || !('_id' in specification)) return undefined;
    const { _id: identity, ...accumulated } = specification;
    const keys = keysOf(identity);
    const sums = Object.entries(accumulated).map(([name, accumulator]) => sumOf(name, accumulator));
    return keys === undefined || sums.includes(undefined) ? undefined : new CondensedGroup(identity, keys, sums.filter((sum) => sum !== undefined));
  }

  /** False where the document holds an int64 or a Decimal128 to add up: then the stage must read all documents itself. */
  add(bytes: Buffer): boolean {
    const fields = rawFields(bytes, this.wanted);
    const added = this.sums.map(({ of }) => (typeof of === 'number' ? of : numberIn(bytes, fields.get(of))));
    if (added.includes(undefined)) return false;
    const { sums } = this.groupOf(bytes, fields);
    for (const [index, value = 0] of added.entries()) sums[index] = (sums[index] ?? 0) + value;
    return true;
  }

  /** What is left to group, by the stage that does so. */
  documents(): Document[] {
    return [...this.groups.values()].map(({ identity, sums }) => ({ ...identity, ...Object.fromEntries(sums.map((sum, index) => [partOf(index), sum])) }));
  }

  stage(): Document {
    const sums = this.sums.map(({ name }, index) => [name, { $sum: `$${partOf(index)}` }] as const);
    return { $group: { _id: this.identity, ...Object.fromEntries(sums) } };
  }

  private groupOf(bytes: Buffer, fields: ReadonlyMap<string, RawField>): Condensed {
    const key = this.keys.map((name) => rawValue(bytes, fields.get(name))).join('');
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const identity = decode(documentOf(bytes, this.keys.flatMap((name) => fields.get(name) ?? [])), 'plain');
    const group = { identity, sums: this.sums.map(() => 0) };
    this.groups.set(key, group);
    return group;
  }
}

/** A field that no document has: names on the wire cannot hold a zero. */
function partOf(index: number): string {
  return `\0${index}`;
}

/** The fields that stand in an identity; undefined where something else does. */
function keysOf(identity: unknown): string[] | undefined {
  if (identity === null) return [];
  const parts = isDocument(identity) ? Object.values(identity) : [identity];
  const keys = parts.map(wholeField);
  return keys.includes(undefined) ? undefined : keys.filter((key) => key !== undefined);
}

function sumOf(name: string, accumulator: unknown): Sum | undefined {
  if (!isDocument(accumulator) || Object.keys(accumulator).length !== 1) return undefined;
  const { $sum } = accumulator;
  const of = typeof $sum === 'number' ? $sum : wholeField($sum);
  return of === undefined ? undefined : { name, of };
}

/** `$total`, but no path into a field and no variable. */
function wholeField(expression: unknown): string | undefined {
  return typeof expression === 'string' && /^\$[^$.][^.]*$/.test(expression) ? expression.slice(1) : undefined;
}

/** Type and value, which say themselves where they end; no type is 0. */
function rawValue(bytes: Buffer, field: RawField | undefined): string {
  return field === undefined ? '\0' : String.fromCharCode(field.type) + bytes.toString('latin1', field.value, field.end);
}

const INT64 = 18;
const DECIMAL128 = 19;

/** What a sum takes of a value: nothing of one that is no number. Undefined for a number that may be none of JavaScript's. */
function numberIn(bytes: Buffer, field: RawField | undefined): number | undefined {
  if (field?.type === INT32) return bytes.readInt32LE(field.value);
  if (field?.type === DOUBLE) return bytes.readDoubleLE(field.value);
  return field?.type === INT64 || field?.type === DECIMAL128 ? undefined : 0;
}
