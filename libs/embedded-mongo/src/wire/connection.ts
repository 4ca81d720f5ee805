import type { Socket } from 'node:net';
import type { Document } from '../bson/document';
import { Frames } from './frames';
import { formatReply, parseRequest, ProtocolError, type Request } from './message';

/** Answers a command; it never rejects, a failure is an answer too. */
export type Answer = (body: Document, connectionId: number) => Promise<Document>;

/** Messages a client may send ahead of their answers before it is not read any further. */
const MAX_WAITING = 64;

/** A client that does not take its answers is not waited for longer when the server closes. */
const CLOSE_TIMEOUT_MS = 5000;

/** One client: takes its messages in turn and answers each before the next. A message that breaks the protocol ends the connection. */
export class Connection {
  private readonly frames = new Frames();
  private readonly waiting: Request[] = [];
  private working: Promise<void> | undefined;
  private lastReply = 0;

  constructor(
    private readonly socket: Socket,
    private readonly id: number,
    private readonly answer: Answer,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => { this.receive(chunk); });
    socket.on('error', () => { socket.destroy(); });
  }

  /** Answers what has arrived, then closes. */
  async close(): Promise<void> {
    const impatience = setTimeout(() => { this.socket.destroy(); }, CLOSE_TIMEOUT_MS);
    this.socket.pause();
    await this.working;
    await new Promise<void>((resolve) => { this.socket.end(resolve); });
    this.socket.destroy();
    clearTimeout(impatience);
  }

  private receive(chunk: Buffer): void {
    try {
      for (const message of this.frames.push(chunk)) this.waiting.push(parseRequest(message));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.socket.destroy();
      return;
    }
    if (this.waiting.length > MAX_WAITING) this.socket.pause();
    if (this.waiting.length > 0) this.working ??= this.work();
  }

  private async work(): Promise<void> {
    for (let request = this.waiting.shift(); request !== undefined; request = this.waiting.shift()) {
      const reply = await this.answer(request.body, this.id);
      if (request.expectsReply && this.socket.writable) await this.send(this.format(request, reply));
      if (this.waiting.length === 0 && this.socket.isPaused()) this.socket.resume();
    }
    this.working = undefined;
  }

  /** An answer that BSON cannot hold becomes one that says so. */
  private format(request: Request, reply: Document): Buffer {
    try {
      return formatReply(request, this.nextReply(), reply);
    } catch (error) {
      const errmsg = `the answer cannot be encoded: ${error instanceof Error ? error.message : String(error)}`;
      return formatReply(request, this.nextReply(), { ok: 0, errmsg, code: 1, codeName: 'InternalError' });
    }
  }

  /** Waits for a client that reads slowly instead of piling up answers. */
  private async send(bytes: Buffer): Promise<void> {
    if (this.socket.write(bytes)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.socket.off('drain', done).off('close', done);
        resolve();
      };
      this.socket.on('drain', done).on('close', done);
    });
  }

  private nextReply(): number {
    this.lastReply = (this.lastReply + 1) & 0x7fffffff;
    return this.lastReply;
  }
}
