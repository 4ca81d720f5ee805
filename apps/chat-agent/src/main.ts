import { once } from 'node:events';
import { createServer } from 'node:http';
import { createLogger, installCrashHandlers, installShutdown } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { RestaurantClient } from '@foodie-express/restaurant-client';
import { createSessionStore } from '@foodie-express/session-store';
import { createApp } from './app';
import { readConfiguration } from './configuration';
import { SessionSecrets } from './conversation/session-secrets';
import { CallerReader } from './http/credentials';
import { drain } from './http/drain';
import { memoryRateLimits } from './http/rate-limit';
import { sharedRateLimits } from './http/shared-rate-limits';
import { createChatModel } from './models/create-chat-model';
import { sessionSecret } from './session-secret';
import { refusalOf } from './start-refusal';
import { toolbox } from './tools/toolbox';
import { VERSION } from './version';

/** Of the shutdown's time, what remains for connections after the last request. */
const CLOSING_TIME_MS = 500;

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
  const store = createSessionStore(configuration, logger);
  const usesRedis = configuration.REDIS_ENABLED ?? (configuration.REDIS_URL !== undefined || configuration.REDIS_HOST !== undefined);
  const { MESSAGES_PER_MINUTE, MESSAGES_PER_MINUTE_PER_ADDRESS } = configuration;
  const rateLimits = usesRedis
    ? sharedRateLimits(configuration, MESSAGES_PER_MINUTE, MESSAGES_PER_MINUTE_PER_ADDRESS)
    : memoryRateLimits(MESSAGES_PER_MINUTE, MESSAGES_PER_MINUTE_PER_ADDRESS);
  const services = {
    context,
    logger,
    api,
    store,
    secrets,
    tools: toolbox,
    model: createChatModel(configuration, api, logger),
    callers: new CallerReader(api),
    rateLimits,
    turnTimeoutMs: configuration.TURN_TIMEOUT * 1_000,
    version: VERSION,
    usesRedis,
  };
  const app = createApp(services, { allowedOrigins: configuration.ALLOWED_ORIGINS, trustedProxies: configuration.TRUST_PROXY });
  const server = createServer(app);
  installShutdown({
    logger,
    timeoutSeconds: configuration.SHUTDOWN_TIMEOUT,
    closers: [
      { name: 'server', close: () => drain(server, configuration.SHUTDOWN_TIMEOUT * 1_000 - CLOSING_TIME_MS) },
      { name: 'session store', close: () => store.close() },
      { name: 'rate limits', close: () => { rateLimits.close(); } },
      { name: 'restaurant client', close: () => api.close() },
    ],
  });
  server.listen(configuration.AGENT_PORT, configuration.AGENT_HOST);
  await once(server, 'listening');
  logger.info({ address: server.address(), model: services.model.name }, 'chat-agent is listening');
}

main().catch((error: unknown) => {
  process.stderr.write(`${refusalOf(error)}\n`);
  process.exit(1);
});
