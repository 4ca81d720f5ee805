import type { Quote } from '@foodie-express/contracts';
import { type SessionLease, SessionTooLargeError } from '@foodie-express/session-store';
import { withinTime } from '@foodie-express/time-limit';
import { assertMayEnter } from './access';
import { keepQuestion } from './confirmation-gate';
import { type Answer, converse, type ConverseServices, type TurnEvents } from './converse';
import { readState } from './conversation-state';
import type { SessionSecrets } from './session-secrets';
import { Turn, type TurnRequest } from './turn';

export interface TurnServices extends ConverseServices {
  readonly secrets: SessionSecrets;
  /** Bound of a turn in milliseconds. */
  readonly turnTimeoutMs: number;
  /** Aborted where the service stops and waits for its turns no longer: they end as if their time were up. */
  readonly stopping?: AbortSignal | undefined;
}

export interface TurnReply {
  readonly userId: string;
  readonly text: string;
  readonly suggestions: readonly string[];
  readonly sessionToken: string;
  /** The session token that opened the conversation; undefined where none did. */
  readonly provenBy: string | undefined;
  /** The priced order that waits for the person's yes. */
  readonly pendingOrder: Quote | undefined;
}

const TOO_MUCH: Answer = { text: 'Sorry, that is more than I can keep in mind, so I left everything as it was. Could you say it in smaller parts?', suggestions: [], apologyFor: 'limit' };

const CONFIRMATION_QUESTION = 'Shall I place it? Reply yes to confirm or no to cancel.';

/**
 * One turn with the session at hand (nobody else handles this user meanwhile): asks the model, runs its tools, saves, replies.
 *
 * @param left aborted where the person has gone: the model is stopped, what the tools did is kept
 * @throws AppError where the caller does not own the conversation; SessionStoreError where it cannot be saved
 */
export async function runTurn(services: TurnServices, request: TurnRequest, events: TurnEvents, left: AbortSignal): Promise<TurnReply> {
  const endTurn = services.turnMetrics.startTurn();
  const { lease } = request;
  const { stopping } = services;
  try {
    assertMayEnter(readState(lease.session?.state), request.userId, request.caller, services.secrets);
    const turn = new Turn(request, services.secrets);
    events.onBegin(turn);
    const said = await withinTime(services.turnTimeoutMs, stopping === undefined ? [left] : [left, stopping], (signal) => converse(services, turn, events, signal));
    if (said.apologyFor === 'failure') keepQuestion(turn);
    const told = withPlacingTold(said, turn);
    if (told.apologyFor !== undefined) events.onText(told.text);
    if (left.aborted) turn.markUnseen();
    const answer = left.aborted ? told : withOrderShown(told, turn, events);
    if (answer.text !== '') turn.messages.push({ role: 'assistant', content: answer.text });
    const { userId, provenBy, tokenBefore } = turn;
    if (!(await keeps(lease, turn))) return { ...withPlacingTold(TOO_MUCH, turn), userId, sessionToken: tokenBefore, provenBy, pendingOrder: undefined };
    return { ...answer, userId, sessionToken: turn.sessionToken, provenBy, pendingOrder: turn.pendingOrder?.quote };
  } finally {
    await lease.release();
    endTurn();
  }
}

/** False where the turn leaves more than a session may hold: it stays as it was before. */
async function keeps(lease: SessionLease, turn: Turn): Promise<boolean> {
  try {
    await lease.save(turn.outcome);
    return true;
  } catch (error) {
    if (error instanceof SessionTooLargeError) return false;
    throw error;
  }
}

/** An order that was placed is told of where the model did not come to say so. */
function withPlacingTold(answer: Answer, { placed }: Turn): Answer {
  return placed === undefined || answer.apologyFor === undefined ? answer : { ...answer, text: `${placed}\n\n${answer.text}` };
}

/** An order that was prepared in this turn is shown with its prices, whatever words the model found for it. */
function withOrderShown(answer: Answer, turn: Turn, { onText }: TurnEvents): Answer {
  const { pendingSummary: summary } = turn;
  if (summary === undefined) return answer;
  if (answer.text.includes(summary)) {
    turn.markShown();
    return answer;
  }
  if (!turn.hasToShowOrder) return answer;
  const addition = `\n\n${summary}\n${CONFIRMATION_QUESTION}`;
  onText(addition);
  return { ...answer, text: `${answer.text}${addition}` };
}
