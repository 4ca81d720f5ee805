import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createLogger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { ApiDocument } from '@foodie-express/testing';
import { validate } from '@readme/openapi-parser';
import request from 'supertest';
import { z } from 'zod';
import { createApplication } from '../application';
import { readConfiguration } from '../configuration';
import { RateLimiters } from '../platform/rate-limiters';
import { OpenApiService } from './openapi.service';
import type { Route } from './route';

const documentSchema = z.looseObject({
  openapi: z.string(),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});

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

  const served = async () => documentSchema.parse((await request(app.getHttpServer()).get('/openapi.json').expect(200)).body);

  it('describes every call, each with what it answers', () => {
    expect(routes.length).toBeGreaterThan(35);
    const silent = routes.filter(({ operation }) => operation === undefined || (operation.answer === undefined && operation.status !== 204));
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('is OpenAPI 3.1 without a fault', async () => {
    const document = await served();
    expect(document.openapi).toBe('3.1.0');
    const result = await validate(structuredClone(document) as never);
    expect({ errors: result.valid ? [] : result.errors, warnings: result.warnings }).toEqual({ errors: [], warnings: [] });
  });

  it('uses every component that it has, and has every one that it uses', async () => {
    const document = await served();
    const has = Object.entries(document.components).flatMap(([kind, components]) => Object.keys(components).map((name) => `${kind}/${name}`));
    const uses = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([\w/-]+)"/g)].map(([, name]) => name);
    expect(has.filter((name) => !name.startsWith('securitySchemes/')).toSorted()).toEqual([...new Set(uses)].toSorted());
  });

  it('shows a request and an answer for every call, and every problem, each of which fits its schema', async () => {
    expect(new ApiDocument(await served()).exampleFaults()).toEqual([]);
  });

  it('shows bodies that the schemas of the calls take', () => {
    for (const { path, body, operation } of routes.filter((route) => route.body !== undefined)) {
      expect({ path, fits: body?.safeParse(operation?.example?.request).success }).toEqual({ path, fits: true });
    }
  });

  it('says what each parameter is', async () => {
    const parameters = new ApiDocument(await served()).operations.flatMap((operation) => operation.parameters).filter((parameter) => !('$ref' in parameter));
    expect(parameters.length).toBeGreaterThan(40);
    for (const parameter of parameters) expect(parameter).toMatchObject({ description: expect.stringMatching(/\.$/) });
  });

  it('has pages of its own, which load nothing from elsewhere', async () => {
    for (const [path, base] of [['/docs', '<base href="docs/">'], ['/api/v1/docs', '<base href="docs/">'], ['/docs/', '<head>'], ['/api/v1/docs/', '<head>']] as const) {
      const page = await request(app.getHttpServer()).get(path).expect(200).expect('Content-Type', /html/);
      expect(page.text).toContain('swagger-ui');
      expect(page.text).toContain(base);
      expect(page.text).not.toMatch(/https?:\/\//);
    }
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
