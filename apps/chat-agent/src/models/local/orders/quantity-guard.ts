import { MAX_QUANTITY, type Menu } from '@foodie-express/contracts';
import { numberOf, wordsOf } from '../speech/utterance';

/** A number as people write it: `2`, `1.5`, `1/2`, `1 1/2`. Behind a dish's size (`1.5 litre`) it is no quantity. */
const WRITTEN = /(?:^|[\s,x])(-\s?\d+(?:\.\d+)?|\d+[.,]\d+|(?:\d+ )?\d+\/\d+|0+|zero|\d{3,9})(?=\s*x?\s|$)(?!\s*(?:l|ltr|lit(?:re|er)s?|ml|kg|g|gm|grams?|am|pm|o'?clock|rs|rupees|inr)\b)/;
const NEGATIVE = /(?:^|\b(?:want|order|get|need|give me|have) )((?:minus|negative) (\w+))\b/;
const LARGE = /\b((?:(\w+) )?(?:hundreds?|thousands?|lakhs?|lacs?|millions?|crores?)(?: (?:and )?(\w+))?)\b/;
const HALF = /\b((?:\w+ and an? )?(?:half|quarter))\b(?! (?:an? |of an? )?(?:dozen|hour|past|sweet|sugar|spic|done|price|cooked))/;

/**
 * A quantity that no order takes, as it was said: `0`, `-3`, `1.5`, `minus two`, `two hundred`, `half`. Undefined where there is none.
 * @param text in the form of `normalise`
 * @param menu where its own words ("half tandoori") name a dish, they are no quantity
 */
export function badQuantityIn(text: string, menu: Menu): string | undefined {
  return writtenBadly(text) ?? negative(text) ?? tooLarge(text) ?? half(text, menu);
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

function half(text: string, { items, option_groups }: Menu): string | undefined {
  const said = HALF.exec(text)?.[1];
  if (said === undefined) return undefined;
  const names = [...items, ...option_groups.flatMap(({ choices }) => choices)].flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  return names.some((name) => /\b(?:half|quarter)\b/i.test(name)) ? undefined : said;
}
