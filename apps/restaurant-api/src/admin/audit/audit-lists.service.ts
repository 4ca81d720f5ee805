import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AuditEntry } from '@foodie-express/contracts';
import type { Model } from 'mongoose';
import { AUDIT, type AuditRecord } from '../../audit/audit.schema';
import { after, cursorOf, type Page, pageOf, type Position, type Span } from '../../http/cursor';
import { type AuditFilter, PlacedOrders } from './placed-orders';

/** Entries of restaurants hold whole menus: few are read at a time. */
const PORTION = 100;

/** Reads the audit trail: what was changed, and what was ordered. */
@Injectable()
export class AuditListsService {
  constructor(
    @InjectModel(AUDIT) private readonly model: Model<AuditRecord>,
    private readonly placedOrders: PlacedOrders,
  ) {}

  /** Newest first. */
  async page({ limit, ...filter }: AuditFilter & { limit: number }): Promise<Page<AuditEntry>> {
    return pageOf(await this.newest(filter, limit + 1), limit, positionOf, auditAnswer);
  }

  /** Newest first, in portions, read as they are asked for. */
  async *portions(filter: AuditFilter, limit: number): AsyncGenerator<AuditEntry[], void, undefined> {
    let { cursor } = filter;
    for (let left = limit; left > 0; left -= PORTION) {
      const records = await this.newest({ ...filter, cursor }, Math.min(left, PORTION));
      const last = records.at(-1);
      if (last === undefined) return;
      yield records.map(auditAnswer);
      cursor = cursorOf(positionOf(last));
    }
  }

  /** Of the trail and of the placed orders together: each is read as far as it may reach. */
  private async newest(filter: AuditFilter, limit: number): Promise<AuditRecord[]> {
    const span: Span = { ...(filter.from !== undefined && { $gte: new Date(filter.from) }), ...(filter.to !== undefined && { $lt: new Date(filter.to) }) };
    const [changes, orders] = await Promise.all([this.changes(filter, span, limit), this.placedOrders.newest(filter, span, limit)]);
    return [...changes, ...orders].sort(newestFirst).slice(0, limit);
  }

  private changes({ kind, action, subject_id, username, cursor }: AuditFilter, span: Span, limit: number): Promise<AuditRecord[]> {
    const filter = {
      ...(kind !== undefined && { 'subject.kind': kind }),
      ...(action !== undefined && { action }),
      ...(subject_id !== undefined && { 'subject.id': subject_id }),
      ...(username !== undefined && { 'by.username': username }),
      ...after(cursor, 'at', span),
    };
    return this.model.find(filter).sort({ at: -1, _id: -1 }).limit(limit).lean<AuditRecord[]>();
  }
}

function positionOf({ at, _id }: AuditRecord): Position {
  return { at, id: _id };
}

function newestFirst(a: AuditRecord, b: AuditRecord): number {
  return b.at.getTime() - a.at.getTime() || (a._id.toHexString() < b._id.toHexString() ? 1 : -1);
}

function auditAnswer({ _id, at, action, subject, by, before, after: young, requestId }: AuditRecord): AuditEntry {
  return { id: _id.toHexString(), at: at.toISOString(), action, subject, by, before: before ?? null, after: young ?? null, request_id: requestId };
}
