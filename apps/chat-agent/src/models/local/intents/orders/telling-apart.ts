import { MAX_QUANTITY } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../../chat-model';
import type { ReadableMenu } from '../../catalogue/catalogue';
import { whichLine } from '../../changes/ask-back';
import { composed, plainly, totalOf } from '../../changes/composed';
import type { Dialogue } from '../../dialogue';
import type { RequestedLine } from '../../dialogue-memory';
import { call, type Move } from '../../move';
import { withHad } from '../../orders/line-parts';
import { namesDish } from '../../orders/menu-words';
import { isPlain } from '../../orders/part-words';
import { addLines } from '../../orders/add-lines';
import { readParted, readSimply, toRequestedLine } from '../../orders/order-reading';
import { type PartOfStanding, toldOfStanding } from '../../orders/told-apart';
import { numberOf, wordsOf } from '../../speech/utterance';

const NUMBER = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)';
const OPENING = /^(?:(?:no+(?= ?,| (?:no+|only|just|i|it|make|wait|sorry|total|in|the|my|mine|his|hers|we|there|actually|\d+|one|two|three|four|five|six)\b)|nope|nah|nahi|nahin|wait|sorry|actually|ok|okay|oh|please|but|so|well|hmm+|arre|yes|yeah|hey|then|i (?:just )?(?:said|meant?|wanted|want)|i asked for|make (?:it|that|them)|it should be|should be|and(?= (?:only |just )?(?:the other|the rest|\S+ of (?:them|those|it)\b)))[ ,]+)+/;
const TOTAL = new RegExp(`^(?:(?:make (?:it|that)|back to|total|in total|only|just|there (?:are|should be)|it(?:'s| is)) )*(${NUMBER})(?: (?:in )?(?:total|in all|altogether|all together|only|of them|plates?|pieces?))*(?: ?, ?| )(?:(?:and|but|with|usme(?: se)?|out of (?:that|those|them|which)|of (?:which|those|them)|where|in that|me se|mein se)[ ,]+)*(?=\\S)`);
/** What asks for more, or for something else first. */
const OTHERWISE = /^(?:add|also|another|plus|and|with|extra|remove|delete|drop|cancel|change|swap|replace|take)\b|\b(?:another|one more|(?:two|three|\d+) more|as well|instead of|too|also)\b/;
const ASKING = /^(?:what|what's|how|is|are|does|do|which|why|when|where|who|can|could|will|would|should|did|may)\b/;
/** "Another one, same but without onion" keeps all else of it. */
const SAME = /\bsame\b/;
const PLACES = /\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\b/;
/** "With onion is fine for one of them": the others are said behind. */
const FINE = /^[^,]*\b(?:is|are) (?:fine|ok|okay|alright|good)\b[^,]*, (?=(?:only|just)\b)/;
/** What is asked for besides. */
const BESIDES = /^(?:(?:and|also|then|but)[ ,]+)*(?:add|remove|make|change|give|get|drop|take|cancel|skip|put|swap)\b/;

/** "One mild and one regular", "only dad's less spicy", "the other normal": some of the order are told apart, and it is as many as it was. */
export async function tellingApart(dialogue: Dialogue): Promise<Move | undefined> {
  const { facts: { order }, text, mention, catalogue, memory } = dialogue;
  if (order === undefined || (mention !== undefined && mention.restaurant.name !== order.restaurantName) || ASKING.test(text) || SAME.test(text)) return undefined;
  const opened = (mention?.rest ?? text).replace(OPENING, '').replace(FINE, '');
  const total = numberOf(TOTAL.exec(opened)?.[1] ?? '');
  const menu = await catalogue.menuOf(order.restaurantName);
  const withTotal = total === undefined ? undefined : toldIn(menu, order.lines, { text: opened.replace(TOTAL, ''), total, dish: memory.dish });
  const told = withTotal ?? toldIn(menu, order.lines, { text: opened.replace(HOW_FIRST, '$2 $1'), total: undefined, dish: memory.dish });
  return told ?? oneMoreSo(dialogue, menu, opened) ?? addedApart(dialogue, menu, mention?.rest ?? text);
}

const COUNT = '(\\d{1,2}|one|two|three|four|five)';
/** "Another one without onion", "2 more hot", "and one without onion also". */
const ONE_MORE = new RegExp(`^(?:(?:and|also|add|plus|please|give me|i want) )*(?:(?:another|an extra|an additional)(?: (?:one|plate))?|${COUNT} (?:more|additional)|one extra(?= (?:with|without|no)\\b))(?: (?:of (?:those|them|that|the same)|plates?|ones?))? (?!but\\b)(\\S.*?)(?: (?:also|too|as well|please))*$`);
const ONE_ALSO = new RegExp(`^(?:and|also|plus|add) ${COUNT} ((?:with|without|no|less|extra|more) \\S.*?) (?:also|too|as well)$`);

/** One more of what was spoken of last, as it is said to be. */
function oneMoreSo(dialogue: Dialogue, menu: ReadableMenu, text: string): Move | undefined {
  const { order } = dialogue.facts;
  const [, count, how] = ONE_MORE.exec(text) ?? ONE_ALSO.exec(text) ?? [];
  if (order === undefined || how === undefined || isPlain(how)) return undefined;
  const spokenOf = order.lines.findLast(({ itemName }) => itemName.toLowerCase() === dialogue.memory.dish) ?? order.lines.at(-1);
  const quantity = numberOf(count ?? 'one') ?? 1;
  const { lines: [line, ...others], isClear } = readSimply(menu, `${String(quantity)} ${spokenOf?.itemName.toLowerCase() ?? ''} ${how}`);
  if (line === undefined || spokenOf === undefined) return undefined;
  const isSo = isClear && others.length === 0 && line.item_name === spokenOf.itemName && line.quantity === quantity;
  const isTold = (line.options ?? []).length > 0 || line.notes !== undefined;
  // Of the same size, and whatever else the dish needs.
  return isSo && isTold ? addLines(dialogue, order.restaurantName, [{ ...withHad(menu.menu, plainly(menu.menu, toRequestedLine(spokenOf)), line), item_name: spokenOf.itemName }]) : undefined;
}

/** "Half of them" behind how they should be: "and spicy half of them". */
const HOW_FIRST = /^(?:and |make |but )?((?:(?:very|extra|less|not|more|no|without|with) )?\p{L}+(?: \p{L}+)?) (?:for |on |in |to )?((?:half|one|two|three|four|five|\d+) of (?:them|those|these))(?:, \d+)?$/u;
const ADDED = /^(?:(?:and|also|plus|add|please|then|can i (?:also )?(?:get|have)|i (?:also )?(?:want|need)|give me)[ ,]+)+/;

/** "And 2 pav bhaji, one without onion": told apart as they come to the order. */
function addedApart(dialogue: Dialogue, menu: ReadableMenu, text: string): Move | undefined {
  const { order } = dialogue.facts;
  const reading = readParted(menu, text.replace(ADDED, ''));
  if (order === undefined || reading === undefined || reading.unknown.length > 0 || reading.unclear.length > 0 || reading.badQuantity !== undefined) return undefined;
  const isNew = reading.lines.every(({ item_name: name }) => !order.lines.some(({ itemName }) => itemName === name));
  return isNew || ADDED.test(text) ? addLines(dialogue, order.restaurantName, reading.lines) : undefined;
}

interface Said {
  readonly text: string;
  /** How many there are to be of the dish. */
  readonly total: number | undefined;
  /** Spoken of last. */
  readonly dish: string | undefined;
}

function toldIn(menu: ReadableMenu, standing: readonly OrderLineFact[], { text, total, dish }: Said): Move | undefined {
  if (OTHERWISE.test(text) || isFewer(text, standing) || (PLACES.test(text) && standing.length > 1)) return undefined;
  const isOnly = /\b(?:only|just)\b/.test(text);
  const special = isOnly ? standing.findLast(({ options, notes, quantity }) => quantity > 1 && (options.length > 0 || notes !== undefined))?.itemName.toLowerCase() : undefined;
  const dishes = byDish(standing, special ?? dish, countsIn(text), total);
  const told = toldOfStanding(menu.menu, text, dishes, (words) => readSimply(menu, words));
  const other = told === undefined ? otherTold(menu, standing, text, dishes.at(-1)?.item_name) : undefined;
  if (other !== undefined) return other;
  if (told === undefined || (told.rest !== '' && !BESIDES.test(told.rest))) return undefined;
  const named = [...new Set(told.parts.map((part) => part.dish))];
  if (total !== undefined && named.length > 1) return undefined;
  const lines: RequestedLine[] = [];
  for (const name of new Set(standing.map(({ itemName }) => itemName))) {
    const own = standing.filter(({ itemName }) => itemName === name).map(toRequestedLine);
    const parts = told.parts.filter((part) => part.dish === name);
    const set = parts.length === 0 ? own : composed(menu.menu, counted(own, total), partsOf(parts, total ?? totalOf(own)), isOnly);
    if (set === undefined) return whichLine(menu, standing, '');
    lines.push(...set);
  }
  if (lines.some(({ quantity }) => quantity < 1 || quantity > MAX_QUANTITY)) return undefined;
  const isSame = JSON.stringify(lines) === JSON.stringify(standing.map(toRequestedLine));
  const memory = { question: undefined, ...(named[0] !== undefined && { dish: named[0].toLowerCase() }), ...(told.rest !== '' && { rest: told.rest.replace(/^(?:and|also|then|but)[ ,]+/, '') }) };
  return isSame ? call('show_order', {}, { ...memory, note: 'That is how it stands:' }) : call('change_order', { items: lines }, memory);
}

const OTHER = /^(?:the |my )?(?:other|others|rest|remaining)(?: ones?)?(?: (?:is|are|should be|be|to be|as))? (\S.*?)(?: please)?$/;

/** "The other normal", where one was told apart: those that were not. */
function otherTold(menu: ReadableMenu, standing: readonly OrderLineFact[], text: string, dish: string | undefined): Move | undefined {
  const [, how = ''] = OTHER.exec(text) ?? [];
  const own = standing.filter(({ itemName }) => itemName === dish);
  const { lines: [said, ...more], isClear } = how === '' || isPlain(how) ? { lines: [], isClear: true } : readSimply(menu, `1 ${dish ?? ''} ${how}`);
  if (how === '' || own.length < 2 || !isClear || more.length > 0 || (said === undefined && !isPlain(how))) return undefined;
  const items = standing.map((line) => {
    const before = toRequestedLine(line);
    if (!own.includes(line) || line === own.at(-1)) return before;
    return said === undefined ? plainly(menu.menu, before) : withHad(menu.menu, before, { ...said, quantity: line.quantity });
  });
  return JSON.stringify(items) === JSON.stringify(standing.map(toRequestedLine)) ? call('show_order', {}, { question: undefined, note: 'That is how it stands:' }) : call('change_order', { items }, { question: undefined });
}

/** "1 less methi" counts. */
function isFewer(text: string, standing: readonly OrderLineFact[]): boolean {
  const [, what = ''] = /^\S+ (?:less|fewer|more) (.+)$/.exec(text) ?? [];
  return what !== '' && standing.some(({ itemName }) => namesDish(itemName, wordsOf(what)));
}

function countsIn(text: string): number {
  return wordsOf(text).reduce((sum, word) => sum + (numberOf(word) ?? 0), 0);
}

/** The order with a line for each dish; that which may be told apart without being named is the last. */
function byDish(standing: readonly OrderLineFact[], spokenOf: string | undefined, counts: number, total: number | undefined): RequestedLine[] {
  const names = [...new Set(standing.map(({ itemName }) => itemName))];
  const lines = names.map((name): RequestedLine => {
    const own = standing.filter(({ itemName }) => itemName === name);
    const [first] = own;
    return { ...(first === undefined ? {} : toRequestedLine(first)), item_name: name, quantity: totalOf(own) };
  });
  const isMeant = ({ item_name: name }: RequestedLine) => name.toLowerCase() === spokenOf;
  const several = lines.filter(({ quantity }) => quantity > 1);
  const meant =
    total !== undefined
      ? (several.find(isMeant) ?? (several.length === 1 ? several[0] : undefined) ?? lines.find(isMeant) ?? lines.at(-1))
      : (several.find((line) => isMeant(line) && line.quantity >= counts) ?? several.find(({ quantity }) => quantity === counts) ?? several.at(-1));
  if (meant === undefined) return lines;
  return [...lines.filter((line) => line !== meant), total === undefined ? meant : { ...meant, quantity: total }];
}

/** As many as there are to be: more or fewer of the last of them. */
function counted(own: readonly RequestedLine[], total: number | undefined): readonly RequestedLine[] {
  let missing = (total ?? totalOf(own)) - totalOf(own);
  return own.toReversed().map((line): RequestedLine => {
    const quantity = Math.max(0, line.quantity + missing);
    missing -= quantity - line.quantity;
    return { ...line, quantity };
  }).toReversed().filter(({ quantity }) => quantity > 0);
}

function partsOf(parts: readonly PartOfStanding[], total: number): RequestedLine[] {
  let told = 0;
  return parts.map(({ dish, count, said }) => {
    const quantity = count === 'rest' ? total - told : count === 'half' ? total / 2 : count;
    told += quantity;
    return { ...(said ?? { item_name: dish }), quantity };
  });
}
