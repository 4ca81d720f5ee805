import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createFailure, type FailureCode, toProblemResponse } from '@foodie-express/error-messages';
import { REQUEST_ID_HEADER, resolveRequestId } from '@foodie-express/request-context';
import type { Logger } from './logger';

/** By the `code` of Node's HTTP parser; anything else is not HTTP at all. */
const failureCodes: Readonly<Record<string, FailureCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/**
 * Answers what Node's HTTP parser turns down, before any middleware, as everything else is answered: with problem details
 * and a request ID, which the log line bears too.
 */
export function answerMalformedRequests(server: Server, logger: Logger): void {
  // An expectation that nobody knows may be disregarded (RFC 9110, 10.1.1); Node's own 417 has neither ID nor body.
  server.on('checkExpectation', (request, response) => {
    server.emit('request', request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const requestId = resolveRequestId(undefined);
    const failure = createFailure(failureCodes[error.code ?? ''] ?? 'bad_request');
    logger.info({ request_id: requestId, status: failure.status, reason: error.code }, 'malformed request');
    socket.end(rawResponse(failure.status, toProblemResponse(failure, requestId)));
  });
}

function rawResponse(status: number, { headers, body }: ReturnType<typeof toProblemResponse>): string {
  const content = JSON.stringify(body);
  const lines = { ...headers, [REQUEST_ID_HEADER]: body.request_id, 'Content-Length': String(Buffer.byteLength(content)), Connection: 'close' };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${body.title}\r\n${head.join('')}\r\n${content}`;
}
