import 'reflect-metadata';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ArgumentsHost, Catch, Controller, type ExceptionFilter, type INestApplication, Logger, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import express from 'express';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import OpenAI from 'openai';
import CircuitBreaker from 'opossum';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import request from 'supertest';
import { request as send } from 'undici';
import { describeFailure } from './describe-failure';
import type { Failure } from './failure';

const servers: (Server | TcpServer)[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

async function listen(server: Server | TcpServer): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function origin(handler: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(handler))}`;
}

/** A port on which nothing listens any more. */
async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  servers.splice(servers.indexOf(server), 1);
  server.close();
  await once(server, 'close');
  return port;
}

/** What the error of a failing call is described as. The description holds neither the address nor the class of the error. */
async function failureOf(call: () => Promise<unknown>): Promise<Failure> {
  const error: unknown = await call().then(
    () => { throw new Error('the call did not fail'); },
    (reason: unknown) => reason,
  );
  const failure = describeFailure(error);
  expect(JSON.stringify(failure)).not.toMatch(/127\.0\.0\.1|Error:|\bat .*\.(ts|js)/);
  return failure;
}

describe('failures of real clients', () => {
  it('refused connections', async () => {
    const port = await closedPort();
    const url = `http://127.0.0.1:${port}/`;
    const redis = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true }).on('error', () => undefined);
    const mongo = new MongoClient(`mongodb://127.0.0.1:${port}`, { serverSelectionTimeoutMS: 50 });
    const openai = new OpenAI({ apiKey: 'none', baseURL: url, maxRetries: 0 });
    for (const call of [() => fetch(url), () => send(url), () => redis.get('a'), () => mongo.db().command({ ping: 1 }), () => openai.models.list()]) {
      expect(await failureOf(call)).toMatchObject({ code: 'upstream_unreachable', status: 503, userMessage: expect.stringMatching(/^🔌 /) });
    }
    await mongo.close();
  });

  it('unknown hosts and dropped connections', async () => {
    expect(await failureOf(() => fetch('http://does-not-exist.invalid/'))).toMatchObject({ code: 'upstream_unreachable' });
    const dropping = await origin((_, response) => { response.destroy(); });
    expect(await failureOf(() => fetch(dropping))).toMatchObject({ code: 'upstream_unreachable' });
    expect(await failureOf(() => send(dropping))).toMatchObject({ code: 'upstream_unreachable' });
  });

  it('time-outs', async () => {
    const silent = await origin(() => undefined);
    const breaker = new CircuitBreaker(() => delay(1_000, undefined, { ref: false }), { timeout: 20 });
    const calls = [
      () => fetch(silent, { signal: AbortSignal.timeout(20) }),
      () => send(silent, { headersTimeout: 20 }),
      () => send(silent, { signal: AbortSignal.timeout(20) }),
      // Jest's own realm keeps the client from telling a time-out from other errors.
      () => Promise.reject(new OpenAI.APIConnectionTimeoutError()),
      () => breaker.fire(),
    ];
    for (const call of calls) expect(await failureOf(call)).toMatchObject({ code: 'upstream_timeout', status: 504, userMessage: expect.stringMatching(/^⏱️ /) });
    breaker.shutdown();
  });

  it('an open circuit', async () => {
    const breaker = new CircuitBreaker(() => Promise.resolve());
    breaker.open();
    expect(await failureOf(() => breaker.fire())).toMatchObject({ code: 'circuit_open', status: 503, userMessage: expect.stringMatching(/^⚙️ /) });
    breaker.shutdown();
  });

  it('an answer that is not JSON', async () => {
    const page = await origin((_, response) => response.end('<html>'));
    expect(await failureOf(async () => (await fetch(page)).json())).toMatchObject({ code: 'upstream_failed', status: 502 });
    expect(await failureOf(async () => (await send(page)).body.json())).toMatchObject({ code: 'upstream_failed', status: 502 });
  });

  it('a model that turns us down: no reason for the person to log in', async () => {
    const statuses = { 401: 'upstream_failed', 429: 'service_unavailable', 500: 'upstream_failed', 503: 'service_unavailable', 504: 'upstream_timeout' };
    for (const [status, code] of Object.entries(statuses)) {
      const url = await origin((_, response) => response.writeHead(Number(status)).end('{}'));
      const openai = new OpenAI({ apiKey: 'none', baseURL: url, maxRetries: 0 });
      expect(await failureOf(() => openai.models.list())).toMatchObject({ code });
    }
  });

  it('a limit that is used up', async () => {
    const limiter = new RateLimiterMemory({ points: 1, duration: 60 });
    await limiter.consume('a');
    const { code, retryAfterSeconds } = await failureOf(() => limiter.consume('a'));
    expect(code).toBe('rate_limited');
    expect(retryAfterSeconds).toBeGreaterThan(50);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  });
});

describe('failures of requests to Express', () => {
  const app = express()
    .use(express.json({ limit: 100 }))
    .get('/orders/:id', (_, response) => response.end())
    .use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
      if (response.headersSent) next(error);
      else response.json(describeFailure(error));
    });

  it.each([
    ['invalid_json', 400, 'application/json', '{"a":'],
    ['invalid_json', 400, 'application/json', '"text"'],
    ['body_too_large', 413, 'application/json', JSON.stringify('x'.repeat(200))],
    ['unsupported_media_type', 415, 'application/json; charset=klingon', '{}'],
  ])('%s', async (code, status, type, body) => {
    const answer = await request(app).post('/').set('Content-Type', type).send(body);
    expect(answer.body).toMatchObject({ code, status });
  });

  it.each([
    ['gzip', 'bad_request', 'The body is not compressed in the way that its Content-Encoding says.'],
    ['br', 'bad_request', 'The body is not compressed in the way that its Content-Encoding says.'],
    ['compress', 'unsupported_media_type', 'Content-Encoding should be gzip, deflate or br, or be left out.'],
  ])('a body that is not %s', async (encoding, code, detail) => {
    const answer = await request(app).post('/').set({ 'Content-Type': 'application/json', 'Content-Encoding': encoding }).send('{}');
    expect(answer.body).toMatchObject({ code, detail });
  });

  it('a path that is not well encoded', async () => {
    expect((await request(app).get('/orders/%E0%A4%A')).body).toMatchObject({ code: 'bad_request', status: 400 });
  });
});

describe('failures of requests to Nest', () => {
  @Controller()
  class RootController {
    @Post('orders/:id')
    echo(): string {
      return 'done';
    }
  }

  @Module({ controllers: [RootController] })
  class RootModule {}

  @Catch()
  class FailureFilter implements ExceptionFilter {
    catch(error: unknown, host: ArgumentsHost): void {
      host.switchToHttp().getResponse<express.Response>().json(describeFailure(error));
    }
  }

  let app: INestApplication<Server>;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    app = await NestFactory.create<INestApplication<Server>>(RootModule);
    app.useGlobalFilters(new FailureFilter());
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  it.each([
    ['invalid_json', 400, '/orders/1', '{"a":'],
    ['body_too_large', 413, '/orders/1', JSON.stringify(['x'.repeat(200_000)])],
    ['not_found', 404, '/nowhere', '{}'],
    ['bad_request', 400, '/orders/%E0%A4%A', '{}'],
  ])('%s', async (code, status, path, body) => {
    const answer = await request(app.getHttpServer()).post(path).set('Content-Type', 'application/json').send(body);
    expect(answer.body).toMatchObject({ code, status });
  });
});
