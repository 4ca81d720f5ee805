import type { UserDocument } from '@foodie-express/restaurant-data';
import type { ObjectId } from 'mongodb';
import { type Mapped, Reading, spoken } from '../legacy/reading';
import { idOf, type LegacyDocument, madeAt, timeOf } from '../legacy/values';

/** What a login reads of a name (`credentialsSchema`). */
const NAME_LENGTH = 254;
const EMAIL_LENGTH = 254;

/** In the place of a hash: no password fits it. */
export const LOCKED = '!';

const BCRYPT = /^\$2[aby]\$(?:0[4-9]|1[0-6])\$[./A-Za-z0-9]{53}$/;

/** A user of the Python service as ours. Names of any characters stay: they must still get in. Whether they are free is not asked here. */
export function mapUser(source: LegacyDocument): Mapped<UserDocument<ObjectId>> {
  const reading = new Reading(source);
  const _id = reading.required('_id', idOf(source['_id']), 'should be there');
  const username = usernameOf(reading);
  if (_id === undefined || username === undefined) return reading.mapped<UserDocument<ObjectId>>(undefined);
  const email = emailOf(reading) ?? placeholderEmail(_id);
  const createdAt = timeOf(reading.field('created_at', 'createdAt', 'created', 'registered_at')) ?? madeAt(source['_id']);
  const document = {
    _id,
    username,
    usernameKey: username.toLowerCase(),
    email,
    emailKey: email.toLowerCase(),
    passwordHash: hashOf(reading),
    role: roleOf(reading),
    sessionGeneration: 0,
    createdAt,
    updatedAt: timeOf(reading.field('updated_at', 'updatedAt')) ?? createdAt,
  };
  reading.noteUnread('users');
  return reading.mapped(document);
}

/** An address that no mail can reach: `.invalid` is reserved for that (RFC 2606). */
export function placeholderEmail(_id: ObjectId): string {
  return `${_id.toHexString()}@no-email.invalid`;
}

function usernameOf(reading: Reading): string | undefined {
  const value = reading.field('username', 'user_name', 'name');
  const fits = typeof value === 'string' && value !== '' && value.length <= NAME_LENGTH;
  return reading.required('username', fits ? value : undefined, `should be a text of 1 to ${NAME_LENGTH} characters, got ${spoken(value)}`);
}

function emailOf(reading: Reading): string | undefined {
  const value = reading.field('email', 'email_address');
  if (typeof value === 'string' && value.trim() !== '' && value.trim().length <= EMAIL_LENGTH) return value.trim();
  reading.adapt('email is missing: a placeholder that no mail reaches');
  return undefined;
}

function hashOf(reading: Reading): string {
  const hash = reading.field('hashed_password', 'password_hash', 'hashedPassword', 'password');
  const isInactive = reading.field('is_active') === false || reading.field('disabled') === true;
  if (isInactive) {
    reading.adapt('the account is not active: it is taken over locked');
    return LOCKED;
  }
  if (typeof hash === 'string' && BCRYPT.test(hash)) return hash;
  reading.adapt('hashed_password is no bcrypt hash: the account is taken over locked');
  return LOCKED;
}

function roleOf(reading: Reading): 'user' | 'admin' {
  const role = reading.field('role') ?? (reading.field('is_admin', 'is_superuser') === true ? 'admin' : 'user');
  if (role === 'user' || role === 'admin') return role;
  const known = typeof role === 'string' ? role.toLowerCase() : '';
  if (known === 'admin' || known === 'user') return known;
  reading.adapt(`role ${spoken(role)} is unknown here: user`);
  return 'user';
}
