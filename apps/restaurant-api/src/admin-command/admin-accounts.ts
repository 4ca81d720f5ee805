import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Registration } from '@foodie-express/contracts';
import { NotFoundError, UnavailableError } from '@foodie-express/error-messages';
import { OPERATOR } from '@foodie-express/restaurant-data';
import { AdminUsersService } from '../admin/admin-users.service';
import { IndexCreation } from '../database/create-indexes';
import { Database } from '../database/database';
import { MigrationCheck } from '../database/migration-check';
import { UsersService } from '../users/users.service';

/** A service tries on until its database is there; a person who waits at a terminal should be told. */
const PATIENCE_MS = 5_000;

/** Opens the database as the service does, but gives up. @throws UnavailableError, and what `Database.open` throws */
export async function openDatabase(context: INestApplicationContext, uri: string): Promise<void> {
  const opening = context.get(Database).open(uri, async () => {
    await context.get(MigrationCheck).run();
    await context.get(IndexCreation).run();
  });
  const impatience = new AbortController();
  const timeout = delay(PATIENCE_MS, 'timeout', { signal: impatience.signal }).catch(() => 'open');
  const outcome = await Promise.race([opening, timeout]).finally(() => { impatience.abort(); });
  if (outcome === 'timeout') throw new UnavailableError(`The database that MONGODB_URI names did not answer within ${PATIENCE_MS / 1_000} seconds.`);
}

/** @returns what was done, for people. @throws AppError where the name or the email is in use */
export async function createAdmin(context: INestApplicationContext, registration: Registration): Promise<string> {
  const { username } = await context.get(UsersService, { strict: false }).createAdmin(registration);
  return `Made the admin ${username}.`;
}

/** @returns what was done, for people. @throws NotFoundError */
export async function grantAdmin(context: INestApplicationContext, name: string): Promise<string> {
  const user = await context.get(UsersService, { strict: false }).findForLogin(name);
  if (user === null) throw new NotFoundError(`There is no user with the name "${name}".`);
  if (user.role === 'admin') return `${user.username} is an admin already.`;
  await context.get(AdminUsersService, { strict: false }).setRole(OPERATOR, user._id.toHexString(), { role: 'admin' });
  return `${user.username}, who was ${user.role}, is an admin now.`;
}
