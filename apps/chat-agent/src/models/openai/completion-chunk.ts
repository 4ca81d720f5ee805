import { z } from 'zod';

const callPartSchema = z.object({
  index: z.number().int().nullish(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});

const choiceSchema = z.object({
  delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish(), tool_calls: z.array(callPartSchema).nullish() }).nullish(),
  finish_reason: z.string().nullish(),
});

/** What is read of one event of a streamed chat completion. Compatible servers send null, nothing, or more than this. */
export const completionChunkSchema = z.object({
  choices: z.array(choiceSchema).nullish(),
  /** What cannot be read of it costs no reply. */
  usage: z.object({ total_tokens: z.number().nonnegative() }).nullish().catch(undefined),
  /** A stream that has begun with 200 can fail all the same. */
  error: z.unknown().optional(),
});

export type CompletionChunk = z.infer<typeof completionChunkSchema>;
export type CallPart = z.infer<typeof callPartSchema>;
