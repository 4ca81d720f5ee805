import { Agent, request } from 'undici';

/** A turn is answered within a minute, or not at all. */
const PATIENCE_MS = 60_000;

/** One connection for each person who waits, as browsers have. */
const dispatcher = new Agent({ connections: null, headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS });

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** Undefined where it is no JSON. */
  readonly body: unknown;
}

/** @throws Error where nothing comes back */
export async function send(method: 'GET' | 'POST', url: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await request(url, {
    dispatcher,
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.body.text();
  return { status: response.statusCode, body: parseJson(text) };
}

/** The person is told what the other side said. @throws Error where the status is no success */
export async function sendOrFail(method: 'GET' | 'POST', url: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<unknown> {
  const answer = await send(method, url, body, headers);
  if (answer.status >= 300) throw new Error(`${method} ${new URL(url).pathname} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
