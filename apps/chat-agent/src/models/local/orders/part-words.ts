import { RELATION } from '../speech/people';
import { numberOf } from '../speech/utterance';

/** How many of a line a part of it is. */
export type PartCount = number | 'rest' | 'half';

/** Words between two commas, conjunctions or counts. */
export interface Clause {
  /** What stands before it. */
  readonly link: '' | ',' | 'and';
  readonly words: readonly string[];
}

/** How a clause begins that tells some apart: how many they are, and what follows. */
export interface PartStart {
  readonly count: PartCount;
  /** What follows the count and is said of it. */
  readonly words: readonly string[];
  /** "Of them", "the other one", "mum's": some of those that were spoken of, and never more of them. */
  readonly isOfThem: boolean;
}

const JOINS = new Set(['and', 'but', 'aur', 'while', 'whereas', 'then']);
/** Behind these a number counts no dish: "with 2", "x 3". */
const HOLDING = new Set(['with', 'of', 'extra', 'for', 'at', 'to', 'in', 'on', 'x', 'number', 'no', 'not', 'under', 'below', 'within', 'another', 'by', 'half', 'qty', 'least', 'we', 'are', 'is', 'from', 'rs', 'table', 'bread', 'or', 'per', 'each', "we're", 'than', 'the', 'add', 'this', 'that', 'than']);
/** What leads up to a count and says nothing of it. */
const LEADING = /^(?:so|then|please|pls|make|only|just|with|i|want|need|have|give|me|us|and|but|keep|let|do|can|could|you|we|also|usme|se|wherein|where|in|which|of|out|them|those|these|that)$/;
const OF_THEM = /^of (?:them|those|these|it|which|the (?:\d+|two|three|four|five|six|ten))$/;
const PERSON = new RegExp(`^(?:${RELATION})(?:'s|s')?$`, 'u');
const OTHER = /^(?:the )?(?:other|others|rest|remaining|baaki|baki|second|2nd|third|3rd|first|1st|last)\b(?: (?:ones?|two|three|four|five|\d+|of (?:them|those|it)))?/;
const OWNED = /^(?:mine|his|hers|theirs|ours)$/;
/** Between a count and what is said of it. */
const LINKING = /^(?:is|are|be|should|must|shall|to|can|could|needs?|has|have|as|made|make|please|pls|ones?|of|plates?|mein|ko|wala|wali|the|it|that|me)$/;
const MAX_LEAD = 3;

/** A text in clauses, cut at commas, at what joins, and where something is counted. */
export function clausesOf(text: string): Clause[] {
  const words = text.match(/[^\s,]+|,/g) ?? [];
  const clauses: Clause[] = [];
  let link: Clause['link'] = '';
  let current: string[] = [];
  const close = (next: Clause['link']): void => {
    if (current.length > 0) clauses.push({ link, words: current });
    link = current.length > 0 || next === ',' ? next : link === '' ? next : link;
    current = [];
  };
  for (const [at, word] of words.entries()) {
    if (word === ',') close(',');
    else if (JOINS.has(word)) close('and');
    else {
      // "One large one small both with olives".
      if (current.length > 0 && (word === 'both' || word === 'all') && /^(?:with|without|no|extra|less)$/.test(words[at + 1] ?? '') && !HOLDING.has(words[at - 1] ?? '')) close('');
      if (current.length > 0 && isCountAt(words, at) && !isLead(current)) {
        current = withoutOutOf(current);
        close('');
      }
      current.push(word);
    }
  }
  close('');
  return clauses;
}

/** "3 dosa out of which one ...". */
function withoutOutOf(words: readonly string[]): string[] {
  const last = words.findLastIndex((word) => !/^(?:out|of|which|where|wherein|those|these|them|usme|unme|isme|se|mein)$/.test(word));
  return words.slice(0, last + 1);
}

