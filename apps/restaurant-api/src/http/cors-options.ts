import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';
import { REQUEST_ID_HEADER } from '@foodie-express/request-context';
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

/** Pages of the origins named may call with credentials; with `*` pages of any, without credentials. None named: none may. */
export function corsOptions(origins: readonly string[]): CorsOptions {
  const isOpen = origins.includes('*');
  return { origin: isOpen ? '*' : [...origins], credentials: !isOpen && origins.length > 0, exposedHeaders, maxAge: 600 };
}
