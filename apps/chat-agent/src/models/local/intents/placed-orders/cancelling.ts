import type { Dialogue } from '../../dialogue';
import { isFresh } from '../../dialogue-memory';
import { type Call, call, type Move, say } from '../../move';
import { EVERYDAY } from '../../speech/everyday-words';
import { numberOf, ordinalOf, wordsOf } from '../../speech/utterance';
import { offerAnew, offerCancelling } from './placed-changes';

const CANCEL = /\b(?:cancel|call off|withdraw)\b/;
/** Asks after a cancellation, or forbids one. */
const NO_REQUEST = /^(?:(?:and|so|but|ok|okay|oh|wait|hey|please)[ ,]+)*(?:did|have|has|was|were|is|are|am|do|does|can i|could i|may i|how|should i|shall i|when|why|what|if|who|which)\b|\b(?:don't|do not|never|not|won't) (?:\p{L}+ )?(?:cancel|call|withdraw)\b/u;
const NEGATED = /\b(?:don't|do not|never|not|won't) (?:\p{L}+ )?(?:cancel|call off|withdraw)\b/u;
const WAS_CANCELLED = /^(?:(?:and|so|but|ok|okay|oh|wait|hey)[ ,]+)*(?:did|have|has|was|were|is|are) .*\bcancel(?:led|ed)?\b/;
const JOINT = /\s*,\s+|\s+(?:and|then|but|&|so|because)\s+/g;
const PLACED = /\b(?:placed|already|previous|last|latest|old|older|earlier|first|other|before)\b/;
const NEW = /\b(?:forget|drop|cancel|scrap|leave|remove) (?:about )?(?:that |this |the |my )?(?:new|pending|current|second) (?:order|one)\b/;
const ALL = /\b(?:all|both|every|each)\b.*\borders?\b|\bboth\b|\ball of (?:them|those|these)\b|\bcancel (?:them|those|these) (?:all|both)\b/;
const OTHER = /\bother\b/;
const NTH = /\b(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|number \d)\b/;
/** Which of two: the order that waits for a yes, or one that is placed. */
const EITHER = /^(?:(?:ok|okay|oh|no|wait|sorry|actually|please|then|just|can you|could you|i want to|i'd like to)[ ,]+)*cancel (?:the |my )?(?:(?:whole|entire|full) )?order(?: (?:please|now|then))*$/;
const ONE_OF_IT = /\bthe (?!(?:whole|entire|placed|previous|last|latest|old|older|first|second|third|fourth|fifth|other|new|wrong)\b)\p{L}+ one\b/u;
/** So long after it was placed an order is no longer meant by a word for either. */
const RECENT = 6;

/** Of what was spoken of, and of nothing by name. */
const BARE = /^(?:(?:ok|okay|oh|no|wait|sorry|actually|please|then|just|can you|could you)[ ,]+)*cancel (?:it|this|that)(?: (?:please|now|then))*$/;

/** "... and give me only one": so many of the dish that there was. */
const COUNT_ALONE = /^(?:(?:please|just|only|then|again|re-?order|order|give|get|send|make|do|take|me|us|it|for|i want|i need) )*(\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:plates?|pieces?|of (?:it|them|those|these)|only|just|give|send|order|me|us|please|instead|again))*$/;

interface Asked {
  /** The clause that cancels. */
  readonly clause: string;
  /** What is wanted behind it; empty where nothing is. */
  readonly rest: string;
}

/** Placed orders are cancelled: the one that is named, pointed at or was placed last. The order under way goes only where that is meant. */
export function cancelling(dialogue: Dialogue): Move | undefined {
  const { text, facts, memory } = dialogue;
  if (facts.username === undefined) return undefined;
  const asked = cancellation(dialogue);
  if (asked === undefined) return notCancelled(dialogue);
  const isUnderWay = facts.order !== undefined || facts.pendingOrder !== undefined;
  if (isUnderWay) return besideUnderWay(dialogue, asked);
  const isKnown = memory.placed !== undefined || memory.isOfPlaced === true || memory.orders !== undefined || /\border(?:s|ed)?\b/.test(text);
  if (memory.placed !== undefined && memory.isOfPlaced !== true && memory.question?.kind !== 'cancel_placed' && BARE.test(text)) return offerCancelling(memory.placed);
  const isOfQuestion = isFresh(memory) && wordsOf(text).length <= 3 && memory.question?.kind !== 'cancel_placed';
  return !isKnown || isOfQuestion || wordsOf(text).length < 2 ? undefined : ofPlaced(dialogue, asked);
}

/** "Don't cancel it" cancels nothing, and "did you cancel the first one?" asks how they stand. */
function notCancelled({ text, facts: { order }, memory: { placed, orders } }: Dialogue): Move | undefined {
  if (NEGATED.test(text)) return order === undefined ? say('All right, I cancel nothing. Would you like anything else?', ['My orders', 'Show restaurants'], { question: undefined }) : call('show_order', {}, { question: undefined, note: 'All right, I cancel nothing.' });
  if (!WAS_CANCELLED.test(text) || (order !== undefined && placed === undefined && orders === undefined)) return undefined;
  if (order !== undefined || /\b(?:first|second|third|both|all|orders|other|old|previous)\b/.test(text)) return call('get_user_orders', {}, { question: undefined });
  return call('get_order_status', placed === undefined ? {} : { order_id: placed.id }, { question: undefined });
}

function cancellation({ text, catalogue, message, memory }: Dialogue): Asked | undefined {
  const starts = [0, ...[...text.matchAll(JOINT)].map(({ 0: joint, index }) => index + joint.length)];
  const clauses = starts.map((start, index) => ({ start, clause: text.slice(start, starts[index + 1] ?? text.length).replace(/(?:[\s,]|\b(?:and|then|but|so|because)$|&)+$/, '') }));
  const found = clauses.find(({ clause }) => CANCEL.test(clause) && !NO_REQUEST.test(clause));
  if (found === undefined || /\breview/i.test(message)) return undefined;
  const behind = text.slice(found.start + found.clause.length).replace(/^(?:[\s,&]|\b(?:and|then|but|so|because)\b)+/, '').replace(/^(?:please )?(?:place|make|start|order|do|create|give me|put)?(?: an?| the)? ?new (?:one|order)[ ,]*(?:with |of |for )?/, '');
  const again = /^(?:re-?order|order (?:it |that |the same |everything )?again|repeat)(?: (?:it|that|the same))*(?:[ ,]+(?:but |with )?([^ ,].*))?$/.exec(behind);
  if (again !== null) return { clause: found.clause, rest: `repeat my last order${(again[1] ?? '') === '' ? '' : ` but ${keptOf(again[1] ?? '', catalogue)}`}` };
  const fewer = COUNT_ALONE.exec(behind)?.[1];
  if (fewer !== undefined && memory.placed?.dishes.length === 1) return { clause: found.clause, rest: `repeat my last order but make it ${fewer}` };
  const isWanted = !/^(?:keep|leave|i (?:only|just|said)|it was|i ordered|ordered|you)\b/.test(behind) && (catalogue.mentionIn(behind) !== undefined || wordsOf(behind).some((word) => word.length >= 3 && catalogue.isDishWord(word)));
  return { clause: found.clause, rest: isWanted ? behind : '' };
}

/** "Just the two mild", of what there was: the others go. */
function keptOf(said: string, catalogue: Dialogue['catalogue']): string {
  const kept = /^(?:just|only) (?:the )?(?:(?:\d+|one|two|three|four|five|six) )?(.+?)(?: ones?)?$/.exec(said)?.[1];
  if (kept === undefined) return said;
  return catalogue.dishIn(kept) === undefined ? `only the ${kept} ones` : `only the ${kept}`;
}

/** Beside an order under way a placed one is meant where it is said so, by its place or by a dish that the one under way has not. */
function besideUnderWay(dialogue: Dialogue, asked: Asked): Move | undefined {
  const { text, facts: { order }, memory: { placed }, mention } = dialogue;
  if (ALL.test(asked.clause)) return ofPlaced(dialogue, asked, [{ tool: 'cancel_pending_order', parameters: {} }]);
  const isOfOther = mention !== undefined && mention.restaurant.name !== order?.restaurantName && /\b(?:order|one)\b/.test(asked.clause);
  const own = dishWordsIn(dialogue, asked.clause).filter((word) => order?.lines.some(({ itemName }) => itemName.toLowerCase().includes(word)) !== true);
  const isOfDish = placed?.dishes.some(({ name }) => own.some((word) => name.includes(word))) === true;
  const isPlaced = PLACED.test(asked.clause) || /\b(?:placed|already ordered|old one|(?:previous|last|old|earlier|first|other) order)\b/.test(text);
  if (isPlaced || isOfOther || isOfDish) return ofPlaced(dialogue, asked, NEW.test(text) ? [{ tool: 'cancel_pending_order', parameters: {} }] : []);
  if (placed === undefined || order === undefined || placed.age > RECENT || !EITHER.test(text)) return undefined;
  const had = order.lines.map(({ quantity, itemName }) => `${String(quantity)} × ${itemName}`).join('; ');
  return say(`Which of them shall I cancel?\n1. The new order from ${order.restaurantName}, not placed yet: ${had}\n2. The placed order from ${placed.restaurant}, ${placed.total}`, ['The new one', 'The placed one'], { question: { kind: 'which_cancelled', id: placed.id } });
}

function ofPlaced(dialogue: Dialogue, { clause, rest }: Asked, before: readonly Call[] = []): Move | undefined {
  const { memory: { orders, placed }, mention, facts: { order } } = dialogue;
  const cancelled = (ids: readonly (string | undefined)[]): Move => ({ kind: 'call', calls: [...before, ...ids.map((id) => ({ tool: 'cancel_order', parameters: id === undefined ? {} : { order_id: id } }))], memory: { question: undefined, rest: rest === '' ? undefined : rest } });
  const open = (orders?.ids ?? []).filter((_id, index) => orders?.cancelled?.[index] !== true);
  const isOfList = ALL.test(clause) || OTHER.test(clause) || NTH.test(clause) || mention !== undefined;
  if (isOfList && orders?.cancelled === undefined) return call('get_user_orders', {}, { question: undefined, rest: dialogue.text });
  if (ALL.test(clause)) return open.length + before.length === 0 ? say('None of your orders is left to be cancelled.', ['My orders']) : cancelled(open);
  if (mention !== undefined) {
    const id = open.find((each) => orders?.restaurants?.[orders.ids.indexOf(each)] === mention.restaurant.name);
    return id === undefined ? say(`I see no order from ${mention.restaurant.name} among your last ones that could be cancelled. Say "my orders" to see them.`, ['My orders']) : cancelled([id]);
  }
  const [only, ...others] = open;
  if (OTHER.test(clause) || (NTH.test(clause) && others.length === 0)) return only !== undefined && others.length === 0 ? cancelled([only]) : whichListed();
  const nth = NTH.exec(clause)?.[1];
  if (nth !== undefined) {
    const id = orders?.ids[ordinalOf(nth) ?? -1];
    return id === undefined || order !== undefined ? whichListed() : { ...cancelled([id]), memory: { question: undefined, ...(orders !== undefined && { orders: { ...orders, at: ordinalOf(nth) ?? 0 } }) } };
  }
  const part = placed === undefined ? undefined : partOf(dialogue, clause, placed);
  if (part === 'other') return elsewhere(dialogue, clause, cancelled);
  if (part !== undefined && placed !== undefined) return offerAnew(placed, part);
  return cancelled([placed?.id]);
}

function whichListed(): Move {
  return call('get_user_orders', {}, { question: undefined, note: 'Which one? Say for example "cancel the second one", as they stand here.' });
}

/** What of the order is to go, where it is not all of it; `other` where it has none of the dishes that are named. */
function partOf(dialogue: Dialogue, clause: string, { dishes }: NonNullable<Dialogue['memory']['placed']>): string | undefined {
  const words = dishWordsIn(dialogue, clause);
  const named = dishes.filter(({ name }) => words.some((word) => name.includes(word)));
  const count = wordsOf(clause.replace(/\bthat one\b|\bthe \p{L}+ one\b/gu, '')).map(numberOf).find((number) => number !== undefined && number > 0);
  if (words.length > 0 && named.length === 0) return 'other';
  if (words.length === 0 && ONE_OF_IT.test(clause) && dishes.length > 1) return `remove ${ONE_OF_IT.exec(clause)?.[0] ?? ''}`;
  const [only, ...others] = named.length > 0 ? named : dishes;
  const isOfSome = count !== undefined && others.length === 0 && only !== undefined && count < only.quantity && !/\b(?:order|whole) (?:of|with)\b/.test(clause);
  if (isOfSome) return `make the ${only.name} ${String(only.quantity - count)}`;
  const isWhole = words.length === 0 || named.length === dishes.length || /\b(?:order|one) (?:with|of|that has)\b|\bwhole\b/.test(clause);
  return isWhole ? undefined : named.map(({ name }) => `remove the ${name}`).join(' and ');
}

/** "Cancel the cake", of an order before the last one. */
function elsewhere(dialogue: Dialogue, clause: string, cancelled: (ids: readonly string[]) => Move): Move | undefined {
  const { memory: { orders }, text } = dialogue;
  if (orders?.cancelled === undefined) return call('get_user_orders', {}, { question: undefined, rest: text });
  const words = dishWordsIn(dialogue, clause);
  const id = orders.ids.find((_id, index) => orders.cancelled?.[index] !== true && words.every((word) => orders.dishes?.[index]?.includes(word) === true));
  return id === undefined ? whichListed() : cancelled([id]);
}

function dishWordsIn({ catalogue }: Dialogue, clause: string): string[] {
  return wordsOf(clause).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)).filter((word) => word.length >= 3 && numberOf(word) === undefined && catalogue.isDishWord(word) && !EVERYDAY.has(word));
}
