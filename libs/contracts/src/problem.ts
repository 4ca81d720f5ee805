import { z } from 'zod';

/** Where a body, query or header does not fit: `items.0.quantity`, and what it should be. */
export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });

/** RFC 9457 problem details: every error of both apps. `detail` is a plain sentence, `code` is stable for programs. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string(),
  errors: z.array(fieldErrorSchema).optional(),
});

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

export type FieldError = z.infer<typeof fieldErrorSchema>;
export type Problem = z.infer<typeof problemSchema>;
