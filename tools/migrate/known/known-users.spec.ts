import { describe, expect, it } from '@jest/globals';
import type { UserDocument } from '@foodie-express/restaurant-data';
import { ObjectId } from 'mongodb';
import { mapUser } from '../mapping/user';
import { KnownUsers } from './known-users';

/** What is stored of these names, in their order: name -> key; and which do not fit. */
function admitted(names: readonly string[], emails: readonly string[] = []) {
  const known = new KnownUsers();
  const stored = new Map<string, UserDocument<ObjectId>>();
  const refused: string[] = [];
  names.forEach((username, index) => {
    const { document, rekeyed } = known.admit(mapUser({ _id: new ObjectId(), username, email: emails[index] ?? `${index}@example.com` }));
    const holder = rekeyed && stored.get(rekeyed._id.toHexString());
    if (holder !== undefined) stored.set(holder._id.toHexString(), { ...holder, usernameKey: rekeyed?.usernameKey ?? '' });
    if (document === undefined) refused.push(username);
    else stored.set(document._id.toHexString(), document);
  });
  return { keys: [...stored.values()].map(({ username, usernameKey }) => [username, usernameKey]), refused, emails: [...stored.values()].map(({ email }) => email) };
}

describe('users whose names differ in case alone', () => {
  it.each([
    [['Meera', 'meera'], [['Meera', 'Meera'], ['meera', 'meera']]],
    [['meera', 'Meera'], [['meera', 'meera'], ['Meera', 'Meera']]],
    [['Meera', 'MEERA'], [['Meera', 'meera'], ['MEERA', 'MEERA']]],
    [['MEERA', 'Meera', 'meera'], [['MEERA', 'MEERA'], ['Meera', 'Meera'], ['meera', 'meera']]],
  ])('%j all get in, each by its exact name', (names, keys) => {
    expect(admitted(names)).toMatchObject({ keys, refused: [] });
    expect(new Set(admitted(names).keys.map(([, key]) => key)).size).toBe(names.length);
  });

  it.each([[['meera', 'meera']], [['Meera', 'Meera']], [['Meera', 'meera', 'Meera']]])('%j: the same name a second time does not fit', (names) => {
    expect(admitted(names).refused).toEqual([names.at(-1)]);
  });
});

it('gives an email to the first who has it', () => {
  const [first, second] = admitted(['asha', 'ravi'], ['asha@example.com', 'ASHA@example.com']).emails;
  expect(first).toBe('asha@example.com');
  expect(second).toMatch(/^[0-9a-f]{24}@no-email\.invalid$/);
});
