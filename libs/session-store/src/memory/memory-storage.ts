import { mergeSnapshots } from '../merge-snapshots';
import type { SessionStoreStatus } from '../session-store';
import { EMPTY_SNAPSHOT, type Snapshot } from '../snapshot';
import type { HeldSnapshot, SnapshotStorage } from '../snapshot-storage';
import type { MemoryRecords } from './memory-records';

/** Snapshots of one process, gone when it ends. */
export class MemoryStorage implements SnapshotStorage {
  constructor(
    private readonly records: MemoryRecords,
    private readonly historyLimit: number,
  ) {}

  hold(userId: string): Promise<HeldSnapshot> {
    const opened = this.read(userId);
    return Promise.resolve({
      opened,
      write: (next) => this.write(userId, opened, next),
      abandon: () => Promise.resolve(),
    });
  }

  status(): SessionStoreStatus {
    return { connected: false, backend: 'memory' };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private read(userId: string): Snapshot {
    return this.records.get(userId)?.current ?? EMPTY_SNAPSHOT;
  }

  /** Another write came between where this turn outlasted `maxTurnMs` and the next one was let in. */
  private write(userId: string, opened: Snapshot, next: Snapshot): Promise<Snapshot> {
    const stored = this.read(userId);
    const current = stored.writtenAt === opened.writtenAt ? next : mergeSnapshots(opened, next, stored, this.historyLimit);
    this.records.remember(userId, current, 0);
    return Promise.resolve(current);
  }
}
