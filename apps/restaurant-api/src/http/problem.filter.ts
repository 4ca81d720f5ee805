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
    respondWithProblem(error instanceof NotFoundException ? unmatchedRoute(request, response) : error, response);
  }
}

function unmatchedRoute(request: Request, response: Response): AppError {
  const methods = allowedMethods(request.app, request.path);
  if (methods.length === 0) return new NotFoundError(`There is nothing at ${request.path}`);
  response.setHeader('Allow', methods.join(', '));
  return new AppError('method_not_allowed', { detail: `${request.path} takes ${methods.join(', ')}, not ${request.method}` });
}
