import { type ChatResponse, chatResponseSchema, problemSchema } from '@foodie-express/contracts';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';

/** The agent cannot be reached. */
export class AgentDownError extends Error {
  override readonly name = 'AgentDownError';
}

/** The agent answered with an error; the message is the sentence for the person. */
export class AgentRefusal extends Error {
  override readonly name = 'AgentRefusal';
}

/** What happens before a reply is complete. */
export interface ReplyEvents {
  readonly onText: (text: string) => void;
  readonly onTool: (name: string) => void;
}

/** The agent bounds a turn itself (TURN_TIMEOUT, 55 seconds at most): one that takes longer than this is lost. */
const TURN_TIMEOUT_MS = 60_000;
const HEALTH_TIMEOUT_MS = 3_000;

const tokenSchema = z.object({ text: z.string() });
const toolSchema = z.object({ name: z.string() });

/** One conversation with chat-agent over HTTP. */
export class AgentClient {
  /** @param sessionToken the token of an earlier conversation of this user, kept up to date with every reply */
  constructor(
    private readonly url: string,
    private readonly userId: string,
    public sessionToken?: string,
  ) {}

  async isUp(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) });
      await response.body?.cancel();
      return response.ok;
    } catch {
      // Whatever the reason, nobody can be talked to there.
      return false;
    }
  }

  /**
   * Sends a message and follows the reply as it is written, where the agent can stream.
   * @throws AgentDownError, AgentRefusal; the reason of `signal` where that is aborted
   */
  async send(message: string, events: ReplyEvents, signal?: AbortSignal): Promise<ChatResponse> {
    const body = { user_id: this.userId, message };
    const streamed = await this.post('/chat/stream', body, signal);
    const isMissing = streamed.status === 404 || streamed.status === 405;
    const response = isMissing ? await this.post('/chat', body, signal) : streamed;
    const reply = await this.reading(signal, () => readReply(response, events));
    this.sessionToken = reply.session_token;
    return reply;
  }

  /** Forgets the conversation. @throws AgentDownError, AgentRefusal */
  async clear(): Promise<void> {
    const response = await this.post('/clear-session', { user_id: this.userId });
    if (!response.ok) throw await refusalOf(response);
    await response.body?.cancel();
  }

  private async post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
    const limit = new AbortController();
    // A timer that holds on to the signal: one of `AbortSignal.timeout` is collected as garbage where it is joined with another.
    setTimeout(() => {
      limit.abort(new DOMException('The time is up', 'TimeoutError'));
    }, TURN_TIMEOUT_MS).unref();
    return this.reading(signal, () =>
      fetch(`${this.url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream, application/json',
          ...(this.sessionToken !== undefined && { 'x-session-token': this.sessionToken }),
        },
        body: JSON.stringify(body),
        signal: signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]),
      }),
    );
  }

  /** Failures of the connection, at the start or in the middle of a reply, as `AgentDownError`. */
  private async reading<Result>(signal: AbortSignal | undefined, read: () => Promise<Result>): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof AgentRefusal) throw error;
      throw new AgentDownError(`The connection to ${this.url} is lost.`, { cause: error });
    }
  }
}

async function readReply(response: Response, events: ReplyEvents): Promise<ChatResponse> {
  if (!response.ok) throw await refusalOf(response);
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream || response.body === null) return chatResponseSchema.parse(await response.json());
  const stream = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { event, data } of stream) {
    const value: unknown = JSON.parse(data);
    if (event === 'token') events.onText(tokenSchema.parse(value).text);
    else if (event === 'tool') events.onTool(toolSchema.parse(value).name);
    else if (event === 'done') return chatResponseSchema.parse(value);
    else if (event === 'error') throw new AgentRefusal(problemSchema.parse(value).detail);
  }
  throw new Error('the reply ended before it was complete');
}

async function refusalOf(response: Response): Promise<AgentRefusal> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  return new AgentRefusal(problem.data?.detail ?? `The agent answered with status ${response.status}.`);
}
