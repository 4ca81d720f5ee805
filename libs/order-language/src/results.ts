import type { Token } from './text/tokenize';
import { isNumber } from './text/word-forms';

const phrases = (list: string): string[][] => list.split(',').map((phrase) => phrase.trim().split(' '));

/** What tells a result, where a number follows: "..., so that makes four". */
const RESULTS = phrases('so that makes, that makes, that makes it, so that makes it, which makes, which makes it, so thats, thats, so that is, that is, so its, so it is, so that will be, so thatll be, thatll be, so i have, so we have, so i get, so ill have, so there are, making it, making that, for a total of');
/** What corrects several dishes at once, where all of them are in the order: "it should be two of these and one of those". */
export const CORRECTIONS = phrases('it should be, that should be, there should be, it should have been, it was supposed to be, i said, i meant, i asked for, i wanted, i ordered, we said, we wanted, we ordered').flatMap((phrase) =>
  [[], ['no'], ['sorry'], ['no', 'sorry'], ['sorry', 'no'], ['wait'], ['oh'], ['actually']].map((before) => [...before, ...phrase]),
);
const BESIDE_NUMBER = new Set(['only', 'just', 'now', 'a', 'total', 'of']);
/** What may stand behind a number that counts all of an order: "2 for me" and "12 pieces" count something else. */
const COUNTING_ALL = new Set('in total all altogether together overall told of them those now then only just please thanks thank you ok okay right items item dishes dish plates orders things'.split(' '));

/** Words that tell what was said comes to. */
export interface Result {
  readonly from: number;
  /** Where its number stands. */
  readonly number: number;
  /** Where its first phrase ends, and where its sentence does. */
  readonly to: number;
  readonly end: number;
  /** It names no dish. */
  readonly bare: boolean;
  /** It puts several dishes right, and tells no sum. */
  readonly corrects: boolean;
}

/** Where a word begins that may tell a result: behind "so", a break, or "and that". */
export function mayTell(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word;
  return word === 'so' || word === 'making' || word === 'which' || tokens[at]?.before !== 'none' || (tokens[at - 1]?.word === 'and' && word === 'that');
}

/** Where the words end that tell a result at a word, before its number; 0 where none do. */
export function endOfResult(words: readonly string[], at: number): number {
  const end = at + longestOf(RESULTS, words, at);
  return end > at && isCount(words[numberBehind(words, end)]) ? end : 0;
}

export function numberBehind(words: readonly string[], from: number): number {
  let at = from;
  while (BESIDE_NUMBER.has(words[at] ?? '')) at += 1;
  return at;
}

export function longestOf(list: readonly (readonly string[])[], words: readonly string[], at: number): number {
  return Math.max(0, ...list.map((phrase) => (phrase.every((word, k) => words[at + k] === word) ? phrase.length : 0)));
}

/** The first result that a sentence tells of what was said before it. */
export function resultIn(tokens: readonly Token[], from: number): Result | undefined {
  const words = tokens.map(({ word }) => word);
  for (let at = Math.max(1, from); at < words.length; at += 1) {
    if (!mayTell(tokens, at)) continue;
    const corrected = at + longestOf(CORRECTIONS, words, at);
    const told = endOfResult(words, at) || corrected;
    const number = numberBehind(words, told);
    if (told === at || !isCount(words[number])) continue;
    let to = number + 1;
    while (to < words.length && tokens[to]?.before === 'none' && words[to] !== 'and') to += 1;
    let end = to;
    while (end < words.length && tokens[end]?.before !== 'stop') end += 1;
    const bare = words.slice(number + 1, to).every((word) => COUNTING_ALL.has(word));
    return { from: at, number, to, end, bare, corrects: corrected > at };
  }
  return undefined;
}

function isCount(word: string | undefined): boolean {
  return word !== undefined && isNumber(word) && Number.isInteger(Number(word)) && Number(word) > 0;
}
