import { SessionStoreError } from './session-errors';
import type { Message, PendingOrder, Session } from './session';
import type { SessionLease, SessionStore, SessionStoreStatus, TurnOutcome } from './session-store';
import { type Snapshot, type SnapshotLimits, clearedSnapshot, nextSnapshot } from './snapshot';
import type { HeldSnapshot, SnapshotStorage } from './snapshot-storage';
import { type EndTurn, TurnQueue, type TurnQueueOptions } from './turn-queue';
import { assertUserId } from './user-id';

export interface LeasedSessionStoreOptions extends SnapshotLimits, TurnQueueOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long `close` waits for turns that were cut short to be saved, in milliseconds: they do nothing else any more. */
const CLOSING_PATIENCE_MS = 400;

/** The rules that hold wherever sessions are kept: one turn of a user at a time, lifetimes, bounds. */
export class LeasedSessionStore implements SessionStore {
  private readonly turns: TurnQueue;

  constructor(
    private readonly storage: SnapshotStorage,
    private readonly options: LeasedSessionStoreOptions,
  ) {
    this.turns = new TurnQueue(options);
  }

  async open(userId: string): Promise<SessionLease> {
    const [held, endTurn] = await this.hold(userId);
    return new TurnLease(held, endTurn, this.options);
  }

  async clear(userId: string): Promise<void> {
    const lease = await this.open(userId);
    await lease.clear();
  }

  status(): SessionStoreStatus {
    return this.storage.status();
  }

  async close(): Promise<void> {
    await this.turns.settle(CLOSING_PATIENCE_MS);
    await this.storage.close();
  }

  private async hold(userId: string): Promise<[HeldSnapshot, EndTurn]> {
    assertUserId(userId);
    const endTurn = await this.turns.begin(userId);
    try {
      return [await this.storage.hold(userId), endTurn];
    } catch (error) {
      endTurn();
      throw error;
    }
  }
}

/** Much quicker than `structuredClone`, which costs more than all else of a turn here. */
function copyOf(session: Session | undefined): Session | undefined {
  return session === undefined ? undefined : { ...session, messages: session.messages.map(copyOfMessage), state: structuredClone(session.state) };
}

function copyOfMessage(message: Message): Message {
  return message.role === 'assistant' && message.toolCalls !== undefined ? { ...message, toolCalls: message.toolCalls.map((call) => ({ ...call })) } : { ...message };
}

class TurnLease implements SessionLease {
  readonly session: Session | undefined;
  readonly pendingOrder: PendingOrder | undefined;
  private over = false;

  constructor(
    private readonly held: HeldSnapshot,
    private readonly endTurn: EndTurn,
    private readonly options: LeasedSessionStoreOptions,
  ) {
    // A copy: a merge needs what was read as it was read, whatever the turn does to its objects.
    this.session = copyOf(held.opened.session);
    this.pendingOrder = structuredClone(held.opened.pendingOrder);
  }

  async save(outcome: TurnOutcome): Promise<void> {
    if (this.over) throw new SessionStoreError('this lease was saved or released before');
    await this.write(nextSnapshot(this.held.opened, outcome, this.options, this.options.now()));
  }

  async clear(): Promise<void> {
    if (this.over) throw new SessionStoreError('this lease was saved or released before');
    await this.write(clearedSnapshot(this.held.opened, this.options.now()));
  }

  private async write(next: Snapshot): Promise<void> {
    this.over = true;
    try {
      await this.held.write(next);
    } finally {
      this.endTurn();
    }
  }

  async release(): Promise<void> {
    if (this.over) return;
    this.over = true;
    await this.held.abandon();
    this.endTurn();
  }
}
