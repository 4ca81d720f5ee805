import { type DestinationStream, pino } from 'pino';

/** How long a line may wait for others, in milliseconds: short enough for who follows a log, and under load one system call for many requests. */
const WAIT_MS = 10;
/** What waits is written at once when it is this much, in characters. */
const MAX_WAITING = 64 * 1024;

/** Writes lines together with those that come right after them. None is lost where the process exits, by itself or upon an error. */
export class LineWriter implements DestinationStream {
  private lines = '';
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly destination: DestinationStream = pino.destination({ fd: 1, sync: true })) {
    process.once('exit', () => { this.flushSync(); });
  }

  write(line: string): void {
    this.lines += line;
    if (this.lines.length >= MAX_WAITING) this.flushSync();
    else this.timer ??= setTimeout(() => { this.flushSync(); }, WAIT_MS);
  }

  /** Pino calls it after a fatal line. */
  flushSync(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lines === '') return;
    const { lines } = this;
    this.lines = '';
    this.destination.write(lines);
  }
}
