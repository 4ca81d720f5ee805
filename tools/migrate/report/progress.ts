import type { CollectionName } from '@foodie-express/restaurant-data';

const WIDTH = 30;
const REDRAW_MS = 100;

/** Where a progress bar is drawn. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar in one line of a terminal, drawn anew as it grows; silent anywhere else. */
export class ProgressBar {
  private done = 0;
  private drawnAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly screen: Screen,
    private readonly name: CollectionName,
    private readonly total: number,
  ) {}

  advance(documents: number): void {
    this.done += documents;
    const now = performance.now();
    if (now - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = now;
    this.draw();
  }

  end(): void {
    this.draw();
    if (this.screen.isTTY === true) this.screen.write('\n');
  }

  private draw(): void {
    if (this.screen.isTTY !== true) return;
    // More may have come than were there when they were counted.
    const total = Math.max(this.total, this.done);
    const filled = total === 0 ? WIDTH : Math.floor((this.done / total) * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    this.screen.write(`\r\u001b[2K${this.name.padEnd(12)}${bar} ${this.done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
  }
}