function isCountAt(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  // "One with paneer the other with olives".
  const isOther = (one: string | undefined) => OTHER.test(one ?? '') && words[at + 1] !== undefined;
  if (word === 'the' ? isOther(words[at + 1]) && !HOLDING.has(before) : isOther(word) && before !== 'the' && before !== 'each' && !HOLDING.has(before)) return true;
  if (HOLDING.has(before)) return false;
  // "The kids one", "the other one": a pronoun.
  if (word === 'one' && (OTHER.test(before) || PERSON.test(before) || words[at - 2] === 'the')) return false;
  const number = numberOf(word);
  return (number !== undefined && number >= 1) || (word === 'half' && words[at + 1] !== 'a');
}

function isLead(words: readonly string[]): boolean {
  return words.length <= MAX_LEAD && words.every((word, at) => LEADING.test(word) || PERSON.test(word) || (/^(?:my|our|his|her|the)$/.test(word) && PERSON.test(words[at + 1] ?? '')));
}

/** How many a clause is about, where it tells some apart; undefined where it does not begin so. */
export function partStart({ words }: Clause): PartStart | undefined {
  let at = 0;
  while (at < words.length - 1 && LEADING.test(words[at] ?? '')) at += 1;
  const own = words.slice(at);
  return ofCount(own) ?? ofOther(own) ?? ofPerson(own);
}

function ofCount(words: readonly string[]): PartStart | undefined {
  const [first = ''] = words;
  const count = first === 'half' ? 'half' : numberOf(first);
  if (count === undefined || (typeof count === 'number' && count < 1)) return undefined;
  const length = [4, 3, 2].find((end) => OF_THEM.test(words.slice(1, end).join(' ')));
  return { count, words: withoutLinks(words.slice(length ?? 1)), isOfThem: length !== undefined };
}

/** "The other one", "the rest", "the second one". */
function ofOther(words: readonly string[]): PartStart | undefined {
  const said = OTHER.exec(words.join(' '))?.[0].split(' ');
  if (said === undefined) return undefined;
  const isRest = said.some((word) => /^(?:others?|rest|remaining|baaki|baki)$/.test(word));
  return { count: isRest ? 'rest' : 1, words: withoutLinks(words.slice(said.length)), isOfThem: true };
}

/** "Mum's", "the kids one", "mine": of one. */
function ofPerson(words: readonly string[]): PartStart | undefined {
  const at = /^(?:my|the|our|his|her)$/.test(words[0] ?? '') && PERSON.test(words[1] ?? '') ? 1 : 0;
  const who = words[at] ?? '';
  const isTold = OWNED.test(who) || (PERSON.test(who) && (who.endsWith("'s") || words[at + 1] === 'one'));
  return isTold ? { count: 1, words: withoutLinks(words.slice(at + 1)), isOfThem: true } : undefined;
}

function withoutLinks(words: readonly string[]): string[] {
  const from = words.findIndex((word) => !LINKING.test(word));
  return from < 0 ? [] : words.slice(from);
}

const PLAIN = /^(?:(?:just|all|a) )*(?:plain|normal|regular|usual|standard|simple|ordinary|sada|saada|normally|as (?:it )?is|as usual|as normal|the (?:normal|usual|regular)(?: way)?|with everything|like normal|nothing|same|default)(?: (?:one|ones|please|way|only|wala))*$/;

/** "One plain": with nothing told of it. */
export function isPlain(how: string): boolean {
  return PLAIN.test(how);
}

const ON_TOP = /\b(?:another|also|too|additional|plus|as well|again|on top)\b|\b(?:\d+|one|two|three|four|five) more\b|\bextra (?:one|plate)\b/u;

/** "One more with olives": beside those that were counted. */
export function isOnTop({ words }: Clause): boolean {
  return ON_TOP.test(words.join(' '));
}

/** How many a part is of so many, of which some were told before it. */
export function countIn(count: PartCount, quantity: number, told: number): number {
  return count === 'rest' ? quantity - told : count === 'half' ? quantity / 2 : count;
}
