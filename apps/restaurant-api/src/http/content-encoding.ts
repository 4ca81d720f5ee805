import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';
import { LRUCache } from 'lru-cache';

export type CompressedEncoding = 'br' | 'gzip';

/** Clients send few different headers, each of them often. */
const decided = new LRUCache<string, { readonly encoding: CompressedEncoding | undefined }>({ max: 200 });

/** Longer headers are decided anew each time: nobody fills the memory with them. */
const KEPT_HEADER_LENGTH = 200;

/** How the client wants a body compressed (`Accept-Encoding` with its weights); undefined for not at all. */
export function encodingFor(request: IncomingMessage): CompressedEncoding | undefined {
  const header = request.headers['accept-encoding'];
  // Services that call each other do not ask for it, and both are spared the work.
  if (typeof header !== 'string') return undefined;
  const known = decided.get(header);
  if (known !== undefined) return known.encoding;
  const accepted = accepts(request).encoding(['br', 'gzip', 'identity']);
  const encoding = accepted === 'br' || accepted === 'gzip' ? accepted : undefined;
  if (header.length <= KEPT_HEADER_LENGTH) decided.set(header, { encoding });
  return encoding;
}
