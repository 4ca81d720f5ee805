import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { accessLogMiddleware, type Logger } from '@foodie-express/observability';
import { requestContextMiddleware } from '@foodie-express/request-context';
import { AppModule } from './app.module';
import { Database } from './database/database';
import { FORM_PATH, formParsing, jsonParsing, unreadBodyRefusal } from './http/body-parsing';
import { compressionWhereWanted } from './http/compression';
import { crossOrigin } from './http/cross-origin';
import { Draining } from './http/draining';
import { inSequence, type NodeMiddleware } from './http/in-sequence';
import { problemMiddleware } from './http/problem-responder';
import { readinessGate } from './http/readiness-gate';
import { standingHeaders } from './http/standing-headers';
import { versionPrefix } from './http/version-prefix';
import { swaggerUi } from './openapi/swagger-ui';
import { NestLogger } from './platform/nest-logger';
import type { Platform } from './platform/platform.module';
import { HotReads } from './restaurants/hot-reads';

type UsedOptions = 'logger' | 'bodyParser' | 'abortOnError' | 'routeResolutionStrategy' | 'routeConflictPolicy';

function nestOptions(logger: Logger): Pick<NestApplicationOptions, UsedOptions> {
  return {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
    routeResolutionStrategy: 'specificity',
    routeConflictPolicy: { duplicate: 'error' },
  };
}

/** The whole service but for the port and the database's address. No call works before `Database.open`. */
export async function createApplication(platform: Platform, logger: Logger): Promise<NestExpressApplication> {
  const { configuration, requestContext } = platform;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(platform), new ExpressAdapter(), nestOptions(logger));
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', configuration.TRUST_PROXY);
  app.use(compressionWhereWanted);
  app.use('/docs', swaggerUi());
  app.use(readinessGate(app.get(Database)));
  app.use(jsonParsing);
  app.use(FORM_PATH, formParsing);
  app.use(unreadBodyRefusal);
  app.use(problemMiddleware);
  await app.init();
  standInFront(app, [
    requestContextMiddleware(requestContext, { channel: 'api' }),
    accessLogMiddleware(logger),
    app.get(Draining, { strict: false }).closeConnections,
    standingHeaders(),
    crossOrigin(configuration.ALLOWED_ORIGINS),
    versionPrefix,
    app.get(HotReads, { strict: false }).middleware,
  ]);
  return app;
}

/** Nest has given its server to Express alone. */
function standInFront(app: NestExpressApplication, handlers: readonly NodeMiddleware[]): void {
  const express = app.getHttpAdapter().getInstance();
  app.getHttpServer().removeAllListeners('request').on('request', inSequence(handlers, express));
}
