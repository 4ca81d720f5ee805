import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@foodie-express/observability';

/** Nest tells of every module and route at start: of interest to who debugs it. */
const START_CONTEXTS: ReadonlySet<unknown> = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Nest's own lines, and those written through its `Logger`, in the format of all others. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...details: unknown[]): void {
    this.write(START_CONTEXTS.has(details.at(-1)) ? 'debug' : 'info', message, details);
  }

  error(message: unknown, ...details: unknown[]): void {
    this.write('error', message, details);
  }

  warn(message: unknown, ...details: unknown[]): void {
    this.write('warn', message, details);
  }

  debug(message: unknown, ...details: unknown[]): void {
    this.write('debug', message, details);
  }

  verbose(message: unknown, ...details: unknown[]): void {
    this.write('trace', message, details);
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.write('fatal', message, details);
  }

  /** Nest puts the context last; what stands before it is a stack or a further value. */
  private write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, details: readonly unknown[]): void {
    const context = details.at(-1);
    const rest = details.slice(0, -1).filter((detail) => detail !== undefined);
    const fields = { ...(context !== undefined && { context }), ...(rest.length > 0 && { details: rest }) };
    if (message instanceof Error) this.logger[level]({ ...fields, err: message }, message.message);
    else if (typeof message === 'string') this.logger[level](fields, message);
    else this.logger[level]({ ...fields, ...Object(message) }, typeof context === 'string' ? context : '');
  }
}
