import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AuditQuery } from '@foodie-express/contracts';
import mongoose, { type Model, Types } from 'mongoose';
import type { AuditRecord } from '../../audit/audit.schema';
import { after, type Span } from '../../http/cursor';
import { orderAnswer } from '../../orders/order-answer';
import { type OrderRecord, ORDERS } from '../../orders/order.schema';
import { type UserRecord, USERS } from '../../users/user.schema';

/** What an entry must be to be listed. */
export type AuditFilter = Omit<AuditQuery, 'format' | 'limit'>;

/**
 * The audit entries of placed orders. An order is its own entry: who placed it, when and by which request stand in its history from
 * its first moment on, so nothing more is written when one is placed.
 */
@Injectable()
export class PlacedOrders {
  constructor(
    @InjectModel(ORDERS) private readonly orders: Model<OrderRecord>,
    @InjectModel(USERS) private readonly users: Model<UserRecord>,
  ) {}

  /** Newest first. */
  async newest({ kind = 'order', action = 'order.placed', subject_id, username, cursor }: AuditFilter, span: Span, limit: number): Promise<AuditRecord[]> {
    if (kind !== 'order' || action !== 'order.placed') return [];
    const userId = username === undefined ? undefined : await this.userId(username);
    if (userId === null) return [];
    const records = await this.orders
      .find({
        ...(userId !== undefined && { userId }),
        ...(subject_id !== undefined && { _id: new Types.ObjectId(subject_id) }),
        ...after(cursor, 'placedAt', span),
      })
      .sort({ placedAt: -1, _id: -1 })
      .limit(limit)
      .lean<OrderRecord[]>();
    return records.map(entryOf);
  }

  private async userId(username: string): Promise<Types.ObjectId | null> {
    const keys = mongoose.trusted({ $in: [username, username.toLowerCase()] });
    const user = await this.users.findOne({ usernameKey: keys, username }, { _id: 1 }).lean<Pick<UserRecord, '_id'>>();
    return user?._id ?? null;
  }
}

/** Of orders taken over from another service the history may not tell who placed them. */
function entryOf(order: OrderRecord): AuditRecord {
  const { _id, placedAt, userId, username, restaurantName, history } = order;
  const { items, total_price, currency } = orderAnswer(order);
  const placing = history.find(({ from }) => from === null);
  return {
    _id,
    at: placedAt,
    by: placing?.by ?? { id: userId.toHexString(), username, role: 'user' },
    action: 'order.placed',
    subject: { kind: 'order', id: _id.toHexString(), name: restaurantName },
    before: null,
    after: { status: 'placed', items, total_price, currency },
    requestId: placing?.requestId ?? '-',
  };
}
