import type { User } from '@foodie-express/contracts';
import type { UserRecord } from './user.schema';

/** A user as the API answers it: never with the password's hash. */
export function userAnswer({ _id, username, email, role, restaurantId, createdAt }: Omit<UserRecord, 'passwordHash'>): User {
  const workplace = restaurantId === undefined ? {} : { restaurant_id: restaurantId.toHexString() };
  return { id: _id.toHexString(), username, email, role, ...workplace, created_at: createdAt.toISOString() };
}
