import type { Role } from '@foodie-express/contracts';

/** Who makes the request, as the database had it a second ago at most. */
export interface AuthenticatedUser {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  /** The id of the restaurant that a user with the role `staff` works for. */
  readonly restaurantId: string | undefined;
}

export function isStaffOf(user: AuthenticatedUser, restaurantId: string): boolean {
  return user.role === 'staff' && user.restaurantId === restaurantId;
}
