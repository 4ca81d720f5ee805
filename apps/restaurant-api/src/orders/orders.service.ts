import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Order, OrderInput } from '@foodie-express/contracts';
import { ForbiddenError, NotFoundError, ValidationError } from '@foodie-express/error-messages';
import type { RequestContext } from '@foodie-express/request-context';
import { type Model, Types } from 'mongoose';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { isDuplicateKey } from '../database/duplicate-key';
import { type Clock, CLOCK, REQUEST_CONTEXT } from '../platform/tokens';
import { orderAnswer } from './order-answer';
import { type Idempotency, type OrderRecord, ORDERS } from './order.schema';
import { QuotesService } from './quotes.service';

export interface PlacedOrder {
  readonly order: Order;
  /** False where the same request had made it before. */
  readonly isNew: boolean;
}

@Injectable()
export class OrdersService {
  constructor(
    @InjectModel(ORDERS) private readonly model: Model<OrderRecord>,
    private readonly quotes: QuotesService,
    @Inject(REQUEST_CONTEXT) private readonly context: RequestContext,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Places an order, once for each idempotency key of a user.
   * @throws what a quote throws; ValidationError where the key was used for another order
   */
  async place(user: AuthenticatedUser, input: OrderInput, key: string | undefined): Promise<PlacedOrder> {
    const idempotency = key === undefined ? undefined : { key, bodyHash: hashOf(input) };
    const earlier = await this.findByKey(user, idempotency);
    if (earlier !== undefined) return { order: earlier, isNew: false };
    const quote = await this.quotes.quote(input);
    try {
      const record = await this.model.create({ ...quote, ...this.placedBy(user), idempotency });
      return { order: orderAnswer(record), isNew: true };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const winner = await this.findByKey(user, idempotency);
      if (winner === undefined) throw error;
      return { order: winner, isNew: false };
    }
  }

  /** A user's own orders, newest first. */
  async list(user: AuthenticatedUser, limit: number): Promise<Order[]> {
    const records = await this.model
      .find({ userId: new Types.ObjectId(user.id) })
      .sort({ placedAt: -1, _id: -1 })
      .limit(limit)
      .lean<OrderRecord[]>();
    return records.map(orderAnswer);
  }

  /** @throws NotFoundError, ForbiddenError for another's */
  async one(user: AuthenticatedUser, id: string): Promise<Order> {
    const record = Types.ObjectId.isValid(id) ? await this.model.findById(id).lean<OrderRecord>() : null;
    if (record === null) throw new NotFoundError(`Order '${id}' not found`);
    if (record.userId.toHexString() !== user.id && user.role !== 'admin') throw new ForbiddenError('This is the order of somebody else.');
    return orderAnswer(record);
  }

  private placedBy({ id, username, role }: AuthenticatedUser) {
    const now = this.clock();
    const change = { from: null, to: 'placed' as const, at: now, by: { id, username, role }, requestId: this.context.requestId ?? '' };
    return { userId: new Types.ObjectId(id), username, status: change.to, placedAt: now, history: [change] };
  }

  private async findByKey(user: AuthenticatedUser, idempotency: Idempotency | undefined): Promise<Order | undefined> {
    if (idempotency === undefined) return undefined;
    const record = await this.model.findOne({ userId: new Types.ObjectId(user.id), 'idempotency.key': idempotency.key }).lean<OrderRecord>();
    if (record === null) return undefined;
    if (record.idempotency?.bodyHash !== idempotency.bodyHash) {
      throw new ValidationError([{ path: 'Idempotency-Key', message: 'should be a new one: it was used for another order' }]);
    }
    return orderAnswer(record);
  }
}

function hashOf(input: OrderInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}
