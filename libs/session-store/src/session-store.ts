import type { PendingOrder, Session, SessionDraft } from './session';

/** What a turn leaves behind. `pendingOrder: undefined` removes the pending order. */
export interface TurnOutcome {
  readonly session: SessionDraft;
  readonly pendingOrder: PendingOrder | undefined;
}

/**
 * The right to handle one user's turn. Nobody else handles a turn of that user, on this instance or another, until it
 * is saved or released. Always release in a `finally`:
 *
 *     const lease = await store.open(userId);
 *     try {
 *       ...
 *       await lease.save({ session, pendingOrder });
 *     } finally {
 *       await lease.release();
 *     }
 */
export interface SessionLease {
  readonly session: Session | undefined;
  readonly pendingOrder: PendingOrder | undefined;

  /**
   * Writes the turn and gives the lease back. The session lives `SESSION_TTL` from now; a changed pending order lives
   * `PENDING_ORDER_TTL` from now, an unchanged one what was left to it. History is cut to its bounds first.
   * Had another writer come between after all, both turns' messages are kept.
   *
   * @throws SessionTooLargeError nothing was written and the lease is still held
   * @throws SessionStoreUnavailableError Redis is lost and there is no fallback; nothing is known to be written
   * @throws SessionBusyError another writer came between and did not finish in time; nothing was written
   */
  save(outcome: TurnOutcome): Promise<void>;

  /** Forgets the session and the pending order and gives the lease back. Throws what `save` throws. */
  clear(): Promise<void>;

  /** Gives the lease back without writing; after `save` it does nothing. Never throws: a lease that cannot be given back expires. */
  release(): Promise<void>;
}

/** `connected`: Redis answers. `backend`: where the next turn is kept. */
export interface SessionStoreStatus {
  readonly connected: boolean;
  readonly backend: 'redis' | 'memory';
}

/** Conversations and pending orders, one writer per user at a time. */
export interface SessionStore {
  /**
   * Waits for the user's earlier turns, in the order of arrival, then reads all a turn needs.
   *
   * @throws SessionBusyError the earlier turns did not finish in time, or too many are waiting
   * @throws SessionStoreUnavailableError Redis is lost and there is no fallback
   * @throws RangeError the user id is empty, longer than 256 characters or no well-formed Unicode
   */
  open(userId: string): Promise<SessionLease>;

  /** Forgets the user's session and pending order, after the turn in progress. Throws what `open` throws. */
  clear(userId: string): Promise<void>;

  status(): SessionStoreStatus;

  /** Ends connections and timers. Leases that are still held have a moment to be saved or released. */
  close(): Promise<void>;
}
