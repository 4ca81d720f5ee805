import { Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

/** A line that would leave a password in the history. */
const HOLDS_PASSWORD = /^\s*(?:log\s*in|sign\s*in|register|sign\s*up)\b/i;

/**
 * Lines from a person at a terminal, with history and editing, or from a pipe; passwords are asked without echo and enter no history.
 */
export class Terminal {
  private readonly lines: string[] = [];
  private readonly interface: Interface;
  private readonly interactive: boolean;
  private waiting: ((line: string | undefined) => void) | undefined;
  private isClosed = false;
  private isSecret = false;

  /** What Ctrl-C does; true where it interrupted something, else the input ends. */
  onInterrupt: () => boolean = () => false;

  constructor(
    private readonly input: NodeJS.ReadStream,
    private readonly output: NodeJS.WriteStream,
  ) {
    this.interactive = input.isTTY && output.isTTY;
    const echo = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.isSecret) output.write(chunk);
        done();
      },
    });
    this.interface = createInterface({ input, output: this.interactive ? echo : undefined, terminal: this.interactive, historySize: 200, removeHistoryDuplicates: true });
    this.interface.on('history', (history: string[]) => {
      if (this.isSecret || HOLDS_PASSWORD.test(history[0] ?? '')) history.shift();
    });
    this.interface.on('line', (line) => { this.take(line); });
    this.interface.on('close', () => {
      this.isClosed = true;
      this.take(undefined);
    });
    this.interface.on('SIGINT', () => {
      if (this.isSecret) this.callOff();
      else if (!this.onInterrupt()) this.interface.close();
    });
  }

  /** Whether a person sits here, rather than a pipe. */
  get isInteractive(): boolean {
    return this.interactive;
  }

  write(text: string): void {
    this.output.write(text);
  }

  /** The next line; undefined where there are no more. */
  async ask(prompt: string): Promise<string | undefined> {
    if (this.interactive && !this.isClosed) {
      this.interface.setPrompt(prompt);
      this.interface.prompt();
    }
    return this.next();
  }

  /** The next line, without showing or remembering it; undefined where the person thinks better of it (Ctrl-C). */
  async askSecret(prompt: string): Promise<string | undefined> {
    if (!this.interactive) return this.next();
    this.output.write(prompt);
    this.isSecret = true;
    try {
      return await this.next();
    } finally {
      this.isSecret = false;
      this.output.write('\n');
    }
  }

  close(): void {
    this.interface.close();
    // A terminal or a pipe; a file, such as /dev/null, holds no process back.
    const input: Readable = this.input;
    if (input instanceof Socket) input.unref();
  }

  private callOff(): void {
    this.interface.write(null, { ctrl: true, name: 'u' });
    this.take(undefined);
  }

  private next(): Promise<string | undefined> {
    const line = this.lines.shift();
    if (line !== undefined || this.isClosed) return Promise.resolve(line);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  private take(line: string | undefined): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    if (waiting !== undefined) waiting(line);
    else if (line !== undefined) this.lines.push(line);
  }
}
