import type { User } from '@foodie-express/contracts';
import type { UserRecord } from './user.schema';

/** A user as the API answers it: never with the password's hash. */
export function userAnswer({ _id, username, email, role, createdAt }: Pick<UserRecord, '_id' | 'username' | 'email' | 'role' | 'createdAt'>): User {
  return { id: _id.toHexString(), username, email, role, created_at: createdAt.toISOString() };
}
