import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Writable } from 'node:stream';
import { type ChatResponse, chatResponseSchema } from '@foodie-express/contracts';
import { createLogger, createMetrics, type Logger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { createMemorySessionStore, type SessionStore } from '@foodie-express/session-store';
import { createApp } from '../app';
import { SessionSecrets } from '../conversation/session-secrets';
import { TurnMetrics } from '../conversation/turn-metrics';
import { CallerReader } from '../http/credentials';
import { memoryRateLimits, type RateLimits } from '../http/rate-limit';
import type { ChatModel } from '../models/chat-model';
import { LocalChatModel } from '../models/local/local-chat-model';
import type { Tool } from '../tools/tool';
import { toolbox } from '../tools/toolbox';

export interface TestAgentOptions {
  readonly apiUrl: string;
  /** The local model where none is given. */
  readonly model?: (api: RestaurantClient, logger: Logger) => ChatModel;
  readonly store?: SessionStore;
  readonly rateLimits?: RateLimits;
  readonly turnTimeoutMs?: number;
  readonly toolTimeoutMs?: number;
  /** All tools where none are given. */
  readonly tools?: ReadonlyMap<string, Tool>;
}

/** chat-agent in the process of a test, with its own port, sessions in memory and its log at hand. */
export class TestAgent {
  readonly logLines: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly closers: readonly (() => Promise<void>)[],
    readonly store: SessionStore,
  ) {}

  static async start({ apiUrl, model, store = createMemorySessionStore(), rateLimits = memoryRateLimits(100_000, 100_000), turnTimeoutMs = 25_000, toolTimeoutMs, tools = toolbox }: TestAgentOptions): Promise<TestAgent> {
    const context = await createRequestContext('async-local-storage');
    const lines: string[] = [];
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    const logger = createLogger({ service: 'chat-agent', context, destination });
    const metrics = createMetrics('chat-agent');
    const api = new RestaurantClient({ baseUrl: apiUrl, attempts: 2, cacheAgeMs: 0, requestId: () => context.requestId });
    const app = createApp(
      {
        context,
        logger,
        api,
        store,
        secrets: new SessionSecrets('a secret of the tests, 32 characters and more'),
        tools,
        model: model?.(api, logger) ?? new LocalChatModel(api),
        callers: new CallerReader(api),
        rateLimits,
        turnTimeoutMs,
        toolTimeoutMs,
        version: '0.0.0',
        usesRedis: false,
        needsRedis: false,
        metrics,
        turnMetrics: new TurnMetrics(metrics.registry),
        circuits: new Map(),
        adminToken: 'token of the operators',
      },
      { allowedOrigins: [], trustedProxies: 0 },
    );
    const server = createServer(app);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const agent = new TestAgent(server, [() => store.close(), () => api.close()], store);
    lines.push = (...added) => agent.logLines.push(...added);
    return agent;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the agent is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    for (const close of this.closers) await close();
  }
}

/** One person's client: keeps the session token, as a page's cookie does. */
export class Person {
  token: string | undefined;

  constructor(
    private readonly agentUrl: string,
    readonly userId: string,
  ) {}

  /** @throws Error where the agent answers anything but 200 */
  async say(message: string): Promise<ChatResponse> {
    const response = await this.post('/chat', { user_id: this.userId, message });
    const body: unknown = await response.json();
    if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
    const reply = chatResponseSchema.parse(body);
    this.token = reply.session_token;
    return reply;
  }

  /** @param signal of a client that may leave before the answer */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}, signal: AbortSignal | null = null): Promise<Response> {
    const session = this.token === undefined ? {} : { 'x-session-token': this.token };
    return fetch(`${this.agentUrl}${path}`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', ...session, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}
