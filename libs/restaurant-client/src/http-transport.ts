import { AppError, describeFailure, failureFromResponse } from '@foodie-express/error-messages';
import { withinTime } from '@foodie-express/time-limit';
import CircuitBreaker from 'opossum';
import { Agent, request } from 'undici';
import { pauseBeforeRetry } from './pause-before-retry';

/** One call of the API. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query: `/restaurants/?limit=100`. */
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the API does the same for the call sent twice: only such calls are sent again. */
  readonly idempotent: boolean;
}

/** A successful answer: 2xx, or 304 where the call sent `If-None-Match`. `body` is undefined where there was none. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Of the body, in characters. */
  readonly length: number;
  header(name: string): string | undefined;
}

export interface HttpTransportOptions {
  /** `http://host:port`, without a path of its own. */
  readonly baseUrl: string;
  /** Bound of one attempt, connecting included, in milliseconds. */
  readonly timeoutMs: number;
  /** Attempts of an idempotent call that fails, the first one included. A call that takes too long is not sent again. */
  readonly attempts: number;
  /** How long an open circuit refuses calls before it lets one through, in milliseconds. */
  readonly circuitResetMs: number;
  /** The ID of the request on whose behalf calls are made now. */
  readonly requestId: () => string | undefined;
}

/** The largest answer that is read, in bytes: 100 restaurants of 200 items each stay well below it. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** HTTP to the restaurant API: kept-alive connections, a bound on time, retries, and a circuit breaker around each attempt. */
export class HttpTransport {
  private readonly agent: Agent;
  private readonly circuit: CircuitBreaker<[ApiCall, AbortSignal | undefined], ApiAnswer>;

  constructor(private readonly options: HttpTransportOptions) {
    this.agent = new Agent({
      connections: 64,
      connect: { timeout: Math.min(options.timeoutMs, 3_000) },
      // Each attempt bounds its own time.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: MAX_ANSWER_BYTES,
    });
    this.circuit = new CircuitBreaker((call: ApiCall, signal: AbortSignal | undefined) => this.attempt(call, signal), {
      name: 'restaurant-api',
      // Each attempt bounds its own time and so frees its connection, which the breaker's timer would not.
      timeout: false,
      // Ten calls in ten seconds are enough to judge by; fewer say too little.
      volumeThreshold: 10,
      rollingCountTimeout: 10_000,
      errorThresholdPercentage: 50,
      resetTimeout: options.circuitResetMs,
      // A person who leaves while the API is at work is no fault of the API's.
      errorFilter: (error: unknown, _call?: ApiCall, signal?: AbortSignal) => !isOutage(error) || (signal?.aborted === true && !isTimeUp(signal.reason)),
    });
  }

  get circuitOpen(): boolean {
    return this.circuit.opened;
  }

  /** Lets calls through again at once. */
  resetCircuit(): void {
    this.circuit.close();
  }

  /**
   * @param signal gives up the call, retries included
   * @throws AppError with the `code` and `detail` of the API's problem, or of the network's failure
   */
  async send(call: ApiCall, signal?: AbortSignal): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.circuit.fire(call, signal);
      } catch (error) {
        const last = !call.idempotent || attempt >= this.options.attempts || !isOutage(error) || isTimeUp(error) || signal?.aborted === true;
        if (last || this.circuit.opened) throw asAppError(error);
        await pauseBeforeRetry(attempt, signal);
      }
    }
  }

  async close(): Promise<void> {
    this.circuit.shutdown();
    await this.agent.close();
  }

  private attempt(call: ApiCall, signal: AbortSignal | undefined): Promise<ApiAnswer> {
    return withinTime(this.options.timeoutMs, signal === undefined ? [] : [signal], (limit) => this.exchange(call, limit));
  }

  private async exchange(call: ApiCall, signal: AbortSignal): Promise<ApiAnswer> {
    const { statusCode, headers, body } = await request(new URL(call.path, this.options.baseUrl), {
      dispatcher: this.agent,
      method: call.method,
      headers: this.headersOf(call),
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal,
    });
    const text = await body.text();
    const header = (name: string) => single(headers[name]);
    if (statusCode >= 400) throw failedCall(statusCode, parseJson(text), header('retry-after'));
    return { status: statusCode, body: text === '' ? undefined : parseJson(text), length: text.length, header };
  }

  private headersOf({ body, token, headers }: ApiCall): Record<string, string> {
    const requestId = this.options.requestId();
    return {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(requestId !== undefined && { 'x-request-id': requestId }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    };
  }
}

function failedCall(status: number, body: unknown, retryAfter: string | undefined): AppError {
  const failure = failureFromResponse({ status, body, retryAfter });
  return new AppError(failure.code, failure);
}

/** What the network, undici and the breaker throw; the cause is for the log. */
function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(describeFailure(error).code, { cause: error });
}

/** Answers with 4xx are the caller's affair: they neither open the circuit nor are worth another try. */
function isOutage(error: unknown): boolean {
  return !(error instanceof AppError) || error.failure.status >= 500;
}

/** The API is still at work on the call: to send it again would only add to what keeps it busy. */
function isTimeUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Undefined where the text is not JSON: a proxy's page, for instance. Schemas of answers refuse that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
