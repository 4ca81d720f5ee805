import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { call, type Move } from '../move';
import { dishContents } from './dish-contents';

const DISHES = /\bhow many (?:(?:different|various|kinds? of|types? of) )?(?:dishes|items|things|meals|foods?)\b/;
const PLACES = /\bhow many (?:(?:different|open) )?(?:restaurants?|places|outlets|shops|eateries)\b/;

/** What one plate has, as menus tell it; how many are ordered is another question. */
const PIECES = /\bhow many (?:pieces?|slices?|pcs)\b.*\b(?:in|per|on|make|makes)\b/;

/** "How many dishes does Swati have?", "how many restaurants are there?": the number, and all of them; "how many pieces in a plate?" */
export function counting(dialogue: Dialogue): Move | undefined {
  const { text, catalogue } = dialogue;
  if (PIECES.test(text)) return dishContents(dialogue);
  if (PLACES.test(text) && dialogue.mention === undefined && catalogue.areaIn(text) === undefined) return call('get_all_restaurants', {}, { note: `There are ${String(catalogue.restaurants.length)} restaurants.` });
  const restaurant = DISHES.test(text) && !/\b(?:order|ordered|cart|i have)\b/.test(text) ? catalogue.find(restaurantSpokenOf(dialogue)) : undefined;
  if (restaurant === undefined) return undefined;
  return call('get_menu', { restaurant_name: restaurant.name }, { note: `${restaurant.name} has ${String(restaurant.items.length)} ${restaurant.items.length === 1 ? 'dish' : 'dishes'} on its menu.` });
}
