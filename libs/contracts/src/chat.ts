import { z } from 'zod';
import { quoteSchema } from './order';

export const MAX_MESSAGE_LENGTH = 4_000;

/** Who speaks: chosen by the client (a page's random id, a phone number), 1 to 128 characters. */
export const chatUserIdSchema = z.string().regex(/^[A-Za-z0-9._:@+-]{1,128}$/, 'should be 1 to 128 of A-Z, a-z, 0-9 and . _ : @ + -');

/** Body of `POST /chat` and `POST /chat/stream`. `history` of old clients is accepted and dropped: the session is the server's. */
export const chatRequestSchema = z
  .strictObject({
    user_id: chatUserIdSchema,
    message: z.string().max(MAX_MESSAGE_LENGTH),
    restaurant: z.string().trim().max(100).nullish(),
    history: z.unknown().optional(),
  })
  .transform(({ user_id, message, restaurant }) => ({ user_id, message, restaurant: restaurant ?? undefined }));

export const clearSessionRequestSchema = z.strictObject({ user_id: chatUserIdSchema });

export const chatResponseSchema = z.object({
  response: z.string(),
  request_id: z.string(),
  session_token: z.string(),
  /** The priced order that waits for the person's yes. */
  pending_order: quoteSchema.optional(),
  /** Short messages a page may offer as buttons. */
  suggestions: z.array(z.string()).optional(),
});

export const clearSessionResponseSchema = z.object({ status: z.literal('cleared'), message: z.string(), request_id: z.string() });

export type ChatRequest = z.infer<typeof chatRequestSchema>;
export type ChatResponse = z.infer<typeof chatResponseSchema>;
