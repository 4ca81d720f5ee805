import type { RequestContext } from '@foodie-express/request-context';
import { type DestinationStream, type Logger, pino } from 'pino';
import { LineWriter } from './line-writer';
import { loggable } from './loggable';
import { prettyStream } from './pretty-stream';
import { redactText } from './redaction';

export type { Logger } from 'pino';

/** The request ID of lines that belong to no request: start, shutdown, work in the background. */
export const NO_REQUEST = '-';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export const logFormats = ['json', 'pretty'] as const;

export interface LoggerOptions {
  /** The app's name, on every line as `service`. */
  readonly service: string;
  readonly context: RequestContext;
  readonly level?: (typeof logLevels)[number];
  /** `pretty` holds only where standard output is a terminal. */
  readonly format?: (typeof logFormats)[number];
  /** In place of standard output. */
  readonly destination?: DestinationStream;
}

/**
 * Writes one JSON object a line: `time` (ISO 8601 UTC), `level` (by name), `service`, `request_id`, `user` and `channel` where known,
 * `msg` and the fields given. Secrets are taken out by key and by form, and the size of a line is bounded.
 */
export function createLogger({ service, context, level = 'info', format = 'json', destination }: LoggerOptions): Logger {
  const pretty = destination === undefined && format === 'pretty' && process.stdout.isTTY;
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => requestFields(context),
    // The request's own fields win, so that no caller can pass off a line as another request's.
    mixinMergeStrategy: (fields: object, ofRequest: object) => ({ request_id: NO_REQUEST, ...fields, ...ofRequest }),
    serializers: { err: (error: unknown) => error },
    formatters: { level: (label: string) => ({ level: label }), log: loggable },
    hooks: { streamWrite: redactText },
  };
  return pino(options, destination ?? (pretty ? prettyStream() : new LineWriter()));
}

function requestFields({ requestId, user, channel }: RequestContext): object {
  return {
    ...(requestId !== undefined && { request_id: requestId }),
    ...(user !== undefined && { user: user.id }),
    ...(channel !== undefined && { channel }),
  };
}
