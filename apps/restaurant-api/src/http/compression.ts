import compression from 'compression';
import type { RequestHandler } from 'express';

const compress = compression();

/** Compresses for clients that ask for it; services that call each other do not, and are spared the work. */
export const compressionWhereWanted: RequestHandler = (request, response, next) => {
  if (request.headers['accept-encoding'] === undefined) {
    response.vary('Accept-Encoding');
    next();
  } else {
    compress(request, response, next);
  }
};
