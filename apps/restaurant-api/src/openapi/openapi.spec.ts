import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createLogger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import request from 'supertest';
import { createApplication } from '../application';
import { readConfiguration } from '../configuration';
import { RateLimiters } from '../platform/rate-limiters';
import { OpenApiService } from './openapi.service';
import type { Route } from './route';

describe('the documentation of the API', () => {
  let app: NestExpressApplication;
  let routes: Route[];
  beforeAll(async () => {
    const requestContext = await createRequestContext();
    const logger = createLogger({ service: 'spec', context: requestContext, level: 'silent' });
    const configuration = readConfiguration({});
    const rateLimiters = new RateLimiters(undefined, () => undefined);
    app = await createApplication({ configuration, requestContext, clock: () => new Date(), signingSecret: 'x'.repeat(32), rateLimiters }, logger);
    routes = app.get(OpenApiService, { strict: false }).routes();
  });
  afterAll(() => app.close());

  it('describes every call, each with what it answers', () => {
    expect(routes.length).toBeGreaterThan(35);
    const silent = routes.filter(({ operation }) => operation === undefined || (operation.answer === undefined && operation.status !== 204));
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('shows a body for every call that takes one, and each fits', () => {
    const withBody = routes.filter(({ body }) => body !== undefined);
    expect(withBody.length).toBeGreaterThan(10);
    for (const { path, body, operation } of withBody) {
      expect({ path, fits: body?.safeParse(operation?.example?.request).success }).toEqual({ path, fits: true });
    }
  });

  it('is served as OpenAPI 3.1 whose references all lead somewhere', async () => {
    const { body, text } = (await request(app.getHttpServer()).get('/openapi.json').expect(200)) as { body: { openapi: string; components: { schemas: object } }; text: string };
    expect(body.openapi).toBe('3.1.0');
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(new Set(references).size).toBeGreaterThan(15);
    for (const name of references) expect(Object.keys(body.components.schemas)).toContain(name);
    expect(text).toContain('"/orders/{id}/history"');
  });

  it('has pages of its own, which load nothing from elsewhere', async () => {
    await request(app.getHttpServer()).get('/docs').expect(302).expect('Location', '/docs/');
    const page = await request(app.getHttpServer()).get('/api/v1/docs/').expect(200);
    expect(page.text).toContain('swagger-ui');
    expect(page.text).not.toMatch(/https?:\/\//);
    const initializer = await request(app.getHttpServer()).get('/docs/swagger-initializer.js').expect(200);
    expect(initializer.text).toContain("'../openapi.json'");
    await request(app.getHttpServer()).get('/docs/swagger-ui-bundle.js').expect(200);
  });

  it('is there while the database is not, other calls answer 503', async () => {
    await request(app.getHttpServer()).get('/health/live').expect(200);
    await request(app.getHttpServer()).get('/health/ready').expect(503);
    await request(app.getHttpServer()).get('/restaurants/').expect(503);
  });
});
