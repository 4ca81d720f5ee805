import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Order, OrderInput } from '@foodie-express/contracts';
import { ValidationError } from '@foodie-express/error-messages';
import type { RequestContext } from '@foodie-express/request-context';
import type { Idempotency } from '@foodie-express/restaurant-data';
import mongoose, { type Model, Types } from 'mongoose';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { isDuplicateKey } from '../database/duplicate-key';
import { CLOCK, type Clock, REQUEST_CONTEXT } from '../platform/tokens';
import { orderAnswer } from './order-answer';
import { type OrderRecord, ORDERS } from './order.schema';
import { QuotesService } from './quotes.service';

/** How long an idempotency key stands for its order; later the same key may make another. */
const KEY_LIFETIME_MS = 24 * 60 * 60 * 1_000;

export interface PlacedOrder {
  readonly order: Order;
  /** False where the same request had made it before. */
  readonly isNew: boolean;
}

/** Places orders. */
@Injectable()
export class OrdersService {
  constructor(
    @InjectModel(ORDERS) private readonly model: Model<OrderRecord>,
    private readonly quotes: QuotesService,
    @Inject(REQUEST_CONTEXT) private readonly context: RequestContext,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Places an order, once for each idempotency key of a user: the order is one document with its key, and a unique index decides.
   * @throws what a quote throws; ValidationError where the key was used for another order
   */
  async place(user: AuthenticatedUser, input: OrderInput, key: string | undefined): Promise<PlacedOrder> {
    const idempotency = key === undefined ? undefined : { key, bodyHash: hashOf(input) };
    try {
      return await this.insert(user, input, idempotency);
    } catch (error) {
      // Almost every request is the first with its key, so the key is asked about only where the order was refused: as a repeated
      // one by the index, or by a menu, a price or an hour that has changed since the first.
      const earlier = idempotency === undefined ? undefined : await this.findByKey(user, idempotency);
      if (earlier !== undefined) return { order: earlier, isNew: false };
      // The key was an old order's, which has given it back.
      if (idempotency !== undefined && isDuplicateKey(error)) return this.place(user, input, key);
      throw error;
    }
  }

  private async insert(user: AuthenticatedUser, input: OrderInput, idempotency: Idempotency | undefined): Promise<PlacedOrder> {
    const quote = await this.quotes.quote(input);
    const record: OrderRecord = { _id: new Types.ObjectId(), ...quote, ...this.placedBy(user), ...(idempotency !== undefined && { idempotency }) };
    // By the driver itself: every field is made above, and Mongoose would take longer over its copy than the database over the insert.
    await this.model.collection.insertOne(record, { ignoreUndefined: true });
    return { order: orderAnswer(record), isNew: true };
  }

  private placedBy({ id, username, role }: AuthenticatedUser) {
    const now = this.clock();
    const change = { from: null, to: 'placed' as const, at: now, by: { id, username, role }, requestId: this.context.requestId ?? '-' };
    return { userId: new Types.ObjectId(id), username, status: change.to, placedAt: now, history: [change] };
  }

  /** The order that this key has made in the last 24 hours; an older one gives the key back. */
  private async findByKey({ id }: AuthenticatedUser, idempotency: Idempotency): Promise<Order | undefined> {
    const byKey = { userId: new Types.ObjectId(id), 'idempotency.key': idempotency.key };
    const record = await this.model.findOne(byKey).lean<OrderRecord>();
    if (record === null) return undefined;
    const limit = new Date(this.clock().getTime() - KEY_LIFETIME_MS);
    if (record.placedAt <= limit) {
      await this.model.updateOne({ ...byKey, placedAt: mongoose.trusted({ $lte: limit }) }, { $unset: { idempotency: 1 } });
      return undefined;
    }
    if (record.idempotency?.bodyHash === idempotency.bodyHash) return orderAnswer(record);
    throw new ValidationError([{ path: 'Idempotency-Key', message: 'should be a new one: it was used for another order' }]);
  }
}

/** Of what the order means: the validated body, which has its fields in the order of the schema. */
function hashOf(input: OrderInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}
