import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NodeMiddleware } from './in-sequence';

const CHECK_INTERVAL_MS = 50;

/** How long requests are still taken as before, after `/health/ready` says no: a balancer that asks it sends no more. */
const NOTICE_MS = 1_000;

/**
 * How long connections that are kept open are then left to those who hold them. A request on its way over one that is closed here is
 * lost, and a proxy may not send a POST again; so the proxy is to close them: those in use after their next answer, which says
 * `Connection: close`, the others when they have been idle for too long (docker/nginx/upstreams.conf: 4 s).
 */
const LINGER_MS = 5_000;

/** Both take this part of the shutdown's time at most. */
const LARGEST_SHARE = 0.2;

/** The end of the service, in which no request is lost. */
@Injectable()
export class Draining {
  private begun = false;
  private isClosing = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** Middleware that asks clients for new connections, which then go to another instance. */
  readonly closeConnections: NodeMiddleware = (_request, response, next) => {
    if (this.isClosing) response.setHeader('Connection', 'close');
    next();
  };

  /** Gives notice, stops accepting, lets requests in flight finish, and closes every connection when `milliseconds` are over. */
  async run(server: Server, milliseconds: number): Promise<void> {
    const deadline = performance.now() + milliseconds;
    const share = milliseconds * LARGEST_SHARE;
    this.begun = true;
    if (await hasConnections(server)) await delay(Math.min(NOTICE_MS, share));
    this.isClosing = true;
    const closed = await stopAccepting(server);
    const lingerUntil = performance.now() + Math.min(LINGER_MS, share);
    while (!closed.isDone() && performance.now() < deadline) {
      // A kept-alive connection becomes idle when its last response is out.
      if (performance.now() > lingerUntil) server.closeIdleConnections();
      await Promise.race([closed.done, delay(CHECK_INTERVAL_MS)]);
    }
    server.closeAllConnections();
    await closed.done;
  }
}

interface Closed {
  /** Resolves when the last connection is gone. */
  readonly done: Promise<void>;
  readonly isDone: () => boolean;
}

/** From now on connections are refused: whoever is refused has sent nothing, and may ask another instance. Those that are open stay. */
async function stopAccepting(server: Server): Promise<Closed> {
  // Connections that wait to be accepted would be reset: they are all taken in the phase of the event loop before this one.
  await nextTurn();
  let isDone = false;
  const done = new Promise<void>((resolve) => {
    // Not the method of the HTTP server, which closes idle connections, too.
    NetServer.prototype.close.call(server, () => {
      isDone = true;
      resolve();
    });
  });
  return { done, isDone: () => isDone };
}

function hasConnections(server: Server): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error === null) resolve(count > 0);
      else reject(error);
    });
  });
}
