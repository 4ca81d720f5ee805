import type { Dialogue } from '../dialogue';
import { call, type Move, say } from '../move';

const ADVICE =
  /\b(?:recommend(?:ed|ations?)?|suggest(?:ions?)?|surprise me|what(?:'s| is| are)? (?:good|popular|the best|best|special|famous|tasty|your best)|what should i (?:eat|get|order|try|have)|anything good|best (?:dish|dishes|food|item|items|thing|seller|sellers)|top rated|bestsellers?|popular (?:dish|dishes|items|food)|must try|kya (?:khau|khaun|accha))\b/;
const DIET = /\b(vegan|veg|vegetarian|veggie|jain|gluten[ -]?free|halal)\b/;
const DIET_NOUN = /\b(?:options?|food|dish(?:es)?|items?|places?|restaurants?|meals?|something|anything|what|show|any|things?|stuff|only|menu|is|are|for)\b/;
const UNKNOWABLE = /\b(?:allerg(?:y|ies|ic|en|ens)|nuts?|peanuts?|gluten|lactose|dairy|contains?|ingredients?|safe for|celiac|coeliac|egg free|eggless|hygienic|calories|protein)\b/;
const BUDGET = /\b(?:under|below|less than|within|max(?:imum)?|upto|up to|cheaper than)\s*(?:rs\.?|inr|rupees?|₹|\$)?\s*(\d{1,5})\b/;
const CATEGORY_ASKED = /\b(?:what|which|show|any|something|have|about|list|find|some|who|where|want|feel like)\b/;
const CHEAP = /\b(?:cheap(?:er|est)?|budget|affordable|inexpensive|sasta)\b/;

/** What is good, what suits a diet or a budget, and what nobody here can know. */
export function advice(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue, memory } = dialogue;
  const restaurant = mention?.restaurant.name;
  if (UNKNOWABLE.test(text) && !/\bsambar\b/.test(text)) return cannotKnow(restaurant);
  const category = catalogue.categoryIn(text);
  const diet = DIET.exec(text)?.[1];
  if (diet !== undefined && /^(?:is|are|does|do)\b/.test(text)) return marksOf(dialogue, markOf(diet));
  const budget = BUDGET.exec(text)?.[1];
  const asksForKind = category !== undefined && (CATEGORY_ASKED.test(text) || text.split(' ').length <= 2);
  const wantsAdvice = asksForKind || ADVICE.test(text) || budget !== undefined || CHEAP.test(text);
  if (!wantsAdvice && (diet === undefined || !(DIET_NOUN.test(text) || text === diet))) return undefined;
  return call('recommend', {
    ...(restaurant !== undefined && { restaurant_name: restaurant }),
    ...(catalogue.cuisineIn(text) !== undefined && restaurant === undefined && { cuisine: catalogue.cuisineIn(text) }),
    ...(category !== undefined && { category }),
    ...(diet !== undefined && { dietary: markOf(diet) }),
    ...(budget !== undefined && { max_price: Number(budget) }),
    ...(CHEAP.test(text) && { cheapest: true, ...dishOf(catalogue.dishIn(text) ?? memory.dish) }),
    ...(/(?:rs\b|rupees?|inr)/.test(text) && { currency: 'INR' }),
  });
}

function dishOf(dish: string | undefined): { dish?: string } {
  return dish === undefined ? {} : { dish };
}

/** As menus mark it. */
function markOf(diet: string): string {
  return /^veg(?:gie|etarian)?$/.test(diet) ? 'vegetarian' : diet.replace(/[ -]/g, '-');
}

/** "Is the biryani veg?": what the menu marks, of every dish that is called so. */
function marksOf({ catalogue, text }: Dialogue, mark: string): Move | undefined {
  const dishes = catalogue.dishesCalled(catalogue.dishIn(text)).slice(0, 5);
  if (dishes.length === 0) return undefined;
  const listed = dishes.map(({ restaurant, item }) => `${item.item_name} (${restaurant.name}) is ${item.dietary?.includes(mark) === true ? '' : 'not '}marked ${mark} on the menu.`);
  return say(`${listed.join('\n')}\nFor anything more please ask the restaurant. Would you like to order it?`, [`1 ${dishes[0]?.item.item_name ?? ''}`]);
}

function cannotKnow(restaurant: string | undefined): Move {
  return say(
    `I only know what menus say: prices, options and marks such as vegetarian or vegan. I cannot promise anything about allergens or ingredients, so please ask ${restaurant ?? 'the restaurant'} before you order. Shall I show vegetarian or vegan dishes?`,
    ['Vegetarian dishes', 'Vegan dishes'],
  );
}
