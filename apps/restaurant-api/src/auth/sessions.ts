import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import mongoose, { type Model, Types } from 'mongoose';
import type { Configuration } from '../configuration';
import { CLOCK, type Clock, CONFIGURATION } from '../platform/tokens';
import { type SessionRecord, SESSIONS } from './session.schema';

/** How many used tokens of a session are known by sight; older ones are refused like any unknown one. */
const REMEMBERED = 50;

/** A session after its token was changed for the next one. */
export interface RenewedSession {
  readonly userId: string;
  readonly refreshToken: string;
}

/**
 * Refresh tokens, each good for one use. One that comes a second time ends its session, for one of the two who used it is a thief.
 * A session is one document, so that of two uses at the same moment one is the first.
 */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('sessions');
  private readonly lifetimeMs: number;

  constructor(
    @InjectModel(SESSIONS) private readonly model: Model<SessionRecord>,
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.lifetimeMs = configuration.REFRESH_TOKEN_TTL * 1_000;
  }

  /** @returns the first refresh token */
  async begin(userId: string): Promise<string> {
    const id = new Types.ObjectId();
    const token = newToken(id);
    const session = { _id: id, userId: new Types.ObjectId(userId), tokenHash: hashOf(token), usedHashes: [], expiresAt: this.expiry() };
    await this.model.create(session);
    return token;
  }

  /** Changes a token for the next one; undefined where it is unknown, over, or was used before. */
  async renew(token: string): Promise<RenewedSession | undefined> {
    const id = sessionOf(token);
    if (id === undefined) return undefined;
    const used = hashOf(token);
    const next = newToken(id);
    const session = await this.model
      .findOneAndUpdate(
        { _id: id, tokenHash: used, expiresAt: mongoose.trusted({ $gt: this.clock() }) },
        { $set: { tokenHash: hashOf(next), expiresAt: this.expiry() }, $push: { usedHashes: { $each: [used], $slice: -REMEMBERED } } },
      )
      .lean<SessionRecord>();
    if (session !== null) return { userId: session.userId.toHexString(), refreshToken: next };
    const stolen = await this.model.deleteOne({ _id: id, usedHashes: used });
    if (stolen.deletedCount > 0) this.logger.warn('A refresh token was used twice: its session is ended');
    return undefined;
  }

  async end(token: string): Promise<void> {
    const id = sessionOf(token);
    if (id !== undefined) await this.model.deleteOne({ _id: id, tokenHash: hashOf(token) });
  }

  async endAll(userId: string): Promise<void> {
    await this.model.deleteMany({ userId: new Types.ObjectId(userId) });
  }

  private expiry(): Date {
    return new Date(this.clock().getTime() + this.lifetimeMs);
  }
}

/** `<session id>.<random>` */
function newToken(session: Types.ObjectId): string {
  return `${session.toHexString()}.${randomBytes(32).toString('base64url')}`;
}

function sessionOf(token: string): Types.ObjectId | undefined {
  const id = /^([0-9a-f]{24})\.[\w-]{43}$/.exec(token)?.[1];
  return id === undefined ? undefined : new Types.ObjectId(id);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
