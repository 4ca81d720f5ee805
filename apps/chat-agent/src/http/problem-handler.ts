import { AppError, describeFailure, type Failure, NotFoundError, toProblemResponse } from '@foodie-express/error-messages';
import type { Logger } from '@foodie-express/observability';
import { REQUEST_ID_HEADER } from '@foodie-express/request-context';
import { SessionBusyError, SessionStoreUnavailableError } from '@foodie-express/session-store';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** Answers every failure of a route with problem details. Express knows it by its four parameters. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const failure = failureOf(error);
    if (failure.status >= 500) logger.error({ err: error, code: failure.code }, 'request failed');
    if (response.headersSent) {
      // Express then closes the connection: the client sees that the answer is not whole.
      next(error);
      return;
    }
    const { status, headers, body } = toProblemResponse(failure, String(response.getHeader(REQUEST_ID_HEADER)));
    response.status(status).set(headers).send(JSON.stringify(body));
  };
}

/** Who talks to the agent shows `detail` to the person: it is the sentence of the conversation, sign included. */
export function failureOf(error: unknown): Failure {
  const failure = describeFailure(foreseen(error));
  return { ...failure, detail: failure.userMessage };
}

/** What the failures of the session store mean to a caller. */
function foreseen(error: unknown): unknown {
  if (error instanceof SessionBusyError) return new AppError('service_unavailable', { detail: 'Your earlier messages are still being answered. Please try again in a moment.', cause: error });
  if (error instanceof SessionStoreUnavailableError) return new AppError('service_unavailable', { cause: error });
  return error;
}

/** For paths that nobody serves. */
export const notFound: RequestHandler = (request) => {
  throw new NotFoundError(`There is nothing at ${request.path}`);
};

/** For a path that is served with other methods. */
export function onlyMethod(method: string): RequestHandler {
  return (request, response) => {
    response.set('Allow', method);
    throw new AppError('method_not_allowed', { detail: `${request.path} takes ${method}, not ${request.method}` });
  };
}
