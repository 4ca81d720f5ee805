import { Reflector } from '@nestjs/core';
import type { Role } from '@foodie-express/contracts';

/** The roles that a handler is for; none named: every user. */
export const AllowedRoles = Reflector.createDecorator<readonly Role[]>();
