import { randomBytes } from 'node:crypto';
import { orderItemSchema, quoteSchema } from '@foodie-express/contracts';
import { z } from 'zod';
import { accountFormSchema } from './account-form';

const orderLineSchema = z.object({
  itemId: z.string(),
  itemName: z.string(),
  quantity: z.number().int(),
  options: orderItemSchema.shape.options.unwrap(),
  notes: z.string().optional(),
});

/** The order that is being put together; nothing of it is priced or placed. */
const orderUnderWaySchema = z.object({ restaurantName: z.string(), lines: z.array(orderLineSchema) });

/** Whom the conversation acts for. The bearer token is sealed with SESSION_SECRET. */
const loginSchema = z.object({ userId: z.string(), username: z.string(), sealedToken: z.string() });

const stateSchema = z.object({
  /** Turns so far, this one included. */
  turn: z.number().int(),
  /** Changes with every login, and the session token with it. */
  nonce: z.string(),
  login: loginSchema.optional(),
  /** The account that was logged in last. It keeps the conversation to itself when its login ends: the history is still there. */
  owner: z.string().optional(),
  /** The client of the first turn. */
  client: z.string().optional(),
  /** That client has sent its session token back: until a login, the conversation is its alone. */
  isBound: z.boolean().optional(),
  order: orderUnderWaySchema.optional(),
  /** Of that order, from its first line until it is placed or dropped. */
  orderId: z.string().optional(),
  /** A login or a registration that is told step by step. */
  accountForm: accountFormSchema.optional(),
  /** Somebody was asked to log in: a name may come without a word for it. */
  isAskedToLogIn: z.boolean().optional(),
  /** The model's own. */
  memory: z.unknown().optional(),
});

/** A priced order on its way to the person's yes. */
export const pendingOrderSchema = z.object({
  /** The idempotency key of the order is made of it: the same as long as the order under way is shown with the same items and prices. */
  id: z.string(),
  /** The last turn whose reply showed it with its prices. */
  shownInTurn: z.number().int(),
  /** With the prices that were shown, which the API checks again. */
  items: z.array(orderItemSchema),
  quote: quoteSchema,
  /** Local time for which the restaurant, closed as it was, would prepare it. */
  preparedAt: z.string().optional(),
  /** When it was sent to the API, which never said what became of it. */
  attemptedAt: z.string().optional(),
});

export type OrderUnderWay = z.infer<typeof orderUnderWaySchema>;
export type UnderWayLine = z.infer<typeof orderLineSchema>;
export type Login = z.infer<typeof loginSchema>;
export type ConversationState = z.infer<typeof stateSchema>;
export type PendingOrder = z.infer<typeof pendingOrderSchema>;

/** What the session holds; a fresh state where it holds none, or one of an older version that no longer fits. */
export function readState(stored: unknown): ConversationState {
  const result = stateSchema.safeParse(stored);
  return result.success ? result.data : { turn: 0, nonce: newNonce() };
}

/** Undefined where none is stored, or one of an older version that no longer fits. */
export function readPendingOrder(stored: unknown): PendingOrder | undefined {
  const result = pendingOrderSchema.safeParse(stored);
  return result.success ? result.data : undefined;
}

/** Tells one client of a conversation from another. */
export function newClient(): string {
  return randomBytes(9).toString('base64url');
}

export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}
