import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { AppError } from '@foodie-express/error-messages';
import type { ToolCall } from '@foodie-express/session-store';
import type { ChatModelReply } from '../chat-model';

/** Longer replies and arguments are not waited for, in characters. */
const MAX_REPLY = 16_000;

interface CallInParts {
  id: string;
  name: string;
  arguments: string;
}

/**
 * Puts a streamed reply together, passing its text on as it comes.
 * @throws AppError `upstream_failed` where the stream ended before the reply did, or holds nothing
 */
export async function collectReply(chunks: AsyncIterable<ChatCompletionChunk>, onText: (piece: string) => void): Promise<ChatModelReply> {
  const calls = new Map<number, CallInParts>();
  const state = { text: '', tokens: 0, finished: false };
  for await (const { choices, usage } of chunks) {
    state.tokens = usage?.total_tokens ?? state.tokens;
    const [choice] = choices;
    if (choice === undefined) continue;
    const { delta, finish_reason: reason } = choice;
    if (typeof delta.content === 'string' && delta.content !== '') {
      state.text += delta.content;
      onText(delta.content);
    }
    for (const part of delta.tool_calls ?? []) addPart(calls, part);
    state.finished ||= typeof reason === 'string';
    if (state.text.length + sizeOf(calls) > MAX_REPLY) throw new AppError('upstream_failed', { cause: new Error('the reply of the model is too long') });
  }
  if (!state.finished) throw new AppError('upstream_failed', { cause: new Error('the reply of the model was cut off') });
  const asked = toolCalls(calls);
  if (asked.length > 0) return { kind: 'tool_calls', calls: asked, text: state.text, tokens: state.tokens };
  if (state.text.trim() === '') throw new AppError('upstream_failed', { cause: new Error('the reply of the model is empty') });
  return { kind: 'text', text: state.text, tokens: state.tokens };
}

type CallPart = NonNullable<ChatCompletionChunk.Choice.Delta['tool_calls']>[number];

function addPart(calls: Map<number, CallInParts>, { index, id, function: called }: CallPart): void {
  const known = calls.get(index) ?? { id: '', name: '', arguments: '' };
  // Compatible servers repeat the id and the name in every part or send them once.
  calls.set(index, { id: known.id === '' ? (id ?? '') : known.id, name: known.name === '' ? (called?.name ?? '') : known.name, arguments: known.arguments + (called?.arguments ?? '') });
}

function toolCalls(calls: ReadonlyMap<number, CallInParts>): ToolCall[] {
  return [...calls].map(([index, call]) => ({ ...call, id: call.id === '' ? `call_${index}` : call.id })).filter(({ name }) => name !== '');
}

function sizeOf(calls: ReadonlyMap<number, CallInParts>): number {
  return [...calls.values()].reduce((sum, { name, arguments: text }) => sum + name.length + text.length, 0);
}
