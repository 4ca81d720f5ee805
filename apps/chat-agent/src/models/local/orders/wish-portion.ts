import type { RequestedLine } from '../dialogue-memory';
import { joinNotes } from './kitchen-notes';
import { namesDish } from './menu-words';
import { numberOf } from '../speech/utterance';

/** On how many a wish is: "on one of them", "on both", "on the brownie". */
export interface Portion {
  readonly count: number | 'all';
  /** Words of the dish that is meant; none where it is what was spoken of before. */
  readonly of: readonly string[];
  /** "Two dosas, one without onion": none said of what it is one. */
  readonly isBare?: boolean;
}

interface Said {
  readonly text: string;
}

const PREPOSITIONS = new Set(['on', 'in', 'for', 'to', 'from', 'onto', 'over']);
const POINTERS = new Set(['it', 'them', 'that', 'those', 'these', 'top', 'everything', 'each', 'all', 'both', 'this']);
const LINKS = new Set(['be', 'is', 'are', 'should', 'must', 'has', 'to', 'comes', 'come', 'made', 'make']);
const ENDS = new Set([',', ...LINKS, 'and', 'but', 'please', 'pls', 'too', 'also', 'thanks', 'instead', 'with', 'without', 'extra', 'no']);
/** As many words as a dish is called by. */
const MAX_NAME = 3;

/**
 * "On one of them", "in both", "on the pav bhaji", "with one pav bhaji": what is said behind a wish; `to` is the word behind it.
 * @param isDish whether words name a dish that is ordered
 */
export function portionBehind(words: readonly Said[], at: number, isDish: (name: readonly string[]) => boolean = () => false): { readonly portion: Portion; readonly to: number } | undefined {
  const preposition = words[at]?.text ?? '';
  const counted = PREPOSITIONS.has(preposition) || preposition === 'with' ? countedDish(words, at + 1, isDish) : undefined;
  if (counted !== undefined) return counted;
  const isAll = preposition === 'with' && countOf(words[at + 1]?.text) === 'all';
  if (!PREPOSITIONS.has(preposition) && !isAll) return undefined;
  const found = portionAt(words, at + 1);
  return found === undefined ? undefined : { portion: { count: found.portion.count, of: found.portion.of }, to: found.to };
}

/** "One of them", "make both", "one of the dosas": what is said right before a wish; `from` is its first word. */
export function portionBefore(words: readonly Said[], behind: number): { readonly portion: Portion; readonly from: number } | undefined {
  let at = behind;
  while (LINKS.has(words[at - 1]?.text ?? '')) at -= 1;
  for (let from = Math.max(0, at - MAX_NAME - 3); from < at; from += 1) {
    const found = countOf(words[from]?.text) === undefined ? undefined : portionAt(words, from);
    if (found?.to !== at) continue;
    const before = words[from - 1]?.text;
    // "2 normal 1 without onion": one counted part behind another.
    const isApart = before === undefined || [',', 'and', 'but', 'make'].includes(before) || (/^(?:normal|plain|regular|mild|hot|spicy|medium|large|small|simple)$/.test(before) && numberOf(words[from - 2]?.text ?? '') !== undefined);
    if (found.portion.isBare === true && !isApart) return undefined;
    return { portion: found.portion, from: before === 'make' ? from - 1 : from };
  }
  return undefined;
}

/** "One pav bhaji". */
function countedDish(words: readonly Said[], at: number, isDish: (name: readonly string[]) => boolean): { readonly portion: Portion; readonly to: number } | undefined {
  const count = countOf(words[at]?.text);
  if (count === undefined) return undefined;
  for (let length = MAX_NAME; length > 0; length -= 1) {
    const of = words.slice(at + 1, at + 1 + length).map(({ text }) => text);
    if (of.length === length && isDish(of)) return { portion: { count, of }, to: at + 1 + length };
  }
  return undefined;
}

function portionAt(words: readonly Said[], at: number): { readonly portion: Portion; readonly to: number } | undefined {
  const first = words[at]?.text;
  const count = countOf(first);
  if (count !== undefined) {
    const isAllOfThem = count === 'all' && numberOf(words[at + 1]?.text ?? '') !== undefined;
    if (words[at + 1]?.text !== 'of') return { portion: { count, of: [], isBare: count !== 'all' }, to: at + (isAllOfThem ? 2 : 1) };
    const whole = portionAt(words, at + 2);
    return whole === undefined ? undefined : { portion: { count, of: whole.portion.of }, to: whole.to };
  }
  if (first === 'the' || first === 'my') {
    const name = words.slice(at + 1, at + 1 + MAX_NAME).map(({ text }) => text);
    const end = name.findIndex((word) => ENDS.has(word));
    const own = end < 0 ? name : name.slice(0, end);
    // "One of the punjabi ones".
    const of = own.length > 1 && /^ones?$/.test(own.at(-1) ?? '') ? own.slice(0, -1) : own;
    return of.length === 0 ? undefined : { portion: { count: 'all', of }, to: at + 1 + own.length };
  }
  return first !== undefined && POINTERS.has(first) ? { portion: { count: 'all', of: [] }, to: at + 1 } : undefined;
}

function countOf(word: string | undefined): number | 'all' | undefined {
  if (word === 'both' || word === 'all' || word === 'each') return 'all';
  const number = word === undefined ? undefined : numberOf(word);
  return number !== undefined && number >= 1 ? number : undefined;
}

/** The line that a portion is of: the one that is named, else the one spoken of; undefined where none is called so. */
export function lineOfPortion(names: readonly string[], { of }: Portion, spokenOf: number): number | undefined {
  const named = of.length === 0 || /^(?:one|other|others|dish|dishes|order|food)$/.test(of.join(' ')) ? spokenOf : names.findLastIndex((name) => namesDish(name, of));
  return named < 0 ? undefined : named;
}

/** The lines with a wish on so many of one of them: that one is parted where the wish is not for all of it. */
export function withWish(lines: readonly RequestedLine[], at: number, wish: string, { count, isBare = false }: Portion): RequestedLine[] {
  return lines.flatMap((line, index) => {
    if (index !== at) return [line];
    const wished = { ...line, notes: joinNotes(line.notes, wish) };
    if (count === 'all' || (count === line.quantity && !isBare)) return [wished];
    // "One idli and one without onion" are two.
    if (count >= line.quantity) return [line, { ...wished, quantity: count }];
    return [{ ...line, quantity: line.quantity - count }, { ...wished, quantity: count }];
  });
}
