/** Where a field of a document stands in its bytes: its element from the type on, its value, and the end of both. */
export interface RawField {
  readonly type: number;
  readonly element: number;
  readonly value: number;
  readonly end: number;
}

export const DOUBLE = 1;
export const INT32 = 16;
const LENGTH_BYTES = 4;

/** BSON's types whose values take a fixed number of bytes. */
const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  [DOUBLE, 8], [6, 0], [7, 12], [8, 1], [9, 8], [10, 0], [INT32, 4], [17, 8], [18, 8], [19, 16], [127, 0], [255, 0],
]);
/** Those that begin with their length, and what they take beside it: documents count it in themselves. */
const BESIDE_LENGTH: ReadonlyMap<number, number> = new Map([[2, 4], [3, 0], [4, 0], [5, 5], [12, 16], [13, 4], [14, 4], [15, 0]]);
const REGULAR_EXPRESSION = 11;

/** Those of the fields named that a document has, without decoding any value. @throws Error where the bytes are no document */
export function rawFields(bytes: Buffer, names: ReadonlySet<string>): Map<string, RawField> {
  const found = new Map<string, RawField>();
  const last = bytes.length - 1;
  for (let element = LENGTH_BYTES; element < last;) {
    const type = bytes.readUInt8(element);
    let value = element + 1;
    while (bytes[value] !== 0) value += 1;
    const name = bytes.toString('utf8', element + 1, value);
    value += 1;
    const end = value + valueBytes(bytes, type, value);
    if (names.has(name)) found.set(name, { type, element, value, end });
    element = end;
  }
  return found;
}

function valueBytes(bytes: Buffer, type: number, at: number): number {
  const fixed = FIXED_BYTES.get(type);
  if (fixed !== undefined) return fixed;
  const beside = BESIDE_LENGTH.get(type);
  if (beside !== undefined) return bytes.readInt32LE(at) + beside;
  if (type === REGULAR_EXPRESSION) return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1 - at;
  throw new Error(`BSON has no type ${type}`);
}

/** The bytes of a document of these fields of another. */
export function documentOf(bytes: Buffer, fields: Iterable<RawField>): Buffer {
  const elements = [...fields].map(({ element, end }) => bytes.subarray(element, end));
  const length = Buffer.alloc(LENGTH_BYTES);
  const document = Buffer.concat([length, ...elements, Buffer.from([0])]);
  document.writeInt32LE(document.length);
  return document;
}
