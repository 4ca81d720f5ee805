import { z } from 'zod';

/** One request of a load; `[<id>]` in it becomes another text each time, `[<connection>]` in its body the number of the connection. */
export const loadRequestSchema = z.object({
  method: z.enum(['GET', 'POST']).default('GET'),
  path: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  /** The status that is no failure. */
  status: z.number().default(200),
});

/** What a load generator is asked for: these requests in turn, on kept connections, as fast as they are answered. */
export const loadSchema = z.object({
  url: z.string(),
  connections: z.number(),
  requests: z.array(loadRequestSchema).min(1),
  /** Until this many seconds are over, or this many requests answered. */
  until: z.union([z.object({ seconds: z.number() }), z.object({ requests: z.number() })]),
});

/** What came of it. Times are milliseconds. */
export const loadResultSchema = z.object({ answered: z.number(), seconds: z.number(), p50: z.number(), p99: z.number() });

export type LoadRequest = z.input<typeof loadRequestSchema>;
export type Load = z.input<typeof loadSchema>;
export type LoadResult = z.infer<typeof loadResultSchema>;
