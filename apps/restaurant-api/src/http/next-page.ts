import type { Request, Response } from 'express';
import type { Page } from './cursor';

/** The cursor of the next page. */
export const NEXT_CURSOR_HEADER = 'X-Next-Cursor';

/** Answers with a page: the list is the body, the way to the next one in `X-Next-Cursor` and `Link` (RFC 8288). */
export function answerPage<Entry>({ entries, next }: Page<Entry>, request: Request, response: Response): Entry[] {
  if (next !== undefined) {
    const url = new URL(request.originalUrl, 'http://localhost');
    url.searchParams.set('cursor', next);
    response.setHeader(NEXT_CURSOR_HEADER, next);
    response.setHeader('Link', `<${url.pathname}${url.search}>; rel="next"`);
  }
  return entries;
}
