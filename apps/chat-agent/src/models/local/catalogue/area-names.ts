import { distance } from 'fastest-levenshtein';
import { wordsOf } from '../speech/utterance';

/** Words of addresses that tell no area apart. */
const PLAIN = new Set('road street lane avenue nagar garden gardens park east west north south old new city town the of near market square circle cross district beach hill hills'.split(' '));
const SHORT: Readonly<Record<string, string>> = { rd: 'road', st: 'street', ngr: 'nagar', ave: 'avenue', ln: 'lane', sq: 'square' };
/** As many letters as a word has that may be written another way, or that names an area alone. */
const MIN_LETTERS = 5;

/**
 * The area that a text names: by its whole name however it is spaced or shortened ("CG road", "c.g. rd"), or by a word that no
 * other area has ("ashram"). A slip of the pen is forgiven.
 * @param text in the form of `normalise`
 */
export function areaNamed(text: string, areas: readonly string[]): string | undefined {
  const words = wordsOf(text).map(written);
  return areas.find((area) => isNamedWhole(words, partsOf(area))) ?? areas.find((area) => distinctive(area, areas).some((own) => words.some((word) => isLike(word, own))));
}

/** The cuisine that a text names by its whole name, a slip of the pen forgiven: "gujrati", "southindian". @param text in the form of `normalise` */
export function cuisineNamed(text: string, cuisines: readonly string[]): string | undefined {
  const words = wordsOf(text);
  return cuisines.find((cuisine) => isNamedWhole(words, wordsOf(cuisine.toLowerCase())));
}

function isNamedWhole(words: readonly string[], parts: readonly string[]): boolean {
  const wanted = parts.join('');
  return words.some((_word, from) => [parts.length - 1, parts.length, parts.length + 1].some((count) => count > 0 && isLike(words.slice(from, from + count).join(''), wanted)));
}

function distinctive(area: string, areas: readonly string[]): string[] {
  const others = new Set(areas.filter((other) => other !== area).flatMap(partsOf));
  return partsOf(area).filter((word) => word.length >= MIN_LETTERS && !PLAIN.has(word) && !others.has(word));
}

function isLike(said: string, wanted: string): boolean {
  if (said === wanted) return true;
  const bound = Math.floor(wanted.length / 6);
  return said.length >= MIN_LETTERS && wanted.length >= MIN_LETTERS && said.startsWith(wanted.charAt(0)) && Math.abs(said.length - wanted.length) <= bound && distance(said, wanted) <= bound;
}

function partsOf(area: string): string[] {
  return wordsOf(area.toLowerCase()).map(written);
}

function written(word: string): string {
  return Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word;
}
