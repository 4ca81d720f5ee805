import { AppError } from '@foodie-express/error-messages';
import type { ToolCall } from '@foodie-express/session-store';
import type { ChatModelReply } from '../chat-model';
import type { CallPart, CompletionChunk } from './completion-chunk';

/** Longer replies and arguments are not waited for, in characters. */
const MAX_REPLY = 16_000;

/** Ends a reply that reached the most that one may say. */
const CUT_SHORT = '…';

/** A reply as far as it has come. */
export class ReplyParts {
  private readonly calls: ToolCall[] = [];
  /** Where in `calls` the parts of each index belong now; those without an index belong to `undefined`. */
  private readonly positions = new Map<number | undefined, number>();
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
    // What a model says where it refuses is its answer too.
    for (const text of [delta?.content, delta?.refusal]) if (typeof text === 'string' && text !== '') this.addText(text);
    for (const part of delta?.tool_calls ?? []) this.addCallPart(part);
    if (reason === 'length' && this.text !== '' && this.calls.length === 0) this.addText(CUT_SHORT);
    this.finished ||= typeof reason === 'string';
    if (this.size > MAX_REPLY) throw brokenReply('the reply of the model is too long');
  }

  /** The whole. @throws AppError `upstream_failed` where the end has not come, or nothing was said */
  reply(): ChatModelReply {
    if (!this.finished) throw brokenReply('the reply of the model was cut off');
    const calls = withOwnIds(this.calls.filter(({ name }) => name !== ''));
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
  private addCallPart(part: CallPart): void {
    const position = this.positionOf(part);
    const { id: knownId = '', name: knownName = '', arguments: before = '' } = this.calls[position] ?? {};
    const { name = null, arguments: added = null } = part.function ?? {};
    const call = { id: knownId === '' ? (part.id ?? '') : knownId, name: knownName === '' ? (name ?? '') : knownName, arguments: before + (added ?? '') };
    this.calls[position] = call;
    this.size += (added ?? '').length + (knownName === '' ? call.name.length : 0);
  }

  /** Some servers count no calls, or every call as the first: then a call begins with an ID of its own, or with a name. */
  private positionOf({ index, id = null, function: called }: CallPart): number {
    const known = this.positions.get(index ?? undefined);
    const begins = (called?.name ?? '') !== '';
    const isOther = (id ?? '') === '' ? index === undefined || index === null : known !== undefined && this.calls[known]?.id !== id;
    if (known !== undefined && !(begins && isOther)) return known;
    this.positions.set(index ?? undefined, this.calls.length);
    return this.calls.length;
  }
}

/** Some servers give calls no ID, or several the same one: results are told apart by it. */
function withOwnIds(calls: readonly ToolCall[]): ToolCall[] {
  const known = new Set<string>();
  return calls.map((call, index) => {
    const id = call.id === '' || known.has(call.id) ? `call_${index}_${call.id}` : call.id;
    known.add(id);
    return { ...call, id };
  });
}

export function brokenReply(reason: string, cause?: unknown): AppError {
  return new AppError('upstream_failed', { cause: new Error(reason, cause === undefined ? {} : { cause }) });
}
