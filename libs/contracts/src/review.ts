import { z } from 'zod';
import { nameSchema, proseSchema, timestampSchema, visibleLength } from './field';

const SHORTEST_COMMENT = 10;

const commentSchema = proseSchema
  .min(SHORTEST_COMMENT, { abort: true })
  .max(1_000)
  .refine((comment) => visibleLength(comment) >= SHORTEST_COMMENT, `should hold at least ${SHORTEST_COMMENT} characters that show`);

/** Body of `POST /restaurants/{name}/reviews`; the name is that of the path. */
export const reviewInputSchema = z.strictObject({
  restaurant_name: nameSchema,
  rating: z.number().int().min(1).max(5),
  comment: commentSchema,
});

/** Body of `PUT /reviews/{id}`: what is left out stays. */
export const reviewChangeSchema = reviewInputSchema
  .pick({ rating: true, comment: true })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'should hold a rating or a comment');

/** `comment` is text without markup: it may be shown as it is. */
export const reviewSchema = z.object({
  id: z.string(),
  restaurant_id: z.string(),
  restaurant_name: z.string(),
  user_id: z.string(),
  username: z.string(),
  rating: z.number().int(),
  comment: z.string(),
  review_date: timestampSchema,
  helpful_count: z.number().int(),
  is_verified_purchase: z.boolean(),
});

export const reviewStatsSchema = z.object({
  restaurant_name: z.string(),
  total_reviews: z.number().int(),
  /** 0 while there are none. */
  average_rating: z.number(),
  rating_distribution: z.record(z.enum(['1', '2', '3', '4', '5']), z.number().int()),
});

export type ReviewInput = z.infer<typeof reviewInputSchema>;
export type ReviewChange = z.infer<typeof reviewChangeSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type ReviewStats = z.infer<typeof reviewStatsSchema>;
