import { randomUUID } from 'node:crypto';

/** Taken from requests, answered with, and sent on to other services. */
export const REQUEST_ID_HEADER = 'X-Request-ID';

/** The wire contract's bounds: nothing that could break a log line, a header or a shell. */
const VALID = /^[A-Za-z0-9._:-]{1,128}$/;

/**
 * The caller's ID where it is 1 to 128 characters of `A-Za-z0-9._:-`, else a new UUID.
 * A header sent twice arrives joined by a comma, or as a list, and so is replaced too.
 */
export function resolveRequestId(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && VALID.test(header) ? header : randomUUID();
}
