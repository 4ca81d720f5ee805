import type { Token } from '../text/tokenize';
import { isNumber } from '../text/word-forms';

/** What a clause asks to be done with the standing order. */
export type Verb = 'add' | 'remove' | 'change' | 'keep' | 'repeat' | 'double' | 'clear';

const phrases = (list: string): string[] => list.split(',').map((phrase) => phrase.trim()).filter(Boolean);

const TABLE: readonly (readonly [Verb, readonly string[]])[] = [
  [
    'clear',
    phrases(`start over, start again, start afresh, clear the order, clear my order, clear the cart, clear my cart, clear everything, clear it, clear all, cancel the order, cancel my order, cancel the whole order,
      cancel the entire order, cancel this order, cancel order, empty the cart, empty my cart, forget the order, forget the whole order, forget the whole thing, cancel the whole thing, scratch the whole order,
      delete the order, delete my order, scrap the order, scrap it all, never mind the order`),
  ],
  [
    'remove',
    phrases(`remove, removing, delete, cancel, drop, take off, take out, take away, get rid of, lose, scratch, forget, forget about, leave out, leave off, ditch, nix, omit, cut, cut out, eliminate, dont want,
      do not want, dont need, do not need, no longer want, no longer need, dont bother with, changed my mind about, never mind, nevermind, scrap, strike, subtract, decided against, decide against, wont have, wont be having, wont take, wont be needing, wont be taking, wont need, dont get, dont bring, not having, hold off on,
      dont want any, dont include, dont add, dont put, dont send, without, minus, skip, hold, no, not, no more, deduct, knock off, undo, cross off, cross out`),
  ],
  [
    'change',
    phrases(`change, make, upsize, downsize, switch, swap, swap out, replace, exchange, substitute, sub, turn, update, modify, set, convert, trade, upgrade, split, split up, divide, bump, bump up, downgrade, increase, decrease, raise, reduce, move, shift, transfer`),
  ],
  ['keep', phrases('keep, keep only, only keep, just keep, leave only, leave just')],
  [
    'repeat',
    phrases(`same again, the same again, same again please, another round, same thing again, the same thing again, the same once more, same order again, all of that again,
      the same for, same for, the same thing for, same thing for, the same order for, the same, same, everything again, that again, again please, the same order again, same once more`),
  ],
  ['double', phrases('double it, double that, double the order, double everything, double my order, 2 times everything, twice everything, double them, double all of it, double up on everything, double up on, double the')],
  [
    'add',
    phrases(`add, also add, add on, throw in, include, put, put in, stick, bring, bring me, give me, get me, get, grab, order, i want, i would like, id like, ill have, ill take, ill get, i need, we need, wed like, we want, send,
      can i get, can i have, could i get, could i have, can we get, can we have, let me get, let me have, top with, plus, also, use, tack on, i also want, i also need, id also like, may i have, need, want, take, leave`),
  ],
];

const VERBS: ReadonlyMap<string, Verb> = new Map(TABLE.flatMap(([verb, list]) => list.map((phrase): [string, Verb] => [phrase, verb])));
const LONGEST = 6;

/** What people say before they say what they want: "no wait", "hold on". */
const PREAMBLES = phrases('no wait, wait no, wait, hold on, hang on, 1 second, 1 sec, 1 moment, just a second, just a moment, sorry, oh sorry, oh wait, oh no, no sorry, actually wait, wait actually, hmm, no no');

/** Where the sentence proper begins. A "no" before a comma is no refusal. */
export function preambleEnd(tokens: readonly Token[]): number {
  const words = tokens.map((token) => token.word);
  if (words[0] === 'no' && tokens[1] && tokens[1].before !== 'none') return 1;
  const lengths = PREAMBLES.map((phrase) => phrase.split(' ')).filter((parts) => parts.every((part, k) => words[k] === part));
  const end = Math.max(0, ...lengths.map((parts) => parts.length));
  return end > 0 && (tokens[end]?.before !== 'none' || verbAt(words, end)) ? Math.min(end, words.length) : 0;
}

/** The longest verb that begins at a word, with where it ends. */
export function verbAt(words: readonly string[], at: number): { verb: Verb; end: number } | undefined {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const verb = VERBS.get(words.slice(at, at + length).join(' '));
    if (verb) return { verb, end: at + length };
  }
  return undefined;
}

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map((word, k) => [word, k]),
);
export const LAST_WORDS = new Set(['last', 'latest', 'final', 'previous']);
export const ONE_WORDS = new Set(['1', 'ones', 'item', 'items', 'line', 'thing', 'things', 'order', 'dish', 'entry']);
export const SINGLE_PRONOUNS = new Set(['it', 'that', 'this']);
export const PLURAL_PRONOUNS = new Set(['them', 'those', 'these']);
export const DEFINITES = new Set(['the', 'that', 'this', 'those', 'these', 'my', 'our', 'your', 'her', 'his', 'their']);
export const ALL_WORDS = new Set(['all', 'both', 'each', 'every', 'everything', 'whole', 'entire', 'any', 'either', 'neither']);
const EXCEPT_PHRASES = phrases('except for, except, but not, but, apart from, other than, besides, excluding, aside from, save for').map((phrase) => phrase.split(' '));
/** Words behind a verb that take something from an order. */
export const AWAY_WORDS = new Set(['off', 'out', 'away']);
export const TO_WORDS = new Set(['to', 'for', 'with', 'by', 'into']);
export const ON_WORDS = new Set(['on', 'to', 'from', 'for', 'in', 'off', 'onto', 'into', 'of', 'with', 'at']);

/** Where the words end that begin an exception at a word; the word itself where none do. */
export function exceptAt(words: readonly string[], at: number, to: number): number {
  const phrase = EXCEPT_PHRASES.find((parts) => at + parts.length <= to && parts.every((part, k) => words[at + k] === part));
  return at + (phrase?.length ?? 0);
}

const ORDINARY = new Set(['regular', 'plain', 'normal', 'standard', 'usual', 'original', 'ordinary']);

/** "The regular one": of the kind just spoken of. */
export function isOrdinaryOne(words: readonly string[], at: number): boolean {
  return ORDINARY.has(words[at] ?? '');
}

/** Whether a word is a whole number of at least one. */
export function isCount(word: string | undefined): boolean {
  return word !== undefined && isNumber(word) && Number.isInteger(Number(word)) && Number(word) > 0;
}

/** Words that only refuse; others ("remove", "take off", "skip") also take back what was chosen. */
export const REFUSING = new Set(['no', 'not', 'without', 'hold', 'minus', 'dont', 'do', 'avoid']);
