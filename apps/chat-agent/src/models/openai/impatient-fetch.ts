type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` for the client, which does what `Retry-After` says however long that is: a server that asks for more than `maxWaitMs` is
 * not tried again, so that somebody else can answer while the person is still there.
 */
export function impatientFetch(fetch: Fetch, maxWaitMs: number): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (waitAskedFor(response.headers) > maxWaitMs) response.headers.set('x-should-retry', 'false');
    return response;
  };
}

/** In milliseconds; 0 where the server does not say. */
function waitAskedFor(headers: Headers): number {
  const milliseconds = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (!Number.isNaN(milliseconds)) return milliseconds;
  const text = headers.get('retry-after') ?? '';
  const seconds = Number.parseFloat(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1_000;
  return Number.isNaN(wait) ? 0 : wait;
}
