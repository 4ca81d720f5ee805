import { z } from 'zod';

const lineSchema = z.object({
  item_name: z.string(),
  quantity: z.number(),
  notes: z.string().optional(),
  options: z
    .array(
      z.object({
        choice: z.string(),
        group: z.string().optional(),
        negated: z.boolean().optional(),
        qualifier: z.enum(['light', 'extra']).optional(),
        count: z.number().optional(),
      }),
    )
    .optional(),
});

/** What the person was asked, so that a short answer is understood. */
const questionSchema = z.discriminatedUnion('kind', [
  /** Several restaurants sell what `text` asks for. */
  z.object({ kind: z.literal('which_restaurant'), text: z.string(), restaurants: z.array(z.string()) }),
  /** The words fit several items; `others` are clear already. */
  z.object({ kind: z.literal('which_item'), restaurant: z.string(), items: z.array(z.string()), quantity: z.number(), others: z.array(lineSchema) }),
  /** A line of the order lacks a choice. */
  z.object({ kind: z.literal('which_choice'), line: z.number(), item: z.string(), groupId: z.string(), group: z.string(), choices: z.array(z.string()) }),
  /** An order from another restaurant is under way. */
  z.object({ kind: z.literal('start_new'), restaurant: z.string(), lines: z.array(lineSchema) }),
  z.object({ kind: z.literal('username'), purpose: z.enum(['login', 'registration']) }),
  /** One item was found at one place: a number answers how many. */
  z.object({ kind: z.literal('how_many'), restaurant: z.string(), item: z.string() }),
]);

const memorySchema = z.object({
  /** Last spoken of. */
  restaurant: z.string().optional(),
  /** Last shown, for "the first one". */
  list: z.object({ kind: z.enum(['restaurants', 'items', 'dishes']), names: z.array(z.string()) }).optional(),
  question: questionSchema.optional(),
  /** The dish that was last asked for, for "which is cheaper?". */
  dish: z.string().optional(),
  /** Said together with what comes of the tools in this turn. */
  note: z.string().optional(),
});

export type DialogueMemory = z.infer<typeof memorySchema>;
export type Question = z.infer<typeof questionSchema>;
export type RequestedLine = z.infer<typeof lineSchema>;

/** What an earlier turn left; nothing where it was of another model or version. */
export function readMemory(stored: unknown): DialogueMemory {
  const result = memorySchema.safeParse(stored ?? {});
  return result.success ? result.data : {};
}
