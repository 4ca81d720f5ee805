import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import { AppError, NotFoundError } from '@foodie-express/error-messages';
import type { Request, Response } from 'express';
import { allowedMethods } from './allowed-methods';
import { respondWithProblem } from './problem-responder';

/** Every failure below Nest becomes problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    // Our own code throws AppErrors: this exception is Nest's word for "no route matched".
    if (error instanceof NotFoundException) answerUnmatched(request, response);
    else respondWithProblem(error, response);
  }
}

function answerUnmatched(request: Request, response: Response): void {
  const methods = allowedMethods(request.app, request.path);
  if (methods.length > 0) response.setHeader('Allow', methods.join(', '));
  if (methods.length > 0 && request.method === 'OPTIONS') response.status(204).end();
  else respondWithProblem(unmatchedRoute(request, methods), response);
}

function unmatchedRoute({ path, method }: Request, methods: readonly string[]): AppError {
  if (methods.length === 0) return new NotFoundError(`There is nothing at ${path}`);
  return new AppError('method_not_allowed', { detail: `${path} takes ${methods.join(', ')}, not ${method}` });
}
