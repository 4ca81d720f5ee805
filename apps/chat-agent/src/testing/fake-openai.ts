import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What the provider refuses with 400 in a history, and with it whatever is said after. */
const callIdSchema = z.string().min(1).max(40);
const callSchema = z.object({
  id: callIdSchema,
  type: z.literal('function'),
  function: z.object({ name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), arguments: z.string().refine(isJsonObject) }),
});
const callsSchema = z.array(callSchema).min(1).refine((calls) => new Set(calls.map(({ id }) => id)).size === calls.length, 'two calls with one ID');

const requestSchema = z.object({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(z.object({ role: z.string(), content: z.string().nullish(), tool_call_id: callIdSchema.optional(), tool_calls: callsSchema.optional() })),
  tools: z.array(z.object({ type: z.literal('function'), function: z.object({ name: z.string(), description: z.string(), parameters: z.record(z.string(), z.unknown()) }) })),
});

export type ReceivedCompletion = z.infer<typeof requestSchema>;

/** What the server does with one request. */
export type OpenAiStep =
  | { readonly say: string; readonly tokens?: number }
  | { readonly call: readonly (readonly [name: string, argumentsText: string, id?: string])[]; readonly tokens?: number | undefined; readonly countsNothing?: true }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Begins to speak and closes the connection. */
  | { readonly cut: string }
  /** Begins to speak, or just sends headers, and falls silent. */
  | { readonly stall: string }
  /** Accepts the request and never answers. */
  | { readonly hang: true }
  /** 200, and no chat completion. */
  | { readonly garbage: string };

/** A server of chat completions, streamed as OpenAI does. */
export class FakeOpenAi {
  readonly received: ReceivedCompletion[] = [];
  /** Why it answered requests with 400. */
  readonly refused: Error[] = [];
  private steps: OpenAiStep[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(): Promise<FakeOpenAi> {
    const fake = new FakeOpenAi();
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    return fake;
  }

  get baseUrl(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake is not listening');
    return `http://127.0.0.1:${address.port}/v1`;
  }

  /** What it does with the next requests, one after the other; the last step is repeated. */
  plan(...steps: OpenAiStep[]): void {
    this.steps = steps;
    this.received.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = requestSchema.safeParse(JSON.parse(await text(request)));
    if (!asked.success) {
      this.refused.push(asked.error);
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"invalid","type":"invalid_request_error"}}');
      return;
    }
    this.received.push(asked.data);
    const step = this.steps.length > 1 ? this.steps.shift() : this.steps[0];
    if (step === undefined || 'hang' in step) return;
    if ('status' in step) {
      response.writeHead(step.status, { 'content-type': 'application/json', ...step.headers }).end('{"error":{"message":"a secret detail","type":"x"}}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if ('garbage' in step) response.end(step.garbage);
    else if ('stall' in step) response.write(step.stall === '' ? '\n' : event({ content: step.stall }));
    else if ('cut' in step) response.write(event({ content: step.cut }), () => response.destroy());
    else response.end([...deltasOf(step).map((delta) => event(delta)), event({}, 'say' in step ? 'stop' : 'tool_calls'), 'countsNothing' in step ? '' : usage(step.tokens ?? 100), 'data: [DONE]\n\n'].join(''));
  }
}

function deltasOf(step: Extract<OpenAiStep, { say: string } | { call: unknown }>): object[] {
  if ('say' in step) return (step.say.match(/\S+\s*/g) ?? []).map((content) => ({ content }));
  return step.call.flatMap(([name, text, id], index) => [
    { tool_calls: [{ index, id: id ?? `call_${index}_${name}`.slice(0, 40), type: 'function', function: { name, arguments: '' } }] },
    ...(text.match(/.{1,7}/gs) ?? []).map((part) => ({ tool_calls: [{ index, function: { arguments: part } }] })),
  ]);
}

const envelope = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'fake' };

function event(delta: object, reason: string | null = null): string {
  return `data: ${JSON.stringify({ ...envelope, choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
}

function usage(total: number): string {
  return `data: ${JSON.stringify({ ...envelope, choices: [], usage: { prompt_tokens: total - 1, completion_tokens: 1, total_tokens: total } })}\n\n`;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
