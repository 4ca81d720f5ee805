import { z } from 'zod';

const functionSchema = z.object({ name: z.string(), description: z.string(), parameters: z.record(z.string(), z.unknown()) });

/** What a side of the comparison of turns serves: the same prompt, tools and tool result as ours has them. */
export const turnTaskSchema = z.object({
  modelUrl: z.string(),
  redisUrl: z.string(),
  systemPrompt: z.string(),
  tools: z.array(z.object({ type: z.literal('function'), function: functionSchema })),
  /** What every tool answers, at once. */
  toolResult: z.string(),
  /** So many messages of a conversation are remembered. */
  historyLimit: z.number().int(),
});

export type TurnTask = z.infer<typeof turnTaskSchema>;
