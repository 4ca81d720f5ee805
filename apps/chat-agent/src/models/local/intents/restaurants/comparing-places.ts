import type { Restaurant } from '@foodie-express/contracts';
import { money } from '../../../../conversation/order-summary';
import { hoursAt, momentIn } from '../../questions/asked-hours';
import type { Dialogue } from '../../dialogue';
import { type Move, say } from '../../move';

const RATED = /\b(?:better|best|nicer|rated|ratings?|reviews?|reviewed|compare|vs|versus|good)\b/;
const EVERY = /\b(?:cheapest|most affordable|least expensive|most expensive|priciest|costliest|dearest)\b.*\b(?:restaurants?|places?|shops?)\b/;
const DEARER = /\b(?:most expensive|priciest|costliest|dearest|more expensive)\b/;
const CHEAPER = /\b(?:cheaper|cheapest|less expensive|more affordable)\b/;
/** As many places as one reply compares. */
const MAX_LISTED = 8;
const NEARER = /\b(?:closer|closest|nearer|nearest|how far|distance)\b/;
/** "Which one is better?": of the two that were spoken of last. */
const OF_TWO = /\b(?:which (?:one|place|restaurant|of (?:them|the two|those|these))|of the two|between them)\b/;

/** "Is A better than B?", "which one is closer to Satellite?": two restaurants by what is known of them, their ratings and where they are. */
export function comparingPlaces(dialogue: Dialogue): Move | undefined {
  const { text, catalogue, memory } = dialogue;
  if (EVERY.test(text) && catalogue.dishIn(text) === undefined && dialogue.mention === undefined) return byPrice(catalogue.restaurants, DEARER.test(text));
  const isNearer = NEARER.test(text);
  if (!isNearer && !RATED.test(text) && !(CHEAPER.test(text) && catalogue.dishIn(text) === undefined && memory.dish === undefined)) return undefined;
  const named = twoNamed(dialogue);
  const listed = memory.list?.kind === 'restaurants' && OF_TWO.test(text) ? memory.list.names.flatMap((name) => catalogue.find(name) ?? []) : [];
  const lastTwo = OF_TWO.test(text) && memory.list?.kind !== 'dishes' ? [catalogue.find(memory.otherRestaurant), catalogue.find(memory.restaurant)].filter((each) => each !== undefined) : [];
  const places = named.length === 2 ? named : listed.length > 1 ? listed : lastTwo.length > 1 || !OF_TWO.test(text) || !OF_PLACES.test(text) ? lastTwo : recalled(dialogue);
  if (isNearer) return whereabouts(dialogue, places);
  return places.length < 2 ? undefined : CHEAPER.test(text) ? byPrice(places) : byRating(places);
}

/** The few places of what is in sight, or was listed before what is ordered now. */
function recalled({ memory: { places = [], shown = [], list }, catalogue }: Dialogue): Restaurant[] {
  const dishes = list?.kind === 'dishes' ? list.names : shown;
  const ofDishes = dishes.flatMap((name) => catalogue.dishNamed(name)?.restaurant ?? []);
  const found = [...new Set(ofDishes.length > 0 ? ofDishes : places.flatMap((name) => catalogue.find(name) ?? []))];
  return found.length <= MAX_RECALLED ? found : [];
}

const MAX_RECALLED = 4;
const OF_PLACES = /\b(?:places?|restaurants?|shops?|reviews?|reviewed)\b/;

/** "Which place is rated better?", of those that were just told: not of all there are. */
export function comparesTold(dialogue: Dialogue): boolean {
  return OF_TWO.test(dialogue.text) && OF_PLACES.test(dialogue.text) && /\b(?:better|higher|more)\b/.test(dialogue.text) && comparingPlaces(dialogue) !== undefined;
}

function twoNamed({ mention, catalogue }: Dialogue): Restaurant[] {
  const second = mention === undefined ? undefined : catalogue.mentionIn(mention.rest);
  return mention === undefined || second === undefined || second.restaurant === mention.restaurant ? [] : [mention.restaurant, second.restaurant];
}

/** By what their cheapest and their dearest dishes cost. */
function byPrice(places: readonly Restaurant[], isDearestFirst = false): Move {
  const mean = ({ items }: Restaurant) => items.reduce((sum, { price }) => sum + price, 0) / Math.max(1, items.length);
  const sorted = places.filter(({ items }) => items.length > 0).filter(({ currency }) => currency === places[0]?.currency || places.length === 2).toSorted((left, right) => (isDearestFirst ? mean(right) - mean(left) : mean(left) - mean(right)));
  const names = sorted.map(({ name }) => name);
  const listed = sorted.slice(0, MAX_LISTED).map(({ name, items, currency }, index) => {
    const prices = items.map(({ price }) => price);
    return `${String(index + 1)}. ${name}: ${money(Math.min(...prices), currency)} to ${money(Math.max(...prices), currency)} a dish`;
  });
  return say(`${listed.join('\n')}\nBy their menus ${names[0] ?? ''} is the ${isDearestFirst ? 'most expensive' : 'cheapest'}. Whose menu would you like to see?`, names.slice(0, 3).map((name) => `Menu of ${name}`), { list: { kind: 'restaurants', names }, dish: undefined, restaurant: names[0] });
}

function byRating(places: readonly Restaurant[]): Move {
  const sorted = places.length > 2 ? places.toSorted((left, right) => (right.rating ?? 0) - (left.rating ?? 0)).slice(0, MAX_LISTED) : places;
  const [best, other] = [...places].sort((left, right) => (right.rating ?? 0) - (left.rating ?? 0));
  const names = sorted.map(({ name }) => name);
  const listed = sorted.map(({ name, cuisine, rating }) => `${name} (${cuisine}): ${typeof rating === 'number' ? `⭐ ${rating}` : 'not rated yet'}`).join('\n');
  const isTold = typeof best?.rating === 'number' && best.rating !== other?.rating;
  const verdict = isTold ? `People rate ${best.name} higher.` : 'By their ratings I cannot tell them apart.';
  return say(`${listed}\n${verdict} Whose menu would you like to see?`, names.slice(0, 3).map((name) => `Menu of ${name}`), { list: { kind: 'restaurants', names }, asked: 'get_reviews', ...(isTold && { restaurant: best.name }) });
}

/** Areas are known, distances are not. */
function whereabouts({ text, catalogue }: Dialogue, places: readonly Restaurant[]): Move | undefined {
  const area = catalogue.areaIn(text);
  if (places.length < 2 && area === undefined) return undefined;
  const moment = momentIn(text);
  const isOpen = ({ hours, open_now: isOpenNow }: Restaurant) => (moment !== undefined ? hoursAt(hours, moment).length > 0 : isOpenNow || !/\bopen\b/.test(text));
  const there = places.length >= 2 ? places : catalogue.restaurants.filter(({ area: own }) => own.includes(area ?? '')).filter(isOpen);
  const meant = there.length > 0 ? there : catalogue.restaurants.filter(isOpen);
  const names = meant.map(({ name }) => name);
  const listed = meant.map(({ name, area: own }, index) => `${index + 1}. ${name} is in ${own}`).join('\n');
  return say(`I know areas and no distances${moment === undefined ? '' : `, and who is open ${moment.told}`}:\n${listed}\nWhose menu would you like to see?`, names.slice(0, 3).map((name) => `Menu of ${name}`), { list: { kind: 'restaurants', names }, ...(names.length === 1 && { restaurant: names[0] }) });
}
