import { isNumber, normalizeWord } from './word-forms';

/** What stands between a token and the one before it. */
export type Break = 'none' | 'comma' | 'stop';

/** A word or number of a sentence. `start` and `end` are UTF-16 offsets in the original text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly before: Break;
  /** A number that stands alone in brackets: "dosa (2)". */
  readonly bracketed?: true;
}

/** The longest sentence that is read; what follows is left out. */
export const MAX_TEXT_LENGTH = 4_000;

/** No longer word names anything; what is longer is cut, so that its comparison costs no more. */
const MAX_WORD_LENGTH = 40;

const NUMBERS = [
  String.raw`\d+(?:st|nd|rd|th)\b`,
  // A fraction: "1/2", "1 1/2", "½".
  String.raw`(?<![\d/])(?:\d+ )?[1-7] ?[/⁄] ?[2-8](?![\d/])|(?:\d+ ?)?[¼½¾]`,
  // A minus that touches its number and nothing before it; in "2-3" and "- 2" it is a dash.
  String.raw`(?<![^\s(,;:])-\d+(?:\.\d+)?(?![\d/-])`,
  String.raw`\d{1,3}(?:,\d{3})+(?![\d,])`,
  String.raw`\d+(?:\.\d+)?`,
];
const WORDS = [String.raw`w/o\b`, String.raw`w/(?=\s|\w)`, String.raw`\bno\.s\b`, String.raw`[\p{L}\p{M}]+(?:['’‘${'`'}´][\p{L}\p{M}]+)*`];
const SIGNS = [String.raw`[&+%×*$€£₹#]`, String.raw`[,:()[\]–—…]`, String.raw`[.;!?\n\r]+`];
const PIECE = new RegExp([...WORDS.slice(0, 3), ...NUMBERS, ...WORDS.slice(3), ...SIGNS].join('|'), 'giu');

const SYMBOLS = new Map<string, string>([
  ['w/o', 'without'],
  ['w/', 'with'],
  ['&', 'and'],
  ['+', 'plus'],
  ['%', 'percent'],
  ['#', 'number'],
  ['×', 'x'],
  ['*', 'x'],
  ['no.s', 'nos'],
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
      const word = SYMBOLS.get(lower) ?? ORDINALS.get(lower) ?? (CURRENCY.test(piece) ? 'currency' : (numberIn(piece) ?? normalizeWord(piece)).slice(0, MAX_WORD_LENGTH));
      const token: Token = { word, start: match.index, end: match.index + piece.length, before };
      if (word !== '') tokens.push(isBracketed(text, token) ? { ...token, bracketed: true } : token);
      before = 'none';
    }
  }
  return tokens;
}

const FRACTION = /^(?:(\d+) ?)?(?:([1-7]) ?[/⁄] ?([2-8])|([¼½¾]))$/;
const GLYPHS = new Map([
  ['¼', 0.25],
  ['½', 0.5],
  ['¾', 0.75],
]);

/** A fraction or a number with commas as plain digits: "1 1/2" -> "1.5", "1,200" -> "1200". */
function numberIn(piece: string): string | undefined {
  if (/^\d+(?:,\d{3})+$/.test(piece)) return piece.replaceAll(',', '');
  const [, whole, over, under, glyph] = FRACTION.exec(piece) ?? [];
  const part = glyph === undefined ? Number(over) / Number(under) : GLYPHS.get(glyph);
  return part === undefined || Number.isNaN(part) ? undefined : String(Number((Number(whole ?? 0) + part).toFixed(3)));
}

function isBracketed(text: string, { word, start, end }: Token): boolean {
  return isNumber(word) && /[([]\s?[x×]?\s?$/i.test(text.slice(Math.max(0, start - 3), start)) && /^\s?[x×]?\s?[)\]]/i.test(text.slice(end, end + 3));
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
