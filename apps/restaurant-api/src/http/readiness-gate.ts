import type { RequestHandler } from 'express';
import type { Database } from '../database/database';

/** What answers without a database too. */
const ALWAYS_SERVED = /^\/(?:(?:health(?:\/\w*)?|openapi\.json)\/?)?$/;

/** Turns requests down with 503 while indexes and seed are not in place. */
export function readinessGate(database: Database): RequestHandler {
  return (request, _response, next) => {
    if (!ALWAYS_SERVED.test(request.path)) database.requireReady();
    next();
  };
}
