import { wholeNumber } from '@foodie-express/environment';
import type { Logger } from './logger';

/** The environment variable of the shutdown, for an app's configuration. */
export const shutdownVariables = {
  SHUTDOWN_TIMEOUT: wholeNumber({
    description: 'How long requests in flight and connections get to end after SIGTERM.',
    min: 1,
    max: 300,
    default: 10,
    unit: 'seconds',
  }),
};

/** One thing to close: servers first, then what they use. */
export interface Closer {
  readonly name: string;
  readonly close: () => unknown;
}

export interface ShutdownOptions {
  readonly logger: Logger;
  /** Closed one after the other in this order; one that fails is logged and the next ones are still closed. */
  readonly closers: readonly Closer[];
  readonly timeoutSeconds: number;
}

/**
 * Ctrl-C reaches the whole process group, and a parent (npm, a start script) passes it on as well: signals this soon, in
 * milliseconds, after the first one are the same wish.
 */
const SAME_SIGNAL_MS = 500;

/** What a shell expects of a process that a signal ended: 128 and the signal's number. */
const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * On SIGTERM or SIGINT closes everything and exits with 0; with 1 where something could not be closed or the time is up.
 * A second signal exits at once with 130 or 143.
 */
export function installShutdown(options: ShutdownOptions): void {
  let begun: number | undefined;
  const onSignal = (signal: keyof typeof SIGNAL_EXIT_CODES) => {
    if (begun === undefined) {
      begun = performance.now();
      void shutDown(options, signal).then((code) => process.exit(code));
    } else if (performance.now() - begun > SAME_SIGNAL_MS) {
      options.logger.warn({ signal }, 'second signal, exiting at once');
      process.exit(SIGNAL_EXIT_CODES[signal]);
    }
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function shutDown({ logger, closers, timeoutSeconds }: ShutdownOptions, signal: string): Promise<number> {
  logger.info({ signal }, 'shutting down');
  setTimeout(() => {
    logger.error({ timeout_seconds: timeoutSeconds }, 'shutdown took too long, exiting');
    process.exit(1);
  }, timeoutSeconds * 1_000);
  let code = 0;
  for (const { name, close } of closers) {
    try {
      await close();
    } catch (error) {
      code = 1;
      logger.error({ err: error, closer: name }, 'could not be closed');
    }
  }
  logger.info('shut down');
  return code;
}
