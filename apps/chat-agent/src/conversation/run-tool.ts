import { describeFailure } from '@foodie-express/error-messages';
import type { Logger } from '@foodie-express/observability';
import type { RestaurantClient } from '@foodie-express/restaurant-client';
import type { ToolCall } from '@foodie-express/session-store';
import { withinTime } from '@foodie-express/time-limit';
import type { Tool } from '../tools/tool';
import { ToolError } from '../tools/tool-error';
import type { Turn } from './turn';
import type { TurnMetrics } from './turn-metrics';
import { untilAborted } from './until-aborted';

/** Bound of one tool call, in milliseconds. */
const TOOL_TIMEOUT_MS = 10_000;

export interface ToolRunner {
  readonly tools: ReadonlyMap<string, Tool>;
  readonly api: RestaurantClient;
  readonly logger: Logger;
  readonly turnMetrics: TurnMetrics;
  /** Bound of one tool call in milliseconds; 10 seconds where none is given. */
  readonly toolTimeoutMs?: number | undefined;
}

/** What came of one tool call. */
export interface ToolRun {
  readonly toolCallId: string;
  /** JSON text for the model; failures are results too: `{"error": {...}}`. */
  readonly content: string;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
}

/** Runs one tool call. Never throws. */
export async function runTool({ tools, api, logger, turnMetrics, toolTimeoutMs = TOOL_TIMEOUT_MS }: ToolRunner, call: ToolCall, turn: Turn, turnSignal: AbortSignal): Promise<ToolRun> {
  const begin = performance.now();
  const tool = tools.get(call.name);
  try {
    if (tool === undefined) throw new ToolError('unknown_tool', `There is no tool called ${call.name}.`);
    const result = await withinTime(toolTimeoutMs, [turnSignal], (signal) => untilAborted(tool.run(call.arguments, { api, turn, signal }), signal));
    turnMetrics.countToolCall(call.name, 'ok');
    logger.info({ tool: call.name, duration_ms: elapsed(begin) }, 'tool');
    return { toolCallId: call.id, content: JSON.stringify(result), outcome: 'ok' };
  } catch (error) {
    const told = toolFailure(error, turn);
    turnMetrics.countToolCall(tool?.name ?? 'unknown', told.code);
    const log = { tool: tool?.name ?? 'unknown', duration_ms: elapsed(begin), code: told.code };
    if (told.code === 'internal_error') logger.error({ ...log, err: error }, 'tool failed');
    else logger.info(log, 'tool');
    return { toolCallId: call.id, content: JSON.stringify({ error: told }), outcome: told.code };
  }
}

interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly suggestions?: readonly string[];
}

function toolFailure(error: unknown, turn: Turn): ToldError {
  if (error instanceof ToolError) {
    const { code, message, suggestions } = error;
    if (code === 'login_required') turn.askToLogIn();
    return { code, message, ...(suggestions.length > 0 && { suggestions }) };
  }
  const { code, userMessage } = describeFailure(error);
  // The token has expired or was withdrawn: what the person sees next is that they have to log in again.
  if (code === 'login_required') {
    turn.logOut();
    turn.askToLogIn();
  }
  return { code, message: userMessage };
}

function elapsed(begin: number): number {
  return Math.round((performance.now() - begin) * 10) / 10;
}
