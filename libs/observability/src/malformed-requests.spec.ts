import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@foodie-express/contracts';
import { createRequestContext } from '@foodie-express/request-context';
import { closeHttpServer } from './close-http-server';
import { LogLines } from './fixtures/log-lines';
import { createLogger } from './logger';
import { answerMalformedRequests } from './malformed-requests';

describe('answerMalformedRequests', () => {
  const destination = new LogLines();
  let server: Server;

  beforeAll(async () => {
    const logger = createLogger({ service: 'test', context: await createRequestContext(), destination });
    server = createServer((_, response) => response.end());
    answerMalformedRequests(server, logger);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterAll(() => closeHttpServer(server));

  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', 400, 'bad_request'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: a\r\nX-Request-ID: a\r\n evil\r\nA\0: b\r\n\r\n', 400, 'bad_request'],
    ['a carriage return in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX-Request-ID: a\revil: 1\r\n\r\n', 400, 'bad_request'],
    ['headers of 20 kB', `GET / HTTP/1.1\r\nHost: a\r\nX-Request-ID: ${'evil'.repeat(5_000)}\r\n\r\n`, 431, 'headers_too_large'],
  ])('answers %s with a problem and a new ID, which the log bears', async (_, bytes, status, code) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(bytes, 'latin1');
    const answer = await text(socket);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const problem = problemSchema.parse(JSON.parse(body));
    expect(problem).toMatchObject({ status, code });
    expect(head.split('\r\n')).toEqual(expect.arrayContaining([
      expect.stringMatching(new RegExp(`^HTTP/1.1 ${status} `)),
      'Content-Type: application/problem+json; charset=utf-8',
      `X-Request-ID: ${problem.request_id}`,
    ]));
    expect(answer).not.toContain('evil');
    expect(destination.lines).toContainEqual(expect.objectContaining({ request_id: problem.request_id, status, msg: 'malformed request' }));
  });

  it('disregards an expectation that nobody knows', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nExpect: foo\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
