import { once, setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { answerMalformedRequests, closeHttpServer, createLogger, createMetrics, installCrashHandlers, installShutdown } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { connectToRedis, createSessionStore, type RedisConnection } from '@foodie-express/session-store';
import { createApp } from './app';
import { type Configuration, readConfiguration } from './configuration';
import { SessionSecrets } from './conversation/session-secrets';
import { TurnMetrics } from './conversation/turn-metrics';
import { CallerReader } from './http/credentials';
import type { Circuit } from './http/operators';
import { memoryRateLimits, type RateLimits } from './http/rate-limit';
import { sharedRateLimits } from './http/shared-rate-limits';
import { createChatModel } from './models/create-chat-model';
import type { OpenAiChatModel } from './models/openai/openai-chat-model';
import { sessionSecret } from './session-secret';
import { refusalOf } from './start-refusal';
import { toolbox } from './tools/toolbox';
import { VERSION } from './version';

/** Of the shutdown's time, what remains for turns that were cut short to be saved, and for connections after them. */
const CLOSING_TIME_MS = 1_000;

/** Of that, what turns have to say that they come to no end. */
const APOLOGY_TIME_MS = 300;

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const context = await createRequestContext(configuration.REQUEST_CONTEXT_BACKEND);
  const logger = createLogger({ service: 'chat-agent', context, level: configuration.LOG_LEVEL, format: configuration.LOG_FORMAT });
  installCrashHandlers(logger);
  const secrets = new SessionSecrets(await sessionSecret(configuration));
  const api = new RestaurantClient({
    baseUrl: configuration.API_URL,
    timeoutMs: configuration.API_TIMEOUT,
    cacheAgeMs: configuration.MENU_CACHE_AGE * 1_000,
    requestId: () => context.requestId,
  });
  const connection = connectToRedis(configuration, logger);
  const store = createSessionStore(configuration, logger, { connection });
  const metrics = createMetrics('chat-agent');
  const { model, remote } = createChatModel(configuration, api, logger);
  const stopping = new AbortController();
  // As many turns as are under way listen.
  setMaxListeners(0, stopping.signal);
  const app = createApp(
    {
      context,
      logger,
      metrics,
      turnMetrics: new TurnMetrics(metrics.registry),
      api,
      store,
      secrets,
      tools: toolbox,
      model,
      callers: new CallerReader(api),
      rateLimits: createRateLimits(configuration, connection),
      circuits: circuitsOf(api, remote),
      adminToken: configuration.ADMIN_TOKEN,
      turnTimeoutMs: configuration.TURN_TIMEOUT * 1_000,
      stopping: stopping.signal,
      version: VERSION,
      usesRedis: connection !== undefined,
      needsRedis: connection !== undefined && !configuration.REDIS_FALLBACK_ENABLED,
    },
    { allowedOrigins: configuration.ALLOWED_ORIGINS, trustedProxies: configuration.TRUST_PROXY },
  );
  const server = createServer(app);
  answerMalformedRequests(server, logger);
  installShutdown({
    logger,
    timeoutSeconds: configuration.SHUTDOWN_TIMEOUT,
    closers: [
      { name: 'server', close: () => closeInTime(server, stopping, answeringTimeMs(configuration.SHUTDOWN_TIMEOUT * 1_000)) },
      { name: 'session store', close: () => store.close() },
      { name: 'restaurant client', close: () => api.close() },
    ],
  });
  server.listen(configuration.AGENT_PORT, configuration.AGENT_HOST);
  await once(server, 'listening');
  logger.info({ address: server.address(), model: model.name }, 'chat-agent is listening');
}

function createRateLimits({ MESSAGES_PER_MINUTE, MESSAGES_PER_MINUTE_PER_ADDRESS }: Configuration, connection: RedisConnection | undefined): RateLimits {
  return connection === undefined
    ? memoryRateLimits(MESSAGES_PER_MINUTE, MESSAGES_PER_MINUTE_PER_ADDRESS)
    : sharedRateLimits(connection, MESSAGES_PER_MINUTE, MESSAGES_PER_MINUTE_PER_ADDRESS);
}

function circuitsOf(api: RestaurantClient, remote: OpenAiChatModel | undefined): ReadonlyMap<string, Circuit> {
  const ofApi: Circuit = { isOpen: () => api.circuitOpen, reset: () => { api.resetCircuit(); } };
  const circuits = new Map([['restaurant-api', ofApi]]);
  if (remote !== undefined) circuits.set('openai', { isOpen: () => remote.circuitOpen, reset: () => { remote.resetCircuit(); } });
  return circuits;
}

/** Of the shutdown's time, what requests in flight have. */
function answeringTimeMs(shutdownMs: number): number {
  return Math.max(shutdownMs - CLOSING_TIME_MS, shutdownMs / 2);
}

/** Requests in flight end first; turns that have not when the time is up end with an apology, and what is left then is cut off. */
async function closeInTime(server: Server, stopping: AbortController, milliseconds: number): Promise<void> {
  const closed = closeHttpServer(server);
  await Promise.race([closed, delay(milliseconds, undefined, { ref: false })]);
  stopping.abort(new DOMException('The service stops', 'TimeoutError'));
  await Promise.race([closed, delay(APOLOGY_TIME_MS, undefined, { ref: false })]);
  server.closeAllConnections();
}

main().catch((error: unknown) => {
  process.stderr.write(`${refusalOf(error)}\n`);
  process.exit(1);
});
