import { AppError } from '@foodie-express/error-messages';
import express, { type Request, type RequestHandler } from 'express';

/** Holds a menu of 200 items with every text at its longest. */
const BODY_LIMIT = '1mb';

/** Any JSON: of a text or `null`, the schema of the call says that it should be an object. */
export const jsonParsing = express.json({ limit: BODY_LIMIT, strict: false, type: ['application/json', 'application/*+json'] });

/** Where a form is taken beside JSON: clients of OAuth2 log in with one. */
export const FORM_PATH = '/users/login';

export const formParsing = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });

/** Refuses a body that no parser has read, instead of passing over it. */
export const unreadBodyRefusal: RequestHandler = (request, _response, next) => {
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  next(hasBody && request.body === undefined ? unsupported(request) : undefined);
};

function unsupported({ path }: Request): AppError {
  const detail = 'The body should be JSON in UTF-8, with Content-Type: application/json, or a form (application/x-www-form-urlencoded).';
  return new AppError('unsupported_media_type', path.startsWith(FORM_PATH) ? { detail } : {});
}
