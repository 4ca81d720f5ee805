import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { Reflector } from '@nestjs/core';
import { parseInput } from '@foodie-express/error-messages';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { Operation } from '../openapi/operation.decorator';

/** The query of a call that takes none. */
export const noQuerySchema = z.strictObject({});

/** Refuses a query where a call takes none, as those that take one refuse parameters that they do not know: nobody believes in a filter that is none. */
@Injectable()
export class UnexpectedQuery implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  /** @throws ValidationError */
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<Request>();
    if (request.url.includes('?') && !this.takesQuery(execution)) parseInput(noQuerySchema, request.query);
    return next.handle();
  }

  private takesQuery(execution: ExecutionContext): boolean {
    const handler = execution.getHandler();
    const declared: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, execution.getClass(), handler.name);
    const isDeclared = Object.keys(declared ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
    return isDeclared || this.reflector.get(Operation, handler).passesOverQuery === true;
  }
}
