import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';
import type { NodeMiddleware } from './in-sequence';

/**
 * Helmet's headers, which are the same for every response and so are worked out once, and what answers depend on: who asks from where,
 * and in which encoding.
 */
export function standingHeaders(): NodeMiddleware {
  const headers = [...helmetHeaders(), ['Vary', 'Origin, Accept-Encoding'] as const];
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function helmetHeaders(): (readonly [string, string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  // The pages of /docs must load where there is no TLS, too.
  helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })(request, response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}
