import type { Restaurant } from '@foodie-express/contracts';
import { dishesIn } from '../../questions/asked-about';
import { hoursAt, type MomentAsked, momentIn, OPENING, withWeekday } from '../../questions/asked-hours';
import { onlyPlaceTold } from '../../questions/asked-places';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { call, type Move, say } from '../../move';

/** "Until what time does Swati deliver?", "when do they start serving?": asked of the hours, and answered by no hour that is named beside. */
const WHEN = /\b(?:un)?till? (?:what time|when)\b|\bhow late\b|\bhow long\b.*\bopen\b|\b(?:what (?:time|hour)|when)\b.*\b(?:dinner|lunch|breakfast|start|starts|stop|stops|begin|begins|deliver|serve|serving|take orders|kitchen)\b/;
/** What a place does while it is open: "do they still serve at eleven?", "is it possible to get a pizza there at one?" */
const DOES = /\bpossible\b|\bstill\b|\b(?:do|does|will|would|can|could|are|is)(?: (?:they|it|the \p{L}+))?(?: also| even)? (?:serve|serving|sell|selling|deliver|cook|cooking|make|take orders|taking orders|working|there)\b/u;
/** Of a place, where an order is under way that has its own time. */
const OF_PLACE = /\b(?:they|there|it|place|restaurant|kitchen|shop|order)\b/;
/** Asked of all places, whichever was spoken of. */
const OF_ANY = /^(?:(?:and|so|ok|but)[ ,]+)*(?:who|which|any|is any|are any|what (?:is|are|else|places?|restaurants?)\b|what's|where|show|list)\b|\b(?:restaurants|places)\b/;
const PREORDERS = /\bpre ?-?orders?\b|\b(?:order|orders|ordering)\b.*\b(?:closed|shut|not open|before (?:it|they|you) opens?|although|even (?:if|though|when))\b|\b(?:closed|shut|not open)\b.*\border\b/;
const ASKS = /^(?:(?:and|so|but|ok)[ ,]+)*(?:can|could|do|does|is|are|what|how|will|may|if|which|who)\b|\?\s*$/;

/** What opening hours say of a day or a time, and whether a closed place takes orders. */
export function hours(dialogue: Dialogue): Move | undefined {
  const { text, message, catalogue } = dialogue;
  if (PREORDERS.test(text) && (ASKS.test(text) || ASKS.test(message))) return preorders(dialogue);
  const ofDish = servedAt(dialogue);
  if (ofDish !== undefined) return ofDish;
  const { mention, facts } = dialogue;
  const told = mention === undefined && OPENING.test(text) ? onlyPlaceTold(dialogue) : undefined;
  const restaurant = told ?? (mention === undefined && OF_ANY.test(text) ? undefined : catalogue.find(restaurantSpokenOf(dialogue)));
  if (restaurant === undefined) return undefined;
  const isAskedAgain = dialogue.memory.asked === 'get_opening_hours' && RELATIVE_DAY.test(text);
  const said = OPENING.test(text) || WHEN.test(text) || isAskedAgain ? withWeekday(mention?.rest ?? text, restaurant.timezone) : (mention?.rest ?? text);
  const moment = momentIn(said);
  const isWhen = WHEN.test(said) && !/\b(?:my|change|cancel)\b/.test(said) && (facts.order === undefined || mention !== undefined || OF_PLACE.test(said));
  if (moment === undefined) return isWhen || told !== undefined ? call('get_opening_hours', { restaurant_name: restaurant.name }) : undefined;
  if (!isWhen && !isAskedAgain && !OPENING.test(said) && !(DOES.test(said) && (ASKS.test(text) || ASKS.test(message)))) return undefined;
  return call('get_opening_hours', { restaurant_name: restaurant.name }, isWhen && moment.minutes !== undefined ? {} : { note: openThen(restaurant, moment) });
}

const RELATIVE_DAY = /^(?:(?:and|what about|how about|or|on)[ ,]+)*(?:today|tonight|(?:day after )?tomorrow)(?: (?:night|evening|morning|then|please))*$/;
/** "Can I order pizza at midnight?" asks whether somebody sells it then. */
const GETTING = /^(?:(?:and|so|but|ok|also)[ ,]+)*(?:can|could|will|would|is it possible to) (?:(?:i|we|you) )?(?:be able to )?(?:still )?(?:get|order|have|eat|buy|find)\b/;
const AT_TIME = /\b(?:at|after|past|around|by|until|till) (?:midnight|noon|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/;

/** Whether those who sell what is named are open at the time that is named with it. */
function servedAt(dialogue: Dialogue): Move | undefined {
  const { text, facts } = dialogue;
  const asked = momentIn(text);
  if (asked?.minutes === undefined || facts.order !== undefined || !GETTING.test(text) || !AT_TIME.test(text)) return undefined;
  const sellers = [...new Set(dishesIn(dialogue).map(({ restaurant }) => restaurant))].slice(0, MAX_SELLERS);
  const [only, ...others] = sellers;
  if (only === undefined) return undefined;
  const told = sellers.map((restaurant) => `${restaurant.name}: ${openThen(restaurant, momentIn(withWeekday(text, restaurant.timezone)) ?? asked)}`).join('\n');
  const clock = 'An order is made at once, while the place is open.';
  return others.length === 0 ? call('get_opening_hours', { restaurant_name: only.name }, { note: `${told} ${clock}` }) : say(`${told}\n${clock} Whose menu would you like to see?`, sellers.map(({ name }) => `Menu of ${name}`), { list: { kind: 'restaurants', names: sellers.map(({ name }) => name) } });
}

/** As many places as one reply tells of. */
const MAX_SELLERS = 5;

/** Whether it is open at that time, or when it is on that day. */
export function openThen({ hours: all }: Restaurant, moment: MomentAsked): string {
  const spans = hoursAt(all, moment);
  if (moment.minutes !== undefined) return spans.length > 0 ? `Yes, it is open ${moment.told}${daysText(spans, all, moment)}.` : `No, it is not open ${moment.told}.`;
  const told = moment.told.charAt(0).toUpperCase() + moment.told.slice(1);
  return spans.length === 0 ? `${told} it is closed.` : `${told} it is open ${spans.map(({ opens, closes }) => `${opens} to ${closes}`).join(' and ')}.`;
}

/** On which of the days that are asked about, where it is not so on all of them. */
function daysText(spans: Restaurant['hours'], all: Restaurant['hours'], { days: asked }: MomentAsked): string {
  const days = new Set(spans.flatMap((span) => span.days));
  const meant = asked.length > 0 ? asked : [...new Set(all.flatMap((span) => span.days))];
  const open = meant.filter((day) => days.has(day));
  const told = open.map((each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}`).join(', ');
  if (open.length === meant.length) return '';
  return asked.length > 0 ? `, of these on ${told} only` : ` on ${told}`;
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
