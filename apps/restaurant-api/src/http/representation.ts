import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ValidationError } from '@foodie-express/error-messages';
import type { Request } from 'express';
import { type CompressedEncoding, encodingFor } from './content-encoding';

/** Smaller bodies fit into one packet as they are. */
const WORTH_COMPRESSING_BYTES = 1_024;

/** Of 11: above it the bytes saved are few and the time spent is long. */
const BROTLI_QUALITY = 5;

const compressors: Readonly<Record<CompressedEncoding, (body: Buffer) => Promise<Buffer>>> = {
  gzip: promisify<Buffer, Buffer>(gzip),
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
};

/** An answer ready to be sent: JSON as bytes, its entity tag, and its compressed forms once somebody asks for them. Made once and sent many times. */
export class Representation {
  readonly body: Buffer;
  readonly tag: string;
  private readonly compressed = new Map<CompressedEncoding, Buffer | Promise<Buffer>>();

  /** @param revision of the one document that the answer shows, for `If-Match`; none for a list */
  constructor(json: string, revision?: number) {
    const hash = createHash('sha256').update(json).digest('base64url').slice(0, 16);
    this.body = Buffer.from(json);
    this.tag = revision === undefined ? `"${hash}"` : `"${revision}-${hash}"`;
  }

  /** Compressed off the main thread, and once for all who ask at the same time. */
  in(encoding: CompressedEncoding): Buffer | Promise<Buffer> {
    const known = this.compressed.get(encoding);
    if (known !== undefined) return known;
    const making = compressors[encoding](this.body).then((bytes) => {
      this.compressed.set(encoding, bytes);
      return bytes;
    });
    this.compressed.set(encoding, making);
    return making;
  }
}

/** Sends the bytes as the client takes them, or 304 to one that has them (`If-None-Match`). */
export async function sendRepresentation(representation: Representation, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Clients may keep answers, and ask each time whether they still hold.
  response.setHeader('ETag', representation.tag).setHeader('Cache-Control', 'no-cache').setHeader('Content-Type', 'application/json; charset=utf-8');
  if (!response.hasHeader('Vary')) response.setHeader('Vary', 'Accept-Encoding');
  if (hasSeen(request, representation.tag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding = representation.body.length < WORTH_COMPRESSING_BYTES ? undefined : encodingFor(request);
  const bytes = encoding === undefined ? representation.body : representation.in(encoding);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  // What is at hand is sent at once: a promise would cost a turn of the event loop each time.
  sendBytes(Buffer.isBuffer(bytes) ? bytes : await bytes, request, response);
}

/**
 * Not `request.fresh`, which sends all anew where a request says `Cache-Control: no-cache`: `fetch` says so with each `If-None-Match`
 * that a program sets, and means the caches on the way (RFC 9110, 13.1.2).
 */
function hasSeen({ headers }: IncomingMessage, tag: string): boolean {
  const seen = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  return seen.includes(tag) || seen.includes('*');
}

function sendBytes(bytes: Buffer, { method }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Length', bytes.length).end(method === 'HEAD' ? undefined : bytes);
}

/**
 * The revisions of which the client has seen one and means to change that; undefined where it does not say. A tag of another making
 * matches none. Weak tags count, for a proxy that compresses makes them weak. @throws ValidationError
 */
export function revisionsToMatch(request: Request): number[] | undefined {
  const header = request.get('If-Match')?.trim();
  if (header === undefined || header === '*') return undefined;
  if (!/^(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*$/.test(header)) {
    throw new ValidationError([{ path: 'If-Match', message: 'should be the ETag that GET /restaurants/{name} gave, with its quotes' }]);
  }
  return [...header.matchAll(/"(\d{1,15})-[\w-]{16}"/g)].map(([, revision]) => Number(revision));
}
