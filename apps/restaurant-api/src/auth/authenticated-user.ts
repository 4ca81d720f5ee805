import type { Role } from '@foodie-express/contracts';

/** Who makes the request, as the database has it now. */
export interface AuthenticatedUser {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
}
