import { createHash } from 'node:crypto';
import { BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { fieldsOf, isArray, isDocument } from './document';
import { encodeNumber } from './number-key';
import { isNumber } from './number';
import { binaryOf, RANK, rankOf } from './order';
import { patternOf } from './regular-expression';

/**
 * Index keys: bytes whose order (memcmp) is the order of `compareValues`, so that LMDB sorts as MongoDB does. A key is a sequence of
 * components. None is the prefix of another, so a sequence compares component by component, and inverting every byte of one makes
 * that component descending.
 */

/** LMDB takes keys up to 1,978 bytes; prefix and record number take 13 of them. Longer ones are cut and end in a digest. */
export const MAX_KEY_BYTES = 1900;
const DIGEST_BYTES = 20;
export const CUT_KEY_BYTES = MAX_KEY_BYTES - DIGEST_BYTES;

const END = Buffer.from([0]);

/** One byte each: every value of every key begins with one. */
const BYTES = Array.from({ length: 256 }, (_, byte) => Buffer.from([byte]));

/** How strings are folded before they enter a key; an index with a collation folds case, and accents at strength 1. */
export type Fold = (text: string) => string;

/** The bytes of one value. */
export function encodeValue(value: unknown, fold?: Fold): Buffer {
  const parts: Uint8Array[] = [];
  write(parts, value, fold);
  return Buffer.concat(parts);
}

/** All bits turned over, which turns the order round. */
export function inverted(bytes: Uint8Array): Buffer {
  const turned = Buffer.allocUnsafe(bytes.length);
  for (let position = 0; position < bytes.length; position += 1) turned[position] = 255 - (bytes[position] ?? 0);
  return turned;
}

/** A whole key as it is stored: cut, with a digest of all of it, where it is too long. */
export function storedKey(key: Buffer): { bytes: Buffer; cut: boolean } {
  if (key.length <= MAX_KEY_BYTES) return { bytes: key, cut: false };
  const digest = createHash('sha256').update(key).digest().subarray(0, DIGEST_BYTES);
  return { bytes: Buffer.concat([key.subarray(0, CUT_KEY_BYTES), digest]), cut: true };
}

function write(parts: Uint8Array[], value: unknown, fold: Fold | undefined): void {
  const rank = rankOf(value);
  parts.push(BYTES[rank] ?? END);
  if (typeof value === 'string') writeText(parts, fold === undefined ? value : fold(value));
  else if (isNumber(value)) parts.push(encodeNumber(value));
  else if (value instanceof ObjectId) parts.push(value.id);
  else if (typeof value === 'boolean') parts.push(BYTES[Number(value)] ?? END);
  else if (value instanceof Date) parts.push(signed64(BigInt(value.getTime())));
  else if (isArray(value)) writeItems(parts, value, fold);
  else if (isDocument(value)) writeFields(parts, value, fold);
  else writeRareType(parts, value, rank, fold);
}

function writeRareType(parts: Uint8Array[], value: unknown, rank: number, fold: Fold | undefined): void {
  if (rank === RANK.string) writeText(parts, String(value));
  else if (value instanceof Timestamp) parts.push(unsigned64(value.toBigInt()));
  else if (rank === RANK.binary) {
    const { subtype, bytes } = binaryOf(value);
    const length = Buffer.alloc(5);
    length.writeUInt32BE(bytes.length);
    length.writeUInt8(subtype, 4);
    parts.push(length, bytes);
  } else if (value instanceof RegExp || value instanceof BSONRegExp) {
    const { pattern, options } = patternOf(value);
    writeText(parts, pattern);
    writeText(parts, options);
  } else if (value instanceof Code) {
    writeText(parts, value.code);
    if (rank === RANK.codeWithScope) writeFields(parts, value.scope ?? {}, fold);
  }
}

/** A zero inside becomes `00 FF`, the end is `00 00`: so a text is never the prefix of another. */
function writeText(parts: Uint8Array[], text: string): void {
  parts.push(escaped(Buffer.from(text)), END, END);
}

function escaped(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return bytes;
  return Buffer.from([...bytes].flatMap((byte) => (byte === 0 ? [0, 255] : [byte])));
}

function writeItems(parts: Uint8Array[], items: unknown[], fold: Fold | undefined): void {
  for (const item of items) write(parts, item, fold);
  parts.push(END);
}

/** The type stands before the name, as MongoDB compares. */
function writeFields(parts: Uint8Array[], document: Record<string, unknown>, fold: Fold | undefined): void {
  for (const [name, value] of fieldsOf(document)) {
    const [rank, ...rest] = splitRank(encodeValue(value, fold));
    parts.push(rank);
    writeText(parts, name);
    parts.push(...rest);
  }
  parts.push(END);
}

function splitRank(bytes: Buffer): [Buffer, Buffer] {
  return [bytes.subarray(0, 1), bytes.subarray(1)];
}

function signed64(value: bigint): Buffer {
  return unsigned64(BigInt.asUintN(64, value) ^ (1n << 63n));
}

function unsigned64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}
