import { createHash } from 'node:crypto';
import { ValidationError } from '@foodie-express/error-messages';
import type { Request, Response } from 'express';

/** An answer ready to be sent: JSON as bytes, and its entity tag. Made once and sent many times. */
export interface Representation {
  readonly body: Buffer;
  readonly tag: string;
}

/** @param revision of the one document that the answer shows, for `If-Match`; none for a list */
export function representationOf(json: string, revision?: number): Representation {
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 16);
  return { body: Buffer.from(json), tag: revision === undefined ? `"${hash}"` : `"${revision}-${hash}"` };
}

/** Sends the bytes, or 304 to a client that has them (`If-None-Match`). */
export function sendRepresentation({ body, tag }: Representation, request: Request, response: Response): void {
  // Clients may keep answers, and ask each time whether they still hold.
  response.setHeader('ETag', tag).setHeader('Cache-Control', 'no-cache').setHeader('Content-Type', 'application/json; charset=utf-8');
  if (request.fresh) response.status(304).end();
  else response.setHeader('Content-Length', body.length).end(request.method === 'HEAD' ? undefined : body);
}

/** The revision that the client has seen and means to change; undefined where it does not say. @throws ValidationError */
export function revisionToMatch(request: Request): number | undefined {
  const header = request.get('If-Match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const revision = /^(?:W\/)?"(\d{1,15})-[\w-]{16}"$/.exec(header)?.[1];
  if (revision === undefined) throw new ValidationError([{ path: 'If-Match', message: 'should be the ETag that GET /restaurants/{name} gave' }]);
  return Number(revision);
}
