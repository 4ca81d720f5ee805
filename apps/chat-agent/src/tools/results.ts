import { z } from 'zod';

/** What tools answer, compact: prices are texts with the currency's sign, as people read them. */
export const failedResultSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), suggestions: z.array(z.string()).optional() }),
});

export const restaurantCardSchema = z.object({
  name: z.string(),
  area: z.string(),
  cuisine: z.string(),
  rating: z.number().optional(),
  open_now: z.boolean(),
  /** Local time of the next opening, while it is closed. */
  opens_at: z.string().optional(),
});

export const restaurantsResultSchema = z.object({ restaurants: z.array(restaurantCardSchema), total: z.number() });

export const itemMatchesResultSchema = z.object({
  item_name: z.string(),
  matches: z.array(z.object({ restaurant: z.string(), open_now: z.boolean(), items: z.array(z.object({ name: z.string(), price: z.string() })) })),
});

export const menuResultSchema = z.object({
  restaurant: z.string(),
  open_now: z.boolean(),
  opens_at: z.string().optional(),
  items: z.array(
    z.object({
      name: z.string(),
      price: z.string(),
      category: z.string().optional(),
      description: z.string().optional(),
      dietary: z.array(z.string()).optional(),
      options: z.array(z.string()).optional(),
      sold_out: z.boolean().optional(),
    }),
  ),
  options: z.array(z.object({ id: z.string(), name: z.string(), required: z.boolean(), choices: z.array(z.string()) })),
});

export const openingHoursResultSchema = z.object({
  restaurant: z.string(),
  open_now: z.boolean(),
  opens_at: z.string().optional(),
  hours: z.array(z.object({ days: z.string(), opens: z.string(), closes: z.string() })),
});

/** A choice that the order still lacks, or has too many of. */
export const missingChoiceSchema = z.object({
  /** Set where too many were chosen; `choices` are those. */
  at_most: z.number().optional(),
  line: z.number(),
  item: z.string(),
  group_id: z.string(),
  group: z.string(),
  choices: z.array(z.string()),
});

export const orderResultSchema = z.object({
  restaurant: z.string().optional(),
  lines: z.array(z.object({ line: z.number(), quantity: z.number(), item: z.string(), options: z.array(z.string()) })),
  missing: z.array(missingChoiceSchema),
});

export const preparedResultSchema = z.object({
  /** Shown to the person as it stands. */
  summary: z.string(),
  restaurant: z.string(),
  total: z.string(),
  /** Local time for which a closed restaurant takes the order. */
  scheduled_for: z.string().optional(),
  logged_in: z.boolean(),
});

export const orderCardSchema = z.object({
  order_id: z.string(),
  restaurant: z.string(),
  status: z.string(),
  total: z.string(),
  /** With their choices, and what the kitchen was told: "2 × Masala Dosa, Large (note: no onion)". */
  items: z.array(z.string()),
  /** Local time. */
  ordered: z.string(),
  scheduled_for: z.string().optional(),
});

export const ordersResultSchema = z.object({ orders: z.array(orderCardSchema), total: z.number() });

export const cancelledPendingResultSchema = z.object({ cancelled: z.boolean() });

export const accountResultSchema = z.object({
  /** Undefined where it is not known yet, or looks like a password and may be one. */
  username: z.string().optional(),
  /** Nothing happened yet: the person is asked for this. A password is seen by no model. */
  needed: z.enum(['username', 'email', 'password']).optional(),
  registered: z.boolean().optional(),
});

export const reviewsResultSchema = z.object({
  restaurant: z.string().optional(),
  reviews: z.array(z.object({ restaurant: z.string(), username: z.string(), rating: z.number(), comment: z.string() })),
  total: z.number(),
  average: z.number().optional(),
});

export const reviewStatsResultSchema = z.object({ restaurant: z.string(), total: z.number(), average: z.number(), ratings: z.record(z.string(), z.number()) });

export const addedReviewResultSchema = z.object({ restaurant: z.string(), rating: z.number() });

export const recommendationsResultSchema = z.object({
  dishes: z.array(z.object({ item: z.string(), restaurant: z.string(), price: z.string(), rating: z.number().optional(), open_now: z.boolean() })),
  dietary: z.string().optional(),
  category: z.string().optional(),
  /** A price was the limit. */
  limited: z.boolean().optional(),
});

export const profileResultSchema = z.object({ username: z.string(), email: z.string(), orders: z.number() });
