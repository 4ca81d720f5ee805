import { randomUUID } from 'node:crypto';
import type { ChatModelReply } from '../chat-model';
import { ASKED_OF_RESTAURANTS, type DialogueMemory } from './dialogue-memory';

/** A tool that the model wants to be run. */
export interface Call {
  readonly tool: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the model does next: it says something, or has tools run and looks at their results. */
export type Move =
  | { readonly kind: 'say'; readonly text: string; readonly suggestions: readonly string[]; readonly memory: Partial<DialogueMemory> }
  | { readonly kind: 'call'; readonly calls: readonly Call[]; readonly memory: Partial<DialogueMemory> };

/** @param memory what to remember; the other parts of the memory stay */
export function say(text: string, suggestions: readonly string[] = [], memory: Partial<DialogueMemory> = {}): Move {
  return { kind: 'say', text, suggestions, memory };
}

export function call(tool: string, parameters: Readonly<Record<string, unknown>> = {}, memory: Partial<DialogueMemory> = {}): Move {
  return { kind: 'call', calls: [{ tool, parameters }], memory };
}

/** The move with a sentence before what it says, or before what will be said when its tools are done. */
export function withNote(move: Move, note: string | undefined): Move {
  if (note === undefined) return move;
  if (move.kind === 'say') return { ...move, text: `${note}\n${move.text}` };
  return { ...move, memory: { ...move.memory, note: [note, move.memory.note].filter((part) => part !== undefined).join('\n') } };
}

/** The question about a restaurant that a move answers, if it is one. */
export function askedIn(move: Move): DialogueMemory['asked'] {
  return move.memory.asked ?? (move.kind === 'say' ? undefined : ASKED_OF_RESTAURANTS.find((tool) => move.calls.some((made) => made.tool === tool)));
}

/** @param memory what the model remembers after the move */
export function toReply(move: Move, memory: DialogueMemory): ChatModelReply {
  if (move.kind === 'say') return { kind: 'text', text: move.text, suggestions: move.suggestions, memory };
  const calls = move.calls.map(({ tool, parameters }) => ({ id: `call_${randomUUID()}`, name: tool, arguments: JSON.stringify(parameters) }));
  return { kind: 'tool_calls', calls, memory };
}
