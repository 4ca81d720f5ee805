import { applyEdits, type OrderEdit, type ParsedEdits } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import type { RequestedLine } from '../dialogue-memory';
import { joinNotes, mannersIn, wishAround } from '../orders/kitchen-notes';
import { call, type Move, say } from '../move';
import { requestedLine, toOrderLine, toRequestedLine } from '../orders/order-reading';
import { namesDish } from '../orders/menu-words';
import { numberOf, wordsOf } from '../speech/utterance';
import { lineOfPortion, type Portion, withWish } from '../orders/wish-portion';
import type { Wish } from '../orders/wishes';

const MORE = /\b(?:another|more)\b/;
/** "Extra chips", "with coke": said so, the name of a dish may mean another line or something on the one there is. */
const BESIDES = /^(?:with|(?:some |with )?extra) (?!an?\b|\d|one\b|two\b|three\b)/;

/** The wishes for the kitchen as notes on the lines that they are for; without a word of which, on those that have it in them, or on all. */
export function wished({ menu }: ReadableMenu, standing: readonly OrderLineFact[], wishes: readonly Wish[]): Move {
  const items = [...wishes].reverse().reduce((lines, { text, portion }) => {
    const names = lines.map(({ item_name }) => menu.items.find(({ id }) => id === item_name)?.name ?? item_name);
    if (portion === undefined) {
      const having = names.flatMap((name, index) => (hasInIt(menu, name, text) ? [index] : []));
      return (having.length === 0 ? names.map((_name, index) => index) : having).reduce((done, at) => withWish(done, at, text, { count: 'all', of: [] }), lines);
    }
    if (portion.count === 'all' && portion.of.length === 0) return names.reduce((done, _name, at) => withWish(done, at, text, portion), lines);
    const enough = lines.findLastIndex(({ quantity }) => typeof portion.count === 'number' && quantity > portion.count);
    const at = lineOfPortion(names, portion, enough < 0 ? lines.length - 1 : enough) ?? lineOfPortion(lines.map((line, index) => `${names[index] ?? ''} ${choicesOf(menu, line)}`), portion, -1);
    return at === undefined ? lines : withWish(lines, at, text, { ...portion, isBare: false });
  }, standing.map(toRequestedLine));
  const isSame = JSON.stringify(items) === JSON.stringify(standing.map(toRequestedLine));
  const note = isSame ? `Nothing changes by "${wishes.map(({ text }) => text).join(', ')}": it is noted already, or I do not see which dish it is for.` : 'I pass that on to the kitchen:';
  return isSame ? call('show_order', {}, { question: undefined, note }) : call('change_order', { items }, { question: undefined, note });
}

/** The names of what was chosen: "the hot one". */
function choicesOf({ option_groups }: ReadableMenu['menu'], { options = [] }: RequestedLine): string {
  const chosen = options.filter(({ negated }) => negated !== true);
  return chosen.map(({ choice, group }) => option_groups.find(({ id }) => id === group)?.choices.find(({ id }) => id === choice)?.name ?? choice).join(' ');
}

function hasInIt(menu: ReadableMenu['menu'], name: string, wish: string): boolean {
  const item = menu.items.find((each) => each.name === name);
  const own = wordsOf(`${item?.name ?? ''} ${item?.description ?? ''}`.toLowerCase());
  return wordsOf(wish).slice(1).some((word) => word.length >= 4 && own.includes(word));
}

/** "Make that all of them": the wish that some of them have is for every one. */
export function widened(standing: readonly OrderLineFact[], said: string): Move | undefined {
  const each = standing.map(({ notes }) => notes?.split(', ') ?? []);
  const some = [...new Set(each.flat())].filter((note) => each.some((notes) => !notes.includes(note)));
  const [note, ...others] = some;
  if (!WIDENED.test(said) || note === undefined || others.length > 0) return undefined;
  return call('change_order', { items: standing.map((line) => ({ ...toRequestedLine(line), notes: joinNotes(line.notes, note) })) }, { question: undefined, note: 'I pass that on to the kitchen:' });
}

