import type { Restaurant } from '@foodie-express/contracts';
import { hoursAt, type MomentAsked, momentIn } from '../asked-hours';
import { type Dialogue, restaurantSpokenOf } from '../dialogue';
import { call, type Move, say } from '../move';

const HOURS = /\b(?:open|opens|opened|opening|close|closes|closing|closed|shut|shuts|timings?|hours)\b/;
/** "Until what time does Swati deliver?" */
const UNTIL_WHEN = /\b(?:un)?till? (?:what time|when)\b|\bhow late\b|\bhow long\b.*\bopen\b|\bwhat time\b.*\b(?:dinner|lunch|breakfast|start|stop|deliver|serve|serving|take orders|kitchen)\b/;
/** Asked of all places, whichever was spoken of. */
const OF_ANY = /^(?:(?:and|so|ok|but)[ ,]+)*(?:who|which|any|is any|are any|what (?:is|are|else|places?|restaurants?)\b|what's|where|show|list)\b|\b(?:restaurants|places)\b/;
const PREORDERS = /\bpre ?-?orders?\b|\b(?:order|orders|ordering)\b.*\b(?:closed|shut|not open|before (?:it|they|you) opens?|although|even (?:if|though|when))\b|\b(?:closed|shut|not open)\b.*\border\b/;
const ASKS = /^(?:(?:and|so|but|ok)[ ,]+)*(?:can|could|do|does|is|are|what|how|will|may|if|which|who)\b|\?\s*$/;

/** What opening hours say of a day or a time, and whether a closed place takes orders. */
export function hours(dialogue: Dialogue): Move | undefined {
  const { text, message, catalogue } = dialogue;
  if (PREORDERS.test(text) && (ASKS.test(text) || ASKS.test(message))) return preorders(dialogue);
  const moment = momentIn(text);
  const restaurant = dialogue.mention === undefined && OF_ANY.test(text) ? undefined : catalogue.find(restaurantSpokenOf(dialogue));
  if (restaurant !== undefined && UNTIL_WHEN.test(text) && dialogue.facts.order === undefined) return call('get_opening_hours', { restaurant_name: restaurant.name });
  if (moment === undefined || restaurant === undefined || !HOURS.test(text)) return undefined;
  return call('get_opening_hours', { restaurant_name: restaurant.name }, { note: verdict(restaurant, moment) });
}

function verdict({ hours: all }: Restaurant, moment: MomentAsked): string {
  const spans = hoursAt(all, moment);
  if (moment.minutes !== undefined) return spans.length > 0 ? `Yes, it is open ${moment.told}${daysText(spans, all, moment)}.` : `No, it is not open ${moment.told}.`;
  const told = moment.told.charAt(0).toUpperCase() + moment.told.slice(1);
  return spans.length === 0 ? `${told} it is closed.` : `${told} it is open ${spans.map(({ opens, closes }) => `${opens} to ${closes}`).join(' and ')}.`;
}

/** On which days, where it is not so on all of them. */
function daysText(spans: Restaurant['hours'], all: Restaurant['hours'], { day }: MomentAsked): string {
  const days = [...new Set(spans.flatMap((span) => span.days))];
  if (day !== undefined || all.every((span) => span.days.every((each) => days.includes(each)))) return '';
  return ` on ${days.map((each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}`).join(', ')}`;
}

function preorders(dialogue: Dialogue): Move {
  const { catalogue, mention, memory, facts, text } = dialogue;
  const isOfOne = mention !== undefined || /\b(?:they|it|there|this|that)\b/.test(text);
  const restaurant = isOfOne ? catalogue.find(mention?.restaurant.name ?? memory.restaurant ?? facts.order?.restaurantName) : undefined;
  if (restaurant !== undefined) {
    const { name, accepts_preorders: accepts } = restaurant;
    const told = accepts ? `Yes: while ${name} is closed it takes orders and prepares them at its next opening, which you are told before you say yes.` : `No: ${name} takes orders only while it is open.`;
    return say(`${told} What would you like?`, [`Menu of ${name}`], { restaurant: name });
  }
  const refusing = catalogue.restaurants.filter(({ accepts_preorders }) => !accepts_preorders).map(({ name }) => name);
  const rule = refusing.length === 0 ? '' : refusing.length === catalogue.restaurants.length ? undefined : `, but ${refusing.slice(0, 5).join(', ')} ${refusing.length === 1 ? 'takes' : 'take'} orders only while open`;
  if (rule === undefined) return say('No: our restaurants take orders only while they are open. Shall I show what is open now?', ['What is open now']);
  return say(`Yes: a closed restaurant takes your order as a pre-order and prepares it at its next opening, which you are told before you say yes${rule}. What would you like?`, ['What is open now', 'Show restaurants']);
}
