import { MAX_QUANTITY, type Menu } from '@foodie-express/contracts';
import { type OrderLine, type ParsedItem, type ParsedOrder, parseOrder } from '@foodie-express/order-language';
import type { OrderLineFact, OrderOptionFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import type { RequestedLine } from '../dialogue-memory';
import { EVERYDAY } from '../speech/everyday-words';
import { singular } from './guesses';
import { readHalves } from './halves';
import { joinNotes, type Manner, mannersIn, refusalsIn, wishAround } from './kitchen-notes';
import { lineOfPortion, withWish } from './wish-portion';
import { readWishes, type Wish } from './wishes';
import { type Simple, toldApart } from './told-apart';
import { badQuantityIn, withoutOtherNumbers } from './quantity-guard';
import { numberOf, wordsBefore, wordsOf } from '../speech/utterance';

/** What a sentence orders from one menu. */
export interface OrderReading {
  readonly restaurantName: string;
  /** Lines that are clear. */
  readonly lines: readonly RequestedLine[];
  /** Where the words fit several items equally. */
  readonly unclear: readonly UnclearItem[];
  /** Words that looked like food and are not on the menu, with what comes near. */
  readonly unknown: readonly UnknownFood[];
  /** Whether words are left that name nothing and stand where no food is named: "forget the idli". */
  readonly hasTalk: boolean;
  /** Letters of the sentence that name food of the menu, less those of food that is not on it: the more, the better the menu fits. */
  readonly matched: number;
  /** Half of it was wanted, or half of something in it: whole dishes alone are sold, and the rest is for the kitchen. */
  readonly half?: 'dish' | 'part';
  /** A quantity that no order takes, as it was said: 0, negative, a fraction, or over 100. */
  readonly badQuantity: string | undefined;
}

export interface UnclearItem {
  readonly items: readonly string[];
  readonly quantity: number;
  /** How it is wanted, whichever it is. */
  readonly how?: Pick<RequestedLine, 'options' | 'notes'>;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface UnknownFood {
  readonly text: string;
  readonly nearest: readonly string[];
}

/** What a sentence orders at a restaurant; some of several that are told apart are parts of their line. */
export function readOrder(readable: ReadableMenu, said: string): OrderReading {
  return readParted(readable, said) ?? readPlainly(readable, said);
}

/** The same; undefined where nothing is told apart. */
export function readParted(readable: ReadableMenu, said: string): OrderReading | undefined {
  const told = toldApart(readable.menu, said, (text) => readSimply(readable, text));
  if (told === undefined) return undefined;
  const reading = readPlainly(readable, told.rest);
  const lines = told.parted(reading.lines);
  return lines === undefined ? undefined : { ...reading, lines, matched: reading.matched + said.length - told.rest.length };
}

/** The same without parts. */
export function readSimply(readable: ReadableMenu, text: string): Simple {
  const { lines, unclear, unknown, hasTalk, badQuantity } = readPlainly(readable, text);
  return { lines, isClear: unclear.length === 0 && unknown.length === 0 && !hasTalk && badQuantity === undefined };
}

function readPlainly({ menu, compiled }: ReadableMenu, said: string): OrderReading {
  const halves = readHalves(menu, withoutOtherNumbers(said));
  const read = readWishes(menu, halves.text);
  const { text } = read;
  const wishes = [...read.wishes, ...halves.wishes].sort((one, other) => one.start - other.start);
  const parsed = withoutMentions(parseOrder(compiled, text), text);
  const nameOf = (id: string) => menu.items.find((item) => item.id === id)?.name ?? id;
  const isUnsure = (item: ParsedItem) => isHalfKnown(item, parsed, text) || halves.wholes.some((at) => item.span.start <= at && at < item.span.end);
  const unclear = parsed.items.flatMap((item) => {
    const own = wishes.filter(({ start, portion }) => portion === undefined && (parsed.items.findLast(({ span }) => span.start < start) ?? parsed.items[0]) === item);
    const how = { options: requestedOptions(item), ...noteOf(own.reduce((notes: string | undefined, wish) => joinNotes(notes, wish.text), notesIn(parsed, text).get(item))) };
    if (item.candidates !== undefined) return [{ items: item.candidates.map(nameOf), quantity: item.quantity, how }];
    return isUnsure(item) ? [{ items: [nameOf(item.itemId)], quantity: item.quantity, how }] : [];
  });
  const byWord = parsed.items.length === 0 && wishes.length === 0 ? itemsByWord(menu, text) : undefined;
  const unknown = byWord === undefined ? unknownFood(parsed, text) : [];
  const manners = mannersIn(text);
  return {
    restaurantName: menu.restaurant,
    lines: linesIn(parsed, text, wishes, { nameOf, isUnsure }),
    unclear: byWord === undefined ? unclear : [byWord],
    unknown,
    hasTalk: byWord === undefined && unknown.length < parsed.unknown.filter((each) => foodWords(each.text) !== '' && !isWished(each, text, manners)).length,
    matched: parsed.items.reduce((sum, { span }) => sum + span.end - span.start, 0) - unknown.reduce((sum, phrase) => sum + phrase.text.length, 0) + (byWord === undefined ? 0 : 1),
    ...(halves.wholes.length > 0 ? { half: 'dish' as const } : halves.wishes.length > 0 && { half: 'part' as const }),
    badQuantity: badQuantityIn(text) ?? parsed.items.find(({ quantity }) => !isPossibleQuantity(quantity))?.quantity.toString(),
  };
}

/** "Idli sounds lovely, one idli please": what is first spoken of and then counted is ordered once. */
function withoutMentions(parsed: ParsedOrder, text: string): ParsedOrder {
  const isCounted = ({ quantity, span }: ParsedItem) => quantity !== 1 || wordsOf(clauseBefore(text, span.end)).some((word) => numberOf(word) !== undefined || /^(?:an?|another|more)$/.test(word));
  const items = parsed.items.filter((item, index) => isCounted(item) || item.options.length > 0 || !parsed.items.some((other, at) => at > index && other.itemId === item.itemId && item.itemId !== undefined && isCounted(other)));
  return { ...parsed, items };
}

/** From the last comma or "and" to a place in the text. */
function clauseBefore(text: string, end: number): string {
  return text.slice(0, end).split(/,|\b(?:and|plus|then)\b/).at(-1) ?? '';
}

/** The clear lines with their notes, parted where a wish is for some of them. */
function linesIn(parsed: ParsedOrder, text: string, wishes: readonly Wish[], { nameOf, isUnsure }: { readonly nameOf: (id: string) => string; readonly isUnsure: (item: ParsedItem) => boolean }): RequestedLine[] {
  const notes = notesIn(parsed, text);
  const clear = parsed.items.flatMap((item) => (item.itemId === undefined || isUnsure(item) ? [] : [{ item, name: nameOf(item.itemId) }]));
  const lines = clear.map(({ item, name }): RequestedLine => ({ item_name: name, quantity: item.quantity, options: requestedOptions(item), ...noteOf(withUnclear(item, text, notes.get(item))) }));
  // From the last to the first, so that a line that is parted does not move those before it.
  return [...wishes].reverse().reduce<RequestedLine[]>((done, { text: wish, start, portion = { count: 'all', of: [] } }) => {
    const before = Math.max(0, clear.findLastIndex(({ item }) => item.span.start < start));
    const at = lineOfPortion(clear.map(({ name }) => name), portion, before) ?? before;
    const other = portion.isBare === true ? otherPart(lines, at, portion.count) : undefined;
    return other === undefined ? withWish(done, at, wish, portion) : withWish(done, other, wish, { ...portion, isBare: false });
  }, lines);
}

/** "Two bhel, one plain and one without onion": the part of it that was not told yet. */
function otherPart(lines: readonly RequestedLine[], at: number, count: number | 'all'): number | undefined {
  const other = lines.findIndex(({ item_name: name, quantity, notes }, index) => index !== at && name === lines[at]?.item_name && quantity === count && notes === undefined);
  return other < 0 ? undefined : other;
}

/** A choice that the words fit as well as another, of how a dish tastes: the kitchen is told the words. */
function withUnclear({ options }: ParsedItem, text: string, notes: string | undefined): string | undefined {
  const said = options.flatMap(({ choiceId, span }) => (choiceId === undefined ? [text.slice(span.start, span.end).trim()] : []));
  return said.filter((words) => TASTE.test(words)).reduce<string | undefined>((all, words) => joinNotes(all, words), notes);
}

const TASTE = /^(?:spicy|crispy|sweet|salty|dry|soft|thick|thin|hot|mild|cold|warm)$/;

/** What the kitchen is asked for and no option of the menu says, by the item it was said behind: "without onion", "extra spicy". */
function notesIn({ items, unknown, remarks }: ParsedOrder, text: string): Map<ParsedItem, string> {
  const taken = items.flatMap(({ span, options }) => [span, ...options.map((option) => option.span)]);
  const manners = mannersIn(text).filter(({ start, end }) => !taken.some((span) => span.start < end && start < span.end));
  const wishes = unknown.flatMap(({ span }) => {
    const wish = wishAround(text, span.start, span.end);
    return wish === undefined ? [] : [{ text: wish, ...span }];
  });
  const notes = new Map<ParsedItem, string>();
  const before = wordsBefore(text);
  const tastes = remarks.filter(({ text: said, span }) => (TASTE.test(said) || /^(?:no|without) \p{L}+$/u.test(said)) && !manners.some(({ start, end }) => start < span.end && span.start < end)).map(({ text: said, span }) => ({ text: said, start: span.start }));
  const heard = [...taken, ...unknown.map(({ span }) => span), ...remarks.map(({ span }) => span)];
  // "No spice", of what the menu calls otherwise: no refusal is overheard.
  const refused = refusalsIn(text).filter(({ start, end }) => !heard.some((span) => span.start < end && start < span.end));
  for (const { text: note, start } of [...wishes, ...manners, ...tastes, ...refused]) {
    const named = items.findLast((each) => isNamedBy(each, (count) => before(start, count)));
    const told = remarks.find(({ span }) => span.start <= start && start < span.end)?.items.flatMap((at) => items[at] ?? []) ?? [];
    const nearest = items.findLast(({ span }) => span.start < start) ?? items[0];
    const meant = named !== undefined ? [named] : told.length > 0 || nearest === undefined ? told : [nearest];
    for (const item of meant) notes.set(item, joinNotes(notes.get(item), note));
  }
  return notes;
}

/** "Keep the pani puri spicy": whose name stands right before, at the end of what was said. */
function isNamedBy({ itemId = '' }: ParsedItem, lastSaid: (count: number) => readonly string[]): boolean {
  const name = itemId.split('_').map(singular);
  const before = lastSaid(name.length).map(singular);
  return name.every((word, index) => before[index] === word);
}

function noteOf(notes: string | undefined): { notes?: string } {
  return notes === undefined ? {} : { notes };
}

function isPossibleQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY;
}

/** "Masala dosa" where only masala thepla is sold: the words right beside those of the item name food that is not on the menu. */
function isHalfKnown({ span }: ParsedItem, { unknown }: ParsedOrder, text: string): boolean {
  return unknown.some(({ text: words, span: other }) => {
    // "With pineapple" in the middle of what was said of an item is no part of its name.
    if (other.start >= span.start && other.end <= span.end) return false;
    // "Ugh, 10 sev puri": what stands before the number is no part of the name.
    if (other.end <= span.start && isCount(wordsOf(text.slice(span.start, span.end))[0] ?? '')) return false;
    const between = other.start >= span.end ? text.slice(span.end, other.start) : text.slice(other.end, span.start);
    if (between.trim() !== '' || foodWords(words) === '' || wishAround(text, other.start, other.end) !== undefined) return false;
    return !mannersIn(text).some(({ start, end }) => start <= other.start && other.end <= end);
  });
}

function isCount(word: string): boolean {
  return numberOf(word) !== undefined || /^(?:an?|another|some|more)$/.test(word);
}

/** Options that the words fit equally are left out: what must be chosen is asked for. */
export function requestedOptions({ options }: OrderLine): NonNullable<RequestedLine['options']> {
  return options.flatMap(({ choiceId, groupId, negated, qualifier, count }) =>
    choiceId === undefined
      ? []
      : [{ choice: choiceId, group: groupId, ...(negated === true && { negated }), ...(qualifier !== undefined && { qualifier }), ...(count !== undefined && { count }) }],
  );
}

/** A line of the order under way in the words of the tools. */
export function toRequestedLine({ itemId, quantity, options, notes }: OrderLineFact): RequestedLine {
  return { item_name: itemId, quantity, options: options.map(toRequestedOption), ...(notes !== undefined && { notes }) };
}

function toRequestedOption({ choice_id, group_id, ...how }: OrderOptionFact): NonNullable<RequestedLine['options']>[number] {
  return { choice: choice_id, group: group_id, ...Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined)) };
}

