import type { SessionLogger } from '../logger';
import type { MemoryRecords, Unmoved } from '../memory/memory-records';
import { beganApart, firstBegun, mergeSnapshots } from '../merge-snapshots';
import type { RedisConnection } from '../redis/redis-connection';
import type { RedisStorage } from '../redis/redis-storage';
import { SessionBusyError, SessionStoreUnavailableError } from '../session-errors';
import type { Snapshot } from '../snapshot';

/** How long the move of one user waits for another instance that holds the user, in milliseconds; it is tried again later. */
const MOVE_WAIT_MS = 1_000;
/** The pause between two rounds while users remain, in milliseconds. */
const ROUND_PAUSE_MS = 1_000;

/** Moves what was written to memory during an outage into Redis: each user before the next turn, and all of them in the background. */
export class ReturnToRedis {
  private readonly inTurn = new Set<string>();
  private readonly moving = new Map<string, Promise<void>>();
  private nextRound: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly connection: RedisConnection,
    private readonly redis: RedisStorage,
    private readonly records: MemoryRecords,
    private readonly logger: SessionLogger,
    private readonly historyLimit: number,
  ) {
    connection.onAvailable(() => {
      this.startRound();
    });
  }

  /** From here to `endTurn` the background leaves the user alone; waits for a move in progress. */
  async beginTurn(userId: string): Promise<void> {
    this.inTurn.add(userId);
    await this.moving.get(userId);
  }

  endTurn(userId: string): void {
    this.inTurn.delete(userId);
  }

  /**
   * Does nothing for a user who has nothing to move.
   * @param waitMs how long to wait for another instance that holds the user; without it, as long as a turn waits
   * @throws SessionStoreUnavailableError
   * @throws SessionBusyError another instance holds the user
   */
  async move(userId: string, waitMs?: number): Promise<void> {
    const record = this.records.isUnmoved(userId) ? this.records.get(userId) : undefined;
    if (record?.unmoved === undefined) return;
    const held = await this.redis.hold(userId, waitMs);
    const moved = await held.write(joined(record.current, record.unmoved, held.opened, this.historyLimit));
    this.records.remember(userId, moved, this.connection.outages);
  }

  /** Like `move`, and leaves the user for later where it is not possible now. */
  async tryMove(userId: string): Promise<void> {
    try {
      if (this.connection.available) await this.move(userId, MOVE_WAIT_MS);
    } catch (error) {
      if (!(error instanceof SessionStoreUnavailableError || error instanceof SessionBusyError)) throw error;
    }
  }

  /** Moves what remains a little later: users in a turn, or held by another instance. While Redis is lost, its return starts the next round. */
  planRound(): void {
    if (this.closed || !this.connection.available || this.records.unmovedUsers().length === 0) return;
    clearTimeout(this.nextRound);
    this.nextRound = setTimeout(() => {
      this.startRound();
    }, ROUND_PAUSE_MS);
    this.nextRound.unref();
  }

  /** Ends the background work after one last round, while Redis is there. */
  async close(): Promise<void> {
    clearTimeout(this.nextRound);
    await this.round;
    await this.moveAll();
    this.closed = true;
    const lost = this.records.unmovedUsers().length;
    if (lost > 0) this.logger.warn({ users: lost }, 'closed while Redis is lost: what these users said meanwhile is forgotten');
  }

  private startRound(): void {
    if (this.closed || this.round !== undefined) return;
    clearTimeout(this.nextRound);
    this.round = this.moveAll()
      .catch((error: unknown) => {
        this.logger.error({ reason: String(error) }, 'a conversation could not be moved to Redis');
      })
      .finally(() => {
        this.round = undefined;
        this.planRound();
      });
  }

  private async moveAll(): Promise<void> {
    for (const userId of this.records.unmovedUsers()) {
      if (!this.connection.available) return;
      if (this.inTurn.has(userId)) continue;
      const move = this.tryMove(userId).finally(() => this.moving.delete(userId));
      this.moving.set(userId, move);
      await move;
    }
  }
}

/** What Redis should hold after an outage, of what memory and Redis hold. */
function joined(ours: Snapshot, { base, cleared }: Unmoved, theirs: Snapshot, historyLimit: number): Snapshot {
  const nobodyElseWrote = theirs.writtenAt === base.writtenAt || theirs.writtenAt === 0;
  // Whoever cleared a conversation that this instance did not know need not be in it.
  const clearedSince = cleared && base.session !== undefined && !beganApart(base, theirs) && ours.writtenAt > theirs.writtenAt;
  if (nobodyElseWrote || clearedSince) return ours;
  // Whatever memory knew before: another instance, cut off as well, may have begun a conversation with anybody who told it the user's id.
  return beganApart(ours, theirs) ? firstBegun(ours, theirs) : mergeSnapshots(base, ours, theirs, historyLimit);
}
