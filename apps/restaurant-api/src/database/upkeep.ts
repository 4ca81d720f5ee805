import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail';
import { CLOCK, type Clock } from '../platform/tokens';
import { RestaurantWrites } from '../restaurants/restaurant-writes';
import { ReviewCounts } from '../reviews/review-counts';

/** How long what a dying process left undone may wait for a living one. */
const INTERVAL_MS = 10_000;

/** Finishes what processes that died have left undone. Every instance does, and may at the same moment. */
@Injectable()
export class Upkeep {
  private readonly logger = new Logger('upkeep');
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly audit: AuditTrail,
    private readonly counts: ReviewCounts,
    private readonly restaurants: RestaurantWrites,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.audit.relayLeftBehind();
    await this.counts.repair(this.clock());
    await this.restaurants.forgetRemoved(this.clock());
  }

  /** Goes on at intervals until `stop`. */
  start(): void {
    this.running ??= this.repeat();
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async repeat(): Promise<void> {
    while (await this.pause()) {
      try {
        await this.run();
      } catch (error) {
        this.logger.warn(`What was left undone waits on: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  /** False where the end came first. */
  private async pause(): Promise<boolean> {
    const { signal } = this.ending;
    await delay(INTERVAL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    return !signal.aborted;
  }
}
