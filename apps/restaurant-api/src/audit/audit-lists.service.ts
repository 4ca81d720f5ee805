import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AuditEntry, AuditQuery } from '@foodie-express/contracts';
import type { Model } from 'mongoose';
import { after, type Page, pageOf } from '../http/cursor';
import { AUDIT, type AuditRecord } from './audit.schema';

/** Reads the audit trail. */
@Injectable()
export class AuditListsService {
  constructor(@InjectModel(AUDIT) private readonly model: Model<AuditRecord>) {}

  /** Newest first. */
  async page({ kind, subject_id, username, limit, cursor }: Omit<AuditQuery, 'format'>): Promise<Page<AuditEntry>> {
    const filter = {
      ...(kind !== undefined && { 'subject.kind': kind }),
      ...(subject_id !== undefined && { 'subject.id': subject_id }),
      ...(username !== undefined && { 'by.username': username }),
      ...after(cursor, 'at'),
    };
    const records = await this.model
      .find(filter)
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean<AuditRecord[]>();
    return pageOf(records, limit, ({ at, _id }) => ({ at, id: _id }), auditAnswer);
  }
}

function auditAnswer({ _id, at, action, subject, by, before, after: young, requestId }: AuditRecord): AuditEntry {
  return { id: _id.toHexString(), at: at.toISOString(), action, subject, by, before: before ?? null, after: young ?? null, request_id: requestId };
}
