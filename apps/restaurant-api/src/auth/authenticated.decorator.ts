import { applyDecorators, UseGuards } from '@nestjs/common';
import type { Role } from '@foodie-express/contracts';
import { UnexpectedQuery } from '../http/unexpected-query';
import { AllowedRoles } from './allowed-roles';
import { AuthGuard } from './auth.guard';

/** Only for users with a valid token, of one of `roles` where some are named. */
export function Authenticated(...roles: readonly Role[]): MethodDecorator {
  return applyDecorators(AllowedRoles(roles), UseGuards(AuthGuard, UnexpectedQuery));
}
