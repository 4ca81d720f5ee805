import { randomUUID } from 'node:crypto';
import type { ChatModelReply } from '../chat-model';
import type { DialogueMemory } from './dialogue-memory';

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

export function toReply(move: Move, memory: DialogueMemory): ChatModelReply {
  const remembered = { ...memory, ...move.memory };
  if (move.kind === 'say') return { kind: 'text', text: move.text, suggestions: move.suggestions, memory: remembered };
  const calls = move.calls.map(({ tool, parameters }) => ({ id: `call_${randomUUID()}`, name: tool, arguments: JSON.stringify(parameters) }));
  return { kind: 'tool_calls', calls, memory: remembered };
}
