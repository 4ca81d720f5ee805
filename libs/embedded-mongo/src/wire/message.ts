import { crc32c } from './crc32c';
import { decode, type Document } from '../bson/document';
import { encodeWithRaw } from '../bson/raw-document';

/** Operation codes of MongoDB's wire protocol. */
export const OP_REPLY = 1;
export const OP_QUERY = 2004;
export const OP_COMPRESSED = 2012;
export const OP_MSG = 2013;

export const HEADER_BYTES = 16;
/** Largest message MongoDB takes. */
export const MAX_MESSAGE_BYTES = 48_000_000;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flags 0 to 15 must be understood; the rest may be ignored. */
const REQUIRED_FLAGS = 0xffff;

/** A message that breaks the protocol: the connection it came on is closed. */
export class ProtocolError extends Error {
  override name = 'ProtocolError';
}

export interface Request {
  readonly requestId: number;
  readonly opCode: typeof OP_MSG | typeof OP_QUERY;
  /** The command with typed values; document sequences stand in it as arrays. */
  readonly body: Document;
  /** False for an unacknowledged write: nothing is sent back. */
  readonly expectsReply: boolean;
}

/** @param message one whole message, header included. @throws {ProtocolError} */
export function parseRequest(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  try {
    if (opCode === OP_MSG) return parseMsg(message, requestId);
    if (opCode === OP_QUERY) return parseQuery(message, requestId);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError(`malformed message: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new ProtocolError(`operation code ${opCode} is not supported`);
}

function parseMsg(message: Buffer, requestId: number): Request {
  const flags = message.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new ProtocolError('unknown flags in OP_MSG');
  const end = (flags & CHECKSUM_PRESENT) === 0 ? message.length : checkedEnd(message);
  const sequences: Document = {};
  let body: Document | undefined;
  let offset = HEADER_BYTES + 4;
  while (offset < end) {
    const kind = message.readUInt8(offset);
    const section = sliceSized(message, offset + 1, end);
    if (kind === 0) {
      if (body !== undefined) throw new ProtocolError('two bodies in OP_MSG');
      body = decode(section, 'typed');
    } else if (kind === 1) {
      readSequence(section, sequences);
    } else {
      throw new ProtocolError(`unknown section ${kind} in OP_MSG`);
    }
    offset += 1 + section.length;
  }
  if (body === undefined) throw new ProtocolError('no body in OP_MSG');
  for (const name of Object.keys(sequences)) if (Object.hasOwn(body, name)) throw new ProtocolError(`field ${name} is sent twice`);
  return { requestId, opCode: OP_MSG, body: { ...body, ...sequences }, expectsReply: (flags & MORE_TO_COME) === 0 };
}

function checkedEnd(message: Buffer): number {
  const end = message.length - 4;
  if (end <= HEADER_BYTES || message.readUInt32LE(end) !== crc32c(message.subarray(0, end))) throw new ProtocolError('wrong checksum in OP_MSG');
  return end;
}

/** Bytes that begin with their own length. */
function sliceSized(message: Buffer, offset: number, end: number): Buffer {
  const size = message.readInt32LE(offset);
  if (size < 5 || offset + size > end) throw new ProtocolError('a section exceeds its message');
  return message.subarray(offset, offset + size);
}

function readSequence(section: Buffer, sequences: Document): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('a document sequence without a name');
  const documents: Document[] = [];
  let offset = nameEnd + 1;
  while (offset < section.length) {
    const bytes = sliceSized(section, offset, section.length);
    documents.push(decode(bytes, 'typed'));
    offset += bytes.length;
  }
  const name = section.toString('utf8', 4, nameEnd);
  if (Object.hasOwn(sequences, name)) throw new ProtocolError(`field ${name} is sent twice`);
  sequences[name] = documents;
}

/** The old form, which drivers use for the first handshake: a query of `<database>.$cmd`. */
function parseQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0) throw new ProtocolError('a query without a collection');
  const namespace = message.toString('utf8', HEADER_BYTES + 4, nameEnd);
  const body = decode(sliceSized(message, nameEnd + 9, message.length), 'typed');
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is supported for commands only');
  return { requestId, opCode: OP_QUERY, body: { ...body, $db: namespace.slice(0, -'.$cmd'.length) }, expectsReply: true };
}

/** The message that answers `request`. */
export function formatReply(request: Request, requestId: number, reply: Document): Buffer {
  const document = encodeWithRaw(reply);
  const prefix = request.opCode === OP_MSG ? Buffer.alloc(5) : queryReplyPrefix();
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(HEADER_BYTES + prefix.length + document.length);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(request.requestId, 8);
  header.writeInt32LE(request.opCode === OP_MSG ? OP_MSG : OP_REPLY, 12);
  return Buffer.concat([header, prefix, document]);
}

/** Flags, cursor, position, and the number of documents, which is one. */
function queryReplyPrefix(): Buffer {
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(1, 16);
  return prefix;
}
