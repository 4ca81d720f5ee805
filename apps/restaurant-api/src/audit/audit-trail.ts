import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { RequestContext } from '@foodie-express/request-context';
import { type Connection, Types } from 'mongoose';
import { isDuplicateKey } from '../database/duplicate-key';
import { CLOCK, type Clock, REQUEST_CONTEXT } from '../platform/tokens';
import { AUDIT, type AuditAuthor, type Audited, type AuditRecord } from './audit.schema';

export type AuditedChange = Pick<AuditRecord, 'action' | 'subject' | 'before' | 'after'>;

/** Documents that one look at what was left behind takes at once. */
const PORTION = 100;

/**
 * Keeps who changed what, when, and by which request. An entry is written into the changed document's `outbox` by the very update
 * that makes the change, so that neither stands without the other, wherever a process dies. From there it is copied into the trail
 * under its own id and then taken out: at once, or by whoever next looks for what was left behind. Any number may do so together.
 */
@Injectable()
export class AuditTrail {
  private readonly logger = new Logger('audit');

  constructor(
    @InjectConnection() private readonly connection: Connection,
    @Inject(REQUEST_CONTEXT) private readonly context: RequestContext,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The entry for a change that is about to be made: to be pushed to `outbox` with it. */
  entry({ id, username, role }: AuditAuthor, change: AuditedChange): AuditRecord {
    return { _id: new Types.ObjectId(), ...change, at: this.clock(), by: { id, username, role }, requestId: this.context.requestId ?? '-' };
  }

  /** Brings the entries of a document that was just changed into the trail. The change stands: a failure is left to `relayLeftBehind`. */
  async relay(collection: string, changed: Audited): Promise<void> {
    try {
      await this.deliver(collection, changed);
    } catch (error) {
      this.logger.warn(`Entries of ${collection} wait for the next look: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Brings every entry that waits into the trail. Those of changes that are being made at this moment may be among them. */
  async relayLeftBehind(): Promise<void> {
    for (const { schema, collection } of Object.values(this.connection.models)) {
      if ('outbox' in schema.paths) await this.relayAll(collection.name);
    }
  }

  private async relayAll(collection: string): Promise<void> {
    const waiting = { 'outbox.at': { $gte: new Date(0) } };
    for (;;) {
      const left = await this.connection.collection<Audited>(collection).find(waiting, { projection: { outbox: 1 }, limit: PORTION }).toArray();
      for (const document of left) await this.deliver(collection, document);
      if (left.length < PORTION) return;
    }
  }

  /** An outbox only grows until it is emptied whole: its first entry and its length tell whether it is still the one that was read. */
  private async deliver(collection: string, { _id, outbox = [] }: Audited): Promise<void> {
    const [first] = outbox;
    if (first === undefined) return;
    for (const entry of outbox) await this.insertOnce(entry);
    await this.connection
      .collection<Audited>(collection)
      .updateOne({ _id, 'outbox.0._id': first._id, outbox: { $size: outbox.length } }, { $unset: { outbox: 1 } });
  }

  private async insertOnce(entry: AuditRecord): Promise<void> {
    try {
      await this.connection.collection<AuditRecord>(AUDIT).insertOne(entry);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
