import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

const CHECK_INTERVAL_MS = 50;

/**
 * How long the service still takes requests after it was told to end: a proxy learns from `/health/ready` and from
 * `Connection: close`, and sends no more. Part of the shutdown's time at most.
 */
const NOTICE_MS = 1_000;
const NOTICE_SHARE = 0.2;

/** The end of the service, in which no request is lost. */
@Injectable()
export class Draining {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** Middleware that asks clients for new connections, which then go to another instance. */
  readonly closeConnections: RequestHandler = (_request, response, next) => {
    if (this.begun) response.setHeader('Connection', 'close');
    next();
  };

  /** Gives notice, stops accepting, lets requests in flight finish, and closes every connection when `milliseconds` are over. */
  async run(server: Server, milliseconds: number): Promise<void> {
    const deadline = performance.now() + milliseconds;
    this.begun = true;
    if (await hasConnections(server)) await delay(Math.min(NOTICE_MS, milliseconds * NOTICE_SHARE));
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
}

function hasConnections(server: Server): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error === null) resolve(count > 0);
      else reject(error);
    });
  });
}
