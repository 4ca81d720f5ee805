import type { Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { namesDish } from '../../orders/menu-words';
import { toRequestedLine } from '../../orders/order-reading';
import { wordsOf } from '../../speech/utterance';

const BACK = /^(?:(?:no|wait|sorry|actually|oh|oops|ok|please|hey)[ ,]+)*(?:bring (?:it|that|them|my order|the order) back|undo(?: that)?|restore(?: it| that| my order)?|keep (?:it|that|my order|the order)|i (?:still )?want (?:it|that|my order)(?: back)?|put it back|i did not mean that|get (?:it|that) back|(?:nothing[ ,]+)?(?:it's|its|that's) (?:fine|ok|okay|good)|(?:place|order|book) (?:it|that|the order|my order)(?: anyway)?)\b[ ,]*(?:(?:but|and)[ ,]+)?/;
/** What only makes sense of an order that stands. */
const CHANGE =
  /^(?:(?:no|sorry|actually|wait|ok|okay|please|but|just|oh|i (?:meant|mean|said|wanted)|let's|can you|could you|yes|and)[ ,]+)*(?:make|change|remove|delete|drop|take (?:out|off|away)|swap|switch|replace|without|with(?! all)|add|only|just|no|less|more|extra|reduce|increase|instead of)\b|^(?:(?:i (?:meant|mean|said|wanted)|no|sorry|just|only|actually)[ ,]+)+(?:\d+|one|two|three|four|five|six)\b|^(?:\d+|one|two|three|four|five|six) (?:instead|only|more)\b/;

const UNDO = /^(?:(?:no|wait|sorry|actually|oh|oops|ok|please|hey|can you)[ ,]+)*(?:undo(?: (?:that|it|the last (?:one|change)))?|revert(?: that| it)?|take that back|go back(?: to (?:before|how it was|what it was))?|put (?:it|that|them) back(?: in)?|as it was(?: before)?|bring (?:it|that|them) back)(?: please)?$/;

/** "Undo": the order as it was before the last change. */
export function undoing({ text, facts: { order }, memory: { before } }: Dialogue): Move | undefined {
  if (order === undefined || before === undefined || !UNDO.test(text)) return undefined;
  return before.restaurant === order.restaurantName ? call('change_order', { items: before.lines }, { question: undefined, note: 'All right, as it was before:' }) : undefined;
}

const LEADING = "(?:(?:no+|wait|sorry|actually|oh|oops|ok|please|hey|hmm+|but|can you|i (?:said|meant|want to|still want to))[ ,]+)*";
/** "Undo that please, I do want it after all": the words behind say what. */
const UNDO_FIRST = /^(?:(?:no|wait|sorry|actually|oh|oops|ok|please|hey)[ ,]+)*(?:undo|revert)(?: (?:that|it))?(?: please)?[ ,]+(?=\S)/;
/** "Wait, keep it", "put the idli back", behind what took it off. */
const KEPT = new RegExp(`^${LEADING}(?:keep|leave|bring back|put back|give back|put|bring|get|(?:i )?(?:do want|do still want|still want)(?= .* (?:after all|back)$))(?: back)? (.+?)(?: (?:back(?: in)?|after all|please|too|in|as it was|order))*$`);
const ALL_OF_IT = /^(?:it|that|them|those|everything|all)$/;

/** What the last change took off and is wanted all the same; the order as it is where it has that anyway. */
export function keeping({ text, facts: { order }, memory: { before }, catalogue }: Dialogue): Move | undefined {
  const what = KEPT.exec(text.replace(UNDO_FIRST, ''))?.[1]?.replace(/^(?:the|my|that) (?=\S)/, '');
  if (order === undefined || what === undefined) return undefined;
  const isThere = (name: string) => order.lines.some(({ itemId, itemName }) => itemId === name || itemName === name);
  const gone = before?.restaurant === order.restaurantName ? before.lines.filter(({ item_name: name }) => !isThere(name)) : [];
  const nameOf = (id: string) => catalogue.find(order.restaurantName)?.items.find((item) => item.id === id)?.item_name ?? id;
  const back = ALL_OF_IT.test(what) ? gone : gone.filter(({ item_name: name }) => namesDish(nameOf(name), wordsOf(what)));
  if (back.length > 0) return call('change_order', { items: [...order.lines.map(toRequestedLine), ...back] }, { question: undefined, note: 'All right, with that again:' });
  return /\bback\b/.test(text) && order.lines.some(({ itemName }) => namesDish(itemName, wordsOf(what))) ? call('show_order', {}, { question: undefined, note: 'Your order has that:' }) : undefined;
}

/** What "undo" brings back: the lines that a move is about to change. */
export function withBefore(move: Move, { facts: { order } }: Dialogue): Move {
  const isChange = move.kind === 'call' && order !== undefined && move.calls.some(({ tool }) => tool === 'change_order' || tool === 'add_to_order');
  return isChange ? { ...move, memory: { ...move.memory, before: { restaurant: order.restaurantName, lines: order.lines.map(toRequestedLine) } } } : move;
}

/** "Make it 3" behind the no to an order: the order comes back, and is changed. */
export function restoring(dialogue: Dialogue): Move | undefined {
  const { text, facts, memory, mention, catalogue } = dialogue;
  const { dropped } = memory;
  if (facts.order !== undefined || dropped === undefined) return undefined;
  const back = BACK.exec(text)?.[0];
  const rest = back === undefined ? text : text.slice(back.length).replace(/^(?:(?:please|anyway|then|place it|order it|,)\s*)+$/, '');
  const isChange = back === undefined && !dropped.isCancelled && CHANGE.test(text);
  if (back === undefined && !isChange) return undefined;
  const dish = catalogue.dishIn(text);
  const isElsewhere = (mention !== undefined && mention.restaurant.name !== dropped.restaurant) || (dish !== undefined && !catalogue.dishesCalled(dish).some(({ restaurant }) => restaurant.name === dropped.restaurant));
  // "Add 2 pani puri", where they were in it, begins anew.
  const isAnew = /\badd\b/.test(text) && dropped.lines.some(({ item_name }) => catalogue.dishesCalled(dish).some(({ item }) => item.id === item_name || item.item_name === item_name));
  if (isElsewhere || isAnew) return undefined;
  return call('add_to_order', { restaurant_name: dropped.restaurant, items: dropped.lines }, { question: undefined, dropped: undefined, ...(rest.trim() !== '' && { rest }) });
}
