import { ToolError } from '../tools/tool-error';
import { isAgreement } from './agreement';
import type { PendingOrder } from './conversation-state';
import { shownOrderOf } from './shown-order';
import type { Turn } from './turn';

export interface ConfirmedOrder {
  readonly pendingOrder: PendingOrder;
  readonly token: string;
}

/**
 * The only way to an order: what the person was shown with its prices by the reply before, agreed to by their own message of
 * this turn, for the account that is logged in. No model has a say in any of it.
 * @throws ToolError where one of these is missing
 */
export function confirmedOrder(turn: Turn): ConfirmedOrder {
  const { pendingOrder, token } = turn;
  if (pendingOrder === undefined) {
    throw new ToolError('nothing_to_confirm', 'There is no order waiting for a yes. Prepare it for confirmation first.');
  }
  if (pendingOrder.shownInTurn >= turn.number) {
    throw new ToolError('not_shown_yet', 'The person has not seen the prices yet. Show the order and wait for their next message.');
  }
  if (pendingOrder.shownInTurn < turn.number - 1) {
    throw new ToolError('not_shown_last', 'The last reply was about something else, so a yes may mean that. Show the order again and ask.');
  }
  if (!isAgreement(turn.message, shownOrderOf(pendingOrder))) {
    throw new ToolError('not_confirmed', 'The person has not clearly said yes. Ask them to answer yes or no.');
  }
  if (token === undefined) {
    turn.markShown();
    throw new ToolError('login_required', 'The order is kept. Ask the person to log in ("login NAME PASSWORD") or to register first.');
  }
  return { pendingOrder, token };
}

/** The same for every attempt to place this very order, from whichever instance. */
export function idempotencyKeyOf({ id }: PendingOrder): string {
  return `chat-${id}`;
}

/** A yes that nobody could read, because something was broken, leaves the question as it was: the next yes answers it. */
export function keepQuestion(turn: Turn): void {
  const { pendingOrder, number, message } = turn;
  if (pendingOrder?.shownInTurn === number - 1 && isAgreement(message, shownOrderOf(pendingOrder))) turn.markShown();
}
