import { randomBytes } from 'node:crypto';
import type { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import { registrationSchema } from '@foodie-express/contracts';
import { AppError, parseInput } from '@foodie-express/error-messages';
import { createLogger, type Logger } from '@foodie-express/observability';
import { createRequestContext } from '@foodie-express/request-context';
import { createAdmin, grantAdmin, openDatabase } from './admin-accounts';
import { type AdminCommand, readArguments, USAGE, UsageFault } from './arguments';
import { PasswordFault, readPassword } from './read-password';
import { AppModule } from '../app.module';
import { readConfiguration } from '../configuration';
import { Database } from '../database/database';
import { databaseAddress } from '../database/database-address';
import { NestLogger } from '../platform/nest-logger';
import { RateLimiters } from '../platform/rate-limiters';
import { refusalOf } from '../platform/start-refusal';

/**
 * `node main.js admin create` and `grant`: how a platform gets its admins, on the data of the service and without it.
 * Says what was done or why not. @returns the exit code
 */
export async function runAdminCommand(args: readonly string[]): Promise<number> {
  try {
    const command = readArguments(args);
    process.stdout.write(`${command.name === 'help' ? USAGE : await carryOut(command)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${refusal(error)}\n`);
    return error instanceof UsageFault ? 2 : 1;
  }
}

async function carryOut(command: Exclude<AdminCommand, { name: 'help' }>): Promise<string> {
  const configuration = readConfiguration(process.env);
  const { username } = command;
  const registration = command.name === 'create' ? parseInput(registrationSchema, { username, email: command.email, password: await readPassword() }) : undefined;
  const requestContext = await createRequestContext(configuration.REQUEST_CONTEXT_BACKEND);
  const logger = createLogger({ service: 'restaurant-api', context: requestContext, level: 'error', format: configuration.LOG_FORMAT });
  const rateLimiters = new RateLimiters(undefined, () => undefined);
  const address = await databaseAddress(configuration);
  // No token is signed here.
  const platform = { configuration, requestContext, clock: () => new Date(), signingSecret: randomBytes(32).toString('hex'), rateLimiters };
  const context = await NestFactory.createApplicationContext(AppModule.of(platform), nestOptions(logger));
  try {
    await openDatabase(context, address.uri);
    return registration === undefined ? await grantAdmin(context, username) : await createAdmin(context, registration);
  } finally {
    await context.get(Database).close();
    await address.close();
  }
}

function nestOptions(logger: Logger): Pick<NestApplicationContextOptions, 'logger' | 'abortOnError'> {
  return { logger: new NestLogger(logger), abortOnError: false };
}

function refusal(error: unknown): string {
  if (error instanceof UsageFault) return `${error.message}\n${USAGE}`;
  if (error instanceof AppError && error.failure.code === 'already_exists') return `${error.message}. An account that is there becomes an admin's by: grant --username NAME`;
  return error instanceof AppError || error instanceof PasswordFault ? error.message : refusalOf(error);
}
