import { Schema, type Types } from 'mongoose';
import { requireFields } from '../database/required-fields';

/** One login that can be renewed: the chain of its refresh tokens, of which only the last one counts. */
export interface SessionRecord {
  _id: Types.ObjectId;
  userId: Types.ObjectId;
  /** The user's when the login began: it ends with that. */
  sessionGeneration: number;
  /** SHA-256 of the token that is good now. */
  tokenHash: string;
  /** Of the last tokens before it: one that comes back was stolen, or its owner's was. */
  usedHashes: string[];
  expiresAt: Date;
}

export const SESSIONS = 'sessions';

export const sessionSchema = new Schema<SessionRecord>(
  { userId: Schema.Types.ObjectId, sessionGeneration: Number, tokenHash: String, usedHashes: [String], expiresAt: Date },
  { collection: SESSIONS, versionKey: false, strict: 'throw' },
);
requireFields(sessionSchema);

sessionSchema.index({ userId: 1 });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
