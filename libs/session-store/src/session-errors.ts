/** Any failure of the session store. */
export class SessionStoreError extends Error {
  override readonly name: string = 'SessionStoreError';
}

/** The user's earlier turns did not finish in time, or too many of them are waiting: ask the person to try again. */
export class SessionBusyError extends SessionStoreError {
  override readonly name = 'SessionBusyError';
}

/** What a turn wants to keep exceeds its bound even with an empty history. */
export class SessionTooLargeError extends SessionStoreError {
  override readonly name = 'SessionTooLargeError';
}

/** Redis cannot be reached, refuses to work or does not answer in time. `cause` is the client's error. */
export class SessionStoreUnavailableError extends SessionStoreError {
  override readonly name = 'SessionStoreUnavailableError';
}
