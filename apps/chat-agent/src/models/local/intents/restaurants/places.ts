import type { Restaurant } from '@foodie-express/contracts';
import { dishesEverywhere } from '../../questions/asked-about';
import { clockText, closingOf, minutesOf, momentIn, OPENING } from '../../questions/asked-hours';
import { type AskedPlaces, asksForMore, isOfCuisineAlone, OF_LISTED, PLACES, placesAsked, pointsAtPlace } from '../../questions/asked-places';
import { type Dialogue, restaurantSpokenOf } from '../../dialogue';
import { DIET } from '../../catalogue/diets';
import { kindIn } from '../../catalogue/dish-kinds';
import { call, type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';
import { answered } from '../../wording/answered';
import { sayPlaces } from '../../wording/discovery';
import { sayDishes } from '../../wording/dishes';
import { comparesTold, comparingPlaces } from './comparing-places';
import { isMenuAsked } from './discovery';
import { isOrder } from '../orders/ordering';

const ASKED = /^(?:(?:and|so|ok|but)[ ,]+)*(?:who|where|which|what|any(?:one|thing|body)?|is there|are there|do (?:you|any)|does any|show|list|find|are you|is any|what's|tell me|give me)\b/;
/** What is asked of one of several, or of any of them. */
const ANYBODY = /^(?:(?:and|so|ok|but)[ ,]+)*(?:(?:is|are) (?:any\p{L}*|they all|all|every\p{L}*)\b|who|which ones?|which of|any(?:one|body|thing)|does any|is any|what(?:'s| is| are)|(?:how )?are you)\b/u;
const AREAS = /\b(?:which|what|all|list of) (?:the )?(?:areas?|parts? of (?:the )?(?:town|city)|localit(?:y|ies)|neighbou?rhoods?|cities|towns?|locations?|places)\b.*\b(?:you|your|cover|covered|serve|served|available|active)\b|\bwhere (?:are|do) (?:you|your restaurants|all your restaurants)\b.*\b(?:located|based|operate|work|serve|restaurants|available)\b|\bwhere all\b/;
const TO_A_PERSON = /\b(?:deliver\w*|bring|send) (?:it |food |here |that |them )?(?:to|in|near|around|at)\b/;
/** Areas are known, distances are not: rules of their own say so. */
const NEARER = /\b(?:closer|closest|nearer|nearest|how far|distance)\b/;
const AREA_ALONE = 4;
/** "I'm visiting Ahmedabad for the first time" asks for nothing there. */
const OF_ONESELF = /^(?:i'm|i am|we're|we are|i|we|my|he|she)\b.*\b(?:visiting|visit|live|lives|living|from|staying|stay|moved|came|come|born|work|works|working|study|studying|grew)\b/;
const WISHED = /\b(?:what|what's|which|where|who|anything|something|any (?:good |nice )?(?:restaurants?|places?|food)|want|need|looking|hungry|show|find|suggest|recommend|like)\b/;
/** "Cheap eats near Ashram Road" asks for dishes there. */
const CHEAP_FOOD = /\b(?:cheap|budget|affordable|inexpensive) (?:eats?|bites?|food|meals?|dish(?:es)?|snacks?|things?|stuff|options?)\b/;
/** "What vegan dishes can I get in Ahmedabad?" asks for no places. */
const DISHES_ASKED = /\b(?:which|what|any|some|show|list) (?:\w+ ){0,2}(?:dish(?:es)?|meals?|food)\b/;

/** "Which places are in Satellite?", "who is open past midnight?", "gujarati places that deliver": restaurants by all that the sentence asks of them. */
export function places(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  const whereabouts = whereIs(dialogue);
  if (whereabouts !== undefined) return whereabouts;
  if (comparesTold(dialogue)) return comparingPlaces(dialogue);
  if (mention !== undefined || asksForMore(dialogue) || pointsAtPlace(text) || isMenuAsked(dialogue) || (TO_A_PERSON.test(text) && !ANYBODY.test(text)) || NEARER.test(text) || (DISHES_ASKED.test(text) && catalogue.cuisineIn(text) === undefined) || (DIET.test(text) && !PLACES.test(text))) return undefined;
  const isOfHours = momentIn(text) !== undefined && OPENING.test(text);
  if (!PLACES.test(text) && (CHEAP_FOOD.test(text) || (kindIn(text, catalogue) !== undefined && !isOfHours))) return undefined;
  if (AREAS.test(text) && momentIn(text) === undefined) return areas(dialogue);
  const extreme = byHours(dialogue) ?? worstRated(dialogue);
  if (extreme !== undefined) return extreme;
  const asked = placesAsked(dialogue);
  if (asked === undefined) return undefined;
  const area = catalogue.areaIn(text);
  const named = dishesEverywhere(dialogue);
  if (OF_ONESELF.test(text) && !WISHED.test(text)) return undefined;
  const isOfPlaces = PLACES.test(text) || ANYBODY.test(text) || isOfCuisineAlone(dialogue) || (area !== undefined && (ASKED.test(text) || wordsOf(text).length <= AREA_ALONE || named.length === 0));
  if (!isOfPlaces || (isOrder(text) && named.length > 0 && !(area !== undefined && /^(?:can|could) (?:i|we)\b/.test(text)))) return undefined;
  if (asked.unknownArea !== undefined) return PLACES.test(text) || /^do you\b/.test(text) ? nothingThere(dialogue, asked.unknownArea) : undefined;
  return named.length > 0 ? sellers(asked, named) : listed(dialogue, asked);
}

const IS_IN = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:is|are) (?:it|that|this|they|the (?:place|restaurant|shop|one)|that (?:place|restaurant)|this (?:place|restaurant))?(?: (?:also|even|really|actually))? ?(?:in|near|at|from|located in|somewhere in) \S.{0,40}$/;

/** "Is it in Ahmedabad?": of the place that is spoken of. */
function whereIs(dialogue: Dialogue): Move | undefined {
  const { text, mention, catalogue } = dialogue;
  const area = catalogue.areaIn(mention?.rest ?? text);
  const restaurant = area === undefined || !IS_IN.test(mention?.rest ?? text) ? undefined : catalogue.find(restaurantSpokenOf(dialogue));
  if (restaurant === undefined || area === undefined) return undefined;
  const isThere = restaurant.area.includes(area);
  return answered(dialogue, `${isThere ? 'Yes' : 'No'}: ${restaurant.name} is in ${restaurant.area}.`, { ask: 'Would you like to see its menu?', suggestions: [`Menu of ${restaurant.name}`] }, { restaurant: restaurant.name });
}

function listed(dialogue: Dialogue, { restaurants, chosenBy, moment }: AskedPlaces): Move | undefined {
  const { text, catalogue } = dialogue;
  const [only, ...others] = chosenBy;
  if (others.length === 0 && only !== undefined && !/\b(?:those|these|them|which of)\b/.test(text)) {
    const area = catalogue.areaIn(text);
    const cuisine = catalogue.cuisineIn(text);
    const isBest = /\b(?:best|top|highest)\b/.test(text);
    // Whoever knows one thing alone is asked by a tool of its own.
    if (only === 'that are open now') return call('get_all_restaurants', { open_now: true });
    if (area !== undefined) return call('get_all_restaurants', { area, ...(isBest && { best_rated: true }) });
    if (cuisine !== undefined) return call('search_restaurants_by_cuisine', { cuisine, ...(isBest && { best_rated: true }) });
  }
  if (restaurants.length === 0) return say(`None of these restaurants is ${chosenBy.join(' and ').replaceAll('that ', 'one that ')}, sorry. Ask for something wider, or say "show restaurants".`, ['Show restaurants', 'What is open now']);
  return sayPlaces(restaurants, `Restaurants ${chosenBy.join(', ')}:`, moment);
}

const EARLIEST = /\bopens? (?:the )?(?:earliest|first)\b|\bearliest\b.*\bopen/;
const LATEST = /\b(?:closes?|shuts?) (?:the )?(?:last|latest)\b|\bopen (?:(?:the|till|until|so) )?(?:late|latest|longest)\b/;
const MAX_TOLD = 3;

/** "What opens earliest?", "which place closes last?" */
function byHours({ text, catalogue, memory: { list } }: Dialogue): Move | undefined {
  const isEarliest = EARLIEST.test(text);
  if (!isEarliest && !LATEST.test(text)) return undefined;
  const opens = ({ hours }: Restaurant) => Math.min(...hours.map((span) => minutesOf(span.opens)));
  const closes = ({ hours }: Restaurant) => Math.max(...hours.map((span) => closingOf(span)));
  const area = catalogue.areaIn(text);
  const listed = list?.kind === 'restaurants' && OF_LISTED.test(text) ? list.names.flatMap((name) => catalogue.find(name) ?? []) : catalogue.restaurants;
  const sorted = listed.filter(({ hours, area: own }) => hours.length > 0 && (area === undefined || own.includes(area))).toSorted((left, right) => (isEarliest ? opens(left) - opens(right) : closes(right) - closes(left)));
  const told = sorted.slice(0, MAX_TOLD).map((restaurant, index) => `${String(index + 1)}. ${restaurant.name}: ${isEarliest ? `opens at ${clockText(opens(restaurant))}` : `closes at ${clockText(closes(restaurant) % 1_440)}`}`);
  const names = sorted.slice(0, MAX_TOLD).map(({ name }) => name);
  return sorted.length === 0 ? undefined : say(`${told.join('\n')}\nWhose menu would you like to see? Say its name or number.`, names, { list: { kind: 'restaurants', names }, dish: undefined, question: undefined });
}

const WORST = /\b(?:worst|lowest|least|poorest)(?: \p{L}+)? (?:rated|ratings?|reviewed|stars?)\b|\bworst (?:restaurant|place)s?\b/u;

function worstRated({ text, catalogue }: Dialogue): Move | undefined {
  const rated = catalogue.restaurants.filter(({ rating }) => rating !== null);
  if (!WORST.test(text) || !PLACES.test(text) || rated.length === 0) return undefined;
  return sayPlaces(rated.toSorted((left, right) => (left.rating ?? 0) - (right.rating ?? 0)), 'By their ratings, the lowest first:');
}

/** "Who sells pizza in Satellite?" */
function sellers({ restaurants, chosenBy }: AskedPlaces, dishes: ReturnType<typeof dishesEverywhere>): Move {
  const there = dishes.filter(({ restaurant }) => restaurants.includes(restaurant));
  return there.length > 0 ? sayDishes(there) : sayDishes(dishes, `😔 Nobody sells that ${chosenBy.join(', ')}, but there is:`);
}

function nothingThere({ catalogue }: Dialogue, area: string): Move {
  return say(`😔 We have nothing in "${area}". Our restaurants are in ${catalogue.areas.join(', ')}. Which area would you like to see?`, catalogue.areas.slice(0, 4));
}

/** Every area with who is there. */
function areas({ catalogue }: Dialogue): Move {
  const all = [...new Set(catalogue.restaurants.map(({ area }) => area))];
  const told = all.slice(0, 20).map((area, index) => `${String(index + 1)}. ${area}: ${catalogue.restaurants.filter((restaurant) => restaurant.area === area).slice(0, 5).map(({ name }) => name).join(', ')}`);
  return say(`Our restaurants are in\n${told.join('\n')}\nWhich area or restaurant would you like to see?`, ['Show restaurants']);
}
