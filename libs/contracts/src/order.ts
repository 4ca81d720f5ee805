import { z } from 'zod';
import { cursorQuerySchema, documentIdSchema, menuIdSchema, nameSchema, NOTES_LENGTH, priceSchema, proseSchema, timestampSchema } from './field';

export const MAX_LINES = 50;
export const MAX_QUANTITY = 100;

export const qualifierSchema = z.enum(['light', 'extra']);

/** A modifier of a line, in the words of the menu: which choice of which group, and how. Absent means plain, wanted, once. */
export const orderOptionSchema = z.strictObject({
  group_id: menuIdSchema,
  choice_id: menuIdSchema,
  qualifier: qualifierSchema.optional(),
  negated: z.boolean().optional(),
  count: z.number().min(1).max(20).int().optional(),
});

/** One line of an order as a client asks for it. A `price` is the unit price the client believes in: it is checked, never used. */
export const orderItemSchema = z.strictObject({
  item_name: nameSchema,
  quantity: z.number().min(1).max(MAX_QUANTITY).int(),
  options: z.array(orderOptionSchema).max(50).optional(),
  notes: proseSchema.max(NOTES_LENGTH).optional(),
  price: priceSchema.optional(),
});

/** Body of `POST /orders/` and `POST /orders/quote`. */
export const orderInputSchema = z.strictObject({
  restaurant_name: nameSchema,
  items: z.array(orderItemSchema).min(1).max(MAX_LINES),
});

/** Header `Idempotency-Key`. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9._:-]{1,128}$/, 'should be 1 to 128 of A-Z, a-z, 0-9, . _ : and -');

export const orderStatusSchema = z.enum(['placed', 'confirmed', 'preparing', 'ready', 'out_for_delivery', 'delivered', 'cancelled']);

export const pricedOptionSchema = orderOptionSchema.extend({ name: z.string(), price: z.number() });

/** All amounts are decimals in the order's currency. `unit_price` holds the options, `line_total` the quantity too. */
export const orderLineSchema = z.object({
  item_id: z.string(),
  item_name: z.string(),
  quantity: z.number().int(),
  base_price: z.number(),
  unit_price: z.number(),
  line_total: z.number(),
  options: z.array(pricedOptionSchema),
  notes: z.string().optional(),
});

export const taxAmountSchema = z.object({ name: z.string(), rate: z.number(), included_in_prices: z.boolean(), amount: z.number() });

/** Answer of `POST /orders/quote`: total_price = subtotal + tax.amount, or subtotal alone where the tax is included in prices. */
export const quoteSchema = z.object({
  restaurant_id: z.string(),
  restaurant_name: z.string(),
  currency: z.string(),
  lines: z.array(orderLineSchema),
  subtotal: z.number(),
  tax: taxAmountSchema.nullable(),
  total_price: z.number(),
  /** When the order would be prepared if the restaurant is closed now (ISO 8601 UTC); null while it is open. */
  scheduled_for: timestampSchema.nullable(),
});

/** Body of `PATCH /orders/{id}/status`. */
export const orderStatusInputSchema = z.strictObject({ status: orderStatusSchema });

/** Query of `GET /orders/`; `day` is a date in the restaurant's time zone where `restaurant` is given, else in UTC. */
export const orderQuerySchema = cursorQuerySchema.extend({
  status: orderStatusSchema.optional().describe('Only those in this state.'),
  restaurant: nameSchema.optional().describe('Only those at this restaurant, by its name or id.'),
  day: z.iso.date().optional().describe("Only those of this date, in the restaurant's time zone where one is named, else in UTC."),
});

/** Query of `GET /restaurants/{name}/orders`. */
export const restaurantOrderQuerySchema = orderQuerySchema.omit({ restaurant: true }).extend({
  day: z.iso.date().optional().describe("Only those of this date in the restaurant's time zone."),
});

/** Query of `GET /admin/orders`. */
export const adminOrderQuerySchema = orderQuerySchema.extend({ user_id: documentIdSchema.optional().describe('Only those of this user.') });

/** One change of an order's state, as `GET /orders/{id}/history` lists them, oldest first. `from` is null for the first. */
export const statusChangeSchema = z.object({
  from: orderStatusSchema.nullable(),
  to: orderStatusSchema,
  at: timestampSchema,
  by: z.object({ id: z.string(), username: z.string(), role: z.string() }),
  request_id: z.string(),
});

/** An order as the API answers it. `items` repeats the lines in the words of the Python service. */
export const orderSchema = quoteSchema.extend({
  id: z.string(),
  user_id: z.string(),
  username: z.string(),
  status: orderStatusSchema,
  order_date: timestampSchema,
  items: z.array(z.object({ item_name: z.string(), quantity: z.number().int(), price: z.number() })),
});

export type OrderOption = z.infer<typeof orderOptionSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;
export type OrderInput = z.infer<typeof orderInputSchema>;
export type OrderStatus = z.infer<typeof orderStatusSchema>;
export type OrderLine = z.infer<typeof orderLineSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type OrderQuery = z.infer<typeof orderQuerySchema>;
export type RestaurantOrderQuery = z.infer<typeof restaurantOrderQuerySchema>;
export type AdminOrderQuery = z.infer<typeof adminOrderQuerySchema>;
export type StatusChange = z.infer<typeof statusChangeSchema>;
export type Order = z.infer<typeof orderSchema>;
