import { SessionStoreError } from './session-errors';
import type { Message, PendingOrder, Session } from './session';
import type { SessionLease, SessionStore, SessionStoreStatus, TurnOutcome } from './session-store';
import { type SnapshotLimits, clearedSnapshot, nextSnapshot } from './snapshot';
import type { HeldSnapshot, SnapshotStorage } from './snapshot-storage';
import { type EndTurn, TurnQueue, type TurnQueueOptions } from './turn-queue';
import { assertUserId } from './user-id';

export interface LeasedSessionStoreOptions extends SnapshotLimits, TurnQueueOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

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
    const [held, endTurn] = await this.hold(userId);
    try {
      await held.write(clearedSnapshot(held.opened, this.options.now()));
    } finally {
      endTurn();
    }
  }

  status(): SessionStoreStatus {
    return this.storage.status();
  }

  close(): Promise<void> {
    return this.storage.close();
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
    const next = nextSnapshot(this.held.opened, outcome, this.options, this.options.now());
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
