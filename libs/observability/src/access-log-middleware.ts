import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from './logger';

/** Longer paths and names are cut: they come from outside. */
const MAX_PATH_LENGTH = 500;
const MAX_QUERY_NAMES = 20;
const MAX_QUERY_NAME_LENGTH = 40;

/** Paths that are asked for every few seconds by machines: logged at `debug`. */
const QUIET_PATHS: ReadonlySet<string> = new Set(['/health', '/metrics', '/api/v1/health']);

/**
 * One line for each request once its response is over: method, path, names of the query (values may be secrets or personal),
 * status, `duration_ms`. `aborted` marks a client that left before the end. Comes right after `requestContextMiddleware`, which makes the line bear the request's ID.
 */
export function accessLogMiddleware(logger: Logger): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  return (request, response, next) => {
    const begin = performance.now();
    // Read now: routers rewrite `url`.
    const { method, url = '' } = request;
    response.once('close', () => {
      const { path, query } = describeUrl(url);
      const aborted = !response.writableFinished;
      const fields = {
        method,
        path,
        ...(query.length > 0 && { query }),
        status: response.statusCode,
        duration_ms: Math.round((performance.now() - begin) * 10) / 10,
        ...(aborted && { aborted }),
      };
      logger[levelOf(path, response.statusCode)](fields, 'request');
    });
    next();
  };
}

function levelOf(path: string, status: number): 'debug' | 'info' | 'error' {
  if (status >= 500) return 'error';
  return QUIET_PATHS.has(path) ? 'debug' : 'info';
}

function describeUrl(url: string): { path: string; query: string[] } {
  const mark = url.indexOf('?');
  const path = (mark < 0 ? url : url.slice(0, mark)).slice(0, MAX_PATH_LENGTH);
  const names = mark < 0 ? [] : [...new Set(new URLSearchParams(url.slice(mark + 1)).keys())];
  return { path, query: names.slice(0, MAX_QUERY_NAMES).map((name) => name.slice(0, MAX_QUERY_NAME_LENGTH)) };
}
