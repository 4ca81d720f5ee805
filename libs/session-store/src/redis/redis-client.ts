import { Redis, type Result } from 'ioredis';
import { TURN_SCRIPTS } from './redis-scripts';

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: boolean;
}

declare module 'ioredis' {
  interface RedisCommander<Context> {
    beginTurn(lock: string, queue: string, session: string, order: string, ...rest: (string | number)[]): Result<unknown, Context>;
    saveTurn(lock: string, session: string, order: string, ...rest: (string | number)[]): Result<unknown, Context>;
    renewTurn(lock: string, token: string, leaseMs: number): Result<unknown, Context>;
    releaseTurn(lock: string, queue: string, token: string): Result<unknown, Context>;
  }
}

/** How long to wait before the next attempt to connect, in milliseconds. */
const RECONNECT_MS = 250;

/**
 * Sends in one write what is asked at once, in promises that follow from each other without waiting: it is one round trip on the
 * wire too. The client's own auto-pipelining also waits for whatever else this turn of the event loop brings, which is long where
 * the process is busy, and for all earlier answers.
 */
class BundlingRedis extends Redis {
  private bundling: Redis['stream'] | undefined;

  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>): unknown {
    this.bundle();
    return super.sendCommand(command, stream);
  }

  private bundle(): void {
    const { stream } = this;
    if (stream === this.bundling) return;
    stream.cork();
    this.bundling = stream;
    const send = () => {
      this.bundling = undefined;
      stream.uncork();
    };
    // A tick asked for by a microtask comes when all microtasks are done.
    queueMicrotask(() => {
      process.nextTick(send);
    });
  }
}

/** A client that is not connected yet and knows the commands of a turn: each is one round trip. */
export function redisClient({ tls, ...address }: RedisAddress): Redis {
  return new BundlingRedis({
    ...address,
    ...(tls === true ? { tls: {} } : {}),
    scripts: TURN_SCRIPTS,
    lazyConnect: true,
    // RESP2 is all that is needed here, and every server and proxy speaks it.
    protocol: 2,
    disableClientInfo: true,
    connectTimeout: 2_000,
    disconnectTimeout: 100,
    // Bounds the handshake. Commands have a shorter bound of their own, see answerInTime: it tells a silent server from a process
    // that was busy, which this one cannot, so that no process should ever be busy for so long.
    commandTimeout: 10_000,
    // A command that failed is the caller's to repeat: sent again behind its back it would run twice.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: () => RECONNECT_MS,
  });
}
