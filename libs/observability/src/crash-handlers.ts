import type { Logger } from './logger';

/**
 * An error that nobody caught leaves the process in a state that nobody knows: it is logged and the process exits with 1, for
 * its supervisor to start a fresh one.
 */
export function installCrashHandlers(logger: Logger): void {
  process.on('uncaughtException', (error, origin) => {
    logger.fatal({ err: error, origin }, 'uncaught error, exiting');
    process.exit(1);
  });
}
