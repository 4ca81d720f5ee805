import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from './request-context';
import { REQUEST_ID_HEADER, resolveRequestId } from './request-id';

export interface RequestContextOptions {
  /** The channel of requests until somebody sets another one. */
  readonly channel?: string;
}

/** Middleware of a Node server, or of Express and what else is built upon it. */
export type RequestContextMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Middleware, the first of all (in Nest: `app.use` before `app.init`): takes or makes the request ID, answers with it
 * and runs all that follows in the request's context.
 */
export function requestContextMiddleware(context: RequestContext, { channel }: RequestContextOptions = {}): RequestContextMiddleware {
  return (request, response, next) => {
    const requestId = resolveRequestId(request.headers['x-request-id']);
    response.setHeader(REQUEST_ID_HEADER, requestId);
    context.run({ requestId, channel }, () => {
      // Node emits the events of a body and of a finished response from the socket, outside of what this run encloses.
      context.bindEmitter(request);
      context.bindEmitter(response);
      next();
    });
  };
}
