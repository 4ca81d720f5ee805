import { distance } from 'fastest-levenshtein';
import type { Catalogue } from '../catalogue/catalogue';
import { EVERYDAY } from '../speech/everyday-words';
import { numberOf, wordsOf } from '../speech/utterance';

/**
 * Whether what was read is a guess at a typo ("coke" for "cake") while the words, as they were said, name a dish of another restaurant.
 */
export function isGuess(names: readonly string[], text: string, catalogue: Catalogue): boolean {
  const own = new Set(names.flatMap((name) => wordsOf(name.toLowerCase())).map(singular));
  const spoken = wordsOf(text).filter((word) => word.length >= 3 && !EVERYDAY.has(word) && numberOf(word) === undefined);
  return !spoken.some((word) => own.has(singular(word))) && spoken.some((word) => catalogue.isDishWord(word));
}

/** Whether a word of the items' names was said, a typo forgiven, and not only an option that several dishes take. */
export function isNamed(names: readonly string[], text: string): boolean {
  const own = names.flatMap((name) => wordsOf(name.toLowerCase())).filter((word) => word.length >= 3 && !EVERYDAY.has(word));
  return wordsOf(text).some((word) => own.some((name) => singular(name) === singular(word) || distance(name, word) <= Math.floor(name.length / 4)));
}

export function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
