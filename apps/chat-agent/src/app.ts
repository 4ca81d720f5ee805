import { accessLogMiddleware } from '@foodie-express/observability';
import { REQUEST_ID_HEADER, requestContextMiddleware } from '@foodie-express/request-context';
import cors from 'cors';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { jsonBody } from './http/body';
import { chat } from './http/chat';
import { chatStream } from './http/chat-stream';
import { clearSession } from './http/clear-session';
import { health } from './http/health';
import { home } from './http/home';
import type { HttpServices } from './http/http-services';
import { operatorRoutes } from './http/operators';
import { notFound, onlyMethod, problemHandler } from './http/problem-handler';
import { SESSION_TOKEN_HEADER } from './http/session-cookie';

export interface AppOptions {
  /** Origins whose pages may call with credentials; `*` for any, without credentials. */
  readonly allowedOrigins: readonly string[];
  /** How many proxies in front set X-Forwarded-For. */
  readonly trustedProxies: number;
}

/** The HTTP interface on top of its services; importing and calling it starts nothing. */
export function createApp(services: HttpServices, { allowedOrigins, trustedProxies }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustedProxies);
  app.use(requestContextMiddleware(services.context, { channel: 'web' }));
  app.use(accessLogMiddleware(services.logger));
  app.use(services.metrics.middleware);
  app.use(helmet());
  app.use(crossOrigin(allowedOrigins));
  const routes = express.Router();
  routes.route('/').get(home(services)).all(onlyMethod('GET'));
  routes.route('/health').get(health(services)).all(onlyMethod('GET'));
  routes.route('/chat').post(...jsonBody, chat(services)).all(onlyMethod('POST'));
  routes.route('/chat/stream').post(...jsonBody, chatStream(services)).all(onlyMethod('POST'));
  routes.route('/clear-session').post(...jsonBody, clearSession(services)).all(onlyMethod('POST'));
  routes.use(operatorRoutes(services));
  app.use('/api/v1', routes);
  app.use(routes);
  app.use(notFound);
  app.use(problemHandler(services.logger));
  return app;
}

function crossOrigin(origins: readonly string[]): RequestHandler {
  const isOpen = origins.includes('*');
  return cors({
    origin: isOpen ? '*' : [...origins],
    credentials: !isOpen && origins.length > 0,
    exposedHeaders: [REQUEST_ID_HEADER, 'Retry-After'],
    allowedHeaders: ['Content-Type', 'Authorization', REQUEST_ID_HEADER, SESSION_TOKEN_HEADER],
    maxAge: 600,
  });
}
