import { createHash } from 'node:crypto';
import { BSON, DBRef, Decimal128, Double, Int32, Long, ObjectId } from 'mongodb';
import { z } from 'zod';

/** A document as the Python service stored it, of any age: nothing is known of its fields. */
export type LegacyDocument = Readonly<Record<string, unknown>>;

const documentSchema = z.record(z.string(), z.unknown());

/** A nested document; undefined for anything else. */
export function documentOf(value: unknown): LegacyDocument | undefined {
  return documentSchema.safeParse(value).data;
}

/** Any of BSON's numbers, or one written as text; undefined for anything else, NaN included. */
export function numberOf(value: unknown): number | undefined {
  if (value instanceof Decimal128) return numberOf(value.toString());
  if (value instanceof Double || value instanceof Int32 || value instanceof Long) return numberOf(Number(value));
  if (typeof value === 'string' && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text without blanks around it; a number as it is written. Undefined where there is none, or an empty one. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  const number = numberOf(value);
  return number === undefined ? undefined : String(number);
}

const ISO_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/** What no order or review of a restaurant service can be older or younger than. */
const EARLIEST = Date.UTC(1990, 0);
const LATEST = Date.UTC(2100, 0);

/** Numbers below are seconds since 1970, those above milliseconds. */
const SECONDS_BELOW = 100_000_000_000;

/** A date, an ISO 8601 text (without a zone: UTC, as Python's `utcnow` means it) or a Unix time; undefined for anything else. */
export function timeOf(value: unknown): Date | undefined {
  const time = millisecondsOf(value);
  return time !== undefined && time >= EARLIEST && time < LATEST ? new Date(time) : undefined;
}

function millisecondsOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  const [, day, clock = '00:00', zone = 'Z'] = typeof value === 'string' ? (ISO_TIME.exec(value.trim()) ?? []) : [];
  if (day !== undefined) return Date.parse(`${day}T${clock}${zone}`);
  const number = numberOf(value);
  return number === undefined || number >= SECONDS_BELOW ? number : number * 1_000;
}

const OBJECT_ID = /^[0-9a-f]{24}$/i;

/**
 * The id that a document or a reference (an id, a DBRef, a Beanie link) has in our database. An ObjectId stays, also one written as
 * text; any other id becomes an ObjectId made of it, always the same. Undefined where there is none.
 */
export function idOf(value: unknown): ObjectId | undefined {
  if (value instanceof ObjectId) return value;
  if (value instanceof DBRef) return idOf(value.oid);
  if (typeof value === 'string' && OBJECT_ID.test(value)) return new ObjectId(value);
  const nested = documentOf(value);
  if (nested !== undefined) return idOf(nested['$id'] ?? nested['$oid'] ?? nested['_id'] ?? nested['id']);
  return value === undefined || value === null || value === '' ? undefined : derivedId(value);
}

/** When an id was made, which an ObjectId knows; 1970 for any other. */
export function madeAt(id: unknown): Date {
  if (typeof id === 'string' && OBJECT_ID.test(id)) return new ObjectId(id).getTimestamp();
  return id instanceof ObjectId ? id.getTimestamp() : new Date(0);
}

/** An ObjectId made of any value: the same for the same. */
export function derivedId(value: unknown): ObjectId {
  return new ObjectId(createHash('sha256').update(BSON.EJSON.stringify({ value })).digest().subarray(0, 12));
}

/** How an id is written for people. */
export function spokenId(value: unknown): string {
  if (value instanceof ObjectId) return value.toHexString();
  return typeof value === 'string' ? value : BSON.EJSON.stringify(value);
}
