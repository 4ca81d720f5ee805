import { EnvironmentError } from '@foodie-express/environment';

/** Errors at start whose message says to a person what to do. */
const SPOKEN = new Set(['DataFolderInUseError', 'PortInUseError', 'MongoParseError']);

/** Why the service does not start: one clear sentence where the reason is known, else the stack. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof EnvironmentError) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is in use by another program: stop it, or set API_PORT to another port.`;
  }
  if ('code' in error && error.code === 'EACCES') return `No permission: ${error.message}`;
  return SPOKEN.has(error.name) ? error.message : (error.stack ?? error.message);
}
