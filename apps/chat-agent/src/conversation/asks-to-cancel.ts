import { isAgreement } from './agreement';

/** What is looked at of a turn. */
export interface CancellingTurn {
  readonly message: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly order?: { readonly restaurantName: string; readonly lines: readonly { readonly itemName: string }[] } | undefined;
}

/** What is looked at of a placed order. */
interface Placed {
  readonly id: string;
  readonly restaurant_name: string;
  readonly lines: readonly { readonly item_name: string }[];
}

const CANCELLING = /\b(?:cancel\w*|call off|stop|undo|withdraw)\b/i;
/** The reply before ended with whether, or which, to cancel. */
const ASKED = /\b(?:shall|should|which|want me to)\b[^?.\n]*\bcancel\b[^?."\n]*\?/i;
/** An answer that says which. */
const WHICH = /^\W*(?:(?:the|my|it|is|one|order|from|please|ok|yes|i mean|cancel)\W+)*(?:(?:placed|second|old|older|last|both|all)\b[^?]{0,30}|2\W*)$/i;
const MEANS_A_PLACED_ONE = /\b(?:last|latest|placed|previous|recent|earlier|old|older|other|first|already|yesterday'?s?)\b/i;

/** Whether the person's message asks for a placed order to be cancelled: in so many words, or as the answer to the reply before that asked it. */
export function asksToCancel(turn: CancellingTurn): boolean {
  return CANCELLING.test(turn.message) || answersCancelling(turn);
}

/** Whether the message means this placed order and not the one under way: by a word for it, its number, its place, its dish, or as an answer. */
export function meansPlaced(turn: CancellingTurn, { id, restaurant_name: place, lines }: Placed): boolean {
  const { message, order } = turn;
  if (MEANS_A_PLACED_ONE.test(message) || message.includes(id) || answersCancelling(turn)) return true;
  const under = wordsOf([order?.restaurantName ?? '', ...(order?.lines.map(({ itemName }) => itemName) ?? [])].join(' '));
  const own = wordsOf([place, ...lines.map(({ item_name }) => item_name)].join(' ')).filter((word) => !under.includes(word));
  return wordsOf(message).some((word) => own.includes(word));
}

function answersCancelling({ message, messages }: CancellingTurn): boolean {
  const said = messages.findLastIndex(({ role }) => role === 'user');
  const before = messages.slice(0, said).findLast(({ role, content }) => role === 'assistant' && content !== '');
  return before !== undefined && ASKED.test(before.content) && (isAgreement(message) || WHICH.test(message));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/, ''));
}
