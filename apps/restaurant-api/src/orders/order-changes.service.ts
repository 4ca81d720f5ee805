import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Order, OrderStatus } from '@foodie-express/contracts';
import { ConflictError } from '@foodie-express/error-messages';
import { isValidObjectId, type Model } from 'mongoose';
import { AuditTrail } from '../audit/audit-trail';
import type { AuthenticatedUser } from '../auth/authenticated-user';
import { orderNotFound, requireManager, requireOwner } from './order-access';
import { orderAnswer } from './order-answer';
import { canFollow, canOwnerCancel, nextStates } from './order-states';
import { type OrderRecord, ORDERS } from './order.schema';

/** Moves orders from state to state. */
@Injectable()
export class OrderChangesService {
  constructor(
    @InjectModel(ORDERS) private readonly model: Model<OrderRecord>,
    private readonly audit: AuditTrail,
  ) {}

  /** By who ordered. @throws NotFoundError, ForbiddenError, ConflictError once it is being prepared */
  async cancel(user: AuthenticatedUser, id: string): Promise<Order> {
    return this.change(user, id, 'cancelled', (order) => {
      requireOwner(user, order);
      if (!canOwnerCancel(order.status)) throw new ConflictError(`The order is ${spoken(order.status)} and can no longer be cancelled`);
    });
  }

  /** By the restaurant. @throws NotFoundError, ForbiddenError, ConflictError for a step that cannot follow */
  async setStatus(user: AuthenticatedUser, id: string, status: OrderStatus): Promise<Order> {
    return this.change(user, id, status, (order) => {
      requireManager(user, order);
      if (!canFollow(order.status, status)) throw new ConflictError(refusal(order.status, status));
    });
  }

  /** Checks and writes against the same state: where somebody else was faster, what they made of it is checked anew. */
  private async change(user: AuthenticatedUser, id: string, to: OrderStatus, check: (order: OrderRecord) => void): Promise<Order> {
    if (!isValidObjectId(id)) throw orderNotFound(id);
    for (;;) {
      const order = await this.model.findById(id).lean<OrderRecord>();
      if (order === null) throw orderNotFound(id);
      check(order);
      const entry = this.audit.entry(user, {
        action: 'order.status',
        subject: { kind: 'order', id: order._id.toHexString(), name: order.restaurantName },
        before: { status: order.status },
        after: { status: to },
      });
      const { at, by, requestId } = entry;
      const change = { from: order.status, to, at, by, requestId };
      const changed = await this.model
        .findOneAndUpdate({ _id: order._id, status: order.status }, { $set: { status: to }, $push: { history: change, outbox: entry } }, { returnDocument: 'after' })
        .lean<OrderRecord>();
      if (changed === null) continue;
      await this.audit.relay(ORDERS, changed);
      return orderAnswer(changed);
    }
  }
}

function refusal(from: OrderStatus, to: OrderStatus): string {
  const states = nextStates(from);
  const ways = states.length === 0 ? 'it is over' : `next may come ${states.join(', ')}`;
  return `An order that is ${from} cannot become ${to}: ${ways}`;
}

function spoken(status: OrderStatus): string {
  return status === 'preparing' ? 'being prepared' : status.replaceAll('_', ' ');
}
