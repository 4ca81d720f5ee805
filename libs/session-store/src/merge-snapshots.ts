import { boundSession } from './bound-session';
import { SessionTooLargeError } from './session-errors';
import type { Session } from './session';
import { type Snapshot, sameJson } from './snapshot';

/**
 * Whether the two hold conversations that began apart, as an instance begins one that cannot ask Redis: whoever is in one of them has no
 * part in what is said in the other.
 */
export function beganApart({ session: ours }: Snapshot, { session: theirs }: Snapshot): boolean {
  return ours !== undefined && theirs !== undefined && ours.createdAt !== theirs.createdAt;
}

/** Of two conversations that began apart, the whole of the one that began first: nobody takes a conversation over by beginning another. */
export function firstBegun(ours: Snapshot, theirs: Snapshot): Snapshot {
  const isOurs = (ours.session?.createdAt ?? '') <= (theirs.session?.createdAt ?? '');
  return newest(isOurs ? ours : theirs, ours, theirs);
}

/**
 * One snapshot of two that were both written from `base` without knowledge of each other, as a lost lease or an outage
 * of Redis leaves them. Messages of both stay: theirs first, then those that only ours has. Of the pending order and of
 * each field of the state, the side that changed it wins; where both did, the one written last. Conversations that began apart
 * are not mixed: the one that took the place of `base` stays, or else the one that began first.
 */
export function mergeSnapshots(base: Snapshot, ours: Snapshot, theirs: Snapshot, historyLimit: number): Snapshot {
  if (beganApart(ours, theirs)) {
    if (base.session === undefined || (beganApart(base, ours) && beganApart(base, theirs))) return firstBegun(ours, theirs);
    return newest(beganApart(base, ours) ? ours : theirs, ours, theirs);
  }
  const oursIsNewer = ours.writtenAt >= theirs.writtenAt;
  const keepsOurs = (key: 'session' | 'pendingOrder') =>
    sameJson(theirs[key], base[key]) || (!sameJson(ours[key], base[key]) && oursIsNewer);
  const pendingOrderSource = keepsOurs('pendingOrder') ? ours : theirs;
  const session =
    ours.session !== undefined && theirs.session !== undefined
      ? mergeSessions(base.session, ours.session, theirs.session, { oursIsNewer, historyLimit })
      : (keepsOurs('session') ? ours : theirs).session;
  return {
    writtenAt: Math.max(ours.writtenAt, theirs.writtenAt) + 1,
    session,
    sessionExpiresAt: Math.max(ours.sessionExpiresAt, theirs.sessionExpiresAt),
    pendingOrder: pendingOrderSource.pendingOrder,
    pendingOrderExpiresAt: pendingOrderSource.pendingOrderExpiresAt,
  };
}

/** One of the two, so that no instance takes it for what it has read before. */
function newest(kept: Snapshot, ours: Snapshot, theirs: Snapshot): Snapshot {
  return { ...kept, writtenAt: Math.max(ours.writtenAt, theirs.writtenAt) + 1 };
}

interface MergeRules {
  readonly oursIsNewer: boolean;
  readonly historyLimit: number;
}

function mergeSessions(base: Session | undefined, ours: Session, theirs: Session, { oursIsNewer, historyLimit }: MergeRules): Session {
  const known = new Set([...(base?.messages ?? []), ...theirs.messages].map((message) => message.id));
  const added = ours.messages.filter((message) => !known.has(message.id));
  const [older, newer] = oursIsNewer ? [theirs, ours] : [ours, theirs];
  const merged: Session = {
    messages: [...theirs.messages, ...added],
    state: mergeStates(base?.state ?? {}, older.state, newer.state),
    createdAt: ours.createdAt < theirs.createdAt ? ours.createdAt : theirs.createdAt,
    updatedAt: newer.updatedAt,
  };
  try {
    return boundSession(merged, historyLimit);
  } catch (error) {
    if (error instanceof SessionTooLargeError) return newer;
    throw error;
  }
}

function mergeStates(base: Session['state'], older: Session['state'], newer: Session['state']): Session['state'] {
  const fields = new Set([...Object.keys(older), ...Object.keys(newer)]);
  const merged = [...fields].map((field) => [field, sameJson(newer[field], base[field]) ? older[field] : newer[field]] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}
