import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { LRUCache } from 'lru-cache';
import mongoose, { type Model, Types } from 'mongoose';
import type { Configuration } from '../configuration';
import { CLOCK, type Clock, CONFIGURATION } from '../platform/tokens';
import { type SessionRecord, SESSIONS } from './session.schema';

/** How many used tokens of a session are known by sight; older ones are refused like any unknown one. */
const REMEMBERED = 50;

/** Every call with a login asks whether that goes on: one that calls often is looked up twice a second. */
const RECENT_SESSIONS = 10_000;
const RECENT_MS = 500;

/** Whose login it is. */
export interface SessionOwner {
  readonly userId: string;
  readonly sessionGeneration: number;
}

/** A login that has just begun, or was renewed. */
export interface Session extends SessionOwner {
  readonly sessionId: string;
  /** Good once. */
  readonly refreshToken: string;
}

/**
 * Logins and their refresh tokens, each good for one use. One that comes a second time ends its session with all tokens that came of
 * it, for one of the two who used it is a thief.
 * A session is one document, so that of two uses at the same moment one is the first.
 */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('sessions');
  private readonly lifetimeMs: number;
  /** Sessions that went on a moment ago. */
  private readonly live = new LRUCache<string, true>({ max: RECENT_SESSIONS, ttl: RECENT_MS });

  constructor(
    @InjectModel(SESSIONS) private readonly model: Model<SessionRecord>,
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.lifetimeMs = configuration.REFRESH_TOKEN_TTL * 1_000;
  }

  async begin({ userId, sessionGeneration }: SessionOwner): Promise<Session> {
    const _id = new Types.ObjectId();
    const refreshToken = newToken(_id);
    await this.model.create({
      _id,
      userId: new Types.ObjectId(userId),
      sessionGeneration,
      tokenHash: hashOf(refreshToken),
      usedHashes: [],
      expiresAt: this.expiry(),
    });
    return { userId, sessionGeneration, sessionId: _id.toHexString(), refreshToken };
  }

  /** Whether a login goes on; as it was half a second ago at most. */
  async isLive(sessionId: string): Promise<boolean> {
    if (this.live.has(sessionId)) return true;
    // By the driver itself: Mongoose would take as long again.
    const found = await this.model.collection.findOne({ _id: new Types.ObjectId(sessionId) }, { projection: { _id: 1 } });
    if (found !== null) this.live.set(sessionId, true);
    return found !== null;
  }

  /** Changes a token for the next one; undefined where it is unknown, over, or was used before. */
  async renew(token: string): Promise<Session | undefined> {
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
    if (session !== null) {
      return { userId: session.userId.toHexString(), sessionGeneration: session.sessionGeneration, sessionId: id.toHexString(), refreshToken: next };
    }
    if (await this.remove({ _id: id, usedHashes: used })) this.logger.warn('A refresh token was used twice: its session is ended');
    return undefined;
  }

  async end(token: string): Promise<void> {
    const id = sessionOf(token);
    if (id !== undefined) await this.remove({ _id: id, tokenHash: hashOf(token) });
  }

  async endAll(userId: string): Promise<void> {
    await this.model.deleteMany({ userId: new Types.ObjectId(userId) });
  }

  private async remove(session: Pick<SessionRecord, '_id'> & { tokenHash?: string; usedHashes?: string }): Promise<boolean> {
    const { deletedCount } = await this.model.deleteOne(session);
    if (deletedCount > 0) this.live.delete(session._id.toHexString());
    return deletedCount > 0;
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
