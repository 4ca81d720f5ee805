export { connectToRedis, createMemorySessionStore, createSessionStore, type SessionStoreOptions } from './create-session-store';
export type { SessionLogger } from './logger';
export type { RedisConnection } from './redis/redis-connection';
export { SessionBusyError, SessionStoreError, SessionStoreUnavailableError, SessionTooLargeError } from './session-errors';
export type { Message, PendingOrder, Session, SessionDraft, ToolCall } from './session';
export type { SessionLease, SessionStore, SessionStoreStatus, TurnOutcome } from './session-store';
export { type SessionStoreConfiguration, sessionStoreVariables } from './session-store-variables';
