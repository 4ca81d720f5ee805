import type { Restaurant } from '@foodie-express/contracts';
import { momentIn, withWeekday } from '../../questions/asked-hours';
import { pointsAtPlace } from '../../questions/asked-places';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { type Move, say } from '../../move';
import { openThen } from './hours';

const FOOD = '(?:it|that|this|them|everything|(?:my|the|our) (?:order|food|meal|stuff))';
const DELIVERY = new RegExp(
  [
    '\\b(?:they|you|u) deliver\\b|do (?:you|they|u) (?:do )?(?:home )?deliver(?:y)?|home delivery|delivery (?:charges?|fees?|area|available)|can (?:you|they) deliver|deliver(?:s|y)? (?:to|here|in)|does (?:it|.{3,40}) deliver|(?:which|who|what)\\b.*\\bdelivers?\\b',
    `\\b(?:pick ?up|take ?away|pick (?:${FOOD}|food) up|collect ${FOOD}|fetch ${FOOD})\\b`,
    `\\bhow (?:do|will|can|would|does) (?:i|we|${FOOD}) (?:get|receive|come|reach|arrive)(?: ${FOOD}| to (?:me|us)| here)?$`,
    '\\bdelivered or\\b|\\bor (?:do|should|must|can|shall) (?:i|we) (?:have to |need to )?(?:come|go|collect|pick|fetch)\\b|^(?:so )?(?:do|should|must|shall) (?:i|we) (?:have to |need to )?(?:come|go|collect|pick|fetch)\\b(?! (?:for|with)\\b)',
  ].join('|'),
);
/** Whether food is brought, asked in so many words: "do they bring food to my home?" */
const BROUGHT = /^(?:(?:and|so|but|ok|oh)[ ,]+)*(?:they|you) (?:bring|deliver|send)s?\b.*\b(?:to|home|door|here|house)\b|^(?:(?:and|so|but|ok|oh)[ ,]+)*(?:do|does|will|would|can|could|is|are)\b.*\b(?:deliver|delivers|delivering|delivered|delivery|(?:bring|send|drop)s?\b.*\b(?:to|home|door|here|over|round|house|place|office))\b/;
const OF_PLACE = /\b(?:they|there|it|that|this|my (?:order|food))\b/;
/** What it costs and when it comes are questions of their own. */
const OF_DELIVERY = /\b(?:free|fees?|charges?|costs?|how much|pay|by|at (?:\d|noon)|tomorrow|later|tonight|when)\b/;
/** Whoever asks so would come for it. */
const COLLECTING = /\b(?:pick(?:ing|ed|s)?(?: \p{L}+){0,2} up|pick ?ups?|pick|collect(?:ion|ing)?|take ?away|fetch|come|go)\b/u;

/** Whether a question is about how food gets from one place to whoever asks. */
export function isBroughtAsked({ text, mention, memory, facts, catalogue }: Dialogue): boolean {
  const isOfOne = mention !== undefined || pointsAtPlace(text) || (OF_PLACE.test(text) && (memory.restaurant !== undefined || facts.order !== undefined));
  return isOfOne && BROUGHT.test(text) && !OF_DELIVERY.test(text) && catalogue.dishIn(mention?.rest ?? text) === undefined;
}

export function speaksOfDelivery(text: string): boolean {
  return DELIVERY.test(text);
}

/** Who delivers, where one picks up, and whether the place is open when one would. */
export function delivery(dialogue: Dialogue): Move {
  const { text, mention, catalogue } = dialogue;
  const isOfAll = mention === undefined && /\b(?:which|who|what|all)\b/.test(text);
  const restaurant = isOfAll ? undefined : catalogue.find(restaurantSpokenOf(dialogue));
  const toWhere = restaurant?.delivers !== false && /\b(?:deliver\w*|bring|send)\b.* (?:to|in|at|near|around)\b/.test(text) ? ' I know no delivery areas: the restaurant agrees with you where the food goes.' : '';
  if (restaurant !== undefined) return say(`${ofOne(restaurant, text)}${toWhere} Would you like to see its menu?`, [`Menu of ${restaurant.name}`], { restaurant: restaurant.name });
  const without = catalogue.restaurants.filter(({ delivers }) => !delivers).map(({ name }) => name);
  const exception = without.length === 0 ? '' : without.length > 3 ? `, but ${without.length} of them do not: name one to see` : `, but ${without.join(' and ')} ${without.length === 1 ? 'does' : 'do'} not: you pick up there`;
  return say(`Our restaurants deliver${exception}.${toWhere} What would you like?`, ['Show restaurants']);
}

function ofOne(restaurant: Restaurant, text: string): string {
  const { name, area, delivers, timezone } = restaurant;
  const moment = momentIn(withWeekday(text, timezone));
  const open = moment?.minutes === undefined ? '' : `${openThen(restaurant, moment)} `;
  if (!delivers) return `${open}${name} does not deliver: you pick your order up, in ${area}.`;
  if (!COLLECTING.test(text)) return `${open}${name} delivers.`;
  return `${open}${name} delivers, so you need not come. It is in ${area}: to pick it up yourself, put it in a note with your order, "note: I pick it up", and the restaurant decides.`;
}
