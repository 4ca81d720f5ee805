import { ForbiddenError, NotFoundError } from '@foodie-express/error-messages';
import { type AuthenticatedUser, isStaffOf } from '../auth/authenticated-user';
import type { OrderRecord } from './order.schema';

/** Who may see an order: who placed it, the restaurant's staff, admins. @throws ForbiddenError */
export function requireReader(user: AuthenticatedUser, order: OrderRecord): void {
  if (!isOwner(user, order) && !isManagerOf(user, order.restaurantId.toHexString())) throw new ForbiddenError('This is the order of somebody else.');
}

/** Who may cancel an order as a guest. @throws ForbiddenError */
export function requireOwner(user: AuthenticatedUser, order: OrderRecord): void {
  if (!isOwner(user, order)) throw new ForbiddenError('This is the order of somebody else.');
}

/** Who may move an order on: the restaurant's staff, admins. @throws ForbiddenError */
export function requireManager(user: AuthenticatedUser, { restaurantId }: OrderRecord): void {
  requireManagerOf(user, restaurantId.toHexString());
}

/** Who may see every order of a restaurant: its staff, admins. @throws ForbiddenError */
export function requireManagerOf(user: AuthenticatedUser, restaurantId: string): void {
  if (!isManagerOf(user, restaurantId)) throw new ForbiddenError();
}

function isOwner(user: AuthenticatedUser, { userId }: OrderRecord): boolean {
  return userId.toHexString() === user.id;
}

function isManagerOf(user: AuthenticatedUser, restaurantId: string): boolean {
  return user.role === 'admin' || isStaffOf(user, restaurantId);
}

/** @throws NotFoundError */
export function orderNotFound(id: string): NotFoundError {
  return new NotFoundError(`Order '${id}' not found`);
}
