import { Logger } from '@nestjs/common';
import { AppError, describeFailure, type Failure, toProblemResponse } from '@foodie-express/error-messages';
import { REQUEST_ID_HEADER } from '@foodie-express/request-context';
import type { ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';

const logger = new Logger('http');

/** Answers a failed request with problem details. What is our own fault goes to the log with its stack. */
export function respondWithProblem(error: unknown, response: ServerResponse): void {
  const failure = describeFailure(error);
  if (failure.status >= 500) report(error, failure);
  const problem = toProblemResponse(failure, String(response.getHeader(REQUEST_ID_HEADER) ?? ''));
  const body = JSON.stringify(problem.body);
  response.writeHead(problem.status, { ...problem.headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

/** What was foreseen needs no stack. */
function report(error: unknown, { code, detail }: Failure): void {
  if (error instanceof AppError) logger.warn({ code, detail, ...(error.cause !== undefined && { cause: error.cause }) });
  else logger.error(error);
}

/** For errors of middleware, which Nest's filters would see in another shape. Express knows it by its four parameters. */
export const problemMiddleware: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) next(error);
  else respondWithProblem(error, response);
};
