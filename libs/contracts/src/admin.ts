import { z } from 'zod';
import { cursorQuerySchema, documentIdSchema, timestampSchema } from './field';
import { orderStatusSchema } from './order';
import { roleSchema, usernameSchema } from './user';

/** `GET /admin/stats`. Cancelled orders bring no revenue; days are in UTC. */
export const adminStatsSchema = z.object({
  total_restaurants: z.number().int(),
  total_users: z.number().int(),
  total_orders: z.number().int(),
  total_reviews: z.number().int(),
  orders_by_status: z.partialRecord(orderStatusSchema, z.number().int()),
  revenue: z.array(z.object({ currency: z.string(), total: z.number(), today: z.number() })),
  orders_today: z.number().int(),
  /** Who ordered in the last 30 days. */
  active_users: z.number().int(),
  /** Of all reviews; null while there are none. */
  average_rating: z.number().nullable(),
});

export const adminUserQuerySchema = cursorQuerySchema.extend({ role: roleSchema.optional().describe('Only those with this role.') });

export const auditKindSchema = z.enum(['order', 'restaurant', 'user']);

export const auditActionSchema = z.enum([
  'order.placed',
  'order.status',
  'restaurant.created',
  'restaurant.changed',
  'restaurant.removed',
  'user.role',
]);

/** `format=csv` gives up to 10,000 entries as a file. */
export const auditQuerySchema = cursorQuerySchema.extend({
  kind: auditKindSchema.optional().describe('Only changes of orders, restaurants or users.'),
  action: auditActionSchema.optional().describe('Only changes of this kind.'),
  subject_id: documentIdSchema.optional().describe('Only changes of the order, the restaurant or the user with this id.'),
  username: usernameSchema.optional().describe('Only changes by this user.'),
  from: timestampSchema.optional().describe('Only changes at this time or later.'),
  to: timestampSchema.optional().describe('Only changes before this time.'),
  format: z.enum(['json', 'csv']).default('json').describe('A list, or a file of at most 10,000 lines, whatever `limit` says.'),
});

/** One change; `before` and `after` hold what differs. */
export const auditEntrySchema = z.object({
  id: z.string(),
  at: timestampSchema,
  action: auditActionSchema,
  subject: z.object({ kind: auditKindSchema, id: z.string(), name: z.string() }),
  by: z.object({ id: z.string(), username: z.string(), role: roleSchema }),
  before: z.unknown(),
  after: z.unknown(),
  request_id: z.string(),
});

export type AdminStats = z.infer<typeof adminStatsSchema>;
export type AdminUserQuery = z.infer<typeof adminUserQuerySchema>;
export type AuditAction = z.infer<typeof auditActionSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditEntry = z.infer<typeof auditEntrySchema>;
