import { createWriteStream, statSync, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type LogLine, parseLogLine } from './log-line';

/** A log file that has grown beyond this is begun afresh at the next start. */
export const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** How many lines are held back: a stack trace fits. */
const MAX_HELD_LINES = 20;

/** How many lines of a start are kept for the file. */
const MAX_EARLY_LINES = 1_000;

/**
 * Writes what a service says into a file, and tells the important lines: warnings, errors, anything that is no log line.
 * Until `release` both are held back. So a service that refuses to start is reported once, by `held`, and leaves no trace in the
 * file, which may be that of a service which runs already.
 */
export class ServiceLog {
  private file: WriteStream | undefined;
  private readonly early: string[] = [];
  private waiting: LogLine[] | undefined = [];

  /**
   * @param path in a folder that exists
   * @param tell gets the important lines; where `verbose` all of them, at once
   */
  constructor(
    readonly path: string,
    private readonly tell: (line: LogLine) => void,
    private readonly verbose = false,
  ) {
    if (verbose) this.waiting = undefined;
  }

  follow(output: Readable): void {
    createInterface({ input: output, crlfDelay: Infinity }).on('line', (line) => {
      this.take(line);
    });
  }

  /** The important lines that nobody was told, joined by line breaks. */
  get held(): string {
    return (this.waiting ?? []).map(({ text }) => text).join('\n');
  }

  /** Whether the service got as far as to have its lines written. */
  get isWritten(): boolean {
    return this.file !== undefined;
  }

  /** Writes and tells what was held back, and from now on every line as it comes. */
  release(): void {
    this.file ??= this.open();
    for (const line of this.early.splice(0)) this.write(line);
    for (const line of this.waiting ?? []) this.tell(line);
    this.waiting = undefined;
  }

  close(): void {
    this.file?.end();
  }

  private take(text: string): void {
    if (this.file !== undefined) this.write(text);
    else if (this.early.length < MAX_EARLY_LINES) this.early.push(text);
    const line = parseLogLine(text);
    if (line.text === '' || (line.level === 'info' && !this.verbose)) return;
    if (this.waiting === undefined) this.tell(line);
    else if (this.waiting.length < MAX_HELD_LINES) this.waiting.push(line);
  }

  private open(): WriteStream {
    const size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
    const file = createWriteStream(this.path, { flags: size > MAX_LOG_BYTES ? 'w' : 'a', mode: 0o600 });
    return file.once('error', (error) => {
      this.tell({ level: 'warn', text: `the log file ${this.path} cannot be written: ${error.message}` });
    });
  }

  private write(text: string): void {
    if (this.file?.writable === true) this.file.write(`${text}\n`);
  }
}
