import type { Restaurant } from '@foodie-express/contracts';
import { cuisineNamed } from '../catalogue/area-names';
import { hoursAt, type MomentAsked, momentIn } from './asked-hours';
import type { Dialogue } from '../dialogue';
import { EVERYDAY_WORDS } from '../speech/everyday-words';
import { wordsOf } from '../speech/utterance';

/** Words for places, slips and all; an order is placed as well. */
export const PLACES = /\b(?:restaurants?|resturants?|restarants?|restraunts?|places|place(?! (?:it|this order|that order|the order|my order|our order|an order|order)\b)|eateries|outlets?|joints?|shops?|kitchens?|cafes?|dhabas?)\b/;

const ONE_MORE = /^(?:(?:and|ok|okay|also|please|add|give me|get me|i want|i'll have|i'll take|can i (?:have|get)|wait|no|yes)[ ,]+)*(?:another|(?:one|a|\d+|some) more|a second)\b/;

/** "Another south indian", beside an order, is one more of it, whatever cuisine is called so. */
export function asksForMore({ text, facts: { order } }: Dialogue): boolean {
  return order !== undefined && ONE_MORE.test(text);
}

/** What a question asks of places, beside what they sell. */
export interface AskedPlaces {
  readonly restaurants: readonly Restaurant[];
  /** How they were chosen, behind "Restaurants": "in Satellite", "that deliver". */
  readonly chosenBy: readonly string[];
  /** An area that was named and where nothing is. */
  readonly unknownArea: string | undefined;
  readonly moment: MomentAsked | undefined;
}

/** Of the places that were listed last. */
export const OF_LISTED = /\b(?:which (?:ones?|of)|(?:of|among|between) (?:those|these|them|the two|both)|those|these|them)\b/;

/** "Does the place deliver?": of the one that is spoken of, where nothing tells which of all it is. */
const SPOKEN_OF = /\b(?:the|that|this|their) (?:place|restaurant|shop|kitchen|cafe|eatery|outlet|joint)\b(?! (?:that|which|who|in|on|at|near|with|from|around))/;

