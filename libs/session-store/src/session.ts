import { z } from 'zod';

const toolCallSchema = z.object({ id: z.string(), name: z.string(), arguments: z.string() });

/** Given by the store when a message is first saved; a caller that appends to a session's messages leaves it as it is. */
const messageId = z.string().optional();

export const messageSchema = z.discriminatedUnion('role', [
  z.object({ id: messageId, role: z.literal('user'), content: z.string() }),
  z.object({ id: messageId, role: z.literal('assistant'), content: z.string(), toolCalls: z.array(toolCallSchema).optional() }),
  z.object({ id: messageId, role: z.literal('tool'), content: z.string(), toolCallId: z.string() }),
]);

export const sessionSchema = z.object({
  messages: z.array(messageSchema),
  state: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const pendingOrderSchema = z.record(z.string(), z.unknown());

/** A call that a model asked for; `arguments` is JSON text, as models write it. */
export type ToolCall = z.infer<typeof toolCallSchema>;

/** One entry of the history. A `tool` message answers the tool call whose id is its `toolCallId`. */
export type Message = z.infer<typeof messageSchema>;

/** One person's conversation. `state` belongs to the caller: any JSON object. */
export type Session = z.infer<typeof sessionSchema>;

/** What a caller saves of a session: the store keeps the times. */
export type SessionDraft = Pick<Session, 'messages' | 'state'>;

/** An order that was prepared and not yet confirmed. It belongs to the caller: any JSON object. */
export type PendingOrder = z.infer<typeof pendingOrderSchema>;
