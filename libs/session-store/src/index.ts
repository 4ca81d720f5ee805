export { createMemorySessionStore } from './create-session-store';
export { SessionBusyError, SessionStoreError, SessionStoreUnavailableError, SessionTooLargeError } from './session-errors';
export type { Message, PendingOrder, Session, SessionDraft, ToolCall } from './session';
export type { SessionLease, SessionStore, SessionStoreStatus, TurnOutcome } from './session-store';