const WIDENED = /^(?:(?:sorry|no|oh|and|but|ok|please|actually|i mean|i meant)[ ,]+)*(?:make (?:that|it) |that(?:'s| is) |(?:do )?(?:the same|same) )?(?:for |on |with |in |to )?(?:all|both|everything|each|every one)(?: of (?:them|those|it))?(?: (?:\d+|two|three|four|five|six))?(?: please| too| then)*$/;

const TAKEN_OFF = /^(?:remove|delete|drop|forget|cancel|skip|no(?: need (?:for|of))?) (?:the |that |my |any )?(?:more )?(?:extra |wish for |note about |note )?(?:(?:no|without) )?(.+?)(?: (?:notes?|wish|thing|request|needed|required|please|now|anymore|part))*$/;
/** "Actually onion is ok", where it was to be left out. */
const FINE_AFTER_ALL = /^(?:(?:with|the|keep|having) )*([\p{L} ]+?) (?:is|are|would be|will be) (?:fine|ok|okay|alright|all right|good)(?: (?:too|after all|now|for (?:me|us|her|him)|actually))*$/u;

/** "Remove the butter" where extra butter was asked for, and no dish of the order is called so: the wish goes. */
export function wishTakenBack(standing: readonly OrderLineFact[], said: string): Move | undefined {
  const [, taken, from] = TAKEN_FROM.exec(said) ?? [];
  const isFrom = ({ itemName }: OrderLineFact) => namesDish(itemName, wordsOf(from ?? ''));
  if (taken !== undefined && standing.some(isFrom)) return wishTakenFrom(standing, taken, isFrom);
  const what = (FINE_AFTER_ALL.exec(said) ?? TAKEN_OFF.exec(said))?.[1];
  const words = wordsOf(what ?? '');
  const isOf = (text: string) => words.length > 0 && words.every((word) => wordsOf(text.toLowerCase()).includes(word));
  const has = standing.some(({ notes = '' }) => notes.split(', ').some(isOf));
  if (!has || /^no (?!more |extra |need )/.test(said) || standing.some(({ itemName, options }) => isOf(itemName) || options.some(({ choice_id }) => isOf(choice_id.replaceAll('_', ' '))))) return undefined;
  const items = standing.map((line) => {
    const { notes, ...plain } = toRequestedLine(line);
    const kept = (notes ?? '').split(', ').filter((note) => note !== '' && !isOf(note)).join(', ');
    return { ...plain, ...(kept !== '' && { notes: kept }) };
  });
  return call('change_order', { items }, { question: undefined });
}

/** "Remove the extra sambar from the dosa", "only on the idlis": the wish stays on the other lines. */
function wishTakenFrom(standing: readonly OrderLineFact[], what: string, isFrom: (line: OrderLineFact) => boolean): Move | undefined {
  const words = wordsOf(what).filter((word) => !/^(?:the|that|note|wish|no|without|extra)$/.test(word));
  const isOf = (note: string) => words.length > 0 && words.every((word) => wordsOf(note.toLowerCase()).includes(word));
  if (!standing.some((line) => isFrom(line) && (line.notes ?? '').split(', ').some(isOf))) return undefined;
  return call('change_order', { items: standing.map((line) => (isFrom(line) ? withoutNotes(line, isOf) : toRequestedLine(line))) }, { question: undefined });
}

/** "No, only on the idlis": the wish that several lines have is of those alone. */
export function onlyOnLines(standing: readonly OrderLineFact[], said: string): Move | undefined {
  const [, name] = ONLY_ON.exec(said) ?? [];
  const isNamed = ({ itemName }: OrderLineFact) => namesDish(itemName, wordsOf(name ?? ''));
  const wishes = [...new Set(standing.filter(isNamed).flatMap(({ notes }) => notes?.split(', ') ?? []))].filter((note) => standing.some((line) => !isNamed(line) && (line.notes ?? '').split(', ').includes(note)));
  if (name === undefined || wishes.length === 0) return undefined;
  return call('change_order', { items: standing.map((line) => (isNamed(line) ? toRequestedLine(line) : withoutNotes(line, (note) => wishes.includes(note)))) }, { question: undefined });
}

function withoutNotes(line: OrderLineFact, isGone: (note: string) => boolean): RequestedLine {
  const { notes = '', ...plain } = toRequestedLine(line);
  const kept = notes.split(', ').filter((note) => note !== '' && !isGone(note)).join(', ');
  return { ...plain, ...(kept !== '' && { notes: kept }) };
}

const TAKEN_FROM = /^(?:please )?(?:remove|delete|drop|take|cancel|leave|skip|no) (.+?)(?: (?:off|out|away))? (?:from|off|on|in|for) (?:the |my )?([\p{L} ]+?)(?: please| only)*$/u;
const ONLY_ON = /^(?:no+[ ,]+)?(?:i (?:meant|said|want(?:ed)?)[ ,]+|that(?:'s| is)[ ,]+|it(?:'s| is)[ ,]+)?(?:only|just) (?:on|in|for|with) (?:the |my )?([\p{L} ]+?)(?: please)?$/u;

/** "Remove the one with extra butter": the lines that were asked for so. */
export function removedByNote(standing: readonly OrderLineFact[], said: string): Move | undefined {
  const [, how = '', what = ''] = /^(?:remove|delete|drop|cancel|take off|take out) the \p{L}+(?: \p{L}+)?? (with|without|that is|having) (.+)$/u.exec(said) ?? [];
  const words = wordsOf(how === 'without' ? `without ${what}` : what);
  const meant = standing.filter(({ notes }) => notes !== undefined && words.length > 0 && words.every((word) => wordsOf(notes.toLowerCase()).includes(word)));
  if (meant.length === 0) return undefined;
  const items = standing.filter((line) => !meant.includes(line)).map(toRequestedLine);
  return items.length === 0 ? call('cancel_pending_order', {}, { question: undefined }) : call('change_order', { items }, { question: undefined });
}

/** Words that order one, or one more. */
const ORDERED = /\b(?:same|add|and|another|more|also|plus|want|need|get|give|order|have|take|like|an?|some|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/;

/** "The second dosa crispy" of a line of two. */
const ONE_OF_A_LINE = /^the (?:first|second|third|last|other)\b/;

/** How a dish tastes, said behind it. */
const TASTED = /\S ((?:(?:very|extra|not|not too|less) )?(?:spicy|crispy|sweet|salty|dry|soft|hot|mild))(?: please)?$/;

/** "Biryani extra masala", "butter chicken less spicy": of a dish that is ordered, said without a word for another, how it should be. */
export function toldOfStanding(menu: ReadableMenu, standing: readonly OrderLineFact[], { edits, unknown, remarks }: ParsedEdits, { said, wishes }: { said: string; wishes: readonly Wish[] }): Move | undefined {
  const { compiled } = menu;
  const [edit, ...others] = edits;
  const named = namedIn(standing, said);
  if (edit === undefined && ONE_OF_A_LINE.test(said) && remarks.length > 0 && named !== undefined) return wished(menu, standing, remarks.map(({ text, span }) => ({ text, start: span.start, portion: { count: 1, of: [named] } })));
  const tasted = TASTED.exec(said)?.[1];
  if (edit === undefined && tasted !== undefined && named !== undefined && !ORDERED.test(said)) return wished(menu, standing, [{ text: tasted, start: 0, portion: { count: 'all', of: [named] } }]);
  const described = others.length > 0 && !ORDERED.test(said) ? describedLines(standing, edits) : undefined;
  if (described !== undefined) return call('change_order', { items: applyEdits(compiled, standing.map(toOrderLine), described).map((line) => requestedLine(line, [])) }, { question: undefined });
  if (edit?.operation !== 'add' || others.length > 0 || (ORDERED.test(said) && !isAsMany(edit, standing, said))) return undefined;
  const meant = standing.flatMap((line, index) => (line.itemId === edit.item.itemId ? [index] : []));
  const [at, ...more] = meant;
  const isTasteNoted = tasted !== undefined && edit.item.options.length === 0 && remarks.length === 0 && wishes.length === 0;
  const notes = [...(isTasteNoted ? [tasted] : []), ...wishes.map(({ text }) => text), ...remarks.map(({ text }) => text), ...unknown.flatMap(({ span }) => wishAround(said, span.start, span.end) ?? [])];
  if (at === undefined || more.length > 0 || (notes.length === 0 && edit.item.options.length === 0)) return undefined;
  const changed = applyEdits(compiled, standing.map(toOrderLine), edit.item.options.map((option) => ({ operation: 'set_option', line: at, option })));
  const items = changed.map((line, index) => requestedLine(line, index === at ? notes : []));
  return call('change_order', { items }, { question: undefined });
}

/** "1 idli, not spicy", of the one that stands: so many as there are, and no word for more. */
function isAsMany(edit: OrderEdit, standing: readonly OrderLineFact[], said: string): boolean {
  const [line, ...others] = edit.operation === 'add' ? standing.filter(({ itemId }) => itemId === edit.item.itemId) : [];
  return edit.operation === 'add' && line !== undefined && others.length === 0 && line.quantity === edit.item.quantity && /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/.test(said) && !ON_TOP.test(said);
}

const ON_TOP = /^(?:and|plus|also|with)\b|\b(?:same|add|another|more|also|plus|too|again|extra)\b/;

/** "Bhel hot, pani puri mild": choices of dishes that stand, each on one line; undefined where anything else was read. */
function describedLines(standing: readonly OrderLineFact[], edits: readonly OrderEdit[]): OrderEdit[] | undefined {
  const each = edits.map((edit): OrderEdit[] => {
    if (edit.operation === 'set_option' && edit.line !== undefined) return [edit];
    const lines = edit.operation === 'add' ? standing.flatMap(({ itemId }, line) => (itemId === edit.item.itemId ? [line] : [])) : [];
    const [line, ...others] = lines;
    return edit.operation === 'add' && edit.item.quantity === 1 && line !== undefined && others.length === 0 ? edit.item.options.map((option): OrderEdit => ({ operation: 'set_option', line, option })) : [];
  });
  return each.every((options) => options.length > 0) ? each.flat() : undefined;
}

/** The first word of a sentence that is of the name of a dish that is ordered. */
function namedIn(standing: readonly OrderLineFact[], said: string): string | undefined {
  const words = wordsOf(said);
  return standing.flatMap(({ itemName }) => wordsOf(itemName.toLowerCase())).find((word) => word.length >= 3 && words.includes(word));
}

/** "Make the coffee strong", "make one dosa without potato": of a dish that is named, what no menu has is for the kitchen. */
export function preparedAs(menu: ReadableMenu, standing: readonly OrderLineFact[], said: string, unknown: ParsedEdits['unknown']): Move | undefined {
  const named = namedIn(standing, said);
  if (!said.startsWith('make ') || unknown.length === 0 || named === undefined) return undefined;
  const count: Portion['count'] = numberOf(wordsOf(said)[1] ?? '') ?? 'all';
  const wishes = unknown.map(({ text, span }) => ({ text: wishAround(said, span.start, span.end) ?? text, start: span.start, portion: { count, of: [named] } }));
  return wished(menu, standing, wishes);
}

/** "One more brownie without ice cream": the wish is for the one that comes on top, and not for those there are. */
export function isMoreWithWishes({ edits, unknown }: ParsedEdits, wishes: readonly Wish[], said: string, standing: readonly OrderLineFact[]): boolean {
  const isWishful = wishes.length > 0 || mannersIn(said).length > 0 || unknown.some(({ span }) => wishAround(said, span.start, span.end) !== undefined);
  const isOnTop = (edit: OrderEdit) => edit.operation === 'add' || (edit.operation === 'set_quantity' && MORE.test(said) && edit.quantity > (standing[edit.line ?? -1]?.quantity ?? 0));
  return isWishful && edits.length > 0 && edits.every(isOnTop);
}

/** Asks whether another dish is meant, where it was said like something on the dish there is. */
export function whetherBesides({ menu }: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[], said: string): Move | undefined {
  const [edit, ...others] = edits;
  if (!BESIDES.test(said) || edit?.operation !== 'add' || others.length > 0) return undefined;
  const { itemId, quantity } = edit.item;
  const name = menu.items.find(({ id }) => id === itemId)?.name;
  if (name === undefined || standing.some((line) => line.itemId === itemId)) return undefined;
  return say(`${name} is a dish of its own here. Shall I add ${quantity} × ${name} to your order? (yes / no)`, ['Yes', 'No'], {
    question: { kind: 'which_item', restaurant: menu.restaurant, items: [name], quantity, others: [] },
  });
}
