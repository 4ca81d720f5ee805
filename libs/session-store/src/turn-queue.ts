import { SessionBusyError } from './session-errors';

/** Ends a place in the queue; calling it again does nothing. */
export type EndTurn = () => void;

export interface TurnQueueOptions {
  /** How long a turn may wait for those before it, in milliseconds. */
  readonly waitMs: number;
  /** A turn that was not ended after this time, in milliseconds, is taken for lost and the next one begins. */
  readonly maxTurnMs: number;
  /** How many turns of one user may wait. */
  readonly maxWaiting: number;
}

/** The turns of each user one after the other, in the order of arrival, within this process. Users never wait for each other. */
export class TurnQueue {
  private readonly waiting = new Map<string, (() => void)[]>();
  private whenIdle: () => void = () => undefined;

  constructor(private readonly options: TurnQueueOptions) {}

  /** @throws SessionBusyError too many are waiting already, or the wait exceeded its bound */
  begin(userId: string): Promise<EndTurn> {
    const waiting = this.waiting.get(userId);
    if (waiting === undefined) {
      this.waiting.set(userId, []);
      return Promise.resolve(this.start(userId));
    }
    if (waiting.length >= this.options.maxWaiting) return Promise.reject(new SessionBusyError('too many turns of this user are waiting'));
    return new Promise((resolve, reject) => {
      const admit = () => {
        clearTimeout(timer);
        resolve(this.start(userId));
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(admit), 1);
        reject(new SessionBusyError('the earlier turns of this user did not finish in time'));
      }, this.options.waitMs);
      waiting.push(admit);
    });
  }

  /** Resolves as soon as no turn is under way, or when the time is up. */
  async settle(milliseconds: number): Promise<void> {
    if (this.waiting.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private start(userId: string): EndTurn {
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      this.admitNext(userId);
    };
    const timer = setTimeout(end, this.options.maxTurnMs);
    timer.unref();
    return end;
  }

  private admitNext(userId: string): void {
    const next = this.waiting.get(userId)?.shift();
    if (next === undefined) this.waiting.delete(userId);
    else next();
    if (this.waiting.size === 0) this.whenIdle();
  }
}
