import type { Restaurant } from '@foodie-express/contracts';
import { distance } from 'fastest-levenshtein';
import { isTransposed } from '../speech/command-typos';
import { wordsOf } from '../speech/utterance';

export interface RestaurantMention {
  readonly restaurant: Restaurant;
  /** The text without the restaurant's name and the preposition before it. */
  readonly rest: string;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of names that say nothing about which restaurant it is. */
const PLAIN = new Set(['the', 'of', 'and', 'restaurant', 'cafe', 'house', 'room', 'sons', 'snacks', 'place', 'shop', 'kitchen', 'foods', 'food']);

/** How alike two words must be, 0 to 1, to count as the same with a typo. */
const ALIKE = 0.75;
/** What a whole mention must score, 0 to 1: the mean likeness of its words. */
const SURE = 0.82;
/** Several words in a row bear each other out. */
const SURE_OF_SEVERAL = 0.8;

/**
 * The restaurant that a normalised text names: by its full name, by two or more words of it in a row ("manek chowk"), or by a
 * word that no dish, cuisine and other restaurant has ("swati"). Typos are forgiven. The longest mention counts.
 */
export function findRestaurantMention(text: string, restaurants: readonly Restaurant[]): RestaurantMention | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}']+/gu)].map(({ 0: word, index }): Word => ({ text: word.replace(/'s$/, ''), start: index, end: index + word.length }));
  let best: { restaurant: Restaurant; from: number; to: number; score: number } | undefined;
  for (const restaurant of restaurants) {
    for (const phrase of phrasesOf(restaurant, restaurants)) {
      for (let from = 0; from + phrase.length <= words.length; from += 1) {
        const likeness = phraseLikeness(phrase, words.slice(from, from + phrase.length));
        const score = likeness * phrase.length;
        if (likeness >= (phrase.length > 1 ? SURE_OF_SEVERAL : SURE) && (best === undefined || score > best.score)) best = { restaurant, from, to: from + phrase.length - 1, score };
      }
    }
  }
  if (best === undefined) return undefined;
  const start = words[best.from]?.start ?? 0;
  const end = words[best.to]?.end ?? text.length;
  const before = text.slice(0, start).replace(/(?:\b(?:from|at|in|of|for|to|by|@|the|restaurant|called|named)\s+)+$/, '');
  const after = text.slice(end).replace(/^\s*(?:(?:'s|restaurant|please|se|ka|ki|ke|mein|me|wale?|par|pe)\b\s*)+/, '');
  return { restaurant: best.restaurant, rest: `${before} ${after}`.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '') };
}

const phrases = new WeakMap<readonly Restaurant[], Map<Restaurant, string[][]>>();

function phrasesOf(restaurant: Restaurant, all: readonly Restaurant[]): string[][] {
  const known = phrases.get(all) ?? allPhrases(all);
  phrases.set(all, known);
  return known.get(restaurant) ?? [];
}

function allPhrases(all: readonly Restaurant[]): Map<Restaurant, string[][]> {
  const elsewhere = wordsElsewhere(all);
  return new Map(all.map((each) => [each, namePhrases(each, elsewhere)]));
}

function namePhrases(restaurant: Restaurant, isElsewhere: (word: string) => boolean): string[][] {
  const name = wordsOf(restaurant.name.toLowerCase().replace('&', ' and '));
  const spoken = name.filter((word) => word !== 'and');
  const full = [name, spoken, name.filter((word, index) => index > 0 || word !== 'the')];
  const pairs = spoken.flatMap((word, index) => {
    const next = spoken[index + 1];
    return next === undefined || (PLAIN.has(word) && PLAIN.has(next)) ? [] : [[word, next]];
  });
  const distinctive = spoken.filter((word) => word.length >= 4 && !PLAIN.has(word) && !isElsewhere(word)).map((word) => [word]);
  return [...full, ...pairs.filter((pair) => !pair.every((word) => isElsewhere(word))), ...distinctive].filter((phrase) => phrase.length > 0);
}

/** Whether a word of a name is also one of dishes, cuisines, or other restaurants' names: none of these alone tells the restaurant. */
function wordsElsewhere(all: readonly Restaurant[]): (word: string) => boolean {
  const common = new Set(all.flatMap(({ cuisine, items }) => [cuisine, ...items.flatMap(({ item_name, aliases = [] }) => [item_name, ...aliases])]).flatMap((text) => wordsOf(text.toLowerCase())));
  const named = new Map<string, number>();
  for (const { name } of all) for (const word of new Set(wordsOf(name.toLowerCase()))) named.set(word, (named.get(word) ?? 0) + 1);
  return (word) => common.has(word) || (named.get(word) ?? 0) > 1;
}

/** The mean likeness of the words, each of which must be alike on its own. */
function phraseLikeness(phrase: readonly string[], words: readonly Word[]): number {
  const each = phrase.map((word, index) => wordLikeness(word, words[index]?.text ?? ''));
  return each.some((likeness) => likeness < ALIKE) ? 0 : each.reduce((sum, likeness) => sum + likeness, 0) / each.length;
}

function wordLikeness(wanted: string, said: string): number {
  if (wanted === said || `${wanted}s` === said || wanted === `${said}s`) return 1;
  // Short words are told apart by a single letter.
  if (wanted.length < 4 || said.length < 4) return 0;
  const edits = isTransposed(wanted, said) ? 1 : distance(wanted, said);
  return 1 - edits / Math.max(wanted.length, said.length);
}
