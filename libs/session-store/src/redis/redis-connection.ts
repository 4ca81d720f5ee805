import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { SessionLogger } from '../logger';
import { SessionStoreUnavailableError } from '../session-errors';
import { answerInTime } from './answer-in-time';
import { type RedisAddress, redisClient } from './redis-client';

/** How often an idle connection is asked for a sign of life, in milliseconds. */
const PULSE_MS = 1_000;

/**
 * One connection, and the knowledge whether Redis can be relied on. The first failure of any kind (refused, silent, full,
 * wrong password, read-only, loading) makes it unavailable: from then on `run` fails at once, with no wait. It
 * reconnects in the background, and is available again when a write succeeds. Each outage is one warning in the log.
 */
export class RedisConnection {
  /** For commands beside those of the turns, in the same round trip. While Redis is lost they fail at once. */
  readonly client: Redis;
  private readonly probeKey = `chat_probe:${randomUUID()}`;
  private readonly pulse: NodeJS.Timeout;
  private readonly started: Promise<void>;
  private state: 'starting' | 'available' | 'lost' | 'closed' = 'starting';
  private reason = '';
  private lossCount = 0;
  private readonly foundListeners: (() => void)[] = [];
  private settleStart: () => void = () => undefined;

  constructor(
    address: RedisAddress,
    private readonly logger: SessionLogger,
    private readonly consequence: string,
  ) {
    this.started = new Promise((resolve) => {
      this.settleStart = resolve;
    });
    this.client = redisClient(address);
    this.client.on('error', (error) => {
      this.lose(error);
    });
    this.client.on('close', () => {
      this.lose(new Error('the connection was closed'));
    });
    this.client.on('ready', () => void this.probe());
    this.client.connect().catch((error: unknown) => {
      this.lose(error);
    });
    this.pulse = setInterval(() => void this.takePulse(), PULSE_MS);
    this.pulse.unref();
  }

  get available(): boolean {
    return this.state === 'available';
  }

  /** How often Redis was lost so far. */
  get outages(): number {
    return this.lossCount;
  }

  /** `listener` is called each time Redis becomes available, the first time included. */
  onAvailable(listener: () => void): void {
    this.foundListeners.push(listener);
  }

  /** @throws SessionStoreUnavailableError Redis is lost, or `command` failed and so shows that it is */
  async run<T>(command: (client: Redis) => Promise<T>): Promise<T> {
    if (this.state === 'starting') await this.start();
    if (this.state !== 'available') throw this.unavailable();
    try {
      return await answerInTime(command(this.client));
    } catch (error) {
      this.lose(error);
      throw this.unavailable();
    }
  }

  close(): void {
    this.state = 'closed';
    this.reason = 'the store was closed';
    clearInterval(this.pulse);
    this.settleStart();
    this.client.disconnect();
  }

  private async start(): Promise<void> {
    try {
      await answerInTime(this.started);
    } catch (error) {
      this.lose(error);
    }
  }

  /** A write, for a full server or a replica still answers reads. */
  private async probe(): Promise<void> {
    try {
      await answerInTime(this.client.set(this.probeKey, '1', 'PX', PULSE_MS));
      this.find();
    } catch (error) {
      this.lose(error);
      this.client.disconnect(true);
    }
  }

  private async takePulse(): Promise<void> {
    if (this.state !== 'available') return;
    try {
      await answerInTime(this.client.ping());
    } catch (error) {
      this.lose(error);
    }
  }

  private find(): void {
    if (this.state !== 'starting' && this.state !== 'lost') return;
    if (this.state === 'lost') this.logger.info({}, 'Redis is back');
    this.state = 'available';
    this.settleStart();
    for (const listener of this.foundListeners) listener();
  }

  private lose(error: unknown): void {
    if (this.state !== 'starting' && this.state !== 'available') return;
    this.state = 'lost';
    this.lossCount += 1;
    // The message alone: ioredis attaches the command to its errors, and with it what was to be stored.
    this.reason = error instanceof Error ? error.message : String(error);
    this.logger.warn({ reason: this.reason }, `Redis is lost: ${this.consequence}`);
    this.settleStart();
    this.client.disconnect(true);
  }

  private unavailable(): SessionStoreUnavailableError {
    return new SessionStoreUnavailableError(`Redis is not available: ${this.reason}`);
  }
}
