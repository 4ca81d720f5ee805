import { describeFailure } from '@foodie-express/error-messages';
import type { Message, ToolCall } from '@foodie-express/session-store';
import type { ChatModel, ToolDescription } from '../models/chat-model';
import { INVALID_ARGUMENTS, type Tool } from '../tools/tool';
import { runTool, type ToolRun, type ToolRunner } from './run-tool';
import type { Turn } from './turn';
import { untilAborted } from './until-aborted';

const MAX_MODEL_CALLS = 10;
const MAX_TOKENS = 20_000;
/** Tool calls that one reply of a model may ask for; what exceeds it is answered with an error. */
const MAX_TOOL_CALLS = 16;
const TOO_MANY_CALLS = 'too_many_calls';

const LIMIT_REACHED = 'Sorry, that got too complicated for me. Could you say it in smaller steps, one thing at a time?';
const MISUNDERSTOOD = 'Sorry, I got that wrong. Could you say it another way?';

export interface ConverseServices extends ToolRunner {
  readonly model: ChatModel;
}

/** What happens while the person waits. */
export interface TurnEvents {
  /** The caller may enter, and nothing has happened yet. */
  readonly onBegin: (turn: Pick<Turn, 'userId' | 'sessionToken' | 'provenBy' | 'mayLogIn'>) => void;
  readonly onText: (piece: string) => void;
  readonly onTool: (name: string) => void;
}

export interface Answer {
  readonly text: string;
  readonly suggestions: readonly string[];
  /** It stands in for what the model did not come to say: something is broken, or went too far. */
  readonly apologyFor?: 'failure' | 'limit';
}

/**
 * Asks the model, runs the tools it asks for, and asks again with their results until it answers with text. Whatever goes wrong
 * becomes a sentence for the person: the turn always ends with an answer. It is empty where the person has left.
 */
export async function converse(services: ConverseServices, turn: Turn, events: TurnEvents, signal: AbortSignal): Promise<Answer> {
  try {
    return await askAndRun(services, turn, events, signal);
  } catch (error) {
    if (signal.aborted && hasLeft(signal.reason)) {
      services.logger.info('the person has left');
      return { text: '', suggestions: [] };
    }
    const { userMessage, code } = describeFailure(signal.aborted ? signal.reason : error);
    services.logger.error({ err: error, code }, 'turn failed');
    return { text: userMessage, suggestions: [], apologyFor: 'failure' };
  }
}

async function askAndRun(services: ConverseServices, turn: Turn, { onText, onTool }: TurnEvents, signal: AbortSignal): Promise<Answer> {
  const tools = describeTools(services.tools);
  let tokens = 0;
  let wasMalformed = false;
  for (let call = 0; call < MAX_MODEL_CALLS && tokens < MAX_TOKENS; call += 1) {
    const request = { messages: turn.messages, tools, facts: turn.facts, memory: turn.memory, signal, onText };
    const reply = await untilAborted(services.model.reply(request), signal);
    if (reply.memory !== undefined) turn.memory = reply.memory;
    tokens += reply.tokens ?? 0;
    services.turnMetrics.countModelCall(reply.model ?? services.model.name, reply.tokens ?? 0);
    if (reply.kind === 'text') return { text: reply.text, suggestions: reply.suggestions ?? [] };
    turn.messages.push({ role: 'assistant', content: reply.text ?? '', toolCalls: [...reply.calls] });
    for (const { name } of reply.calls) onTool(name);
    const runs = await runAll(services, reply.calls, turn, signal);
    turn.messages.push(...runs.map(({ toolCallId, content }): Message => ({ role: 'tool', toolCallId, content })));
    signal.throwIfAborted();
    const isMalformed = runs.some(({ outcome }) => outcome === INVALID_ARGUMENTS);
    if (isMalformed && wasMalformed) return tooMuch(MISUNDERSTOOD);
    wasMalformed ||= isMalformed;
  }
  services.logger.warn({ tokens }, 'turn exceeded its limit of model calls or tokens');
  return tooMuch(LIMIT_REACHED);
}

const described = new WeakMap<ReadonlyMap<string, Tool>, readonly ToolDescription[]>();

/** The same list for the same tools: a model may keep what it makes of them. */
function describeTools(tools: ReadonlyMap<string, Tool>): readonly ToolDescription[] {
  const descriptions = described.get(tools) ?? [...tools.values()];
  described.set(tools, descriptions);
  return descriptions;
}

function tooMuch(text: string): Answer {
  return { text, suggestions: [], apologyFor: 'limit' };
}

/** Of a signal's reason: the other is that the time is up. */
function hasLeft(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}

/** Together, but for the tools that run in order; results stand in the order of the calls. */
function runAll(services: ToolRunner, calls: readonly ToolCall[], turn: Turn, signal: AbortSignal): Promise<ToolRun[]> {
  let before: Promise<unknown> = Promise.resolve();
  const runs = calls.map((call, index) => {
    if (index >= MAX_TOOL_CALLS) return Promise.resolve(tooManyCalls(call));
    if (services.tools.get(call.name)?.inOrder !== true) return runTool(services, call, turn, signal);
    const run = before.then(() => runTool(services, call, turn, signal));
    before = run;
    return run;
  });
  return Promise.all(runs);
}

function tooManyCalls({ id: toolCallId }: ToolCall): ToolRun {
  return { toolCallId, outcome: TOO_MANY_CALLS, content: JSON.stringify({ error: { code: TOO_MANY_CALLS, message: `At most ${MAX_TOOL_CALLS} calls at once.` } }) };
}
