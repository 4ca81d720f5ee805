import { describeFailure } from '@foodie-express/error-messages';
import type { Message, ToolCall } from '@foodie-express/session-store';
import type { ChatModel, ToolDescription } from '../models/chat-model';
import type { Tool } from '../tools/tool';
import { runTool, type ToolRunner } from './run-tool';
import type { Turn } from './turn';
import { untilAborted } from './until-aborted';

const MAX_MODEL_CALLS = 10;
const MAX_TOKENS = 20_000;
/** Tool calls that one reply of a model may ask for; what exceeds it is answered with an error. */
const MAX_TOOL_CALLS = 16;

const LIMIT_REACHED = 'Sorry, that got too complicated for me. Could you say it in smaller steps, one thing at a time?';

export interface ConverseServices extends ToolRunner {
  readonly model: ChatModel;
}

/** What happens while the person waits. */
export interface TurnEvents {
  readonly onText: (piece: string) => void;
  readonly onTool: (name: string) => void;
}

export interface Answer {
  readonly text: string;
  readonly suggestions: readonly string[];
}

/**
 * Asks the model, runs the tools it asks for, and asks again with their results until it answers with text. Whatever goes wrong
 * becomes a sentence for the person: the turn always ends with an answer.
 */
export async function converse(services: ConverseServices, turn: Turn, events: TurnEvents, signal: AbortSignal): Promise<Answer> {
  try {
    return await askAndRun(services, turn, events, signal);
  } catch (error) {
    const { userMessage, code } = describeFailure(signal.aborted ? signal.reason : error);
    services.logger.error({ err: error, code }, 'turn failed');
    return { text: userMessage, suggestions: [] };
  }
}

async function askAndRun(services: ConverseServices, turn: Turn, { onText, onTool }: TurnEvents, signal: AbortSignal): Promise<Answer> {
  const tools = describeTools(services.tools);
  let tokens = 0;
  for (let call = 0; call < MAX_MODEL_CALLS && tokens < MAX_TOKENS; call += 1) {
    const request = { messages: turn.messages, tools, facts: turn.facts, memory: turn.memory, signal, onText };
    const reply = await untilAborted(services.model.reply(request), signal);
    if (reply.memory !== undefined) turn.memory = reply.memory;
    tokens += reply.tokens ?? 0;
    services.turnMetrics.countModelCall(services.model.name, reply.tokens ?? 0);
    if (reply.kind === 'text') return { text: reply.text, suggestions: reply.suggestions ?? [] };
    turn.messages.push({ role: 'assistant', content: reply.text ?? '', toolCalls: [...reply.calls] });
    for (const { name } of reply.calls) onTool(name);
    turn.messages.push(...(await runAll(services, reply.calls, turn, signal)));
    signal.throwIfAborted();
  }
  services.logger.warn({ tokens }, 'turn exceeded its limit of model calls or tokens');
  return { text: LIMIT_REACHED, suggestions: [] };
}

const described = new WeakMap<ReadonlyMap<string, Tool>, readonly ToolDescription[]>();

/** The same list for the same tools: a model may keep what it makes of them. */
function describeTools(tools: ReadonlyMap<string, Tool>): readonly ToolDescription[] {
  const descriptions = described.get(tools) ?? [...tools.values()];
  described.set(tools, descriptions);
  return descriptions;
}

/** Together; results stand in the order of the calls. */
function runAll(services: ToolRunner, calls: readonly ToolCall[], turn: Turn, signal: AbortSignal): Promise<Message[]> {
  return Promise.all(
    calls.map(async (call, index): Promise<Message> => {
      const tooMany = JSON.stringify({ error: { code: 'too_many_calls', message: `At most ${MAX_TOOL_CALLS} calls at once.` } });
      const content = index < MAX_TOOL_CALLS ? await runTool(services, call, turn, signal) : tooMany;
      return { role: 'tool', toolCallId: call.id, content };
    }),
  );
}
