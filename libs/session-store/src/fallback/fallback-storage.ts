import type { MemoryRecords } from '../memory/memory-records';
import { mergeSnapshots } from '../merge-snapshots';
import type { RedisConnection } from '../redis/redis-connection';
import type { RedisStorage } from '../redis/redis-storage';
import { SessionBusyError, SessionStoreUnavailableError } from '../session-errors';
import type { SessionStoreStatus } from '../session-store';
import { EMPTY_SNAPSHOT, type Snapshot, isCleared } from '../snapshot';
import type { HeldSnapshot, SnapshotStorage } from '../snapshot-storage';
import type { ReturnToRedis } from './return-to-redis';

/**
 * Redis while it can be relied on, memory while it cannot. Memory knows the users that this instance has handled lately,
 * so a conversation goes on where Redis dies in its middle. What is written to memory meanwhile is moved when Redis is back.
 */
export class FallbackStorage implements SnapshotStorage {
  constructor(
    private readonly connection: RedisConnection,
    private readonly redis: RedisStorage,
    private readonly records: MemoryRecords,
    private readonly returning: ReturnToRedis,
    private readonly historyLimit: number,
  ) {}

  async hold(userId: string): Promise<HeldSnapshot> {
    await this.returning.beginTurn(userId);
    try {
      return await this.holdInRedis(userId);
    } catch (error) {
      if (error instanceof SessionStoreUnavailableError) return this.holdInMemory(userId);
      this.returning.endTurn(userId);
      throw error;
    }
  }

  status(): SessionStoreStatus {
    return { connected: this.connection.available, backend: this.connection.available ? 'redis' : 'memory' };
  }

  async close(): Promise<void> {
    await this.returning.close();
    await this.redis.close();
  }

  private async holdInRedis(userId: string): Promise<HeldSnapshot> {
    await this.returning.move(userId);
    const held = await this.redis.hold(userId);
    const opened = this.survivor(userId, held.opened);
    this.records.remember(userId, opened, this.connection.outages);
    return {
      opened,
      write: async (next) => {
        try {
          const written = await held.write(next);
          this.records.remember(userId, written, this.connection.outages);
          return written;
        } catch (error) {
          // Busy: the lease was lost and others keep the user. What was said waits in memory until they let go.
          if (!(error instanceof SessionStoreUnavailableError || error instanceof SessionBusyError)) throw error;
          const kept = this.writeToMemory(userId, opened, next);
          this.returning.planRound();
          return kept;
        } finally {
          this.returning.endTurn(userId);
        }
      },
      abandon: async () => {
        await held.abandon();
        this.returning.endTurn(userId);
      },
    };
  }

  private holdInMemory(userId: string): HeldSnapshot {
    const opened = this.records.get(userId)?.current ?? EMPTY_SNAPSHOT;
    return {
      opened,
      write: async (next) => {
        try {
          const written = this.writeToMemory(userId, opened, next);
          await this.returning.tryMove(userId);
          return written;
        } finally {
          this.returning.endTurn(userId);
        }
      },
      abandon: () => {
        this.returning.endTurn(userId);
        return Promise.resolve();
      },
    };
  }

  /**
   * What this instance wrote last, where Redis has lost it: it came back empty, or as a replica that lagged behind. A user
   * who is missing without an outage since was cleared by another instance or has expired.
   */
  private survivor(userId: string, stored: Snapshot): Snapshot {
    if (this.records.writtenAt(userId) <= stored.writtenAt) return stored;
    const record = this.records.get(userId);
    if (record === undefined) return stored;
    const redisLostIt = stored.writtenAt > 0 || record.outages < this.connection.outages;
    return redisLostIt ? record.current : stored;
  }

  private writeToMemory(userId: string, opened: Snapshot, next: Snapshot): Snapshot {
    const record = this.records.get(userId);
    const interrupted = record !== undefined && record.current.writtenAt !== opened.writtenAt;
    const current = interrupted ? mergeSnapshots(opened, next, record.current, this.historyLimit) : next;
    const base = record?.unmoved?.base ?? opened;
    const cleared = isCleared(next) || record?.unmoved?.cleared === true;
    this.records.set(userId, { current, outages: this.connection.outages, unmoved: { base, cleared } });
    return current;
  }
}
