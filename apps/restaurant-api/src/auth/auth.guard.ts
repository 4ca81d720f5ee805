import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, LoginRequiredError } from '@foodie-express/error-messages';
import type { RequestContext } from '@foodie-express/request-context';
import type { Request } from 'express';
import { RequestLimit } from '../http/request-limit';
import { REQUEST_CONTEXT } from '../platform/tokens';
import type { UserRecord } from '../users/user.schema';
import { UsersService } from '../users/users.service';
import { type AccessClaims, AccessTokens } from './access-tokens';
import { AllowedRoles } from './allowed-roles';
import type { AuthenticatedUser } from './authenticated-user';
import { Sessions } from './sessions';

export interface AuthenticatedRequest extends Request {
  user?: AuthenticatedUser;
}

/** Lets in who bears a valid token of a login that goes on, of a user that has one of the roles that the handler names. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly users: UsersService,
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
    private readonly requestLimit: RequestLimit,
    @Inject(REQUEST_CONTEXT) private readonly context: RequestContext,
  ) {}

  /** @throws LoginRequiredError, ForbiddenError, RateLimitedError */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<AuthenticatedRequest>();
    const user = await this.authenticate(request.headers.authorization);
    const roles = this.reflector.get(AllowedRoles, execution.getHandler());
    if (roles.length > 0 && !roles.includes(user.role)) throw new ForbiddenError();
    request.user = user;
    // What one user may see no cache on the way keeps for another.
    request.res?.setHeader('Cache-Control', 'no-store');
    this.context.user = { id: user.id, role: user.role };
    await this.requestLimit.count(request, user.id);
    return true;
  }

  private async authenticate(header: string | undefined): Promise<AuthenticatedUser> {
    const token = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) throw new LoginRequiredError();
    const claims = await this.tokens.read(token);
    const record = claims === undefined ? undefined : await this.bearerOf(claims);
    if (record === undefined) throw new LoginRequiredError('Your login is no longer valid. Please log in again.');
    return { id: record._id.toHexString(), username: record.username, role: record.role, restaurantId: record.restaurantId?.toHexString() };
  }

  /** Undefined where the user is gone or has another password since, or the login was ended. */
  private async bearerOf({ userId, sessionId, sessionGeneration }: AccessClaims): Promise<UserRecord | undefined> {
    const [record, isLive] = await Promise.all([this.users.find(userId), this.sessions.isLive(sessionId)]);
    return isLive && record?.sessionGeneration === sessionGeneration ? record : undefined;
  }
}
