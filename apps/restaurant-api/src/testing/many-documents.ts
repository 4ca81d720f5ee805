import type { Role } from '@foodie-express/contracts';
import { Types } from 'mongoose';
import { AUDIT } from '../audit/audit.schema';
import { ORDERS } from '../orders/order.schema';
import { REVIEWS } from '../reviews/review.schema';
import { USERS } from '../users/user.schema';

/** How many documents there are of each kind; each user has written one review. */
export interface Amounts {
  readonly orders: number;
  readonly users: number;
  readonly audit: number;
}

const MINUTE_MS = 60_000;

/** The last orders, by time the first, are in a state that no other is in: what a question for it may not do is to look at all. */
const RARE = 30;

/** What a busy platform has in its database, made up one by one. The last document of each kind is the newest, of this minute. */
export class ManyDocuments {
  private readonly userIds: readonly Types.ObjectId[];

  constructor(
    private readonly amounts: Amounts,
    private readonly restaurantIds: readonly Types.ObjectId[],
    private readonly now: Date,
  ) {
    this.userIds = Array.from({ length: amounts.users }, () => new Types.ObjectId());
  }

  /** Name, amount, and what makes each document of a collection. */
  collections(): readonly (readonly [string, number, (index: number) => Record<string, unknown>])[] {
    return [
      [USERS, this.amounts.users, (index) => this.user(index)],
      [ORDERS, this.amounts.orders, (index) => this.order(index)],
      [REVIEWS, this.amounts.users, (index) => this.review(index)],
      [AUDIT, this.amounts.audit, (index) => this.auditEntry(index)],
    ];
  }

  get people(): Readonly<Record<Role, Types.ObjectId>> {
    return { user: this.userId(0), staff: this.userId(1), admin: this.userId(2) };
  }

  private user(index: number) {
    const name = `user-${index}`;
    const role = index === 1 ? 'staff' : index === 2 ? 'admin' : 'user';
    const createdAt = this.minutesAgo(this.amounts.users - index);
    const staffOf = role === 'staff' ? { restaurantId: this.restaurantId(0) } : {};
    return { _id: this.userId(index), username: name, usernameKey: name, email: `${name}@x.org`, emailKey: `${name}@x.org`, passwordHash: '-', role, ...staffOf, sessionGeneration: 0, createdAt, updatedAt: createdAt };
  }

  private order(index: number) {
    const placedAt = this.minutesAgo(this.amounts.orders - index);
    const status = index < RARE ? 'ready' : (['placed', 'confirmed', 'delivered', 'cancelled'] as const)[index % 4];
    const by = { id: this.userId(index).toHexString(), username: `user-${index % this.amounts.users}`, role: 'user' };
    return {
      userId: this.userId(index),
      username: by.username,
      restaurantId: this.restaurantId(index),
      restaurantName: 'Somewhere',
      status,
      currency: 'INR',
      lines: [],
      subtotal: 100,
      total: 100,
      tax: null,
      scheduledFor: null,
      placedAt,
      history: [{ from: null, to: 'placed', at: placedAt, by, requestId: `order-${index}` }],
      idempotency: { key: `key-${index}`, bodyHash: 'x' },
    };
  }

  private review(index: number) {
    return {
      restaurantId: this.restaurantId(0),
      restaurantName: 'Somewhere',
      userId: this.userId(index),
      username: `user-${index}`,
      rating: (index % 5) + 1,
      comment: 'As it should be.',
      createdAt: this.minutesAgo(this.amounts.users - index),
      isVerifiedPurchase: true,
      helpfulCount: 0,
      helpfulTo: [],
    };
  }

  private auditEntry(index: number) {
    const [kind, action] = index < RARE ? ['user', 'user.role'] : ['order', 'order.status'];
    return {
      at: this.minutesAgo(this.amounts.audit - index),
      by: { id: this.userId(2).toHexString(), username: 'user-2', role: 'admin' },
      action,
      subject: { kind, id: this.userId(index).toHexString(), name: 'Somewhere' },
      before: { status: 'placed' },
      after: { status: 'confirmed' },
      requestId: `entry-${index}`,
    };
  }

  private userId(index: number): Types.ObjectId {
    return this.userIds[index % this.userIds.length] ?? new Types.ObjectId();
  }

  private restaurantId(index: number): Types.ObjectId {
    return this.restaurantIds[index % this.restaurantIds.length] ?? new Types.ObjectId();
  }

  private minutesAgo(minutes: number): Date {
    return new Date(this.now.getTime() - minutes * MINUTE_MS);
  }
}
