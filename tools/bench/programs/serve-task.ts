import { z } from 'zod';

/** What the floor of a read sends: these bytes with these headers. */
export const fixedAnswerSchema = z.object({ path: z.string(), headers: z.record(z.string(), z.string()), bodyBase64: z.string() });

/** What the floor of an order inserts and answers: an order as the API stored and answered it, and where it goes. */
export const orderFloorSchema = z.object({
  path: z.string(),
  /** As Extended JSON, which keeps the types of its values. */
  document: z.string(),
  answer: z.record(z.string(), z.unknown()),
  /** A server to insert into, with the database's name, or a folder for an embedded one. */
  database: z.union([z.object({ uri: z.string() }), z.object({ folder: z.string() })]),
});

/** Where a floor listens. */
export const servedSchema = z.object({ url: z.string() });

export type FixedAnswer = z.infer<typeof fixedAnswerSchema>;
export type OrderFloor = z.infer<typeof orderFloorSchema>;