/** A line of the order under way in the words of the parser. */
export function toOrderLine({ itemId, quantity, options, notes }: OrderLineFact): OrderLine {
  const known = options.map(({ group_id, choice_id, negated, qualifier, count }) => ({
    groupId: group_id,
    choiceId: choice_id,
    ...(negated === true && { negated }),
    ...(qualifier !== undefined && { qualifier }),
    ...(count !== undefined && { count }),
  }));
  return { itemId, quantity, options: known, notes };
}

/** A line that the parser left, in the words of the tools, with more notes. */
export function requestedLine(line: OrderLine, added: readonly string[]): RequestedLine {
  const notes = added.reduce<string | undefined>((all, note) => joinNotes(all, note), line.notes);
  return { item_name: line.itemId ?? '', quantity: line.quantity, options: requestedOptions(line), ...(notes !== undefined && { notes }) };
}

/** "3 theplas" where every dish is one: all items that have a word of the sentence in their name. */
function itemsByWord(menu: Menu, text: string): UnclearItem | undefined {
  const words = wordsOf(text);
  const spoken = new Set(words.filter((word) => word.length >= 3 && !EVERYDAY.has(word)).map(singular));
  const items = menu.items.filter(({ name, available }) => available !== false && wordsOf(name.toLowerCase()).some((word) => spoken.has(singular(word))));
  if (items.length === 0) return undefined;
  const quantity = words.map(numberOf).find((number) => number !== undefined && number >= 1 && number <= MAX_QUANTITY) ?? 1;
  return { items: items.map(({ name }) => name), quantity };
}

