import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { Reflector } from '@nestjs/core';
import { parseInput } from '@foodie-express/error-messages';
import type { Request } from 'express';
import { z } from 'zod';
import { AllowedRoles } from '../auth/allowed-roles';
import { Operation } from '../openapi/operation.decorator';

/** The query of a call that takes none. */
export const noQuerySchema = z.strictObject({});

/**
 * Refuses a query where a call takes none, as those that take one refuse parameters that they do not know: nobody believes in a filter that is
 * none. A guard, and no interceptor: those lead every answer through observables, which costs a tenth of placing an order. It stands behind
 * the guard of calls that need a login, so that nobody else learns what they take.
 */
@Injectable()
export class UnexpectedQuery implements CanActivate {
  constructor(protected readonly reflector: Reflector) {}

  /** @throws ValidationError */
  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<Request>();
    if (request.url.includes('?') && !this.takesQuery(execution)) parseInput(noQuerySchema, request.query);
    return true;
  }

  private takesQuery(execution: ExecutionContext): boolean {
    const handler = execution.getHandler();
    const declared: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, execution.getClass(), handler.name);
    const isDeclared = Object.keys(declared ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
    return isDeclared || this.reflector.get(Operation, handler).passesOverQuery === true;
  }
}

/** The same for all calls without a login. */
@Injectable()
export class UnexpectedPublicQuery extends UnexpectedQuery {
  /** @throws ValidationError */
  override canActivate(execution: ExecutionContext): boolean {
    const needsLogin: unknown = this.reflector.get(AllowedRoles, execution.getHandler());
    return needsLogin !== undefined || super.canActivate(execution);
  }
}
