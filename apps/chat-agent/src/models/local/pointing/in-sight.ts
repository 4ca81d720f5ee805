import type { DialogueMemory } from '../dialogue-memory';
import { foodWords } from '../orders/order-reading';
import { choiceNamed } from '../questions/asked-choice';
import { type InSight, lastTwo, withReferences } from './references';
import { numberOf, ORDINAL_WORDS, ordinalOf } from '../speech/utterance';

const ENTRY_NOUN = '(?:one|dish|item|thing|option|choice|place|restaurant|shop)s?';
/** "The first", "second one", "number 2": a place in a list. A bare "second" may be anything, and so may "the last time". */
const ENTRY = new RegExp(
  `\\bthe (${ORDINAL_WORDS.join('|')}|\\d(?:st|nd|rd|th)|10th)\\b(?: ${ENTRY_NOUN}\\b)?|\\b(?:the )?(${ORDINAL_WORDS.join('|')}|\\d(?:st|nd|rd|th)|10th|last) ${ENTRY_NOUN}\\b|(?:\\b(?:number|option)|(?<=\\S )no) (\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\\b(?! (?:of|more)\\b)`,
  'g',
);
/** Of an order under way these speak of its own lines, and not of a list that is in sight. */
const CHANGE_OF_LINES = /\b(?:remove|delete|drop|cancel|make|change|swap|switch|replace|double|without|instead|take (?:off|out|away)|reduce|increase|should be|must be|to be|has to)\b|\b(?:on|to|for) the \w+(?: one)?$/;
/** What is asked of a place and of no dish. */
const OF_PLACES = /\b(?:menus?|open|opens|close|closes|closing|closed|timings?|hours|reviews?|where|restaurants?|places?|deliver(?:s|y)?|address|they|serve|sell)\b/;

