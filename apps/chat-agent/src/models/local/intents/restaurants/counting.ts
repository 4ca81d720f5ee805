import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { call, type Move } from '../../move';
import { normalise, numberOf } from '../../speech/utterance';
import { dishContents } from '../dishes/dish-contents';

const DISHES = /\bhow many (?:(?:different|various|kinds? of|types? of) )?(?:dishes|items|things|meals|foods?)\b/;
const PLACES = /\bhow many (?:(?:different|open) )?(?:restaurants?|places|outlets|shops|eateries)\b/;

/** What one plate has, as menus tell it; how many are ordered is another question. */
const PIECES = /\bhow many (?:pieces?|slices?|pcs)\b.*\b(?:in|per|on|make|makes)\b/;

/** "5 right?", "so that's 5 in all, correct": asked of what the order has. */
const LEAD = "(?:(?:so|ok|and|that's|that is|that makes|it's|it is|total|altogether|makes|in all)[ ,]+)";
const THINGS = '(?: (?:in (?:all|total)|total|altogether|things|items|dishes|plates|pieces))';
const IN_ALL = new RegExp(`^${LEAD}*(\\p{L}+|\\d+)${THINGS}?[ ,]+(?:right|correct|isn't it|yes|yeah|na)(?:[ ,]+(?:ok|okay|good|fine|great|perfect|cool|then|so|now|yes|and))*$`, 'u');
/** The same as a question without a word for it: "so that's 6 in all?" */
const IN_ALL_ASKED = new RegExp(`^${LEAD}+(\\p{L}+|\\d+)${THINGS}$`, 'u');

/** What a person takes the number of all that is ordered to be; it changes none of it. */
function countConfirmed({ text, message, facts: { order } }: Dialogue): Move | undefined {
  const said = numberOf((IN_ALL.exec(text) ?? IN_ALL.exec(normalise(message)) ?? (message.includes('?') ? IN_ALL_ASKED.exec(text) : null))?.[1] ?? '');
  if (order === undefined || said === undefined) return undefined;
  const total = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return call('show_order', {}, { question: undefined, note: total === said ? `Yes, ${String(total)} in all:` : `It is ${String(total)} in all:` });
}

/** "How many dishes does Swati have?", "how many restaurants are there?": the number, and all of them; "how many pieces in a plate?" */
export function counting(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  const confirmed = countConfirmed(dialogue);
  if (confirmed !== undefined) return confirmed;
  if (PIECES.test(text)) return dishContents(dialogue);
  if (PLACES.test(text) && dialogue.mention === undefined && catalogue.areaIn(text) === undefined) return call('get_all_restaurants', {}, { note: `There are ${String(catalogue.restaurants.length)} restaurants.` });
  const restaurant = DISHES.test(text) && !/\b(?:order|ordered|cart|i have)\b/.test(text) ? catalogue.find(restaurantSpokenOf(dialogue)) : undefined;
  if (restaurant === undefined) return undefined;
  return call('get_menu', { restaurant_name: restaurant.name }, { note: `${restaurant.name} has ${String(restaurant.items.length)} ${restaurant.items.length === 1 ? 'dish' : 'dishes'} on its menu.` });
}