function unknownFood({ unknown, items }: ParsedOrder, said: string): UnknownFood[] {
  return foodNamed(unknown, said, items)
    .map(({ text, suggestions }) => ({ text: foodWords(text), nearest: suggestions.filter(({ kind }) => kind === 'item').map(({ name }) => name) }))
    .filter(({ text }) => text !== '');
}

/** What is not on the menu and stands where food is named: no wish for the kitchen, and no talk. */
export function foodNamed<Unknown extends { readonly span: Span }>(unknown: readonly Unknown[], said: string, items: readonly { readonly span: Span }[] = []): Unknown[] {
  const manners = mannersIn(said);
  const before = wordsBefore(said);
  return unknown.filter((each) => {
    const isOfItem = items.some(({ span: { end } }) => end <= each.span.start && said.slice(end, each.span.start).trim() === '');
    return !isWished(each, said, manners) && (isOfItem || isAskedFor(said, each.span, (count) => before(each.span.start, count)));
  });
}

function isWished({ span }: { readonly span: Span }, said: string, manners: readonly Manner[]): boolean {
  return wishAround(said, span.start, span.end) !== undefined || manners.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** Where food is named: behind a number, an article or what joins wishes, at the end of a clause. A word amid others is talk: "ugh 10 sev puri", "sell me 2 kebabs". */
function isAskedFor(said: string, { start, end }: Span, lastSaid: (count?: number) => readonly string[]): boolean {
  const [before] = lastSaid(1);
  const isJoin = (word: string | undefined) => word !== undefined && (isCount(word) || JOINING.test(word));
  const isJoined = isJoin(before);
  const isEnd = /^\s*(?:$|,|(?:and|plus|or|from|please|pls|with|without|too|also|then|instead)\b)/.test(said.slice(end));
  const isBegin = before === undefined || /,\s*$/.test(said.slice(0, start));
  // "2 chicken nuggets": the words of a name may be known in part.
  const isOfName = isEnd && isJoin(lastSaid().findLast((word) => EVERYDAY.has(word) || isCount(word)));
  return isJoined || isOfName || (isBegin && isEnd) || (before !== undefined && isEnd && EVERYDAY.has(before));
}

const JOINING = /^(?:with|and|plus|or|of|the|my|any|have|want|get|order|add|like|for|also|need|bring|send)$/;

/** The words of a text that may name food; empty where none does. */
export function foodWords(text: string): string {
  return wordsOf(text)
    .filter((word) => !EVERYDAY.has(word.replace(/'s$/, '')) && numberOf(word) === undefined && !/^\d+(?:am|pm)?$/.test(word))
    .join(' ');
}
