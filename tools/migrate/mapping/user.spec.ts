import { describe, expect, it } from '@jest/globals';
import { ObjectId } from 'mongodb';
import { LOCKED, mapUser } from './user';

const _id = new ObjectId('650000000000000000000001');
const hash = '$2b$12$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
const user = { _id, username: 'asha', email: 'Asha@example.com', hashed_password: hash, role: 'user' };

describe('mapUser', () => {
  it('keeps id, name, email, password and role', () => {
    const createdAt = _id.getTimestamp();
    const document = {
      ...{ _id, username: 'asha', usernameKey: 'asha', email: 'Asha@example.com', emailKey: 'asha@example.com', passwordHash: hash, role: 'user' },
      ...{ sessionGeneration: 0, createdAt, updatedAt: createdAt },
    };
    expect(mapUser(user)).toEqual({ document, adaptations: [], faults: [] });
  });

  it.each(['asha patel', 'asha@example.com', 'ab', 'आशा', ' asha ', 'x'.repeat(254)])('keeps the name %j, which registration would refuse', (username) => {
    expect(mapUser({ ...user, username })).toMatchObject({ document: { username, usernameKey: username.toLowerCase() }, faults: [] });
  });

  it.each([undefined, '', 7, 'x'.repeat(255)])('refuses %j as a name', (username) => {
    expect(mapUser({ ...user, username })).toMatchObject({ document: undefined, faults: [{ path: 'username' }] });
  });

  it.each([undefined, null, '', ' '])('makes up an address that no mail reaches where the email is %j', (email) => {
    const { document, adaptations } = mapUser({ ...user, email });
    expect(document?.email).toBe(`${_id.toHexString()}@no-email.invalid`);
    expect(adaptations).toHaveLength(1);
  });

  it.each([{ hashed_password: undefined }, { hashed_password: 'plain' }, { hashed_password: '$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW' }, { is_active: false }])(
    'locks an account with %j',
    (change) => {
      const { document, adaptations } = mapUser({ ...user, ...change });
      expect(document?.passwordHash).toBe(LOCKED);
      expect(adaptations).toHaveLength(1);
    },
  );

  it.each([
    [{ role: 'admin' }, 'admin', 0],
    [{ role: 'ADMIN' }, 'admin', 0],
    [{ role: undefined, is_admin: true }, 'admin', 0],
    [{ role: undefined }, 'user', 0],
    [{ role: 'staff' }, 'user', 1],
    [{ role: { $gt: '' } }, 'user', 1],
  ])('reads %j as %s', (change, role, adapted) => {
    const { document, adaptations } = mapUser({ ...user, ...change });
    expect(document?.role).toBe(role);
    expect(adaptations).toHaveLength(adapted);
  });

  it('says which fields have no place', () => {
    expect(mapUser({ ...user, phone: '1', points: null }).adaptations).toEqual(['users.phone has no place here and is not taken over']);
  });
});
