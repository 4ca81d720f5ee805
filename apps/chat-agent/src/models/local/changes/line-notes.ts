import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import { call, type Move } from '../move';
import { joinNotes } from '../orders/kitchen-notes';
import { toRequestedLine } from '../orders/order-reading';
import { linesDescribed, toDescribed } from '../pointing/described-lines';
import { wordsOf } from '../speech/utterance';

const OFF = '(?:remove|delete|drop|forget|cancel|skip|clear|scrap|lose|take(?: off| out| away)?|leave(?: off| out)?|get rid of)';
const THE_NOTE = '(?:about |with )?(?:the |that |my |all |any |this )*(?:kitchen )?(?:notes?|instructions?|special requests?)';
/** "Take the note off", "remove the notes from the dosa". */
const NOTE_OFF = new RegExp(`^(?:${OFF}|no|without) ${THE_NOTE}(?: (?:off|out|away))?(?: (?:from|on|of|for|off|in) (?:the |my )?([\\p{L} ]+?))?(?: please| again| now)*$`, 'u');
/** "Remove the extra sambar from the dosa". */
const OFF_LINE = new RegExp(`^(?:${OFF}|no more) (?:the |that )?(.+?)(?: notes?)?(?: off| out| away)? (?:from|on|in|for|off|with) (?:the |my )?([\\p{L} ]+?)(?: please| again| now| instead)*$`, 'u');
/** "Brownie without the no sugar note", "no extra sambar on the dosa". */
const LINE_WITHOUT = /^(?:(?:make|have|i want|give me) )?(?:the |my )?([\p{L} ]+?) without (?:the |that |its )((?:[\p{L}-]+ ){0,4}?[\p{L}-]+)(?: (?:notes?|wish|thing))?(?: please)*$/u;
const NOT_SO_ON = /^no ((?:extra|more|less|no) [\p{L} ]+?) (?:on|in|for|with) (?:the |my )?([\p{L} ]+?)(?: please| then)*$/u;
/** What is said before a note that is to move: "no, i said", "not on all". */
const LEAD = /^(?:(?:no+|nope|nah|but|and|sorry|please|i (?:said|meant|mean|want|wanted)(?: it)?|it (?:is|was|should be)|(?:put|move|make|have)(?: it| that)?|not (?:on |for |in )?(?:all|both|everything|the others?)),? )+/;
const WISH = '(?:(\\p{L}+(?: \\p{L}+){0,3}?) )?';
const LINE = '(?:the |my )?(\\p{L}+(?: \\p{L}+){0,3}?)';
/** "Only on the idlis", "extra sambar just for the idli". */
const ONLY_ON = new RegExp(`^${WISH}(?:just|only) (?:on|for|in|with|to) ${LINE}(?: (?:please|then|alone))?$`, 'u');
/** "Not on the dosa", "less oil not in the dosa"; what follows says the same again. */
const NOT_ON = new RegExp(`^${WISH}not (?:on|for|in|with) ${LINE}(?: (?:please|then|though))?(?:,.*)?$`, 'u');
/** "Less oil in the idli instead", "on the idli instead". */
const INSTEAD_ON = new RegExp(`^${WISH}(?:on|for|in|with|to) ${LINE} (?:instead|rather)(?: please)?$`, 'u');

/** "Less butter is for the second one". */
const IS_FOR = new RegExp(`^(?:the )?${WISH}(?:is|was|should be|goes) (?:only |just )?(?:for|on|in|with) ${LINE}(?: (?:only|please))?$`, 'u');

interface Notes {
  readonly menu: ReadableMenu;
  readonly standing: readonly OrderLineFact[];
}

/** What takes a note off lines or moves it between them: "remove the extra sambar from the dosa", "no, only on the idlis". Undefined where no line has such a note. */
export function changeOfNotes(menu: ReadableMenu, standing: readonly OrderLineFact[], said: string): Move | undefined {
  if (standing.every(({ notes }) => notes === undefined)) return undefined;
  const order = { menu, standing };
  return withoutNotes(order, said) ?? offLine(order, said) ?? moved(order, said);
}

function withoutNotes(order: Notes, said: string): Move | undefined {
  const found = NOTE_OFF.exec(said);
  if (found === null) return undefined;
  const [, where] = found;
  const lines = where === undefined ? [...order.standing.keys()] : called(order, where);
  return lines.length === 0 ? undefined : renoted(order, (at, notes) => (lines.includes(at) ? [] : notes));
}

function offLine(order: Notes, said: string): Move | undefined {
  const [, what, where] = OFF_LINE.exec(said) ?? NOT_SO_ON.exec(said) ?? [];
  const [, line = where, wish = what] = LINE_WITHOUT.exec(said) ?? [];
  if (line === undefined || wish === undefined) return undefined;
  const lines = called(order, line);
  const isOf = (note: string) => includesAll(note, wish);
  if (!lines.some((at) => notesOf(order.standing[at]).some(isOf))) return undefined;
  return renoted(order, (at, notes) => (lines.includes(at) ? notes.filter((note) => !isOf(note)) : notes));
}

function moved(order: Notes, said: string): Move | undefined {
  const told = said.replace(LEAD, '');
  const [, onlyWish, only] = ONLY_ON.exec(told) ?? INSTEAD_ON.exec(told) ?? IS_FOR.exec(told) ?? [];
  const [, notWish, not] = only === undefined ? (NOT_ON.exec(told) ?? []) : [];
  const where = only ?? not;
  const lines = where === undefined ? [] : called(order, where);
  const note = noteMeant(order, onlyWish ?? notWish);
  if (note === undefined || lines.length === 0 || lines.length === order.standing.length) return undefined;
  const isOn = (at: number) => lines.includes(at) === (only !== undefined);
  return renoted(order, (at, notes) => (!isOn(at) ? notes.filter((each) => each !== note) : only === undefined || notes.includes(note) ? notes : [...notes, note]));
}

/** The one note that words are of; without words, the only one that the order has. */
function noteMeant({ standing }: Notes, wish: string | undefined): string | undefined {
  const all = [...new Set(standing.flatMap(notesOf))].filter((note) => wish === undefined || includesAll(note, wish));
  return all.length === 1 ? all[0] : undefined;
}

function renoted({ standing }: Notes, notesFor: (at: number, notes: readonly string[]) => readonly string[]): Move {
  const items = standing.map((line, at) => {
    const plain = toRequestedLine({ ...line, notes: undefined });
    const notes = notesFor(at, notesOf(line)).reduce<string | undefined>((all, note) => joinNotes(all, note), undefined);
    return notes === undefined ? plain : { ...plain, notes };
  });
  return call('change_order', { items }, { question: undefined });
}

function called({ menu: { menu }, standing }: Notes, words: string): number[] {
  return linesDescribed(standing.map((line) => toDescribed(menu, line)), wordsOf(words));
}

function notesOf(line: OrderLineFact | undefined): string[] {
  return line?.notes?.split(', ') ?? [];
}

function includesAll(note: string, said: string): boolean {
  const own = wordsOf(note.toLowerCase());
  const words = wordsOf(said.replaceAll('-', ' ')).filter((word) => !/^(?:the|that|a|an|any|of|with)$/.test(word));
  return words.length > 0 && words.every((word) => own.includes(word));
}
