import {
  collections,
  type Idempotency,
  type OrderDocument,
  type PricedLine,
  type PricedOption,
  type StatusChange,
  type TaxAmount,
} from '@foodie-express/restaurant-data';
import { Schema, type Types } from 'mongoose';
import { type Audited, prepareOutbox, waitingEntry } from '../audit/audit.schema';
import { requireFields } from '../database/required-fields';

export interface OrderRecord extends OrderDocument<Types.ObjectId>, Audited {
  _id: Types.ObjectId;
}

const option = new Schema<PricedOption>(
  {
    groupId: String,
    choiceId: String,
    name: String,
    price: Number,
    qualifier: String,
    negated: Boolean,
    count: Number,
  },
  { _id: false, id: false },
);
requireFields(option, { except: ['qualifier', 'negated', 'count'] });

const line = new Schema<PricedLine>(
  {
    itemId: String,
    itemName: String,
    quantity: Number,
    basePrice: Number,
    unitPrice: Number,
    lineTotal: Number,
    options: [option],
    notes: String,
  },
  { _id: false, id: false },
);
requireFields(line, { except: ['notes'] });

const tax = new Schema<TaxAmount>(
  {
    name: String,
    rate: Number,
    includedInPrices: Boolean,
    amount: Number,
  },
  { _id: false },
);
requireFields(tax);

const statusChange = new Schema<StatusChange>(
  {
    from: String,
    to: String,
    at: Date,
    by: { id: String, username: String, role: String },
    requestId: String,
  },
  { _id: false, id: false },
);
requireFields(statusChange, { except: ['from'] });

const idempotency = new Schema<Idempotency>({ key: String, bodyHash: String }, { _id: false });
requireFields(idempotency);

export const ORDERS = collections.orders;

export const orderSchema = new Schema<OrderRecord>(
  {
    userId: Schema.Types.ObjectId,
    username: String,
    restaurantId: Schema.Types.ObjectId,
    restaurantName: String,
    status: String,
    currency: String,
    lines: [line],
    subtotal: Number,
    tax: tax,
    total: Number,
    scheduledFor: Date,
    placedAt: Date,
    history: [statusChange],
    idempotency,
    outbox: [waitingEntry],
  },
  { collection: ORDERS, versionKey: false, strict: 'throw' },
);
prepareOutbox(orderSchema);
requireFields(orderSchema, { except: ['tax', 'scheduledFor', 'idempotency', 'outbox'] });

/** Two requests with one key make one order, however they race. */
orderSchema.index({ userId: 1, 'idempotency.key': 1 }, { unique: true, partialFilterExpression: { 'idempotency.key': { $exists: true } } });
/** A user's orders, newest first; `_id` tells apart those of one millisecond. They are few: what else is asked of them needs no index. */
export const ordersOfUser = { userId: 1, placedAt: -1, _id: -1 } as const;
orderSchema.index(ordersOfUser);
/** The same of all, of one restaurant, in one state, and in one state at one restaurant, for who runs them. */
orderSchema.index({ placedAt: -1, _id: -1 });
orderSchema.index({ restaurantId: 1, placedAt: -1, _id: -1 });
orderSchema.index({ status: 1, placedAt: -1, _id: -1 });
orderSchema.index({ restaurantId: 1, status: 1, placedAt: -1, _id: -1 });