const OF_THOSE = /(?<!\b(?:which|what|who|whose|any|all|none|each|both|either|which one) )\b(an? (?:[\p{L}-]+ )?)?(one )?of (?:those|these|them|that one)\b/u;
/** "That with olives": pointing with something to add. */
const THAT_WITH = /(?<=^|\b(?:have|take|get|want|order|add|try|like|need|me|i'll|do|and)) (?:it|that|this|those|these)(?: one)?(?= (?:with|without|in (?:a |an |the )?[\p{L}]+|but|plus|and)\b)/u;

/**
 * A text in which entries of the list that was shown last are said by their names: "2 of the first and a chai" is "2 of butter
 * chicken and a chai from honest restaurant". A sentence that is nothing but such a place in the list stays: rules of its own read it.
 * @param text in the form of `normalise`
 */
export function saidByName(said: string, inSight: InSight): string {
  const { facts, memory } = inSight;
  const text = withReferences(askedByName(thereByName(otherByName(said, memory), inSight), inSight), inSight);
  const isOfPlace = memory.list?.kind === 'dishes' && OF_PLACES.test(text);
  if (ordinalOf(text) !== undefined && !isOfPlace) return text;
  const speaksOfLines = facts.order !== undefined && CHANGE_OF_LINES.test(text);
  const list = listMeant(text, inSight);
  if (list !== undefined && !speaksOfLines) {
    const named = entriesByName(text, list, isOfPlace, inSight);
    if (named !== text) return named;
  }
  const asked = askedForByName(text, inSight);
  return facts.order === undefined ? chosenByName(pointedByName(asked, inSight), inSight) : asked;
}

const CHOSEN_ONE = /^((?:(?:ok|okay|yes|sure|then|so|great|i'll|i|we'll|we|take|have|get|want|give|me|order|like|would|to|i'd|let's|do|go|with)[ ,]+)*)(an?|the|one|two|three|four|five|\d{1,2}) ((?:\p{L}+ )?\p{L}+) ones?(?=$|,? (?:please|pls|with|without|and|then|thanks)\b)/u;

/** "A big one, please": of the dish whose sizes were just told. */
function chosenByName(text: string, { memory: { dish, restaurant }, catalogue }: InSight): string {
  const [phrase = '', before = '', count = '', words = ''] = CHOSEN_ONE.exec(text) ?? [];
  const dishes = words === '' || catalogue.dishIn(text) !== undefined ? [] : catalogue.dishesCalled(dish).filter((each) => each.item.item_name.toLowerCase() === dish && each.restaurant.name === restaurant);
  if (choiceNamed(words, dishes) === undefined || restaurant === undefined) return text;
  const said = `${before}${count === 'the' ? 'a' : count} ${words} ${dish ?? ''}${text.slice(phrase.length)}`;
  return catalogue.mentionIn(said) === undefined ? `${said} from ${restaurant.toLowerCase()}` : said;
}

const FROM_THERE = /(?<=\S )from (?:there|(?:that|the same) (?:place|restaurant|shop|one))\b/;

/** "One uttapam from there": from the restaurant that is spoken of. */
function thereByName(text: string, { memory: { restaurant, list }, facts: { order } }: InSight): string {
  const only = list?.kind === 'restaurants' && list.names.length === 1 ? list.names[0] : undefined;
  const name = only ?? restaurant ?? order?.restaurantName;
  const isFood = foodWords(text.split(FROM_THERE)[0] ?? '') !== '';
  return name === undefined || !isFood ? text : text.replace(FROM_THERE, `from ${name.toLowerCase()}`);
}

/** What is said of orders that are placed. */
const OF_ORDERS = /\b(?:re-?order|orders|again|cancel|status|reviews?|rate)\b/;

/** The list that was shown last; where it is of places, or none, and two dishes were spoken of since, these: "two of the first one". */
function listMeant(text: string, inSight: InSight): DialogueMemory['list'] {
  const { list, dish, otherDish } = inSight.memory;
  if (OF_ORDERS.test(text) || (list !== undefined && (list.kind !== 'restaurants' || OF_PLACES.test(text))) || dish === undefined || otherDish === undefined) return list;
  const names = lastTwo(inSight).map(({ item, restaurant }) => `${item.item_name} from ${restaurant.name}`);
  return names.length === 2 ? { kind: 'dishes', names } : list;
}

const THE_OTHER = /\bthe other(?: (?:one|place|restaurant|shop))?\b/;

/** "The timings of the other one": of the restaurant that was spoken of before. */
function otherByName(text: string, { otherRestaurant }: DialogueMemory): string {
  return otherRestaurant === undefined || !OF_PLACES.test(text) ? text : text.replace(THE_OTHER, otherRestaurant.toLowerCase());
}

/** "2 of number 2": of the list from which the order under way was made, where the order has no line of that number. */
export function shownByName(text: string, { memory: { shown = [], list }, facts: { order }, catalogue }: InSight): { readonly text: string; readonly note?: string } {
  if (order === undefined || list !== undefined) return { text };
  const leftOut: string[] = [];
  const said = text.replace(/(\b(?:and|,) )?\b(\w+) (?:of|x) (?:number|no|option) (\d{1,2}|one|two|three|four|five)\b/g, (phrase, joint: string | undefined, count: string, position: string) => {
    const at = numberOf(position) ?? 0;
    const dish = at > order.lines.length ? catalogue.dishNamed(shown[at - 1] ?? '') : undefined;
    if (dish === undefined || numberOf(count) === undefined) return phrase;
    if (dish.restaurant.name === order.restaurantName) return `${joint ?? ''}${count} ${dish.item.item_name.toLowerCase()}`;
    leftOut.push(`Number ${at} is ${dish.item.item_name} from ${dish.restaurant.name}, and one order is from one restaurant: I left it out.`);
    return '';
  });
  return leftOut.length === 0 ? { text: said } : { text: said.trim(), note: leftOut.join('\n') };
}

/** What is asked about an entry, and changes nothing. */
const ASKED = /^(?:(?:and|ok|so|no|but|i mean|what about)[ ,]+)*(?:how much|what|what's|is|does|price|cost|tell me)\b|\b(?:price|cost) of\b/;

/** "How much is the third one?" with an order under way: its line of that place, else the entry of the list it was made from. */
function askedByName(text: string, { memory: { shown = [], list }, facts: { order }, catalogue }: InSight): string {
  if (order === undefined || list !== undefined || !ASKED.test(text)) return text;
  return text.replace(ENTRY, (phrase, first: string | undefined, second: string | undefined, third: string | undefined) => {
    const at = positionOf(first ?? second ?? third ?? '') ?? Number.NaN;
    return (order.lines.at(at)?.itemName ?? catalogue.dishNamed(shown.at(at) ?? '')?.item.item_name)?.toLowerCase() ?? phrase;
  });
}

function entriesByName(text: string, list: NonNullable<DialogueMemory['list']>, isOfPlace: boolean, { catalogue }: InSight): string {
  const meant: string[] = [];
  const said = text.replace(ENTRY, (phrase, first: string | undefined, second: string | undefined, third: string | undefined) => {
    const entry = list.names.at(positionOf(first ?? second ?? third ?? '') ?? Number.NaN);
    if (entry === undefined) return phrase;
    const dish = list.kind === 'dishes' ? catalogue.dishNamed(entry) : undefined;
    if (list.kind === 'dishes' && dish === undefined) return phrase;
    if (dish !== undefined) meant.push(dish.restaurant.name);
    return (isOfPlace ? dish?.restaurant.name : (dish?.item.item_name ?? entry))?.toLowerCase() ?? phrase;
  });
  const [place, ...others] = [...new Set(meant)];
  const needsPlace = place !== undefined && others.length === 0 && !isOfPlace && catalogue.mentionIn(said) === undefined;
  return needsPlace ? `${said} from ${place.toLowerCase()}` : said;
}

/** Counted from 0; -1 is the last. */
function positionOf(word: string): number | undefined {
  if (word === 'last') return -1;
  const ordinal = ORDINAL_WORDS.indexOf(word);
  const number = ordinal >= 0 ? ordinal + 1 : numberOf(word.replace(/(?:st|nd|rd|th)$/, ''));
  return number === undefined || number < 1 ? undefined : number - 1;
}

/** "I'll take one, mild": one of what was told, where no dish is named. */
const ONE_ALONE = /^((?:(?:ok|okay|yes|sure|then|great|i'll|i|we'll|we|take|have|get|want|give|me|order|like|would|to|i'd|let's|do)[ ,]+)*)(an?|one|\d{1,2})(?=$|,? (?:please|pls|with|without|but|in|large|small|medium|mild|hot|spicy|extra|no|less|jain)\b)/;

/** "A large one of those with olives", "i'll have that with extra cheese": the dish that is spoken of. */
function pointedByName(text: string, inSight: InSight): string {
  const isOneAlone = !OF_THOSE.test(text) && inSight.memory.question?.kind !== 'how_many' && ONE_ALONE.test(text) && inSight.catalogue.dishIn(text) === undefined;
  if (!OF_THOSE.test(text) && !THAT_WITH.test(text) && !isOneAlone) return text;
  const dish = dishSpokenOf(inSight);
  if (dish === undefined) return text;
  if (isOneAlone) return `${text.replace(ONE_ALONE, (_phrase, before: string, count: string) => `${before}${count} ${dish.item.toLowerCase()}`)} from ${dish.restaurant.toLowerCase()}`;
  const name = dish.item.toLowerCase();
  const said = text.replace(OF_THOSE, (_phrase, article: string | undefined) => `${article ?? ''}${name}`).replace(THAT_WITH, ` ${name}`);
  return inSight.catalogue.mentionIn(said) === undefined ? `${said.trim()} from ${dish.restaurant.toLowerCase()}` : said;
}

const ONE_OF_THAT = /\b(\w+) of (?:that|it|those|these|them)(?: ones?)?\b/;
/** Said of what was told of, whatever else is named behind it. */
const TAKES_ONE_OF = /\b(?:add|get|give|have|take|want|order|like|bring)(?: me| us)? \w+ of (?:that|it|those|these|them)\b(?! (?:with|on|in|to)\b)/;
const ADDING = /\b(?:add|get|give|gimme|have|take|want|order|like|also|too|and|plus|bring|send)\b/;

/** "Gimme one of that, no sides": of the dish that was spoken of last; beside an order, where it has none of it. That alone is read by its own rule. */
function askedForByName(text: string, { memory: { dish, list, restaurant }, facts: { order }, catalogue }: InSight): string {
  const isOrdered = order?.lines.some(({ itemName }) => itemName.toLowerCase() === dish) === true;
  const isBeside = list === undefined || catalogue.dishIn(text) !== undefined;
  const isMore = order === undefined ? /,| and | plus /.test(text) && isBeside : ADDING.test(text);
  if (dish === undefined || isOrdered || !isMore || (order !== undefined && catalogue.dishIn(text) !== undefined && !TAKES_ONE_OF.test(text))) return text;
  const place = order?.restaurantName ?? restaurant;
  const isThere = catalogue.dishesCalled(dish).some((each) => each.restaurant.name === place);
  return isThere ? text.replace(ONE_OF_THAT, (phrase, count: string) => (numberOf(count) === undefined ? phrase : `${count} ${dish}`)) : text;
}

/** The only dish in sight, or the one that answered a question. */
function dishSpokenOf({ memory, catalogue }: InSight): { item: string; restaurant: string } | undefined {
  const { question, list, restaurant } = memory;
  if (question?.kind === 'how_many') return { item: question.item, restaurant: question.restaurant };
  const entry = list !== undefined && (list.answer === true || list.names.length === 1) ? list.names[0] : undefined;
  if (entry === undefined || list?.kind === 'restaurants') return undefined;
  if (list?.kind === 'items') return restaurant === undefined ? undefined : { item: entry, restaurant };
  const dish = catalogue.dishNamed(entry);
  return dish === undefined ? undefined : { item: dish.item.item_name, restaurant: dish.restaurant.name };
}
