import { normalizeWord } from './word-forms';

/** What stands between a token and the one before it. */
export type Break = 'none' | 'comma' | 'stop';

/** A word or number of a sentence. `start` and `end` are UTF-16 offsets in the original text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly before: Break;
}

/** The longest sentence that is read; what follows is left out. */
export const MAX_TEXT_LENGTH = 4_000;

/** No longer word names anything; what is longer is cut, so that its comparison costs no more. */
const MAX_WORD_LENGTH = 40;

const PIECE =
  /w\/o\b|w\/(?=\s|\w)|\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+)?|[\p{L}\p{M}]+(?:['’‘`´][\p{L}\p{M}]+)*|&|\+|%|[$€£₹#]|[,:()[\]–—…]|[.;!?\n\r]+/giu;

const SYMBOLS = new Map<string, string>([
  ['w/o', 'without'],
  ['w/', 'with'],
  ['&', 'and'],
  ['+', 'plus'],
  ['%', 'percent'],
  ['#', 'number'],
]);

/** Most pieces are words without accents. */
const PLAIN_WORD = /^[A-Za-z]+$/;
const CURRENCY = /^[$€£₹]$/u;
const COMMA = /^[,:()[\]–—]$/u;
const STOP = /^[.;!?\n\r…]+$/u;
const ORDINALS = new Map([
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ['4th', 'fourth'],
  ['5th', 'fifth'],
  ['6th', 'sixth'],
  ['7th', 'seventh'],
  ['8th', 'eighth'],
  ['9th', 'ninth'],
  ['10th', 'tenth'],
]);

/**
 * Splits a text into words and numbers, with what separates them. Digits and letters part ("2x" -> "2", "x"), hyphens and slashes
 * separate words, a currency sign becomes the word "currency". Any string is accepted; only the first 4,000 characters count.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let before: Break = 'none';
  for (const match of text.slice(0, MAX_TEXT_LENGTH).matchAll(PIECE)) {
    const [piece] = match;
    if (PLAIN_WORD.test(piece)) {
      tokens.push({ word: normalizeWord(piece).slice(0, MAX_WORD_LENGTH), start: match.index, end: match.index + piece.length, before });
      before = 'none';
    } else if (COMMA.test(piece)) {
      if (before === 'none') before = 'comma';
    } else if (STOP.test(piece)) {
      before = 'stop';
    } else {
      const lower = piece.toLowerCase();
      const word = SYMBOLS.get(lower) ?? ORDINALS.get(lower) ?? (CURRENCY.test(piece) ? 'currency' : normalizeWord(piece).slice(0, MAX_WORD_LENGTH));
      if (word !== '') tokens.push({ word, start: match.index, end: match.index + piece.length, before });
      before = 'none';
    }
  }
  return tokens;
}

/** Names already split: a menu's names are asked for many times while it is compiled. Emptied when it is full. */
const split = new Map<string, readonly string[]>();
const MAX_SPLIT = 5_000;

/** The normalized words of a name on a menu. */
export function wordsOf(name: string): readonly string[] {
  const known = split.get(name);
  if (known) return known;
  if (split.size >= MAX_SPLIT) split.clear();
  const words = tokenize(name).map((token) => token.word);
  split.set(name, words);
  return words;
}
