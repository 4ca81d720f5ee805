import { stemmer } from 'stemmer';

/** Abbreviations and spellings of English, units included, that stand for the same word on a menu and in a sentence. */
const SAME_WORD = new Map<string, string>([
  ['n', 'and'],
  ['dr', 'doctor'],
  ['oz', 'ounce'],
  ['ozs', 'ounce'],
  ['fl', 'fluid'],
  ['l', 'liter'],
  ['ltr', 'liter'],
  ['litre', 'liter'],
  ['litres', 'liters'],
  ['milliliter', 'ml'],
  ['milliliters', 'ml'],
  ['millilitre', 'ml'],
  ['millilitres', 'ml'],
  ['mls', 'ml'],
  ['pc', 'pieces'],
  ['pcs', 'pieces'],
  ['lbs', 'pounds'],
  ['lb', 'pound'],
  ['w', 'with'],
  ['em', 'them'],
  ['xl', 'extralarge'],
  ['lg', 'large'],
  ['sm', 'small'],
]);

const NUMBER_WORDS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
  ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(','),
] as const;

const DIGITS = new Map<string, string>([
  ...NUMBER_WORDS[0].map((word, value): [string, string] => [word, String(value)]),
  ...NUMBER_WORDS[1].map((word, tens): [string, string] => [word, String(10 * tens)]),
]);
DIGITS.delete('');

/** Most words need no folding but lower case. */
const PLAIN_WORD = /^[A-Za-z0-9]+$/;

/** Lower case without accents and apostrophes: "Jalapeño's" -> "jalapenos". */
export function foldWord(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase();
}

/** The form in which words are compared: folded, number words as digits ("seven" -> "7"), abbreviations written out ("oz" -> "ounce"). */
export function normalizeWord(word: string): string {
  const folded = foldWord(word);
  return DIGITS.get(folded) ?? SAME_WORD.get(folded) ?? folded;
}

/** Whether a normalized word is a number, as "7", "7.5" and "-7" are. */
export function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first === 45 || (first >= 48 && first <= 57)) && /^-?\d+(?:\.\d+)?$/.test(word);
}

/** The singular of an English noun by rule; other words come back unchanged. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (word.endsWith('aves') || word.endsWith('oaves')) return `${word.slice(0, -3)}f`;
  if (/(?:ch|sh|ss|x|[^aeiou]z|o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Stems already worked out: a pure function's memory, emptied when it is full. */
const stems = new Map<string, string>();
const MAX_STEMS = 20_000;

/** A key that the inflected forms of a word share: "fries" and "fry", "tomatoes" and "tomato", "iced" and "ice". */
export function stem(word: string): string {
  if (word.length < 3 || isNumber(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MAX_STEMS) stems.clear();
  const key = stemmer(singular(word));
  stems.set(word, key);
  return key;
}
