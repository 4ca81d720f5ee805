import { type Dialogue } from '../../dialogue';
import { call, type Move } from '../../move';
import { type OrderReading, toRequestedLine } from '../../orders/order-reading';
import { numberOf, wordsOf } from '../../speech/utterance';
import type { OrderLineFact } from '../../../chat-model';
import { readAt } from './ordering';

const ADDING = /\b(?:add|also|too|another|more|plus|extra|again|as well|besides|along with|double|repeat|same)\b|^(?:and|with) (?!(?:she|he|i|they) (?:says?|said|meant?)\b)/;
const CHANGING = /\b(?:make|change|remove|delete|drop|take|without|no|not|less|instead|replace|swap|switch|cancel|minus|reduce|increase|on|for|each|first|second|third|fourth|last|other|half|of)\b/;
const ASKING = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:what|what's|how|how's|is|are|does|do|which|why|when|where|who|can|could|will|would|should)\b/;
/** The order should hold this and nothing besides. */
const EXACTLY = /\b(?:exactly|nothing (?:else|more)|that's all i want)\b/g;
const ONLY = /^(?:(?:ok|okay|so|then|actually|no|sorry|yes|please|i want|let's do)[ ,]+)*(?:only|just) /;
const AS_BEFORE = /[ ,]+(?:as|like) (?:before|i said|usual|always)$/;
/** "Only the dosa, forget the coffee": of what the order never had. */
const LEFT_OUT = /, (?:(?:and|then|please)[ ,]+)*(?:forget|skip|leave|cancel|drop|scrap) (?:about )?(?:the |that |my )?[\p{L} ]+$/u;
/** "So it should be three of these and one of those, as before." */
const SHOULD_BE = /^(?:(?:so|no|ok|okay|sorry|and|but|well|then|now|actually|to be clear|just to be clear)[ ,]+)*(?:it|that|this|my order|the order|(?:what )?i (?:want|meant|mean|said)) (?:should be|should have been|was supposed to be|is supposed to be|is|was) (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b/;
/** "I asked for one of these and two of those": where all that the order has is among them, that is all of it. */
const ASKED_FOR = /^(?:(?:no|wait|sorry|hey|but|oh|listen)[ ,]+)*(?:i|we) (?:asked for|said|wanted|ordered|told you|meant) (?=(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b)/;
/** The number said is the right one. */
const CORRECTING = /\b(?:sorry|i meant|i mean|i said|says|correction|not \d+|total|in all|altogether)\b/;
/** "Not three idli": so many as there were, and are not meant. */
const NOT_SO_MANY = /[ ,]+(?:and )?not (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b[^,]*/;
/** "Wait, boss says": whoever corrects it. */
const SAYS = /^(?:(?:wait|oh|and|but|so|ok|hey)[ ,]+)*(?:(?:my|the) )?(?:\p{L}+ )?(?:says?|said)(?: (?:that|it's|to make it|make it|we need))?\b[ ,]*/u;
const AGREEING = /^(?:(?:so|ok|okay|well|and)[ ,]+)*(?:yes|yeah|yep|yup|haan|sure)\b/;

/** "..., so only one of this and one of that": the whole order. */
const SO_ONLY = /(?:^|, )(?:so|then) (?:it's |it is |that's |make it )?(?:only|just) ((?:an?|one|two|three|four|five|\d+) .+ and (?:an?|one|two|three|four|five|\d+) .+)$/;

/** What the order has said once more: "butter chicken" because it seemed not understood, "so 2 bhel puri, right?", "only the dosa". It orders no more of it. */
export async function restating(dialogue: Dialogue): Promise<Move | undefined> {
  const { facts: { order }, text, mention } = dialogue;
  if (order === undefined || (mention !== undefined && mention.restaurant.name !== order.restaurantName)) return undefined;
  const all = SO_ONLY.exec(text)?.[1];
  if (all !== undefined) return wholeOrder(await readAt(dialogue, order.restaurantName, all), order.lines);
  const asked = ASKED_FOR.exec(text)?.[0];
  const allAsked = asked === undefined ? undefined : allOf(await readAt(dialogue, order.restaurantName, text.slice(asked.length)), order.lines);
  if (allAsked !== undefined) return allAsked;
  const isExact = text.search(EXACTLY) >= 0 || SHOULD_BE.test(text);
  const isOnly = ONLY.test(text);
  const spoken = (mention?.rest ?? text).replace(EXACTLY, ' ').replace(AS_BEFORE, '').replace(LEFT_OUT, '').replace(SAYS, '').replace(NOT_SO_MANY, '').replace(/^(?:sorry|no|oh)[ ,]+(?=i want )/, '').replace(/\b(?:in )?total$/, '').trim();
  if (ADDING.test(spoken) || (CHANGING.test(spoken) && !isExact) || ASKING.test(spoken)) return undefined;
  const reading = await readAt(dialogue, order.restaurantName, spoken);
  if (reading.unknown.length > 0 || (reading.hasTalk && !AGREEING.test(spoken)) || reading.badQuantity !== undefined) return undefined;
  if (isExact) return reading.unclear.length > 0 || reading.lines.length === 0 ? undefined : call('change_order', { items: reading.lines }, { question: undefined, next: undefined });
  const hasNumber = /\d/.test(spoken) || wordsOf(spoken).some((word) => numberOf(word) !== undefined);
  if (hasNumber && (CORRECTING.test(text) || NOT_SO_MANY.test(text))) return recounted(reading, order.lines);
  if (!isRestated(reading, order.lines, hasNumber, AGREEING.test(spoken))) return undefined;
  const named = new Set([...reading.lines.map(({ item_name }) => item_name), ...reading.unclear.flatMap(({ items }) => items)]);
  const kept = order.lines.filter(({ itemName }) => named.has(itemName));
  if (isOnly && !hasNumber && kept.length < order.lines.length) return call('change_order', { items: kept.map(toRequestedLine) }, { question: undefined, next: undefined });
  return call('show_order', {}, { question: undefined, ...(isOnly && { next: undefined }), note: 'This is what your order has; say "one more" for another:' });
}

/** Several dishes with what the order has among them: what was asked for in the first place. */
function allOf({ lines, unclear, unknown }: OrderReading, standing: readonly OrderLineFact[]): Move | undefined {
  const isAll = standing.every(({ itemName }) => lines.some(({ item_name }) => item_name === itemName));
  return isAll && unclear.length === 0 && unknown.length === 0 && lines.length > standing.length ? call('change_order', { items: lines }, { question: undefined, next: undefined }) : undefined;
}

/** These lines and no others; those that the order has stay as they are, so many of them. */
function wholeOrder({ lines, unclear, unknown }: OrderReading, standing: readonly OrderLineFact[]): Move | undefined {
  if (unclear.length > 0 || unknown.length > 0 || lines.length < 2) return undefined;
  const items = lines.map((line) => {
    const same = standing.find(({ itemName }) => itemName === line.item_name);
    return same === undefined || (line.options ?? []).length > 0 ? line : { ...toRequestedLine(same), quantity: line.quantity };
  });
  return call('change_order', { items }, { question: undefined, next: undefined });
}

/** "She says two brownies, sorry": so many in place of those that the order has. */
function recounted({ lines, unclear }: OrderReading, standing: readonly OrderLineFact[]): Move | undefined {
  const isClear = unclear.length === 0 && lines.length > 0 && lines.every(({ item_name, options = [] }) => options.length === 0 && standing.filter(({ itemName }) => itemName === item_name).length === 1);
  if (!isClear) return undefined;
  const items = standing.map((line) => ({ ...toRequestedLine(line), quantity: lines.find(({ item_name }) => item_name === line.itemName)?.quantity ?? line.quantity }));
  return call('change_order', { items }, { question: undefined });
}

/** Whether the order has all that was read, as many of it and prepared so. */
function isRestated({ lines, unclear }: OrderReading, standing: readonly OrderLineFact[], hasNumber: boolean, isAgreed: boolean): boolean {
  const known = lines.every(({ item_name, quantity, options = [], notes }) =>
    notes === undefined &&
    standing.some((line) => line.itemName === item_name && (!hasNumber || line.quantity === quantity) && options.every(({ choice, group }) => line.options.some(({ choice_id, group_id }) => choice_id === choice && group_id === group))),
  );
  const meant = unclear.every(({ items }) => isAgreed && standing.some(({ itemName }) => items.includes(itemName)));
  return known && meant && lines.length + unclear.length > 0;
}
