import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const CHECK_INTERVAL_MS = 50;

/** Stops accepting, lets requests in flight finish for `milliseconds` at most, and closes every connection. */
export async function drain(server: Server, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  const state = { isClosed: false };
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      state.isClosed = true;
      resolve();
    });
  });
  while (!state.isClosed && performance.now() < deadline) {
    // A kept-alive connection becomes idle when its last response is out.
    server.closeIdleConnections();
    await Promise.race([closed, delay(CHECK_INTERVAL_MS)]);
  }
  server.closeAllConnections();
  await closed;
}
