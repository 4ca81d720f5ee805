import { AppError } from '@foodie-express/error-messages';
import express, { type RequestHandler } from 'express';

/** Holds a menu of 200 items with every text at its longest. */
const BODY_LIMIT = '1mb';

export const jsonParsing = express.json({ limit: BODY_LIMIT, type: ['application/json', 'application/*+json'] });

/** For the login alone: clients of OAuth2 send a form. */
export const formParsing = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });

/** Refuses a body that no parser has read, instead of passing over it. */
export const unreadBodyRefusal: RequestHandler = (request, _response, next) => {
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  next(hasBody && request.body === undefined ? new AppError('unsupported_media_type') : undefined);
};
