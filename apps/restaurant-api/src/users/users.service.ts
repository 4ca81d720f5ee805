import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Registration, User } from '@foodie-express/contracts';
import { AppError, LoginRequiredError } from '@foodie-express/error-messages';
import { OPERATOR } from '@foodie-express/restaurant-data';
import { LRUCache } from 'lru-cache';
import mongoose, { type Model, Types } from 'mongoose';
import { AuditTrail } from '../audit/audit-trail';
import { hashPassword } from '../auth/password';
import { isDuplicateKey } from '../database/duplicate-key';
import { userAnswer } from './user-answer';
import { type UserRecord, USERS } from './user.schema';

/** Every call with a login asks who its user is: one that calls often is looked up twice a second. */
const RECENT_USERS = 10_000;
const RECENT_MS = 500;

@Injectable()
export class UsersService {
  private readonly recent = new LRUCache<string, UserRecord>({ max: RECENT_USERS, ttl: RECENT_MS });

  constructor(
    @InjectModel(USERS) private readonly model: Model<UserRecord>,
    private readonly audit: AuditTrail,
  ) {}

  /** Makes a plain user. @throws AppError with status 400 where the name or the email is in use */
  register(registration: Registration): Promise<User> {
    return this.create(registration, { role: 'user' });
  }

  /** Makes the first admin where there is none; nobody becomes one by registering. @throws AppError with status 400 as `createAdmin` does */
  async ensureAdmin(registration: Registration): Promise<boolean> {
    if (await this.hasAdmin()) return false;
    try {
      await this.createAdmin(registration);
      return true;
    } catch (error) {
      // Another instance that starts at the same moment may have been faster.
      if (await this.hasAdmin()) return false;
      throw error;
    }
  }

  private async hasAdmin(): Promise<boolean> {
    return (await this.model.exists({ role: 'admin' })) !== null;
  }

  /** In the name of who runs the service. @throws AppError with status 400 where the name or the email is in use */
  async createAdmin(registration: Registration): Promise<User> {
    const _id = new Types.ObjectId();
    const subject = { kind: 'user' as const, id: _id.toHexString(), name: registration.username };
    const outbox = [this.audit.entry(OPERATOR, { action: 'user.role', subject, before: null, after: { role: 'admin' } })];
    const user = await this.create(registration, { _id, role: 'admin', outbox });
    await this.audit.relay(USERS, { _id, outbox });
    return user;
  }

  private async create({ username, email, password }: Registration, more: Pick<UserRecord, 'role'> & Partial<UserRecord>): Promise<User> {
    const keys = { usernameKey: username.toLowerCase(), emailKey: email.toLowerCase() };
    try {
      // The cheap question comes first; the unique indexes decide between two that register at the same moment.
      const taken = await this.model.findOne({ $or: [{ usernameKey: keys.usernameKey }, { emailKey: keys.emailKey }] }).lean<UserRecord>();
      if (taken !== null) throw inUse(taken.usernameKey === keys.usernameKey ? 'username' : 'email');
      return userAnswer(await this.model.create({ username, email, ...keys, passwordHash: await hashPassword(password), sessionGeneration: 0, ...more }));
    } catch (error) {
      if (isDuplicateKey(error)) throw inUse(isDuplicateKey(error, 'usernameKey') ? 'username' : 'email');
      throw error;
    }
  }

  /**
   * With the password's hash, for the login. Names are read without regard to case, but for those that came from the Python service
   * and differ from another one in case alone: these must be written exactly.
   */
  async findForLogin(username: string): Promise<UserRecord | null> {
    const keys = [username, username.toLowerCase()];
    const found = await this.model.find({ usernameKey: mongoose.trusted({ $in: keys }) }).select('+passwordHash').lean<UserRecord[]>();
    return found.find(({ usernameKey }) => usernameKey === username) ?? found[0] ?? null;
  }

  async findWithPassword(id: string): Promise<UserRecord | null> {
    return this.model.findById(id).select('+passwordHash').lean<UserRecord>();
  }

  /** Sets a new password; every token that was given out before is refused from now on. */
  async setPassword(id: string, password: string): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: { passwordHash: await hashPassword(password) }, $inc: { sessionGeneration: 1 } });
    this.forget(id);
  }

  /** Hashes a password, known to be right, as new ones are; tokens stay good. Of two at once, or after another password was set, none is lost. */
  async replaceHash({ _id, passwordHash }: UserRecord, password: string): Promise<void> {
    await this.model.updateOne({ _id, passwordHash }, { $set: { passwordHash: await hashPassword(password) } });
  }

  /** As it was half a second ago at most. */
  async find(id: string): Promise<UserRecord | null> {
    const known = this.recent.get(id);
    if (known !== undefined) return known;
    const record = await this.model.findById(id).lean<UserRecord>();
    if (record !== null) this.recent.set(id, record);
    return record;
  }

  /** After a change of the user: the next `find` asks the database. */
  forget(id: string): void {
    this.recent.delete(id);
  }

  /** @throws LoginRequiredError where the user is gone */
  async one(id: string): Promise<User> {
    const record = await this.find(id);
    if (record === null) throw new LoginRequiredError('This account no longer exists.');
    return userAnswer(record);
  }
}

function inUse(field: 'username' | 'email'): AppError {
  const detail = field === 'username' ? 'Username already registered' : 'Email already registered';
  return new AppError('already_exists', { status: 400, detail, errors: [{ path: field, message: 'is in use already' }] });
}
