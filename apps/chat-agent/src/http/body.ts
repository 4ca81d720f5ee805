import { AppError, parseInput, ValidationError } from '@foodie-express/error-messages';
import express, { type RequestHandler } from 'express';
import type { ZodType } from 'zod';

const BODY_LIMIT_BYTES = 64 * 1024;

/** Reads a JSON body of at most 64 KiB; one of another kind is refused, not passed over. */
export const jsonBody: readonly RequestHandler[] = [
  express.json({ limit: BODY_LIMIT_BYTES, strict: false, type: ['application/json', 'application/*+json'] }),
  (request, _response, next) => {
    const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
    next(request.body === undefined && hasBody ? new AppError('unsupported_media_type') : undefined);
  },
];

/**
 * The body as its schema gives it.
 * @throws ValidationError with status 400, as the wire contract has it for the agent
 */
export function parseBody<Output>(schema: ZodType<Output>, body: unknown): Output {
  try {
    return parseInput(schema, body);
  } catch (error) {
    throw error instanceof ValidationError ? new ValidationError(error.failure.errors ?? [], { status: 400 }) : error;
  }
}
