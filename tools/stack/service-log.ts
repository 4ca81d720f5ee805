import { createWriteStream, mkdirSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type LogLine, parseLogLine } from './log-line';

/** A log file that has grown beyond this is begun afresh at the next start. */
export const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** How many lines are held back: a stack trace fits. */
const MAX_HELD_LINES = 20;

/**
 * Writes what a service says into a file, and tells the important lines: warnings, errors, anything that is no log line.
 * Until `release` they are held back, so that a service that does not start is reported once, by `held`.
 */
export class ServiceLog {
  private readonly file: WriteStream;
  private waiting: LogLine[] | undefined = [];

  /** @param tell gets the important lines; where `verbose` all of them, at once */
  constructor(
    readonly path: string,
    private readonly tell: (line: LogLine) => void,
    private readonly verbose = false,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    this.file = createWriteStream(path, { flags: size > MAX_LOG_BYTES ? 'w' : 'a', mode: 0o600 });
    this.file.once('error', (error) => {
      tell({ level: 'warn', text: `the log file ${path} cannot be written: ${error.message}` });
    });
    if (verbose) this.release();
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

  /** Tells what was held back, and from now on every line as it comes. */
  release(): void {
    for (const line of this.waiting ?? []) this.tell(line);
    this.waiting = undefined;
  }

  close(): void {
    this.file.end();
  }

  private take(text: string): void {
    if (this.file.writable) this.file.write(`${text}\n`);
    const line = parseLogLine(text);
    if (line.text === '' || (line.level === 'info' && !this.verbose)) return;
    if (this.waiting === undefined) this.tell(line);
    else if (this.waiting.length < MAX_HELD_LINES) this.waiting.push(line);
  }
}
