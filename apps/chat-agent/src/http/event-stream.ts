import type { Response } from 'express';

/** Proxies close a connection that is silent for long, in milliseconds. */
const HEARTBEAT_MS = 10_000;

/**
 * A response of server-sent events. Until it begins nothing of it is out: its headers can still be set, and its status be another one.
 * What is sent before waits for it.
 */
export class EventStream {
  private waiting = '';
  private hasBegun = false;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(private readonly response: Response) {}

  get begun(): boolean {
    return this.hasBegun;
  }

  begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no' });
    this.response.flushHeaders();
    this.write(this.waiting);
    this.waiting = '';
  }

  /** From now on it is never silent for long; where it is kept waiting longer than that, `begin` is called first. */
  keepAlive(begin: () => void): void {
    this.heartbeat = setInterval(() => {
      begin();
      this.write(': still here\n\n');
    }, HEARTBEAT_MS);
  }

  send(event: string, data: unknown): void {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    if (this.hasBegun) this.write(text);
    else this.waiting += text;
  }

  /** Stops the heartbeat, and ends what has begun. */
  end(): void {
    clearInterval(this.heartbeat);
    if (this.hasBegun) this.response.end();
  }

  private write(text: string): void {
    if (text !== '' && !this.response.writableEnded && !this.response.destroyed) this.response.write(text);
  }
}
