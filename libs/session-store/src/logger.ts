type LogMethod = (details: object, message: string) => void;

/** What the store needs of a logger; pino's fits. No session, order, password or URL is ever passed to it. */
export interface SessionLogger {
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
}
