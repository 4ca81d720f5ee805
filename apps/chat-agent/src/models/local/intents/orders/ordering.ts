import { z } from 'zod';
import { addLines } from '../../orders/add-lines';
import { lineSchema } from '../../dialogue-memory';
import { joinNotes } from '../../orders/kitchen-notes';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say, withNote } from '../../move';
import { partsByPlace } from '../../orders/parts-by-place';
import { isHowWanted } from '../../questions/how-wanted';
import { countedOfSpoken } from '../../orders/spoken-of';
import type { RestaurantMention } from '../../catalogue/restaurant-mention';
import { NO_TIME, timeWished } from '../../questions/asked-time';
import { isGuess, isNamed } from '../../orders/guesses';
import { foodWords, type OrderReading, readOrder } from '../../orders/order-reading';
import { numberOf, ordinalOf, wordsOf } from '../../speech/utterance';
import { NOTED } from '../dishes/allergies';
import { sayDishes } from '../../wording/dishes';
import { timeNote } from '../dishes/dish-facts';
import { unknownRestaurant } from '../restaurants/discovery';
import { dishesRead, pricesOf, whichItem } from './order-questions';
import { allOf } from '../dishes/whole-menus';
import { firstOf, partsBySeller, placesOfPieces } from './second-places';

/** Words with which people order. */
const ORDERING =
  /\b(?:order|want|need|get|gimme|give|have|add|take|bring|send|book|buy|like|please|pls|plz|i'll|i'd|craving|crave|make me|can i|could i|can we|let me|let's|lets|another|more|also|chahiye|dena|de do|dedo|mangta|mangwa|mangao|khana hai|khaana)\b/;
const QUESTION = /^(?:(?:wait|and|so|but|ok|okay|hmm|oh|sorry)[ ,]+)+(?:what|which|who|where|when|why|how)\b|^(?:do|does|is|are|what|which|who|where|when|why|how|any|can you|could you)\b|\?\s*$/;
/** Asked for as a question. */
const REQUEST = /^(?:can|could) (?:i|we)\b|^(?:can|could) you (?:(?:also|please|just|kindly|pls) )*(?:add|get|give|make|bring|send|order|put|include|do|take|remove|drop|leave|change|swap|replace|skip)\b/;
/** A place that is named after "from" or "at" and that we do not know. */
const NAMED_PLACE = /\b(?:from|at)\s+(?:the\s+)?([\p{L}][\p{L}\p{N}' &]{2,40})$/u;
const NO_PLACE = /^(?:where\b.*|who(?:ever)?\b.*|wherever\b.*|any\b.*|anywhere|the one\b.*|home|work|office|my place|there|here|it|them|that|this|noon|night|once|least|all|menu|the menu|that place|same place|your place|same restaurant|the same|same)$/;

/** Words that mean a place in a list; a number alone may be a quantity as well. */
const POSITION = /\b(?:first|second|third|fourth|fifth|last|top|1st|2nd|3rd|4th|5th|number|no|option)\b/;

/** As many words as a dish has that is told not to be there; more of them are talk. */
const MAX_QUOTED = 4;

/** Asks to see dishes and orders none. */
const SHOWING = /^(?:(?:can|could|will|would|please|pls|you|i|let|me)[ ,]+)*(?:show|list|see|view|display|tell)\b/;
const linesSchema = z.object({ restaurant_name: z.string(), items: z.array(lineSchema) });

/** Behind an order, what one of it is to be. */
const AND_MAKE = /^(.*[^ ,])[ ,]+(?:(?:and|then|but|please) )*(make the [^,]+? one [^,]+)$/;

/** As many restaurants as are asked whether they sell what a sentence wants. */
const MAX_SELLERS = 20;

/** Items wanted from the restaurant that is named, spoken of, or that sells them. */
export async function ordering(dialogue: Dialogue): Promise<Move | undefined> {
  const timed = timeWished(dialogue.text, (word) => dialogue.catalogue.isDishWord(word));
  const text = countedOfSpoken(dialogue) ?? timed?.text ?? dialogue.text;
  const read = await ordered(text === dialogue.text ? dialogue : { ...dialogue, text, mention: dialogue.catalogue.mentionIn(text) });
  const move = read === undefined ? undefined : withNote(read, timeNote(dialogue));
  return move !== undefined && timed !== undefined && isOrder(text) ? withNote(move, NO_TIME) : move;
}

/** "One cake, and please note nut allergy": what is ordered, with a word for the kitchen. */
async function ordered(dialogue: Dialogue): Promise<Move | undefined> {
  const noted = NOTED.exec(dialogue.text);
  const order = noted === null ? undefined : await orderedAs({ ...dialogue, text: dialogue.text.slice(0, noted.index), mention: dialogue.catalogue.mentionIn(dialogue.text.slice(0, noted.index)) });
  const items = order?.kind === 'call' && order.calls[0]?.tool === 'add_to_order' ? linesSchema.safeParse(order.calls[0].parameters).data : undefined;
  if (noted === null || items === undefined) return (await orderedAndMade(dialogue)) ?? orderedAs(dialogue);
  const wished = items.items.map((line) => ({ ...line, notes: joinNotes(line.notes, noted[1] ?? '') }));
  return call('add_to_order', { ...items, items: wished }, order?.memory);
}

/** "Two kebabs, one lamb and one chicken, and make the lamb one a meal": what is ordered first, and then how one of it is to be. */
async function orderedAndMade(dialogue: Dialogue): Promise<Move | undefined> {
  const [, first = '', second = ''] = AND_MAKE.exec(dialogue.text) ?? [];
  const order = first === '' || dialogue.facts.order !== undefined ? undefined : await orderedAs({ ...dialogue, text: first, mention: dialogue.catalogue.mentionIn(first) });
  return order?.kind === 'call' && order.calls[0]?.tool === 'add_to_order' ? { ...order, memory: { ...order.memory, rest: second } } : undefined;
}

async function orderedAs(dialogue: Dialogue): Promise<Move | undefined> {
  const { mention, text } = dialogue;
  const all = mention === undefined ? undefined : allOf(dialogue, mention);
  if (all !== undefined) return all;
  const parts = mention === undefined ? await partsBySeller(dialogue) : partsByPlace(text, dialogue.catalogue);
  const inParts = parts.length < 2 ? undefined : await firstOf(dialogue, parts);
  if (inParts !== undefined) return inParts;
  if (mention !== undefined && isSecondPlace(dialogue, mention)) {
    return say(`One order is from one restaurant. Shall we start with ${mention.restaurant.name}? Tell me what you would like from there.`, [`Menu of ${mention.restaurant.name}`], { restaurant: mention.restaurant.name });
  }
  if (mention !== undefined) {
    const reading = await readAt(dialogue, mention.restaurant.name, mention.rest);
    return SHOWING.test(mention.rest) && isSomething(reading) ? dishesRead(dialogue, reading) : orderFrom(dialogue, reading, mention.rest);
  }
  const place = NAMED_PLACE.exec(text);
  const named = place?.[1]?.trim();
  if (place !== null && named !== undefined && !NO_PLACE.test(named) && isOrder(text)) return elsewhere(dialogue, named, text.slice(0, place.index));
  const isQuestion = QUESTION.test(text) && !isOrder(text) && !dialogue.isChosen;
  for (const name of isQuestion ? [] : spokenOf(dialogue)) {
    const reading = await readAt(dialogue, name, text);
    if (isSomething(reading) && !isRemark(text, reading) && !isOfElsewhere(dialogue, reading) && !isGuess(namesIn(dialogue, reading), text, dialogue.catalogue)) return orderFrom(dialogue, reading, text);
  }
  const page = unknownPage(dialogue);
  if (page !== undefined && isOrder(text)) return elsewhere(dialogue, page, text);
  return orderAnywhere(dialogue);
}

/** "The first one" of the dishes that were shown: one of it. A bare number under a menu could as well be a quantity, so it is asked back. */
export async function orderFromList(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, memory, catalogue } = dialogue;
  const { list } = memory;
  const position = list === undefined || list.kind === 'restaurants' ? undefined : ordinalOf(text);
  const name = position === undefined ? undefined : list?.names.at(position);
  if (name === undefined) return undefined;
  if (list?.kind === 'dishes') {
    const dish = catalogue.dishNamed(name);
    return dish === undefined ? undefined : addLines(dialogue, dish.restaurant.name, [{ item_name: dish.item.item_name, quantity: 1 }]);
  }
  const { restaurant } = memory;
  if (restaurant === undefined) return undefined;
  if (POSITION.test(text)) return orderFrom(dialogue, await readAt(dialogue, restaurant, name.toLowerCase()), name);
  return say(`${name}: how many would you like?`, ['1', '2'], { question: { kind: 'how_many', restaurant, item: name } });
}

/** "Promise me the cold coffee is safe": a dish is spoken of among words that are none, and nothing is asked for. */
function isRemark(text: string, { unknown }: OrderReading): boolean {
  return !isOrder(text) && unknown.flatMap(({ text: words }) => wordsOf(words)).length >= 2;
}

/** "Masala dosa" where masala thepla was spoken of: nothing is clear here, and the rest names a dish of another place. */
function isOfElsewhere({ catalogue }: Dialogue, { lines, unknown }: OrderReading): boolean {
  return lines.length === 0 && unknown.some(({ text }) => wordsOf(text).some((word) => catalogue.isDishWord(word)));
}

/** The names and aliases of the items that were read. */
function namesIn({ catalogue }: Dialogue, { restaurantName, lines, unclear }: OrderReading): string[] {
  const read = new Set([...lines.map(({ item_name }) => item_name), ...unclear.flatMap(({ items }) => items)]);
  return catalogue.find(restaurantName)?.items.flatMap(({ item_name, aliases = [] }) => (read.has(item_name) ? [item_name, ...aliases] : [])) ?? [];
}

/** The restaurant of the page, where there is none of that name and nothing else says which one is meant. */
function unknownPage({ facts, memory, catalogue }: Dialogue): string | undefined {
  const { pageRestaurant, order } = facts;
  return order === undefined && memory.restaurant === undefined && catalogue.find(pageRestaurant) === undefined ? pageRestaurant : undefined;
}

/** "2 thepla from Swati Snacks and 1 from Thepla House". */
export function isSecondPlace({ catalogue }: Dialogue, { restaurant, rest }: RestaurantMention): boolean {
  const second = catalogue.mentionIn(rest);
  if (second === undefined || second.restaurant === restaurant) return false;
  const name = wordsOf(second.restaurant.name.toLowerCase());
  return /\b(?:from|at)\b/.test(rest) || wordsOf(rest).some((word) => name.includes(word) && !catalogue.isDishWord(word));
}

/** The restaurants that a sentence without a name may be said to, nearest first. */
export function spokenOf({ facts, memory, catalogue }: Dialogue): string[] {
  const names = [facts.order?.restaurantName, memory.restaurant, facts.pageRestaurant];
  return [...new Set(names.flatMap((name) => catalogue.find(name)?.name ?? []))];
}

/** What is told of halves. */
const HALVES = { dish: 'Dishes come whole, I cannot order half of one.', part: 'Halves cannot be chosen: I pass that on to the kitchen as a note.' };

/** Puts into the order what a sentence wants from one restaurant, or asks what is unclear. */
export function orderFrom(dialogue: Dialogue, reading: OrderReading, said: string): Move | undefined {
  const { restaurantName, lines, unclear, unknown, badQuantity, half } = reading;
  if (badQuantity !== undefined && isSomething(reading)) return invalidQuantity(badQuantity, lines.length === 1 && unclear.length === 0 ? { restaurant: restaurantName, item: lines[0]?.item_name ?? '' } : undefined);
  if (!isSomething(reading)) return nothingOf(dialogue, reading, said);
  const open = unclear.filter(({ items }) => !lines.some(({ item_name }) => items.includes(item_name)));
  const [first] = open;
  const same = first?.items.find((name) => dialogue.facts.order?.lines.some(({ itemName }) => itemName === name));
  if (first !== undefined && same !== undefined && dialogue.facts.order?.restaurantName !== restaurantName) return addLines(dialogue, restaurantName, [...lines, { item_name: same, quantity: first.quantity, ...first.how }]);
  const notes = [...(half === undefined ? [] : [HALVES[half]]), ...(unknown.length === 0 ? [] : [unknownNote(restaurantName, unknown)])].join('\n');
  if (first !== undefined) return whichItem(dialogue, reading, first, notes === '' ? '' : `${notes}\n`);
  return addLines(dialogue, restaurantName, lines, notes === '' ? undefined : notes);
}

/** The place that was named is not there; others that sell the same are offered. */
async function elsewhere(dialogue: Dialogue, place: string, wanted: string): Promise<Move> {
  const restaurants = (await bestReadings(dialogue, wanted)).map(({ restaurantName }) => restaurantName);
  if (restaurants.length === 0) return unknownRestaurant(dialogue, place);
  const listed = restaurants.map((name, index) => `${index + 1}. ${name}`).join('\n');
  return say(`😔 I could not find a restaurant called "${place}". You can have that from:\n${listed}\nFrom which one would you like it?`, restaurants.slice(0, 4), {
    question: { kind: 'which_restaurant', text: wanted, restaurants },
    list: { kind: 'restaurants', names: restaurants },
  });
}

/** What the sentence orders at the restaurants whose menus it fits best. */
export async function bestReadings(dialogue: Dialogue, text: string): Promise<OrderReading[]> {
  const readings: OrderReading[] = [];
  for (const { name } of likelySellers(dialogue)) {
    const reading = await readAt(dialogue, name, text);
    const names = namesIn(dialogue, reading);
    // "Without onions" is about the order under way, not a dish with onions of another place.
    const isMeant = dialogue.facts.order === undefined || (isNamed(names, text) && reading.unknown.length === 0);
    if (isSomething(reading) && isMeant && !isGuess(names, text, dialogue.catalogue)) readings.push(reading);
  }
  // "A plain pizza" is no plain thepla: whoever knows all of its dishes is meant before others.
  const knowing = readings.filter(({ unknown }) => !unknown.some(({ text: words }) => wordsOf(words).some((word) => dialogue.catalogue.isDishWord(word))));
  const meant = knowing.length > 0 ? knowing : readings;
  const best = Math.max(...meant.map(({ matched }) => matched));
  const fitting = meant.filter(({ matched }) => matched === best);
  // "Plain thepla" means the dish of that name before others of its kind.
  const called = dialogue.catalogue.dishIn(text);
  const exact = called?.includes(' ') !== true ? [] : fitting.filter((reading) => namesIn(dialogue, reading).some((name) => name.toLowerCase() === called));
  return exact.length > 0 ? exact : fitting;
}

/** No restaurant is spoken of: whoever sells it. */
async function orderAnywhere(dialogue: Dialogue): Promise<Move | undefined> {
  const { text, catalogue } = dialogue;
  const isWanted = isOrder(text) || dialogue.isChosen || isHowWanted(dialogue);
  if (!isWanted && wordsOf(text).length > (QUESTION.test(text) ? 6 : 15)) return undefined;
  const [only, ...others] = await bestReadings(dialogue, text);
  if (only === undefined) return isOrder(text) ? unknownFood(dialogue) : undefined;
  // Whoever says how they want it wants it: "large margherita with olives".
  const isDetailed = !QUESTION.test(text) && only.lines.some(({ options = [], notes }) => options.length > 0 || notes !== undefined);
  if (!isWanted && !isDetailed) return only.matched <= 0 ? undefined : shown(dialogue, only);
  const isOfSeveral = others.length > 0 || only.unknown.some(({ text: words }) => catalogue.dishIn(words) !== undefined);
  const apart = isOfSeveral ? placesOfPieces(dialogue) : undefined;
  if (apart !== undefined) return apart;
  if (others.length === 0) return orderFrom(dialogue, only, text);
  if (only.badQuantity !== undefined) return invalidQuantity(only.badQuantity);
  const restaurants = [only, ...others].map(({ restaurantName }) => restaurantName);
  const listed = [only, ...others].map((reading, index) => `${index + 1}. ${reading.restaurantName}${pricesOf(dialogue, reading)}`).join('\n');
  const none = dialogue.facts.order === undefined ? '' : `${dialogue.facts.order.restaurantName} has none of that. `;
  return say(`${none}Several places have that:\n${listed}\nFrom which one would you like it?`, restaurants.slice(0, 4), {
    question: { kind: 'which_restaurant', text, restaurants },
    list: { kind: 'restaurants', names: restaurants },
    dish: catalogue.dishIn(text),
  });
}

/** A dish's name alone asks for no order: who has it, at which price. */
function shown({ catalogue, text }: Dialogue, { lines, unclear }: OrderReading): Move {
  const named = catalogue.dishesLike(text);
  if (named.length > 0) return sayDishes(named);
  return call('search_restaurants_by_item', { item_name: (lines[0]?.item_name ?? unclear[0]?.items[0] ?? text).slice(0, 100) });
}

/** Restaurants with a word of the sentence among their dishes; all of them where they are few. */
function likelySellers({ catalogue, text }: Dialogue): Dialogue['catalogue']['restaurants'] {
  if (catalogue.restaurants.length <= MAX_SELLERS) return catalogue.restaurants;
  const words = wordsOf(text).filter((word) => word.length >= 3);
  const sells = (names: readonly string[]) => names.some((name) => words.some((word) => name.toLowerCase().includes(word.replace(/s$/, ''))));
  return catalogue.restaurants.filter(({ items }) => sells(items.flatMap(({ item_name, aliases = [] }) => [item_name, ...aliases]))).slice(0, MAX_SELLERS);
}

/** Nothing of what was said is on the menu that was meant. */
function nothingOf({ text, catalogue }: Dialogue, { restaurantName, unknown }: OrderReading, said: string): Move | undefined {
  const [first] = unknown;
  // What is said of a place names no food.
  if (!isOrder(said) && unknown.length > 1) return call('get_menu', { restaurant_name: restaurantName });
  if (first === undefined || (QUESTION.test(text) && !isOrder(said))) return undefined;
  const elsewhere = catalogue.dishesLike(first.text);
  if (elsewhere.length > 0 && unknown.length === 1) return sayDishes(elsewhere, `😔 "${first.text}" is not on the menu of ${restaurantName}, but there is:`);
  return call('get_menu', { restaurant_name: restaurantName }, { note: unknownNote(restaurantName, unknown) });
}

export function unknownNote(restaurantName: string, unknown: OrderReading['unknown']): string {
  return unknown
    .map(({ text, nearest }) => `😔 "${text}" is not on the menu of ${restaurantName}.${nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : ''}`)
    .join('\n');
}

function unknownFood({ text, catalogue, facts }: Dialogue): Move | undefined {
  const restaurants = catalogue.restaurants.length;
  const food = wordsOf(foodWords(text)).filter((word) => !/^(?:i|i'll|we|want|get|give|like|can|could|have|need|add|my|those|these|actually|just|number|take|bring|send|you)$/.test(word));
  if (food.length === 0 || food.length > MAX_QUOTED || !isNamedAsFood(text, food.join(' '))) return undefined;
  if (/\b(?:some|any)thing\b/.test(text)) return call('recommend', {}, { note: 'I am not sure what that would be, but these are loved:' });
  return say(`😔 None of our ${restaurants} restaurants has "${food.join(' ')}". Say "show restaurants" to see them, or name another dish.${facts.order === undefined ? '' : ` To tell the kitchen of it, say "note: ${food.join(' ')}".`}`, ['Show restaurants', 'What is good?']);
}

/** The words stand together, where a wish names what it wants. */
function isNamedAsFood(text: string, food: string): boolean {
  const at = wordsOf(text).join(' ').indexOf(food);
  const before = at < 0 ? undefined : wordsOf(text.slice(0, at)).at(-1);
  return at === 0 || (before !== undefined && (numberOf(before) !== undefined || BEFORE_FOOD.test(before)));
}

const BEFORE_FOOD = /^(?:an?|the|some|any|more|another|with|and|or|of|want|need|get|give|gimme|order|have|add|take|bring|send|like|for|me|us|please|pls|also|buy|eat|craving|then|just|only|veg|large|small|plates?|ok|okay|yes|no)$/;

/** @param of the dish that is then counted anew */
export function invalidQuantity(quantity: number | string, of?: { readonly restaurant: string; readonly item: string }): Move {
  return say(`❌ ${quantity} is not a valid quantity: it should be a whole number, 1 to 100. How many would you like?`, [], of === undefined ? {} : { restaurant: of.restaurant, dish: of.item.toLowerCase(), question: { kind: 'how_many', ...of } });
}

export function isOrder(text: string): boolean {
  if (QUESTION.test(text) && !REQUEST.test(text)) return false;
  return ORDERING.test(text) || /^(?:(?:yes|yeah|yep|sure|haan)[ ,]+and an?|an?|and|the|half|quarter|minus|negative) /.test(text) || wordsOf(text).some((word) => numberOf(word) !== undefined) || /-\s?\d|\b\d+x\b|\bx\d+\b/.test(text);
}

/** Whether anything of the sentence is on the menu. */
export function isSomething({ lines, unclear }: OrderReading): boolean {
  return lines.length > 0 || unclear.length > 0;
}

/** What a sentence orders at a restaurant. */
export async function readAt({ catalogue }: Dialogue, restaurantName: string, text: string): Promise<OrderReading> {
  return readOrder(await catalogue.menuOf(restaurantName), text);
}
