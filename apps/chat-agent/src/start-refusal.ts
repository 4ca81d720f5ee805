import { EnvironmentError } from '@foodie-express/environment';

/** Why the service does not start: one clear sentence where the reason is known, else the stack. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof EnvironmentError) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is in use by another program: stop it, or set AGENT_PORT to another port.`;
  }
  if ('code' in error && error.code === 'EACCES') return `No permission: ${error.message}`;
  return error.stack ?? error.message;
}
