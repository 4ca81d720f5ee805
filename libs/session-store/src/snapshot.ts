import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { assertPendingOrderFits, boundSession } from './bound-session';
import { type Message, type Session, type SessionDraft, pendingOrderSchema, sessionSchema } from './session';
import type { TurnOutcome } from './session-store';

export const snapshotSchema = z.object({
  writtenAt: z.number(),
  session: sessionSchema.optional(),
  sessionExpiresAt: z.number(),
  pendingOrder: pendingOrderSchema.optional(),
  pendingOrderExpiresAt: z.number(),
});

/**
 * All that is stored about a user at one moment. Times are milliseconds since 1970. `writtenAt` grows with every write
 * of the user, so it tells one write from another; it is 0 where nothing was written yet.
 */
export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;

export interface SnapshotLimits {
  readonly sessionTtlMs: number;
  readonly pendingOrderTtlMs: number;
  /** How many messages a session keeps. */
  readonly historyLimit: number;
}

export const EMPTY_SNAPSHOT: Snapshot = { writtenAt: 0, sessionExpiresAt: 0, pendingOrderExpiresAt: 0 };

/**
 * What a turn that began with `opened` leaves to be stored at `now`.
 * @throws SessionTooLargeError
 */
export function nextSnapshot(opened: Snapshot, outcome: TurnOutcome, limits: SnapshotLimits, now: number): Snapshot {
  assertPendingOrderFits(outcome.pendingOrder);
  const writtenAt = Math.max(now, opened.writtenAt + 1);
  const session = stampSession(outcome.session, opened.session?.createdAt, writtenAt);
  const snapshot = {
    writtenAt,
    session: boundSession(session, limits.historyLimit),
    sessionExpiresAt: now + limits.sessionTtlMs,
    pendingOrder: outcome.pendingOrder,
    pendingOrderExpiresAt: sameJson(outcome.pendingOrder, opened.pendingOrder) ? opened.pendingOrderExpiresAt : now + limits.pendingOrderTtlMs,
  };
  return withoutExpired(snapshot, now);
}

/** What forgetting a user leaves to be stored. */
export function clearedSnapshot(opened: Snapshot, now: number): Snapshot {
  return { ...EMPTY_SNAPSHOT, writtenAt: Math.max(now, opened.writtenAt + 1) };
}

/** Whether nothing is left of the user. */
export function isCleared(snapshot: Snapshot): boolean {
  return snapshot.session === undefined && snapshot.pendingOrder === undefined;
}

/** The snapshot less what has expired at `now`. */
export function withoutExpired(snapshot: Snapshot, now: number): Snapshot {
  return {
    ...snapshot,
    session: snapshot.sessionExpiresAt > now ? snapshot.session : undefined,
    pendingOrder: snapshot.pendingOrderExpiresAt > now ? snapshot.pendingOrder : undefined,
  };
}

export function sameJson(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function stampSession(draft: SessionDraft, createdAt: string | undefined, writtenAt: number): Session {
  const updatedAt = new Date(writtenAt).toISOString();
  return { messages: draft.messages.map(withId), state: draft.state, createdAt: createdAt ?? updatedAt, updatedAt };
}

/** The id lets a merge tell the same message from one with the same words. */
function withId(message: Message): Message {
  return message.id === undefined ? { ...message, id: messageId() } : message;
}

/** Unique among the messages of one user: 48 random bits, from a pool that Node fills for many at once. */
function messageId(): string {
  return randomUUID().slice(-12);
}
