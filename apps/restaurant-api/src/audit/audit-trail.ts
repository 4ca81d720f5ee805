import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { RequestContext } from '@foodie-express/request-context';
import type { Model } from 'mongoose';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { CLOCK, type Clock, REQUEST_CONTEXT } from '../platform/tokens';
import { AUDIT, type AuditRecord } from './audit.schema';

export type AuditedChange = Pick<AuditRecord, 'action' | 'subject' | 'before' | 'after'>;

/** Keeps who changed what, when, and by which request. */
@Injectable()
export class AuditTrail {
  constructor(
    @InjectModel(AUDIT) private readonly model: Model<AuditRecord>,
    @Inject(REQUEST_CONTEXT) private readonly context: RequestContext,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record({ id, username, role }: AuthenticatedUser, change: AuditedChange): Promise<void> {
    await this.model.create({ ...change, at: this.clock(), by: { id, username, role }, requestId: this.context.requestId ?? '-' });
  }
}
