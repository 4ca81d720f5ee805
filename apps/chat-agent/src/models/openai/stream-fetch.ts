import { type Dispatcher, request } from 'undici';

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` for the client whose responses are read from Node's own stream. The client reads bodies as async iterables and as texts, and
 * both are there; through web streams, as the runtime's own `fetch` has them, a streamed reply takes about twice the processor time.
 * Redirects are not followed: an endpoint of chat completions has none.
 */
export function streamFetch(dispatcher: Dispatcher): Fetch {
  return async (input, init = {}) => {
    const { statusCode, headers, body } = await request(input instanceof Request ? input.url : input, {
      dispatcher,
      method: methodOf(init.method),
      headers: Object.fromEntries(init.headers instanceof Headers ? init.headers : new Headers(init.headers)),
      body: textOf(init.body),
      ...(init.signal !== null && init.signal !== undefined && { signal: init.signal }),
    });
    // The client knows its way round by headers and status; without a body the constructor takes every status that it may meet.
    const response = new Response(null, { status: statusCode, headers: headerEntries(headers) });
    return Object.defineProperties(response, {
      body: { value: body },
      text: { value: () => body.text() },
      json: { value: () => body.json() },
      arrayBuffer: { value: () => body.arrayBuffer() },
    });
  };
}

function methodOf(method = 'GET'): Dispatcher.HttpMethod {
  const known: Readonly<Record<string, Dispatcher.HttpMethod>> = { GET: 'GET', POST: 'POST', DELETE: 'DELETE' };
  return known[method.toUpperCase()] ?? 'POST';
}

/** The client sends JSON, as a text. */
function textOf(body: unknown): string | null {
  if (body === null || body === undefined) return null;
  if (typeof body !== 'string') throw new TypeError('only texts are sent to a model');
  return body;
}

function headerEntries(headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value = []]) => (typeof value === 'string' ? [[name, value] as [string, string]] : value.map((each): [string, string] => [name, each])));
}
