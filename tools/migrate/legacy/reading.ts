import { Double } from 'mongodb';
import { type LegacyDocument, spokenId } from './values';

/** What of a document does not fit, and where in it. */
export interface Fault {
  /** `items.3.price` */
  readonly path: string;
  readonly reason: string;
}

/** What came of a document: ours, unless it does not fit; then `faults` say why. Both, where parts of it do not fit. */
export interface Mapped<Document> {
  readonly document: Document | undefined;
  /** What is not as it was, in words that are the same for every document. */
  readonly adaptations: readonly string[];
  readonly faults: readonly Fault[];
}

/** Reads a document field by field and takes note of what is made of it. */
export class Reading {
  readonly adaptations = new Set<string>();
  readonly faults: Fault[] = [];
  private readonly read = new Set(['_id', 'id', 'revision_id', '__v', '_class_id']);

  /** @param at where the document stands in the one that is migrated, with a dot at the end: `items.3.` */
  constructor(
    private readonly document: LegacyDocument,
    private readonly at = '',
  ) {}

  /** The field of the first of these names that is there and not null. */
  field(...names: readonly [string, ...string[]]): unknown {
    for (const name of names) this.read.add(name);
    return names.map((name) => this.document[name]).find((value) => value !== undefined && value !== null);
  }

  adapt(text: string): void {
    this.adaptations.add(text);
  }

  fault(field: string, reason: string): void {
    this.faults.push({ path: `${this.at}${field}`, reason });
  }

  /** The value; a fault where it could not be had. */
  required<Value>(field: string, value: Value | undefined, reason: string): Value | undefined {
    if (value === undefined) this.fault(field, reason);
    return value;
  }

  /** Takes over what a part of the document was read to. */
  join(part: Reading): void {
    for (const text of part.adaptations) this.adapt(text);
    this.faults.push(...part.faults);
  }

  /** Says which fields nobody has asked for. @param what of which kind they are: `users` */
  noteUnread(what: string): void {
    for (const [name, value] of Object.entries(this.document)) {
      if (!this.read.has(name) && value !== null && value !== undefined) this.adapt(`${what}.${name} has no place here and is not taken over`);
    }
  }

  mapped<Document>(document: Document | undefined): Mapped<Document> {
    return { document, adaptations: [...this.adaptations], faults: this.faults };
  }
}

/** A value as it is shown in a reason. */
export function spoken(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || value instanceof Double) return String(value);
  const text = typeof value === 'string' ? JSON.stringify(value) : spokenId(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
