import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * Handlers that every request passes, as one: Express would match the path and set up a layer for each of them, which together
 * takes longer than what they do.
 */
export function inSequence(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    pass(handlers, 0, request, response, next);
  };
}

function pass(handlers: readonly RequestHandler[], index: number, request: Request, response: Response, next: NextFunction): void {
  const handler = handlers[index];
  if (handler === undefined) {
    next();
    return;
  }
  const proceed: NextFunction = (error?: unknown) => {
    if (error === undefined) pass(handlers, index + 1, request, response, next);
    else next(error);
  };
  void handler(request, response, proceed);
}
