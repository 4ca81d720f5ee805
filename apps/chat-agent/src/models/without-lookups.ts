import type { Message } from '@foodie-express/session-store';
import { failedResultSchema } from '../tools/results';

/** Tools that only look something up, by their names. */
const LOOKUP = /^(?:get|search|show)_|^recommend$/;

/** Calls that never came to run. */
const NOT_RUN: ReadonlySet<string> = new Set(['invalid_arguments', 'unknown_tool', 'too_many_calls']);

/**
 * The messages without what a model that failed had looked up, or tried in vain, on its way through this turn: whoever takes over looks
 * for themselves, and answers what the person said and not what the other one asked. What was done stays: it is not done twice.
 *
 * @param end of the messages of the model that failed
 */
export function withoutLookups(messages: readonly Message[], end: number): readonly Message[] {
  const begin = messages.slice(0, end).findLastIndex(({ role }) => role === 'user') + 1;
  const ofTurn = messages.slice(begin, end);
  const results = new Map(ofTurn.flatMap((message) => (message.role === 'tool' ? [[message.toolCallId, message.content] as const] : [])));
  const done = new Set(ofTurn.flatMap((message) => (message.role === 'assistant' ? (message.toolCalls ?? []) : [])).flatMap(({ id, name }) => (LOOKUP.test(name) || !hasRun(results.get(id)) ? [] : [id])));
  const kept = ofTurn.flatMap((message): Message[] => {
    if (message.role === 'tool') return done.has(message.toolCallId) ? [message] : [];
    if (message.role !== 'assistant') return [message];
    const toolCalls = message.toolCalls?.filter(({ id }) => done.has(id)) ?? [];
    return toolCalls.length === 0 ? [] : [{ ...message, toolCalls }];
  });
  return [...messages.slice(0, begin), ...kept, ...messages.slice(end)];
}

function hasRun(result: string | undefined): boolean {
  const failed = failedResultSchema.safeParse(parseJson(result));
  return !failed.success || !NOT_RUN.has(failed.data.error.code);
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
