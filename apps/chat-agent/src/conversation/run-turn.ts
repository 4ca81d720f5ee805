import type { Quote } from '@foodie-express/contracts';
import { assertMayEnter } from './access';
import { type Answer, converse, type ConverseServices, type TurnEvents } from './converse';
import { readState } from './conversation-state';
import { orderSummary } from './order-summary';
import type { SessionSecrets } from './session-secrets';
import { Turn, type TurnRequest } from './turn';

export interface TurnServices extends ConverseServices {
  readonly secrets: SessionSecrets;
  /** Bound of a turn in milliseconds. */
  readonly turnTimeoutMs: number;
}

export interface TurnReply {
  readonly text: string;
  readonly suggestions: readonly string[];
  readonly sessionToken: string;
  /** The priced order that waits for the person's yes. */
  readonly pendingOrder: Quote | undefined;
}

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
  try {
    assertMayEnter(readState(lease.session?.state), request.userId, request.caller, services.secrets);
    const turn = new Turn(request, services.secrets);
    const signal = AbortSignal.any([left, AbortSignal.timeout(services.turnTimeoutMs)]);
    const answer = withOrderShown(await converse(services, turn, events, signal), turn, events);
    turn.messages.push({ role: 'assistant', content: answer.text });
    await lease.save(turn.outcome);
    return { ...answer, sessionToken: turn.sessionToken, pendingOrder: turn.pendingOrder?.quote };
  } finally {
    await lease.release();
    endTurn();
  }
}

/** An order that was prepared in this turn is shown with its prices, whatever words the model found for it. */
function withOrderShown(answer: Answer, turn: Turn, { onText }: TurnEvents): Answer {
  const { pendingOrder } = turn;
  if (pendingOrder === undefined) return answer;
  const summary = orderSummary(pendingOrder.quote);
  if (answer.text.includes(summary)) {
    turn.markShown();
    return answer;
  }
  if (!turn.hasToShowOrder) return answer;
  const addition = `\n\n${summary}\n${CONFIRMATION_QUESTION}`;
  onText(addition);
  return { ...answer, text: `${answer.text}${addition}` };
}
