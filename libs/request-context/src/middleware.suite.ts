import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { Server } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foodie-express/testing';
import express, { type Express } from 'express';
import { Agent, request as send } from 'undici';
import { createRequestContext, type RequestContextBackend } from './create-request-context';
import type { RequestContext } from './request-context';
import { requestContextMiddleware } from './request-context-middleware';

interface Finished {
  readonly seen: string | undefined;
  readonly answered: string;
}

/** The contract of the middleware in an Express app on a real socket. */
export function describeRequestContextMiddleware(backend: RequestContextBackend): void {
  describe(`request context middleware with ${backend}`, () => {
    const finished: Finished[] = [];
    let server: Server;
    let origin: string;
    let dispatcher: Agent;

    beforeAll(async () => {
      const context = await createRequestContext(backend);
      server = app(context, finished).listen(0, '127.0.0.1');
      await once(server, 'listening');
      origin = `http://127.0.0.1:${portOf(server)}`;
      dispatcher = new Agent({ connections: 50 });
    });

    afterAll(async () => {
      await dispatcher.close();
      server.close();
    });

    it.each(['/json', '/raw'])('keeps 1,000 interleaved requests with bodies on 50 kept connections apart: %s', async (path) => {
      const wrong: unknown[] = [];
      const ask = async (number: number) => {
        const requestId = `${path.slice(1)}-${number}`;
        const headers = { 'content-type': 'application/json', 'x-request-id': requestId };
        const answer = await send(`${origin}${path}`, { dispatcher, method: 'POST', headers, body: Readable.from(slowBody(number)) });
        const seen = await answer.body.json();
        const expected = { requestId, number, channel: 'api' };
        if (JSON.stringify(seen) !== JSON.stringify(expected) || answer.headers['x-request-id'] !== requestId) wrong.push({ seen, expected });
      };
      await Promise.all(Array.from({ length: 1_000 }, (_, number) => ask(number)));
      expect(wrong.slice(0, 10)).toEqual([]);
      // What listeners of the response saw once it was sent.
      await eventually(() => { expect(finished.filter(({ answered }) => answered.startsWith(`${path.slice(1)}-`))).toHaveLength(1_000); });
      expect(finished.filter(({ seen, answered }) => seen !== answered)).toEqual([]);
    });

    it('answers with an ID where none came, also when a handler fails or no route fits', async () => {
      const answers = await Promise.all(['/json', '/fails', '/nowhere'].map((path) => send(`${origin}${path}`, { dispatcher, method: 'POST' })));
      await Promise.all(answers.map(({ body }) => body.dump()));
      const ids = answers.map(({ headers }) => headers['x-request-id']);
      expect(new Set(ids).size).toBe(3);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    });

    it.each([
      ['of 10 kB', `X-Request-ID: ${'x'.repeat(10_240)}`],
      ['with odd characters', 'X-Request-ID: <script>'],
      ['with a character that is not ASCII', 'X-Request-ID: mosh\u00e9'],
      ['sent twice', 'X-Request-ID: good\r\nX-Request-ID: evil'],
      ['with an encoded line break', 'X-Request-ID: good%0d%0aevil'],
      ['with a folded line', 'X-Request-ID: good\r\n evil'],
      ['with a carriage return', 'X-Request-ID: good\revil: 1'],
      ['with a zero byte', 'X-Request-ID: good\0evil'],
    ])('never echoes a header %s', async (_, header) => {
      const answer = await sendRaw(portOf(server), `POST /json HTTP/1.1\r\nHost: a\r\n${header}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400) /);
      // Each of these has a letter that no new ID, of hexadecimal digits, can show.
      expect(answer).not.toMatch(/evil|script|mosh|xxxx/);
      if (answer.startsWith('HTTP/1.1 200')) expect(answer).toMatch(/^X-Request-ID: [0-9a-f-]{36}\r$/m);
    });
  });
}

function app(context: RequestContext, finished: Finished[]): Express {
  const seen = (number: unknown) => ({ requestId: context.requestId, number, channel: context.channel });
  return express()
    .use(requestContextMiddleware(context, { channel: 'api' }))
    .use((_request, response, next) => {
      response.on('finish', () => finished.push({ seen: context.requestId, answered: String(response.getHeader('x-request-id')) }));
      next();
    })
    .post('/fails', () => {
      throw new Error('expected');
    })
    // Reads the body with listeners of its own, as parsers of uploads do.
    .post('/raw', (request, response) => {
      const parts: string[] = [];
      request.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      request.on('end', () => response.json(seen(numberIn(JSON.parse(parts.join(''))))));
    })
    .use(express.json())
    .post('/json', async (request, response) => {
      await delay(Math.random() * 5);
      response.json(seen(numberIn(request.body)));
    })
    .use((_error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
      if (response.headersSent) next(_error);
      else response.sendStatus(500);
    });
}

function numberIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'number' in body ? body.number : undefined;
}

/** A body in two parts, so that the handler begins long before the body has arrived. */
async function* slowBody(number: number): AsyncGenerator<string> {
  yield '{"number":';
  await delay(Math.random() * 5);
  yield `${number}}`;
}

async function sendRaw(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(request, 'latin1');
  return text(socket);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
