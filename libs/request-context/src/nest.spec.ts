import 'reflect-metadata';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, type INestApplication, Injectable, Logger, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import request from 'supertest';
import { createRequestContext, type RequestContextBackend } from './create-request-context';
import type { RequestContext } from './request-context';
import { requestContextMiddleware } from './request-context-middleware';

describe.each<RequestContextBackend>(['async-local-storage', 'cls-hooked'])('Nest on Express with %s', (backend) => {
  let app: INestApplication<Server>;

  beforeAll(async () => {
    app = await nestApp(await createRequestContext(backend));
  });

  afterAll(() => app.close());

  it('lets services read the ID after Nest has parsed the body, and answers with it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, number) => request(app.getHttpServer()).post('/').set('X-Request-ID', `id-${number}`).send({ number })),
    );
    for (const [number, answer] of answers.entries()) {
      expect(answer.body).toEqual({ number, requestId: `id-${number}` });
      expect(answer.headers['x-request-id']).toBe(`id-${number}`);
    }
  });

  it.each([
    ['/nowhere', '{}', 404],
    ['/', '{', 400],
  ])('answers %s with body %s with an ID too', async (path, body, status) => {
    const answer = await request(app.getHttpServer()).post(path).set('Content-Type', 'application/json').send(body).expect(status);
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

async function nestApp(context: RequestContext): Promise<INestApplication<Server>> {
  @Injectable()
  class Service {
    async requestId(): Promise<string | undefined> {
      await new Promise((resolve) => setImmediate(resolve));
      return context.requestId;
    }
  }

  @Controller()
  class RootController {
    constructor(private readonly service: Service) {}

    @Post()
    async echo(@Body() body: object): Promise<object> {
      return { ...body, requestId: await this.service.requestId() };
    }
  }

  @Module({ controllers: [RootController], providers: [Service] })
  class RootModule {}

  Logger.overrideLogger(false);
  const app = await NestFactory.create<INestApplication<Server>>(RootModule);
  app.use(requestContextMiddleware(context));
  await app.listen(0, '127.0.0.1');
  return app;
}
