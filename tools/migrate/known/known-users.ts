import { collections, ownFields, type UserDocument } from '@foodie-express/restaurant-data';
import type { Db, ObjectId } from 'mongodb';
import type { Mapped } from '../legacy/reading';
import { idOf } from '../legacy/values';
import type { KnownUser } from '../mapping/order';
import { placeholderEmail } from '../mapping/user';

type User = UserDocument<ObjectId>;

/** A user as it will stand, and who must give up the key of its name for it. */
export interface AdmittedUser extends Mapped<User> {
  readonly rekeyed: { readonly _id: ObjectId; readonly usernameKey: string } | undefined;
}

/** The users that are there or will be, in memory: about 300 bytes each. They decide who has which name. */
export class KnownUsers {
  private readonly byId = new Map<string, KnownUser>();
  private readonly byKey = new Map<string, KnownUser>();
  private readonly emailKeys = new Set<string>();

  static async load(database: Db): Promise<KnownUsers> {
    const known = new KnownUsers();
    const projection = { username: 1, usernameKey: 1, emailKey: 1, role: 1 };
    for await (const user of database.collection<User>(collections.users).find({ [ownFields.users]: { $exists: true } }, { projection })) known.add(user);
    return known;
  }

  /** By id, or by name where a reference is one. */
  find(reference: unknown): KnownUser | undefined {
    const id = idOf(reference);
    const byName = typeof reference === 'string' ? (this.byKey.get(reference) ?? this.byKey.get(reference.toLowerCase())) : undefined;
    return (id === undefined ? undefined : this.byId.get(id.toHexString())) ?? byName;
  }

  /**
   * Gives a user name and email. Of names that differ in case alone, the one in lower case has the key in lower case, each other one
   * its exact name; so all of them get in. An email that somebody else has is replaced.
   */
  admit({ document: user, adaptations, faults }: Mapped<User>): AdmittedUser {
    if (user === undefined) return { document: user, adaptations, faults, rekeyed: undefined };
    const rival = this.byKey.get(user.usernameKey);
    const twin = [rival, this.byKey.get(user.username)].find((known) => known?.username === user.username);
    if (twin !== undefined) {
      const fault = { path: 'username', reason: `is that of user ${twin.id.toHexString()}, too: ${JSON.stringify(user.username)}` };
      return { document: undefined, adaptations, faults: [...faults, fault], rekeyed: undefined };
    }
    const isLower = user.username === user.usernameKey;
    if (rival !== undefined && isLower) this.byKey.set(rival.username, rival);
    const isEmailTaken = this.emailKeys.has(user.emailKey);
    const email = isEmailTaken ? placeholderEmail(user._id) : user.email;
    const admitted = { ...user, usernameKey: rival === undefined ? user.usernameKey : user.username, email, emailKey: email.toLowerCase() };
    this.add(admitted);
    const notes = [
      ...(rival === undefined ? [] : ['a username differs from another one in case alone: both must be written exactly at login']),
      ...(isEmailTaken ? ['an email is that of another user, too: a placeholder that no mail reaches'] : []),
    ];
    const rekeyed = rival !== undefined && isLower ? { _id: rival.id, usernameKey: rival.username } : undefined;
    return { document: admitted, adaptations: [...adaptations, ...notes], faults, rekeyed };
  }

  private add({ _id, username, usernameKey, emailKey, role }: Pick<User, '_id' | 'username' | 'usernameKey' | 'emailKey' | 'role'>): void {
    const known = { id: _id, username, role };
    this.byId.set(_id.toHexString(), known);
    this.byKey.set(usernameKey, known);
    this.emailKeys.add(emailKey);
  }
}
