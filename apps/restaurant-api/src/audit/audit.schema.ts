import type { Role } from '@foodie-express/contracts';
import { Schema, type Types } from 'mongoose';
import { requireFields } from '../database/required-fields';

export const subjectKinds = ['order', 'restaurant', 'user'] as const;

/** What was changed. */
export interface AuditSubject {
  kind: (typeof subjectKinds)[number];
  id: string;
  /** What people call it. */
  name: string;
}

/** One change of an order, a restaurant or a role; `before` and `after` hold what differs, in the words of the wire. */
export interface AuditRecord {
  _id: Types.ObjectId;
  at: Date;
  by: { id: string; username: string; role: Role };
  action: string;
  subject: AuditSubject;
  before: unknown;
  after: unknown;
  requestId: string;
}

export const AUDIT = 'audit';

export const auditSchema = new Schema<AuditRecord>(
  {
    at: Date,
    by: { id: String, username: String, role: String },
    action: String,
    subject: { kind: String, id: String, name: String },
    before: Schema.Types.Mixed,
    after: Schema.Types.Mixed,
    requestId: String,
  },
  { collection: AUDIT, versionKey: false, strict: 'throw', minimize: false },
);
requireFields(auditSchema, { except: ['before', 'after'] });

auditSchema.index({ at: -1, _id: -1 });
auditSchema.index({ 'subject.kind': 1, at: -1, _id: -1 });
auditSchema.index({ 'subject.id': 1, at: -1, _id: -1 });
auditSchema.index({ 'by.username': 1, at: -1, _id: -1 });
