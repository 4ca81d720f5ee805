import { AppError } from '@foodie-express/error-messages';
import type { ToolCall } from '@foodie-express/session-store';
import type { ChatModelReply } from '../chat-model';
import type { CallPart, CompletionChunk } from './completion-chunk';

/** Longer replies and arguments are not waited for, in characters. */
const MAX_REPLY = 16_000;

/** A reply as far as it has come. */
export class ReplyParts {
  private readonly calls = new Map<number, ToolCall>();
  private text = '';
  private tokens = 0;
  private size = 0;
  private finished = false;

  constructor(private readonly onText: (piece: string) => void) {}

  /** @throws AppError `upstream_failed` where the model's service says that it failed, and where the reply becomes too long */
  add({ choices, usage, error }: CompletionChunk): void {
    if (error !== undefined && error !== null) throw brokenReply('the model failed in the middle of its reply', error);
    this.tokens = usage?.total_tokens ?? this.tokens;
    const choice = choices?.[0];
    if (choice === undefined) return;
    const { delta, finish_reason: reason } = choice;
    if (typeof delta.content === 'string' && delta.content !== '') this.addText(delta.content);
    for (const part of delta.tool_calls ?? []) this.addCallPart(part);
    this.finished ||= typeof reason === 'string';
    if (this.size > MAX_REPLY) throw brokenReply('the reply of the model is too long');
  }

  /** The whole. @throws AppError `upstream_failed` where the end has not come, or nothing was said */
  reply(): ChatModelReply {
    if (!this.finished) throw brokenReply('the reply of the model was cut off');
    const calls = [...this.calls].map(([index, call]) => ({ ...call, id: call.id === '' ? `call_${index}` : call.id })).filter(({ name }) => name !== '');
    if (calls.length > 0) return { kind: 'tool_calls', calls, text: this.text, tokens: this.tokens };
    if (this.text.trim() === '') throw brokenReply('the reply of the model is empty');
    return { kind: 'text', text: this.text, tokens: this.tokens };
  }

  private addText(piece: string): void {
    this.text += piece;
    this.size += piece.length;
    this.onText(piece);
  }

  /** Compatible servers repeat the ID and the name in every part or send them once. */
  private addCallPart({ index, id, function: called }: CallPart): void {
    const { id: knownId = '', name: knownName = '', arguments: before = '' } = this.calls.get(index) ?? {};
    const part = called?.arguments ?? '';
    const call = { id: knownId === '' ? (id ?? '') : knownId, name: knownName === '' ? (called?.name ?? '') : knownName, arguments: before + part };
    this.calls.set(index, call);
    this.size += part.length + (knownName === '' ? call.name.length : 0);
  }
}

export function brokenReply(reason: string, cause?: unknown): AppError {
  return new AppError('upstream_failed', { cause: new Error(reason, cause === undefined ? {} : { cause }) });
}
