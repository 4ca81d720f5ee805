import { once } from 'node:events';
import type { Server } from 'node:http';

/** Resolves once the port is served. @throws Error with code EADDRINUSE where something else has it */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  const listening = once(server, 'listening');
  server.listen(port, host);
  await listening;
}
