import { serialize } from 'bson';
import { type Document, isDocument } from './document';

/** A stored document that is sent as it is, without being decoded and encoded again. */
export class RawDocument {
  constructor(readonly bytes: Buffer) {}
}

const OBJECT = 3;
const ARRAY = 4;
const END = Buffer.from([0]);

/** Encodes an answer in which raw documents may stand as fields, and in arrays. */
export function encodeWithRaw(document: Document): Buffer {
  const parts: Uint8Array[] = [];
  for (const [name, value] of Object.entries(document)) writeField(parts, name, value);
  return wrapped(parts);
}

function writeField(parts: Uint8Array[], name: string, value: unknown): void {
  if (value instanceof RawDocument) parts.push(fieldHeader(OBJECT, name), value.bytes);
  else if (Array.isArray(value) && value[0] instanceof RawDocument) parts.push(fieldHeader(ARRAY, name), encodeItems(value));
  else if (name === 'cursor' && isDocument(value)) parts.push(fieldHeader(OBJECT, name), encodeWithRaw(value));
  else parts.push(serialize({ [name]: value }, { ignoreUndefined: true }).subarray(4, -1));
}

function encodeItems(items: readonly unknown[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const [index, item] of items.entries()) writeField(parts, String(index), item);
  return wrapped(parts);
}

function fieldHeader(type: number, name: string): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(name), END]);
}

function wrapped(parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeInt32LE(content.length + 5);
  return Buffer.concat([length, content, END]);
}
