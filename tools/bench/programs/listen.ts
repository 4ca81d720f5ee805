import { once } from 'node:events';
import type { Express } from 'express';

/** Serves an app on a free port of this machine. Answers with where. */
export async function listen(app: Express): Promise<{ url: string }> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
  return { url: `http://127.0.0.1:${address.port}` };
}
