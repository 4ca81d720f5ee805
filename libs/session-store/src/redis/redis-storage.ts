import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { SessionLogger } from '../logger';
import { mergeSnapshots } from '../merge-snapshots';
import { SessionBusyError } from '../session-errors';
import type { SessionStoreStatus } from '../session-store';
import type { Snapshot } from '../snapshot';
import type { HeldSnapshot, SnapshotStorage } from '../snapshot-storage';
import { LeftBehind } from './left-behind';
import type { RedisConnection } from './redis-connection';
import { type RedisKeys, redisKeys } from './redis-keys';
import { decodePendingOrder, decodeSession, encodePendingOrder, encodeSession, writtenAtOf } from './stored-values';

/** How long a lock outlives its holder, in milliseconds: a user waits no longer for an instance that died. */
const LEASE_MS = 5_000;
/** Three chances to renew before it ends. */
const RENEWAL_MS = 1_500;
/** A waiter that has not asked for this long, in milliseconds, has lost its place: several times the longest pause between questions. */
const WAITER_PATIENCE_MS = 600;
/** The pause between two questions of a waiter, in milliseconds: it grows from the first to the second. */
const POLL_MS = { first: 10, longest: 100, growth: 1.3 };

export interface RedisStorageOptions {
  readonly historyLimit: number;
  /** How long to wait for another process that holds the user, in milliseconds. */
  readonly waitMs: number;
  /** A turn that lasts longer, in milliseconds, keeps its lock no more. */
  readonly maxTurnMs: number;
  readonly now: () => number;
}

interface Hold {
  readonly keys: RedisKeys;
  readonly token: string;
  readonly opened: Snapshot;
}

const beginReply = z.union([
  z.tuple([z.literal(0)]),
  z.tuple([z.literal(1), z.string().nullable(), z.number(), z.string().nullable(), z.number()]),
]);

/** Snapshots in Redis, shared by all instances: one round trip takes the user's lock and reads, one writes and gives it back. */
export class RedisStorage implements SnapshotStorage {
  private readonly instance = randomUUID();
  private readonly leftBehind: LeftBehind;
  private holds = 0;

  constructor(
    private readonly connection: RedisConnection,
    private readonly logger: SessionLogger,
    private readonly options: RedisStorageOptions,
  ) {
    this.leftBehind = new LeftBehind(connection);
  }

  /** @param waitMs replaces the bound of the options */
  async hold(userId: string, waitMs = this.options.waitMs): Promise<HeldSnapshot> {
    const hold = await this.acquire(userId, waitMs);
    const stopRenewing = this.renew(hold);
    return {
      opened: hold.opened,
      write: (next) => {
        stopRenewing();
        return this.write(userId, hold, next);
      },
      abandon: async () => {
        stopRenewing();
        await this.release(hold);
      },
    };
  }

  status(): SessionStoreStatus {
    return { connected: this.connection.available, backend: 'redis' };
  }

  close(): Promise<void> {
    this.connection.close();
    return Promise.resolve();
  }

  private async acquire(userId: string, waitMs: number): Promise<Hold> {
    const keys = redisKeys(userId);
    this.holds += 1;
    const token = `${this.instance}:${this.holds}`;
    const deadline = performance.now() + waitMs;
    for (let pause = POLL_MS.first; ; pause = Math.min(pause * POLL_MS.growth, POLL_MS.longest)) {
      const opened = await this.begin(keys, token);
      if (opened !== undefined) return { keys, token, opened };
      if (performance.now() > deadline) throw new SessionBusyError('another instance holds this user');
      // Jitter, so that waiters of several instances do not ask in step.
      await delay(pause * (0.75 + Math.random() / 2));
    }
  }

  /** `undefined` while it is another's turn. */
  private async begin(keys: RedisKeys, token: string): Promise<Snapshot | undefined> {
    const answer = await this.askForTurn(keys, token);
    const [begun, sessionText, sessionLifetime, orderText, orderLifetime] = beginReply.parse(answer);
    if (begun === 0) return undefined;
    const now = this.options.now();
    return {
      writtenAt: writtenAtOf(sessionText),
      session: this.decode(sessionText, decodeSession, 'session'),
      sessionExpiresAt: now + sessionLifetime,
      pendingOrder: this.decode(orderText, decodePendingOrder, 'pending order'),
      pendingOrderExpiresAt: now + orderLifetime,
    };
  }

  private async askForTurn(keys: RedisKeys, token: string): Promise<unknown> {
    const { lock, queue, session, pendingOrder } = keys;
    const request = { sent: false };
    try {
      return await this.connection.run((client) => {
        request.sent = true;
        return client.beginTurn(lock, queue, session, pendingOrder, token, this.instance, LEASE_MS, WAITER_PATIENCE_MS);
      });
    } catch (error) {
      if (request.sent) this.leftBehind.add(keys, token);
      throw error;
    }
  }

  private decode<Value>(text: string | null, decode: (text: string) => Value | undefined, what: string): Value | undefined {
    if (text === null) return undefined;
    const value = decode(text);
    if (value === undefined) this.logger.warn({}, `a ${what} in Redis is damaged or of another version: it counts as none`);
    return value;
  }

  /** Where the lease was lost and another writer came between, waits for it and writes both turns. */
  private async write(userId: string, hold: Hold, next: Snapshot): Promise<Snapshot> {
    if (await this.save(hold, next)) return next;
    const again = await this.acquire(userId, this.options.waitMs);
    const merged = mergeSnapshots(hold.opened, next, again.opened, this.options.historyLimit);
    if (await this.save(again, merged)) return merged;
    throw new SessionBusyError('other instances keep writing this user');
  }

  private async save({ keys, token, opened }: Hold, next: Snapshot): Promise<boolean> {
    const now = this.options.now();
    const session = next.session === undefined ? '' : encodeSession(next.session, next.writtenAt);
    const order = next.pendingOrder === undefined ? '' : encodePendingOrder(next.pendingOrder);
    const [sessionLifetime, orderLifetime] = [next.sessionExpiresAt, next.pendingOrderExpiresAt].map((at) => Math.max(1, Math.round(at - now)));
    try {
      const saved = await this.connection.run((client) =>
        client.saveTurn(keys.lock, keys.session, keys.pendingOrder, token, opened.writtenAt, session, sessionLifetime ?? 1, order, orderLifetime ?? 1),
      );
      return saved === 1;
    } catch (error) {
      this.leftBehind.add(keys, token);
      throw error;
    }
  }

  /** Keeps the lock while a turn lasts; the function returned ends that. */
  private renew({ keys, token }: Hold): () => void {
    const end = performance.now() + this.options.maxTurnMs;
    const timer = setInterval(() => {
      if (performance.now() > end) clearInterval(timer);
      // The connection has reported it, and the fence of the save script decides what a lost lease means.
      else this.connection.run((client) => client.renewTurn(keys.lock, token, LEASE_MS)).catch(() => undefined);
    }, RENEWAL_MS);
    timer.unref();
    return () => {
      clearInterval(timer);
    };
  }

  private async release({ keys, token }: Hold): Promise<void> {
    try {
      await this.connection.run((client) => client.releaseTurn(keys.lock, keys.queue, token));
    } catch {
      this.leftBehind.add(keys, token);
    }
  }
}
