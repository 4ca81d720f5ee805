import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { LoginRequiredError } from '@foodie-express/error-messages';
import type { AuthenticatedRequest } from './auth.guard';
import type { AuthenticatedUser } from './authenticated-user';

/** The user of a handler that is `@Authenticated()`. */
export const CurrentUser = createParamDecorator((_data: unknown, execution: ExecutionContext): AuthenticatedUser => {
  const { user } = execution.switchToHttp().getRequest<AuthenticatedRequest>();
  if (user === undefined) throw new LoginRequiredError();
  return user;
});
