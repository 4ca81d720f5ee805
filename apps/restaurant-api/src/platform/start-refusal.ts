import { EnvironmentError } from '@foodie-express/environment';
import { errorCode } from './error-code';

/** Errors at start whose message says to a person what to do. */
const SPOKEN = new Set(['DataFolderInUseError', 'DataFolderUnusableError', 'PortInUseError', 'UnmigratedDatabaseError']);

/** Why the service does not start: one clear sentence where the reason is known, else the stack. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof EnvironmentError) return error.message;
  if (errorCode(error) === 'EADDRINUSE') {
    return `Port ${'port' in error ? String(error.port) : 'of API_PORT'} is in use by another program: stop it, or set API_PORT to another port.`;
  }
  if (errorCode(error) === 'EACCES') return `No permission: ${error.message}`;
  if (error.name.startsWith('Mongo')) return `MONGODB_URI should name a database that lets this service in: ${error.message}`;
  return SPOKEN.has(error.name) ? error.message : (error.stack ?? error.message);
}