/** "Are you sure that's open right now?" */
const IT_IS = /\b(?:(?:it|they)(?:'s|'re| is| are)?|that's) (?:still |really |even |also )?(?:open|closed|shut|deliver|delivers)\b/;

/** Whether a sentence points at the place that is spoken of. */
export function pointsAtPlace(text: string): boolean {
  return SPOKEN_OF.test(text) || IT_IS.test(text);
}

/** The one place that a sentence tells without its name: "the one in Prahlad Nagar", "the Italian place"; undefined where none is told, or several are. */
export function onlyPlaceTold(dialogue: Dialogue): Restaurant | undefined {
  const told = [inArea(dialogue), ofCuisine(dialogue) ?? ofDish(dialogue)].filter((each) => each !== undefined);
  const [only, ...others] = told.length === 0 || dialogue.mention !== undefined ? [] : dialogue.catalogue.restaurants.filter((restaurant) => told.every(({ isMet }) => isMet(restaurant)));
  return others.length > 0 ? undefined : only;
}

const AROUND_CUISINE = new Set([...EVERYDAY_WORDS, ...'mood craving cravings fancy cuisine cuisines food foods dishes dish meal meals grub nosh tiffin kitchen khana options option list around nearby near find search serving serves sell sells authentic proper classic'.split(' ')]);

/** Whether a sentence speaks of a cuisine and of nothing else: "something South Indian sounds nice". */
export function isOfCuisineAlone({ text, catalogue }: Dialogue): boolean {
  const cuisine = catalogue.cuisineIn(text);
  const said = wordsOf(text).filter((word) => !AROUND_CUISINE.has(word) && !/^\p{L}+'\p{L}+$/u.test(word));
  return cuisine !== undefined && !/\bones?\b/.test(text) && said.length <= wordsOf(cuisine).length && cuisineNamed(said.join(' '), [cuisine]) !== undefined;
}

/** "The pizza place": of what it sells. */
function ofDish({ text, catalogue }: Dialogue): Criterion | undefined {
  const behind = /\b(?:place|restaurant|shop|one|joint) (?:that|which|who) (?:has|have|had|sells?|serves?|does|do|makes?) (?:the )?(\p{L}+(?: \p{L}+)?)/u.exec(text)?.[1];
  const before = /\b(\p{L}+) (?:place|restaurant|shop|joint|parlou?r|house)\b/u.exec(text)?.[1];
  const told = behind === undefined ? undefined : catalogue.dishIn(behind);
  const word = told ?? before;
  const dishes = word === undefined || (told === undefined && !catalogue.isDishWord(word)) ? [] : catalogue.dishesLike(word);
  return dishes.length === 0 ? undefined : { told: `with ${word ?? ''}`, isMet: (restaurant) => dishes.some((dish) => dish.restaurant === restaurant) };
}

interface Criterion {
  readonly told: string;
  readonly isMet: (restaurant: Restaurant) => boolean;
}

const NOT_DELIVERING = /\b(?:(?:don't|do not|doesn't|does not|not|no|without) (?:do |offer |have )?(?:home )?deliver(?:y|s|ing)?|pick ?ups? only|only pick ?ups?)\b/;
const DELIVERING = /\b(?:delivers?|delivering|home delivery)\b/;
const CLOSED = /\b(?:closed|shut)\b/;
const OPEN = /\bopen\b/;
const RATED = /\b(?:(more than|over|above|at least|minimum|min|from|higher than|better than|atleast) )?(\d(?:\.\d)?) ?(?:\+ ?)?(?:and (?:above|up|more) )?(?:stars?|rating|rated)\b|\brat(?:ed|ings?)(?: of)? (?:(more than|over|above|at least|higher than|better than) )?(\d(?:\.\d)?)\b/;
const PREORDERS = /\b(?:pre ?-?orders?|order(?:s|ing)? (?:ahead|in advance|before (?:they|it) opens?))\b/;
/** "In mumbai", "near the station": said of a place that may be none of ours. */
const IN = /\b(?:in|near|around|close to|next to) (?:the )?([\p{L}][\p{L}.]+(?: [\p{L}.]+){0,2})$/u;
const NO_AREA = /\b(?:once|your|our|my|platform|app|website|list|me|here|there|town|city|area|now|moment|tonight|general|stock|menu|menus|total|morning|evening|night|afternoon|weekends?|\p{L}+days?|it|that|this|them|mood|budget|midnight|noon|all|least|most|order|time|demand|particular|each|one|which|both|breakfast|lunch|dinner)\b/u;

/** Which restaurants a sentence asks for: by area, cuisine, rating, delivery, and when they are open. None of these makes it undefined. */
export function placesAsked(dialogue: Dialogue): AskedPlaces | undefined {
  const { text, catalogue, memory: { list } } = dialogue;
  const listed = list?.kind === 'restaurants' && OF_LISTED.test(text) ? list.names.flatMap((name) => catalogue.find(name) ?? []) : catalogue.restaurants;
  const moment = momentIn(text);
  const criteria = [inArea(dialogue), ofCuisine(dialogue), ofDiet(text), rated(text), delivering(text), preordering(text), openAt(text, moment)].filter((each) => each !== undefined);
  const unknownArea = catalogue.areaIn(text) === undefined ? areaUnknown(dialogue) : undefined;
  if (criteria.length === 0 && unknownArea === undefined) return undefined;
  return { restaurants: listed.filter((restaurant) => criteria.every(({ isMet }) => isMet(restaurant))), chosenBy: criteria.map(({ told }) => told), unknownArea, moment };
}

function inArea({ text, catalogue }: Dialogue): Criterion | undefined {
  const area = catalogue.areaIn(text);
  return area === undefined ? undefined : { told: `in ${area}`, isMet: (restaurant) => restaurant.area.includes(area) };
}

/** A "gujarati thali" is a dish and no cuisine. */
function ofCuisine({ text, catalogue }: Dialogue): Criterion | undefined {
  const cuisine = catalogue.cuisineIn(text);
  if (cuisine !== undefined && catalogue.dishNamesIn(text).some((name) => name.includes(cuisine.toLowerCase()))) return undefined;
  return cuisine === undefined ? undefined : { told: `with ${cuisine} food`, isMet: (restaurant) => restaurant.cuisine === cuisine };
}

const ONLY_VEG = /\b(?:pure|only|fully|purely|strictly|all|100%?|completely|entirely) (?:veg|vegetarian)\b|\b(?:veg|vegetarian) only\b|(?<!non[ -]?)\b(?:veg|vegetarian) (?:restaurants?|places?|eateries|joints?|kitchens?)\b/;
const BOTH = /\b(?:(?:veg|vegetarian) (?:and|&|as well as|or) (?:non[ -]?veg\p{L}*|meat)|(?:non[ -]?veg\p{L}*|meat) (?:and|&|as well as) (?:veg|vegetarian))\b|(?=.*\b(?:veg|vegetarian)\b)(?=.*\b(?:meat|non[ -]?veg\p{L}*)\b)(?:.*\bboth\b)/u;
/** Of these nobody asks whether there is meat in them. */
const NO_FOOD = /drink|beverage/i;

/** By the marks of their menus: all of a menu vegetarian, or some of it and some not. */
function ofDiet(text: string): Criterion | undefined {
  const foods = ({ items }: Restaurant) => items.filter(({ category }) => !NO_FOOD.test(category ?? ''));
  const isVeg = ({ dietary }: Restaurant['items'][number]) => dietary?.includes('vegetarian') === true;
  if (!PLACES.test(text)) return undefined;
  if (BOTH.test(text)) return { told: 'with dishes that are marked vegetarian and others that are not', isMet: (restaurant) => foods(restaurant).some(isVeg) && !foods(restaurant).every(isVeg) };
  return ONLY_VEG.test(text) ? { told: 'whose whole menu is marked vegetarian', isMet: (restaurant) => foods(restaurant).length > 0 && foods(restaurant).every(isVeg) } : undefined;
}

function rated(text: string): Criterion | undefined {
  const [, before, stars, behind, other] = RATED.exec(text) ?? [];
  const least = Number(stars ?? other ?? Number.NaN);
  if (Number.isNaN(least) || least > 5) return undefined;
  const isMore = /more|over|above|higher|better/.test(before ?? behind ?? '');
  return { told: `rated ${isMore ? 'above' : 'at least'} ⭐ ${String(least)}`, isMet: ({ rating }) => rating !== null && (isMore ? rating > least : rating >= least) };
}

function delivering(text: string): Criterion | undefined {
  if (NOT_DELIVERING.test(text)) return { told: 'that do not deliver', isMet: ({ delivers }) => !delivers };
  return DELIVERING.test(text) ? { told: 'that deliver', isMet: ({ delivers }) => delivers } : undefined;
}

function preordering(text: string): Criterion | undefined {
  return PREORDERS.test(text) ? { told: 'that take orders before they open', isMet: ({ accepts_preorders }) => accepts_preorders } : undefined;
}

function openAt(text: string, moment: MomentAsked | undefined): Criterion | undefined {
  if (moment !== undefined) return { told: `open ${moment.told}`, isMet: ({ hours }) => hoursAt(hours, moment).length > 0 };
  if (CLOSED.test(text)) return { told: 'that are closed now', isMet: ({ open_now }) => !open_now };
  return OPEN.test(text) ? { told: 'that are open now', isMet: ({ open_now }) => open_now } : undefined;
}

/** A place that is named and that no restaurant is in. */
function areaUnknown({ text, mention, catalogue }: Dialogue): string | undefined {
  const [, said] = mention === undefined ? (IN.exec(text) ?? []) : [];
  if (said === undefined || NO_AREA.test(said) || said.split(' ').some((word) => catalogue.isDishWord(word))) return undefined;
  return said;
}
