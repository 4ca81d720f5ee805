import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { respondWithProblem } from './problem-responder';

/** Middleware that needs Node's own request and response alone, and so can stand before Express. */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * Handlers that every request passes, one after the other, before `last`. Express would match the path and set up a layer for each of
 * them, which together takes longer than what they do; and what one of them answers, Express never sees.
 */
export function inSequence(handlers: readonly NodeMiddleware[], last: RequestListener): RequestListener {
  return (request, response) => {
    pass(handlers, 0, request, response, last);
  };
}

function pass(handlers: readonly NodeMiddleware[], index: number, request: IncomingMessage, response: ServerResponse, last: RequestListener): void {
  const handler = handlers[index];
  if (handler === undefined) {
    last(request, response);
    return;
  }
  handler(request, response, (error?: unknown) => {
    if (error === undefined) pass(handlers, index + 1, request, response, last);
    else fail(error, response);
  });
}

/** What has begun cannot be taken back: the client must see that it is not whole. */
function fail(error: unknown, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else respondWithProblem(error, response);
}
