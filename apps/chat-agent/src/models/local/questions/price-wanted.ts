import type { Restaurant } from '@foodie-express/contracts';
import { nearestWord } from '../catalogue/catalogue';
import { numberOf, wordsOf } from '../speech/utterance';

/** Words that join dishes and choices. */
const JOINING = new Set(['with', 'without', 'no', 'and', 'plus', 'extra', 'double', 'half', 'a', 'an']);
/** Numbers in Hinglish, and other words in English questions. */
const NO_NUMBER = new Set(['do', 'char', 'teen']);
const LOOSE_ENDS = /^(?:(?:with|without|and|plus|no)\b ?)+|(?: (?:with|without|and|plus|no|an?|extra|one))+$/g;

/**
 * Of a question about a dish the words that an order has as well: "ok so what would a large dosa cost these days" is "a large dosa".
 * @param text in the form of `normalise`
 */
export function wantedIn(restaurant: Restaurant, text: string): string {
  const known = vocabularyOf(restaurant);
  const said = wordsOf(text).filter((word) => !NO_NUMBER.has(word)).filter((word) => JOINING.has(word) || numberOf(word) !== undefined || known.has(nearestWord(word, known)));
  return said.join(' ').replace(LOOSE_ENDS, '').trim();
}

/** Every word of the names of a menu's dishes and choices. */
function vocabularyOf({ items, option_groups }: Restaurant): ReadonlySet<string> {
  const dishes = items.flatMap(({ item_name, aliases = [] }) => [item_name, ...aliases]);
  const choices = option_groups.flatMap(({ choices: offered }) => offered.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  return new Set([...dishes, ...choices].flatMap((name) => wordsOf(name.toLowerCase())).filter((word) => !/^(?:the|of|in|on|for|not|or)$/.test(word)));
}
