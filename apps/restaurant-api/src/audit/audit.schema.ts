import { type AuditAction, auditKindSchema, type Role } from '@foodie-express/contracts';
import { Schema, type Types } from 'mongoose';
import type { z } from 'zod';
import { requireFields } from '../database/required-fields';

/** What was changed. */
export interface AuditSubject {
  kind: z.infer<typeof auditKindSchema>;
  id: string;
  /** What people call it. */
  name: string;
}

/** Who made a change, as they were then. */
export interface AuditAuthor {
  id: string;
  username: string;
  role: Role;
}

/** One change of an order, a restaurant or a role; `before` and `after` hold what differs, in the words of the wire. */
export interface AuditRecord {
  _id: Types.ObjectId;
  at: Date;
  by: AuditAuthor;
  action: AuditAction;
  subject: AuditSubject;
  before: unknown;
  after: unknown;
  requestId: string;
}

/** A document whose changes are audited: its latest entries wait in it until they stand in the trail. */
export interface Audited {
  _id: Types.ObjectId;
  /** Absent where none waits. */
  outbox?: AuditRecord[] | undefined;
}

export const AUDIT = 'audit';

const fields = {
  _id: Schema.Types.ObjectId,
  at: Date,
  by: { id: String, username: String, role: String },
  action: String,
  subject: { kind: String, id: String, name: String },
  before: Schema.Types.Mixed,
  after: Schema.Types.Mixed,
  requestId: String,
};

export const auditSchema = new Schema<AuditRecord>(fields, { collection: AUDIT, versionKey: false, strict: 'throw', minimize: false });
requireFields(auditSchema, { except: ['before', 'after'] });

/** All entries, and those that each filter leaves, newest first. Few changes are made of one subject: its other filters need no index. */
const newestFirst = { at: -1, _id: -1 } as const;
auditSchema.index(newestFirst);
auditSchema.index({ 'subject.kind': 1, ...newestFirst });
auditSchema.index({ action: 1, ...newestFirst });
auditSchema.index({ 'subject.id': 1, ...newestFirst });
auditSchema.index({ 'by.username': 1, ...newestFirst });
auditSchema.index({ 'by.username': 1, 'subject.kind': 1, ...newestFirst });
auditSchema.index({ 'by.username': 1, action: 1, ...newestFirst });

/** An entry that waits in the `outbox` of what was changed. */
export const waitingEntry = new Schema<AuditRecord>(fields, { versionKey: false, strict: 'throw', minimize: false });

/** Makes the `outbox` of a schema absent where no entry waits, and lets those that wait be found. */
export function prepareOutbox<Record extends Audited>(schema: Schema<Record>): void {
  schema.path('outbox').default(undefined);
  schema.index({ 'outbox.at': 1 }, { sparse: true });
}
