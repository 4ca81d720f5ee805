import { jsonText } from './json-text';
import { SessionTooLargeError } from './session-errors';
import type { Message, PendingOrder, Session } from './session';

/** A tool result longer than this, in characters, is shortened: a model has answered from it, later turns need its gist. */
export const MAX_TOOL_RESULT_LENGTH = 500;
/** What one session may take, in bytes of UTF-8 JSON. */
export const MAX_SESSION_BYTES = 64 * 1024;
/** What one pending order may take, in bytes of UTF-8 JSON. */
export const MAX_PENDING_ORDER_BYTES = 64 * 1024;
/** Room for what a store wraps around a session (version, time of writing), so that the stored value keeps the bound too. */
const ENVELOPE_BYTES = 128;

const ELLIPSIS = '…';

/**
 * The session within its bounds: tool results shortened, then the oldest messages dropped until the last `historyLimit`
 * and 64 KiB are left. A tool call and its results stay or go together.
 *
 * @throws SessionTooLargeError `state` alone exceeds the bound
 */
export function boundSession(session: Session, historyLimit: number): Session {
  const rounds = groupIntoRounds(session.messages.map(shortenToolResult));
  const latest = withoutOldest(rounds, count(rounds) - historyLimit, ({ length }) => length);
  const bounded = { ...session, messages: latest.flat() };
  const excess = Buffer.byteLength(jsonText(bounded)) - (MAX_SESSION_BYTES - ENVELOPE_BYTES);
  return excess <= 0 ? bounded : { ...session, messages: withoutOldest(latest, excess, listedBytes).flat() };
}

/** @throws SessionTooLargeError the order exceeds 64 KiB */
export function assertPendingOrderFits(order: PendingOrder | undefined): void {
  if (order !== undefined && byteLength(order) > MAX_PENDING_ORDER_BYTES) {
    throw new SessionTooLargeError(`pending order takes more than ${MAX_PENDING_ORDER_BYTES} bytes`);
  }
}

/** A message alone, or an assistant's tool calls with the results that follow. Results without their calls are left out: models refuse them. */
function groupIntoRounds(messages: readonly Message[]): Message[][] {
  const rounds: Message[][] = [];
  let openCalls = new Set<string>();
  for (const message of messages) {
    if (message.role !== 'tool') {
      rounds.push([message]);
      openCalls = new Set(message.role === 'assistant' ? message.toolCalls?.map((call) => call.id) : []);
    } else if (openCalls.has(message.toolCallId)) {
      rounds.at(-1)?.push(message);
    }
  }
  return rounds;
}

/** The rounds less the oldest ones, as many as it takes to be rid of `excess`. @throws SessionTooLargeError where all of them are too little */
function withoutOldest(rounds: readonly Message[][], excess: number, sizeOf: (round: readonly Message[]) => number): readonly Message[][] {
  let first = 0;
  for (let left = excess; left > 0; first += 1) {
    const oldest = rounds[first];
    if (oldest === undefined) throw new SessionTooLargeError(`session state takes more than ${MAX_SESSION_BYTES} bytes`);
    left -= sizeOf(oldest);
  }
  return rounds.slice(first);
}

function shortenToolResult(message: Message): Message {
  if (message.role !== 'tool' || message.content.length <= MAX_TOOL_RESULT_LENGTH) return message;
  const cut = message.content.slice(0, MAX_TOOL_RESULT_LENGTH - ELLIPSIS.length);
  return { ...message, content: cut.replace(/\p{Surrogate}$/u, '') + ELLIPSIS };
}

function count(rounds: readonly Message[][]): number {
  return rounds.reduce((sum, round) => sum + round.length, 0);
}

/** Bytes in a JSON list: each element and its comma. */
function listedBytes(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + byteLength(message) + 1, 0);
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
