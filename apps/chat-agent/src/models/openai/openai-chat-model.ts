import { Readable } from 'node:stream';
import CircuitBreaker from 'opossum';
import OpenAI from 'openai';
import { Agent } from 'undici';
import type { ChatModel, ChatModelReply, ChatModelRequest } from '../chat-model';
import { collectReply } from './collect-reply';
import { CompletionBodies } from './completion-body';
import { streamFetch } from './stream-fetch';

export interface OpenAiOptions {
  readonly apiKey: string;
  /** Any server that speaks chat completions; the provider's own where undefined. */
  readonly baseUrl?: string | undefined;
  readonly model: string;
  /** Bound of one attempt until the reply begins, in milliseconds. */
  readonly timeoutMs: number;
  /** Bound of one model call with its retries and the whole of its stream, in milliseconds. */
  readonly callTimeoutMs: number;
  /** Attempts after the first one, upon 429, 5xx and lost connections; the client honours Retry-After. */
  readonly retries: number;
  /** How long an open circuit refuses calls, in milliseconds. */
  readonly circuitResetMs?: number;
}

/** The most that one reply may say, in tokens: replies are read on a phone. */
const MAX_REPLY_TOKENS = 800;

/** As many replies may stream at the same time; others wait for a connection within their bound of time. */
const MAX_CONNECTIONS = 256;

/** A model behind the chat completions of OpenAI, Azure, Ollama, vLLM, ... Every reply is streamed. */
export class OpenAiChatModel implements ChatModel {
  readonly name: string;
  private readonly connections = new Agent({ connections: MAX_CONNECTIONS });
  private readonly client: OpenAI;
  private readonly bodies: CompletionBodies;
  private readonly circuit: CircuitBreaker<[ChatModelRequest], ChatModelReply>;

  constructor(private readonly options: OpenAiOptions) {
    const { apiKey, baseUrl, timeoutMs, retries, circuitResetMs = 20_000 } = options;
    this.name = `openai:${options.model}`;
    this.client = new OpenAI({ apiKey, baseURL: baseUrl ?? 'https://api.openai.com/v1', timeout: timeoutMs, maxRetries: retries, logLevel: 'off', fetch: streamFetch(this.connections) });
    this.bodies = new CompletionBodies({
      model: options.model,
      max_completion_tokens: MAX_REPLY_TOKENS,
      stream: true,
      stream_options: { include_usage: true },
    });
    this.circuit = new CircuitBreaker((request: ChatModelRequest) => this.ask(request), {
      name: 'openai',
      // Each call bounds its own time and so frees its connection, which the breaker's timer would not.
      timeout: false,
      volumeThreshold: 5,
      rollingCountTimeout: 60_000,
      errorThresholdPercentage: 50,
      resetTimeout: circuitResetMs,
      // A person who leaves is no fault of the model's.
      errorFilter: (_error: unknown, request?: ChatModelRequest) => request?.signal.aborted === true,
    });
  }

  get circuitOpen(): boolean {
    return this.circuit.opened;
  }

  /** @throws Error of the client, or AppError, where no whole reply came in time */
  reply(request: ChatModelRequest): Promise<ChatModelReply> {
    return this.circuit.fire(request);
  }

  /** Lets calls through again at once. */
  resetCircuit(): void {
    this.circuit.close();
  }

  async close(): Promise<void> {
    this.circuit.shutdown();
    await this.connections.destroy();
  }

  private async ask(request: ChatModelRequest): Promise<ChatModelReply> {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(this.options.callTimeoutMs)]);
    // As text: the client would write prompt and tools as JSON again for every call.
    const completion = this.client.post('/chat/completions', { body: this.bodies.of(request), headers: { 'Content-Type': 'application/json' }, signal });
    const { body } = await completion.asResponse();
    return collectReply(body ?? Readable.from([]), request.onText);
  }
}
