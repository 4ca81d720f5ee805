import { REQUEST_ID_HEADER } from '@foodie-express/request-context';
import cors from 'cors';
import type { NodeMiddleware } from './in-sequence';
import { NEXT_CURSOR_HEADER } from './next-page';

/** Headers that a page's script may read. */
const exposedHeaders = [
  REQUEST_ID_HEADER,
  'X-Total-Count',
  NEXT_CURSOR_HEADER,
  'Link',
  'ETag',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
];

/**
 * Pages of the origins named may call with credentials; with `*` pages of any, without credentials. None named: none may.
 * A request that names no origin is of no page, and is let through as it is.
 */
export function crossOrigin(origins: readonly string[]): NodeMiddleware {
  const isOpen = origins.includes('*');
  const options = { origin: isOpen ? '*' : [...origins], credentials: !isOpen && origins.length > 0, exposedHeaders, maxAge: 600 };
  const answerPreflight = cors(options);
  const tellBrowser = cors({ ...options, preflightContinue: true });
  return (request, response, next) => {
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) answerPreflight(request, response, next);
    else if (request.headers.origin === undefined) next();
    else tellBrowser(request, response, next);
  };
}
