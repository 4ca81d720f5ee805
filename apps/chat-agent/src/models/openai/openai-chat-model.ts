import { Readable } from 'node:stream';
import { withinTime } from '@foodie-express/time-limit';
import CircuitBreaker from 'opossum';
import OpenAI from 'openai';
import { Agent } from 'undici';
import { untilAborted } from '../../conversation/until-aborted';
import type { ChatModel, ChatModelReply, ChatModelRequest } from '../chat-model';
import { collectReply } from './collect-reply';
import { CompletionBodies } from './completion-body';
import { impatientFetch } from './impatient-fetch';
import { streamFetch } from './stream-fetch';

export interface OpenAiOptions {
  readonly apiKey: string;
  /** Any server that speaks chat completions; the provider's own where undefined. */
  readonly baseUrl?: string | undefined;
  readonly model: string;
  /** Bound of one attempt until the reply begins, and of a silence in its middle, in milliseconds. */
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

/** Longer streams are not read, in bytes: the longest reply is far below it, chunk by chunk with all that surrounds a word. */
const MAX_STREAM_BYTES = 16 * 1024 * 1024;

/** Of a call's time, what a server that is busy may have a person wait before it is asked again. */
const WAIT_SHARE = 0.5;

/** Of English and of JSON, in characters. */
const TOKEN_LENGTH = 4;

/** As many replies may stream at the same time; others wait for a connection within their bound of time. */
const MAX_CONNECTIONS = 256;

/** A model behind the chat completions of OpenAI, Azure, Ollama, vLLM, ... Every reply is streamed. */
export class OpenAiChatModel implements ChatModel {
  readonly name: string;
  private readonly connections: Agent;
  private readonly client: OpenAI;
  private readonly bodies: CompletionBodies;
  private readonly circuit: CircuitBreaker<[ChatModelRequest], ChatModelReply>;

  constructor(private readonly options: OpenAiOptions) {
    const { apiKey, baseUrl, timeoutMs, callTimeoutMs, retries, circuitResetMs = 20_000 } = options;
    // Many servers send headers at once and the reply when they have one: silence behind them is waited for no longer.
    this.connections = new Agent({ connections: MAX_CONNECTIONS, maxResponseSize: MAX_STREAM_BYTES, bodyTimeout: timeoutMs });
    const fetch = impatientFetch(streamFetch(this.connections), callTimeoutMs * WAIT_SHARE);
    this.name = `openai:${options.model}`;
    this.client = new OpenAI({ apiKey, baseURL: baseUrl ?? 'https://api.openai.com/v1', timeout: timeoutMs, maxRetries: retries, logLevel: 'off', fetch });
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
      // A person who leaves is no fault of the model's, nor is what one of them says that it does not take.
      errorFilter: (error: unknown, request?: ChatModelRequest) => request?.signal.aborted === true || isOfRequest(error),
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

  /** The client itself waits on where it was told to try again later, whatever becomes of the signal. */
  private ask(request: ChatModelRequest): Promise<ChatModelReply> {
    return withinTime(this.options.callTimeoutMs, [request.signal], (signal) => untilAborted(this.complete(request, signal), signal));
  }

  private async complete(request: ChatModelRequest, signal: AbortSignal): Promise<ChatModelReply> {
    // As text: the client would write prompt and tools as JSON again for every call.
    const asked = this.bodies.of(request);
    const completion = this.client.post('/chat/completions', { body: asked, headers: { 'Content-Type': 'application/json' }, signal });
    const { body } = await completion.asResponse();
    const reply = await collectReply(body ?? Readable.from([]), request.onText);
    // Not every server counts; the limit of a turn holds all the same.
    return reply.tokens === undefined || reply.tokens === 0 ? { ...reply, tokens: estimatedTokens(asked, reply) } : reply;
  }
}

/** A server that turns down one request, as content filters do with what a person says, is there for everybody else. */
function isOfRequest(error: unknown): boolean {
  return error instanceof OpenAI.APIError && (error.status === 400 || error.status === 413 || error.status === 422);
}

/** About how many tokens question and answer take, where nobody has counted them. */
function estimatedTokens(asked: string, reply: ChatModelReply): number {
  return Math.ceil((asked.length + JSON.stringify(reply).length) / TOKEN_LENGTH);
}
