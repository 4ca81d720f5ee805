import { caseFolded } from '@foodie-express/restaurant-data';
import { distance } from 'fastest-levenshtein';

/** Letters that are written with a stroke or as two in one, as people type them who do not have them on their keyboard. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['þ', 'th'],
]);

/** Words as they are compared: without case, accents, punctuation and what does not show, "&" as it is spoken. */
export function wordsOf(text: string): string[] {
  return caseFolded(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øæœłđðħþ]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How well a text answers a query: 0 to 1, and whether a typo had to be forgiven. */
export interface Match {
  readonly score: number;
  readonly hasTypo: boolean;
}

const EXACT = 1;
const BEGINNING = 0.9;
const JOINED = 0.9;
const PART = 0.7;
const TYPO = 0.5;

/** Parts shorter than this match half of all words. */
const SHORTEST_PART = 3;
/** Letters from which on one and two slips of the finger are forgiven. */
const ONE_TYPO_LENGTH = 4;
const TWO_TYPOS_LENGTH = 8;

/** How well `words` hold every word of a query, in any order; undefined where one is missing. Fewer other words count for more. */
export function matchWords(query: readonly string[], words: readonly string[]): Match | undefined {
  const scores: number[] = [];
  for (const asked of query) {
    const score = words.reduce((best, word) => Math.max(best, similarity(asked, word)), isJoined(asked, words) ? JOINED : 0);
    // Most texts lack the first word already: the others need no look.
    if (score === 0) return undefined;
    scores.push(score);
  }
  if (scores.length === 0) return undefined;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const coverage = Math.min(1, query.length / words.length);
  return { score: mean * (0.8 + 0.2 * coverage), hasTypo: scores.includes(TYPO) };
}

function similarity(asked: string, word: string): number {
  if (asked === word) return EXACT;
  if (word.startsWith(asked)) return BEGINNING;
  if (asked.length >= SHORTEST_PART && word.includes(asked)) return PART;
  return isTypo(asked, word) ? TYPO : 0;
}

/** Two words written as one: "panipuri". */
function isJoined(asked: string, words: readonly string[]): boolean {
  return words.some((word, index) => asked.length > word.length && asked.startsWith(word) && asked.slice(word.length) === words[index + 1]);
}

function isTypo(asked: string, word: string): boolean {
  const forgiven = asked.length >= TWO_TYPOS_LENGTH ? 2 : asked.length >= ONE_TYPO_LENGTH ? 1 : 0;
  if (forgiven === 0 || Math.abs(asked.length - word.length) > forgiven) return false;
  return isSwap(asked, word) || distance(asked, word) <= forgiven;
}

/** Two neighbouring letters in the wrong order: "dsoa" for "dosa". */
function isSwap(asked: string, word: string): boolean {
  if (asked.length !== word.length) return false;
  let first = 0;
  while (first < asked.length && asked[first] === word[first]) first += 1;
  return first < asked.length && asked[first] === word[first + 1] && asked[first + 1] === word[first] && asked.slice(first + 2) === word.slice(first + 2);
}
