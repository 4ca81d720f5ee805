import type { Server } from 'node:http';

/** How often connections that have become idle are closed, in milliseconds. */
const SWEEP_INTERVAL_MS = 50;

/** Takes no new connections and ends when the last request in flight is answered; kept-alive connections are not waited for. */
export async function closeHttpServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const sweep = setInterval(() => { server.closeIdleConnections(); }, SWEEP_INTERVAL_MS);
  try {
    await new Promise((resolve) => server.close(resolve));
  } finally {
    clearInterval(sweep);
  }
}
