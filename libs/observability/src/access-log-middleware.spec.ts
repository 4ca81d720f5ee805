import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRequestContext, requestContextMiddleware } from '@foodie-express/request-context';
import { eventually } from '@foodie-express/testing';
import express from 'express';
import request from 'supertest';
import { accessLogMiddleware } from './access-log-middleware';
import { closeHttpServer } from './close-http-server';
import { LogLines } from './fixtures/log-lines';
import { createLogger } from './logger';

describe('accessLogMiddleware', () => {
  const destination = new LogLines();
  const { lines } = destination;
  let server: Server;

  beforeAll(async () => {
    const context = await createRequestContext();
    const logger = createLogger({ service: 'test', context, level: 'debug', destination });
    const router = express.Router().get('/item', (_, response) => response.sendStatus(204));
    server = express()
      .use(requestContextMiddleware(context), accessLogMiddleware(logger))
      .use('/menu', router)
      .get('/health', (_, response) => response.end())
      .get('/hangs', () => undefined)
      .get('/fails', (_, response) => response.sendStatus(503))
      .listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => closeHttpServer(server));

  beforeEach(() => {
    lines.length = 0;
  });

  it.each([
    ['/menu/item?q=a&token=hunter2&q=b', { level: 'info', path: '/menu/item', query: ['q', 'token'], status: 204 }],
    ['/nowhere', { level: 'info', path: '/nowhere', status: 404 }],
    ['/fails', { level: 'error', path: '/fails', status: 503 }],
    ['/health', { level: 'debug', path: '/health', status: 200 }],
  ])('writes one line for %s', async (url, expected) => {
    await request(server).get(url).set('X-Request-ID', 'r-1');
    await eventually(() => { expect(lines).toHaveLength(1); });
    expect(lines).toMatchObject([{ ...expected, method: 'GET', request_id: 'r-1', msg: 'request' }]);
    expect(lines[0]?.['duration_ms']).toBeGreaterThanOrEqual(0);
    expect(lines[0]).not.toHaveProperty('aborted');
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('marks a client that left', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET /hangs HTTP/1.1\r\nHost: a\r\nX-Request-ID: r-2\r\n\r\n', () => socket.destroy());
    await eventually(() => { expect(lines).toMatchObject([{ path: '/hangs', aborted: true, request_id: 'r-2' }]); });
  });

  it('bounds what it repeats', async () => {
    await request(server).get(`/${'a'.repeat(5_000)}?${Array.from({ length: 100 }, (_, number) => `${'b'.repeat(100)}${number}=1`).join('&')}`);
    await eventually(() => { expect(lines).toHaveLength(1); });
    expect(JSON.stringify(lines).length).toBeLessThan(2_500);
  });
});
