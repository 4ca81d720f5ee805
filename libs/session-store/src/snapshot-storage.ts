import type { SessionStoreStatus } from './session-store';
import type { Snapshot } from './snapshot';

/** A user's snapshot in the hands of one writer. Either `write` or `abandon` is called, once. */
export interface HeldSnapshot {
  readonly opened: Snapshot;

  /**
   * Stores `next` and lets go, also where it throws; answers what was stored. Had another writer come between, both writes
   * are merged.
   * A snapshot without session and pending order forgets the user.
   *
   * @throws SessionStoreUnavailableError
   * @throws SessionBusyError another writer came between and did not finish in time
   */
  write(next: Snapshot): Promise<Snapshot>;

  /** Lets go without writing. Never throws. */
  abandon(): Promise<void>;
}

/** Where snapshots are kept. Within one process a user is held once at a time: `LeasedSessionStore` sees to it. */
export interface SnapshotStorage {
  /**
   * Waits until no other process holds the user, then reads.
   *
   * @throws SessionStoreUnavailableError
   * @throws SessionBusyError another process held the user too long
   */
  hold(userId: string): Promise<HeldSnapshot>;
  status(): SessionStoreStatus;
  close(): Promise<void>;
}
