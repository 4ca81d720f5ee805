import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { answerMalformedRequests, createLogger, installCrashHandlers, installShutdown, type Logger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { runAdminCommand } from './admin-command/admin-command';
import { createApplication } from './application';
import { signingSecret } from './auth/signing-secret';
import { type Configuration, readConfiguration } from './configuration';
import { IndexCreation } from './database/create-indexes';
import { Database } from './database/database';
import { databaseAddress } from './database/database-address';
import { MigrationCheck } from './database/migration-check';
import { FirstAdmin } from './database/seed/first-admin';
import { Seed } from './database/seed/seed';
import { Upkeep } from './database/upkeep';
import { Draining } from './http/draining';
import { listen } from './http/listen';
import { RateLimiters } from './platform/rate-limiters';
import { refusalOf } from './platform/start-refusal';
import { RestaurantWrites } from './restaurants/restaurant-writes';

/** A database that is there is ready before the first request; for one that is not, `/health` says so soon. */
const DATABASE_PATIENCE_MS = 4_000;

/** Of the shutdown's time, what remains for connections after the last request. */
const CLOSING_TIME_MS = 500;

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const requestContext = await createRequestContext(configuration.REQUEST_CONTEXT_BACKEND);
  const logger = createLogger({
    service: 'restaurant-api',
    context: requestContext,
    level: configuration.LOG_LEVEL,
    format: configuration.LOG_FORMAT,
  });
  installCrashHandlers(logger);
  const secret = await signingSecret(configuration);
  const rateLimiters = createRateLimiters(configuration, logger);
  const address = await databaseAddress(configuration);
  const app = await createApplication({ configuration, requestContext, clock: () => new Date(), signingSecret: secret, rateLimiters }, logger);
  const database = app.get(Database);
  const server = app.getHttpServer();
  answerMalformedRequests(server, logger);
  installShutdown({
    logger,
    timeoutSeconds: configuration.SHUTDOWN_TIMEOUT,
    closers: [
      { name: 'server', close: () => app.get(Draining, { strict: false }).run(server, configuration.SHUTDOWN_TIMEOUT * 1_000 - CLOSING_TIME_MS) },
      {
        name: 'rate limiters',
        close: () => {
          rateLimiters.close();
        },
      },
      { name: 'upkeep', close: () => app.get(Upkeep).stop() },
      { name: 'database', close: () => database.close() },
      { name: 'embedded database', close: () => address.close() },
    ],
  });
  const opening = database.open(address.uri, async () => {
    await app.get(MigrationCheck).run();
    await app.get(IndexCreation).run();
    await app.get(RestaurantWrites, { strict: false }).renewKeys();
    if (configuration.SEED) await app.get(Seed).run();
    await app.get(FirstAdmin).run();
    await app.get(Upkeep).run();
    app.get(Upkeep).start();
  });
  await Promise.race([opening, delay(DATABASE_PATIENCE_MS)]);
  await listen(server, configuration.API_PORT, configuration.API_HOST);
  logger.info({ address: server.address() }, 'restaurant-api is listening');
}

/** Redis that is away is told once, and once when it is away again. */
function createRateLimiters({ REDIS_URL }: Configuration, logger: Logger): RateLimiters {
  let last = '';
  return new RateLimiters(REDIS_URL, ({ message }) => {
    if (message !== last) logger.warn({ reason: message }, 'Redis cannot be used: each instance counts its limits for itself');
    last = message;
  });
}

const [subject, ...args] = process.argv.slice(2);
if (subject === 'admin') {
  process.exit(await runAdminCommand(args));
} else {
  main().catch((error: unknown) => {
    process.stderr.write(`${refusalOf(error)}\n`);
    process.exit(1);
  });
}
