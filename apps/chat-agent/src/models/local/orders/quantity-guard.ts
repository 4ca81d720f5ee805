import { MAX_QUANTITY } from '@foodie-express/contracts';
import { numberOf, wordsOf } from '../speech/utterance';

/** A number as people write it: `2`, `1.5`, `1/2`, `1 1/2`. Behind a dish's size (`1.5 litre`) it is no quantity. */
const WRITTEN = /(?:^|[\s,x])(-\s?\d+(?:\.\d+)?|\d+[.,]\d+|(?:\d+ )?\d+\/\d+|0+|zero|\d{3,9})(?=\s*x?\s|$)(?!\s*(?:l|ltr|lit(?:re|er)s?|ml|kg|g|gm|grams?|am|pm|o'?clock|rs|rupees|inr)\b)/;
const NEGATIVE = /(?:^|\b(?:want|order|get|need|give me|have) )((?:minus|negative) (\w+))\b/;
const LARGE = /\b((?:(\w+) )?(?:hundreds?|thousands?|lakhs?|lacs?|millions?|crores?)(?: (?:and )?(\w+))?)\b/;

/**
 * A quantity that no order takes, as it was said: `0`, `-3`, `1.5`, `minus two`, `two hundred`. Undefined where there is none.
 * @param text in the form of `normalise`
 */
export function badQuantityIn(text: string): string | undefined {
  return writtenBadly(text) ?? negative(text) ?? tooLarge(text);
}

function writtenBadly(text: string): string | undefined {
  const said = WRITTEN.exec(text)?.[1]?.replace(/^-\s/, '-');
  const quantity = said === undefined ? undefined : numberOf(said);
  const isGood = quantity !== undefined && quantity >= 1 && quantity <= MAX_QUANTITY;
  return isGood ? undefined : said === undefined || quantity === undefined ? said : String(quantity);
}

function negative(text: string): string | undefined {
  const [, said, number] = NEGATIVE.exec(text) ?? [];
  return numberOf(number ?? '') === undefined ? undefined : said;
}

/** "Hundred" and "one hundred" are the most that an order takes. */
function tooLarge(text: string): string | undefined {
  const [, said, before = '', behind = ''] = LARGE.exec(text) ?? [];
  if (said === undefined) return undefined;
  const count = numberOf(before);
  const more = numberOf(behind);
  if (/\bhundred\b/.test(said) && (count ?? 1) === 1 && more === undefined) return undefined;
  return wordsOf(said).filter((word) => (word !== before || count !== undefined) && (word !== behind || more !== undefined) && (word !== 'and' || more !== undefined)).join(' ');
}

/** Where a number may end that counts no food. */
const ENDS = "(?=$| ?,| (?:and|or|please|pls|from|for|tonight|today|tomorrow|sharp|each|total|in total|max)\\b)";
const MONEY = '(?:rs|rupees?|inr|bucks?|dollars?)';
/** Amounts, hours and ages. */
const OTHER_NUMBERS: readonly RegExp[] = [
  new RegExp(`\\b(?:around|about|under|below|within|up ?to|max(?:imum)?|less than|not more than|budget(?: of| is| around)?|roughly|approx(?:imately)?) (?:${MONEY} ?)?\\d{2,6}(?: ?${MONEY})?${ENDS}`, 'g'),
  new RegExp(`\\b${MONEY} ?\\d{1,6}\\b|\\b\\d{1,6} ?${MONEY}\\b`, 'g'),
  new RegExp(`\\b(?:at|by|before|after|around|till|until) \\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm|o'?clock|baje))?${ENDS}`, 'g'),
  /\b(?:aged|age of|age) \d{1,2}\b|\b\d{1,2} (?:years?|yrs?|months?)(?: old)?\b/g,
];

/** A text with blanks in the place of amounts, hours and ages, which count no food: "dosa around 300", "idli at 8". */
export function withoutOtherNumbers(text: string): string {
  return OTHER_NUMBERS.reduce((said, pattern) => said.replace(pattern, (phrase) => ' '.repeat(phrase.length)), text);
}
