import type { Message } from '@foodie-express/session-store';
import { failedResultSchema } from '../../../tools/results';

/** A tool that ran in this turn, and what came of it. */
export interface ToolOutcome {
  readonly tool: string;
  readonly parameters: unknown;
  readonly result: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly suggestions: readonly string[] } | undefined;
}

/** The outcomes that the model has not answered yet: of the last assistant message, where tool results follow it. */
export function freshOutcomes(messages: readonly Message[]): ToolOutcome[] {
  const asked = messages.findLastIndex(({ role }) => role === 'assistant');
  const said = messages.findLastIndex(({ role }) => role === 'user');
  const message = messages[asked];
  if (asked < said || message?.role !== 'assistant') return [];
  const results = new Map(messages.slice(asked).flatMap((each) => (each.role === 'tool' ? [[each.toolCallId, each.content] as const] : [])));
  return (message.toolCalls ?? []).flatMap(({ id, name, arguments: text }) => {
    const content = results.get(id);
    return content === undefined ? [] : [outcome(name, text, content)];
  });
}

function outcome(tool: string, parameters: string, content: string): ToolOutcome {
  const result = parseJson(content);
  const failed = failedResultSchema.safeParse(result);
  const error = failed.success ? { ...failed.data.error, suggestions: failed.data.error.suggestions ?? [] } : undefined;
  return { tool, parameters: parseJson(parameters), result, error };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
