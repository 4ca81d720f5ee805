import { isAgreement, isCompletion, isRefusal } from '../../../../conversation/agreement';
import { besidesCallingOff } from '../../../../conversation/calling-off';
import { amountIn, type ShownOrder } from '../../../../conversation/shown-order';
import { asksForOrder } from '../../questions/asked-order';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { pleasantryOf } from '../../speech/pleasantries';
import { toRequestedLine } from '../../orders/order-reading';
import { wordsOf } from '../../speech/utterance';

/** Of an order that is placed, without a word for cancelling it. */
const NO_LONGER = /^(?!.*\bcancel\b).*\b(?:forget|changed my mind|(?:do not|don't) want|no longer want)\b/;
/** Calls an order off, whatever was asked; a bare no only answers. */
const CALLED_OFF = /\b(?:cancel|forget|drop|stop|abort|never ?mind|nvm|start over|changed my mind|(?:do not|don'?t) (?:want|order|place)|leave it|rehne do|nahi chahiye)\b/;

const NOTHING_MORE = /\b(?:that's|that is|that (?:will|would) be|that'll be) (?:all|it|everything)\b|\bnothing (?:else|more)\b/;
/** "Actually yes", behind a no. */
const TAKEN_BACK = /\b(?:actually|sorry|meant|mean|wait|oh)\b/;

/** "Yes, cancel it": a yes to calling it off. */
const AGREED_TO_CANCEL = /^(?:(?:yes|yeah|yep|yup|ok|okay|sure|haan|please)[ ,]+)+cancel(?: (?:it|that|this|my order|the order))?(?: please)?$/;

/** Yes and no, to the order that was shown or to whatever stands open; and the wish to see that order before either. */
export function confirmation(dialogue: Dialogue): Move | undefined {
  const { message, text, facts, memory } = dialogue;
  const shown = shownOrder(facts);
  const isAgreed = isAgreement(message, shown);
  const { dropped } = memory;
  const isTakenBack = dropped !== undefined && dropped.age <= 1 && TAKEN_BACK.test(text) && !dropped.isCancelled && facts.order === undefined && memory.next === undefined;
  if (isAgreed && isTakenBack) return call('add_to_order', { restaurant_name: dropped.restaurant, items: dropped.lines }, { question: undefined, dropped: undefined, note: 'All right, here it is again:' });
  if (isAgreed) return facts.order === undefined && facts.pendingOrder === undefined && isPleasantry(message) ? undefined : agreed(dialogue);
  if (facts.order !== undefined && IF_NOT_PLACED.test(text)) return call('show_order', {}, { question: undefined });
  const amount = amountIn(message);
  // "Yes, at 40", where it is 42.
  if (shown !== undefined && amount !== undefined && isAgreement(message, { ...shown, total: amount })) return call('show_order', {}, { question: undefined, note: 'The total is another one:' });
  if (facts.order !== undefined && isCompletion(message)) return call('show_order', {}, { question: undefined });
  if (asksForOrder(dialogue) && (facts.order !== undefined || memory.isOfPlaced === true)) return shownAgain(dialogue);
  // A slip in one word alone: "cancle".
  const isCallingOff = besidesCallingOff(message)?.length === 0;
  if (!isRefusal(message) && !isCallingOff && !AGREED_TO_CANCEL.test(text) && !(wordsOf(text).length === 1 && isRefusal(text))) return undefined;
  const { order, pendingOrder } = facts;
  // "No thanks, that's all" declines more of it.
  if (order !== undefined && NOTHING_MORE.test(text) && !/\bcancel\b/.test(text)) return call('show_order', {}, { question: undefined });
  const isCalledOff = isCallingOff || CALLED_OFF.test(text);
  if (order !== undefined && pendingOrder?.isShownLast === false && !isCalledOff) return asItWas(order.restaurantName, memory.restaurant);
  if (order !== undefined || pendingOrder !== undefined) return call('cancel_pending_order', {}, { question: undefined, ...droppedOf(order, isCalledOff), ...(/\b(?:all|everything|both)\b/.test(text) && { next: undefined }) });
  const isOfPlaced = (memory.isOfPlaced === true && wordsOf(message).length > 1) || (memory.dropped === undefined && /\b(?:my|the) order\b/.test(text));
  if (memory.isOfPlaced === true && NO_LONGER.test(text)) return say('An order that is placed stays so until you say "cancel my last order", which you can while it is not being prepared. Would you like something else?', ['Cancel my last order', 'My orders'], { question: undefined, isOfPlaced: true });
  if (/\bcancel\b/.test(text)) return isOfPlaced && facts.username !== undefined ? call('cancel_order', {}, { question: undefined }) : cancelled(facts.username);
  return say('No problem. What would you like instead? Name a dish or a restaurant, or say "show restaurants".', ['Show restaurants', 'My orders'], { question: undefined });
}

/** A no to something else. Where another place was spoken of, the next yes might mean that: the order is not shown by itself. */
function asItWas(ordered: string, spokenOf: string | undefined): Move {
  const isOfOther = spokenOf !== undefined && spokenOf !== ordered;
  return isOfOther ? say('All right, your order is as it was: "show my order" to go on with it.', ['Show my order'], { question: undefined }) : say('All right, your order is as it was.', [], { question: undefined });
}

/** "Great, thanks", where there is nothing to agree to. */
function isPleasantry(message: string): boolean {
  return wordsOf(message).length > 1 && pleasantryOf(message) !== undefined;
}

/** The order under way, else the one that was just placed. */
function shownAgain({ text, facts }: Dialogue): Move {
  if (facts.order === undefined) return call('get_order_status', {}, { question: undefined });
  return call('show_order', {}, { note: /\b(?:tax|taxes|gst)\b/.test(text) ? 'Taxes stand on it, and nothing comes on top of its total:' : undefined });
}

/** The order that a yes would place. */
export function shownOrder({ order, pendingOrder }: Dialogue['facts']): ShownOrder | undefined {
  return pendingOrder === undefined ? undefined : { ...pendingOrder, dishes: order?.lines.map(({ itemName }) => itemName) ?? [], quantities: order?.lines.map(({ quantity }) => quantity) ?? [] };
}

/** "If my order is not placed yet, place it": it is shown, and a yes places it. */
const IF_NOT_PLACED = /^if\b.*\border\b.*\b(?:place|confirm|send|order) it\b/;

function agreed({ facts: { pendingOrder, order }, memory }: Dialogue): Move {
  if (pendingOrder !== undefined) return call('place_order');
  if (order !== undefined) return call('show_order');
  // "Yes yes", behind the yes that placed it.
  if (memory.isOfPlaced === true) return say('It is placed already: there is nothing more to do. "Where is my order" tells how it stands. Anything else?', ['Where is my order', 'Show restaurants'], { isOfPlaced: true });
  return say('Great! No order is waiting for your yes right now. What would you like to eat? Name a dish or a restaurant.', ['Show restaurants', 'What is good?']);
}

/** Kept for a while, so that "make it 3" behind a no still means it. */
export function droppedOf(order: Dialogue['facts']['order'], isCancelled: boolean) {
  return order === undefined ? {} : { dropped: { restaurant: order.restaurantName, lines: order.lines.map(toRequestedLine), age: 0, isCancelled } };
}

function cancelled(username: string | undefined): Move {
  const placed = username === undefined ? 'To cancel one that is placed, log in first: login NAME PASSWORD.' : 'To cancel one that is placed, say "cancel my last order".';
  return say(`No order is under way. ${placed} What would you like?`, ['Cancel my last order', 'Show restaurants'], { question: undefined });
}
