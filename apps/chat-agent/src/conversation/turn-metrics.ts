import { Counter, Histogram, type Registry } from 'prom-client';

/** Seconds; from the local model to a turn with several calls of a remote one. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What turns cost and what they do, for Prometheus. */
export class TurnMetrics {
  private readonly turnDuration: Histogram;
  private readonly modelCalls: Counter<'model'>;
  private readonly modelTokens: Counter<'model'>;
  private readonly toolCalls: Counter<'tool' | 'outcome'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.turnDuration = new Histogram({ name: 'chat_turn_duration_seconds', help: 'Time of a turn, from its session at hand to its reply.', buckets: DURATION_BUCKETS, registers });
    this.modelCalls = new Counter({ name: 'chat_model_calls_total', help: 'Calls of the chat model.', labelNames: ['model'], registers });
    this.modelTokens = new Counter({ name: 'chat_model_tokens_total', help: 'Tokens that the chat model has counted.', labelNames: ['model'], registers });
    this.toolCalls = new Counter({ name: 'chat_tool_calls_total', help: 'Tools that ran, by what came of it: ok, or the code of the error.', labelNames: ['tool', 'outcome'], registers });
  }

  startTurn(): () => void {
    return this.turnDuration.startTimer();
  }

  countModelCall(model: string, tokens: number): void {
    this.modelCalls.inc({ model });
    this.modelTokens.inc({ model }, tokens);
  }

  /** @param tool the name of a tool that exists, or `unknown` */
  countToolCall(tool: string, outcome: string): void {
    this.toolCalls.inc({ tool, outcome });
  }
}
