import type { ConversationFacts } from '../../chat-model';
import type { Catalogue, Dish } from '../catalogue/catalogue';
import type { DialogueMemory } from '../dialogue-memory';
import { numberOf, wordsOf } from '../speech/utterance';

/** What a sentence may point at. */
export interface InSight {
  readonly facts: ConversationFacts;
  readonly memory: DialogueMemory;
  readonly catalogue: Catalogue;
}

type Order = (left: Dish, right: Dish) => number;

const byPrice: Order = (left, right) => left.item.price - right.item.price;
const byRating: Order = (left, right) => (right.item.rating ?? 0) - (left.item.rating ?? 0);
const byTime: Order = (left, right) => minutesOf(left) - minutesOf(right);
const byCalories: Order = (left, right) => (left.item.calories ?? Infinity) - (right.item.calories ?? Infinity);
const reversed = (order: Order): Order => (left, right) => order(right, left);

/** By what one of several dishes stands out. */
const MERITS: readonly (readonly [string, Order])[] = [
  ['cheap(?:er|est)|less expensive|least expensive|most affordable|lowest priced', byPrice],
  ['dear(?:er|est)|pric(?:ier|iest)|costl(?:ier|iest)|more expensive|most expensive|expensive', reversed(byPrice)],
  ['(?:better|best|higher|highest|top)(?: |-)?rated|best|better|most popular', byRating],
  ['quick(?:er|est)|fast(?:er|est)', byTime],
  ['light(?:er|est)|healthi(?:er|est)', byCalories],
];
const MERIT = MERITS.map(([words]) => words).join('|');
const NOUN = '(?:one|kind|option|dish|item|thing|version|choice|place|restaurant|shop)s?';
const OF_PLACE = /\b(?:place|restaurant|shop)s?$/;
/** "The cheaper one", "the dearest of the two", "cheaper one"; not "cheapest" alone, which asks. */
/** "One of the cheapest one", of the menu that is spoken of. */
const COUNTED_MERIT = new RegExp(`\\b(?:\\d+|an?|one|two|three|four|add|get me|give me|i'll have|i'll take) (?:of )?the (?:${MERIT})\\b`, 'u');
const BY_MERIT = new RegExp(`\\bthe (${MERIT})(?: ${NOUN})?(?: (?:of|from) (?:them|those|these|the two|both))?(?![\\p{L}])|\\b(${MERIT}) one\\b`, 'gu');
/** Asks which one it is. */
const ASKS_WHICH = new RegExp(`\\b(?:what|which|who|whose)(?:'s| is| are| was| were)?(?: of (?:the (?:two|three|four)|them|those|these))?(?: (?!in|of|about|with|on)\\p{L}+){0,3} the (?:${MERIT})|^(?:is|are|do|does|any|show|list|find|which|tell)\\b(?!.*\\b(?:in|of|about|is|much is) the (?:${MERIT}) one\\b)|^(?:(?:and|or|so|then|what about|how about) )*the (?:\\p{L}+est|(?:most|least|best) ?\\p{L}*)$`, 'u');

const LEAD = "(?:(?:ok|okay|yes|yeah|sure|great|fine|so|then|and|also|please|no|actually|can|could|may|i|we|i'd|i'll|we'll|would|will|like|want|need|give|me|us|get|take|have|order|add|let's|do|go|with|for|to|just|try|let|bring)[ ,]+)*";
/** "One of each", "2 of each of those two", "both please", "all three". */
const OF_EACH = new RegExp(`^(${LEAD})(?:(\\w+) (?:of )?(?:each|every|everything)(?: (?:one|of (?:them|those|these)|(?!of\\b|one\\b)\\p{L}{4,}))?|(both|all (?:(two|three|four|five|six)|of (?:them|those|these)|(?:them|those|these)))(?: of (?:them|those|these))?)(?: (two|three|four))?(?=$|,| (?:please|pls|then|with|without|thanks|from|in)\\b)`, 'u');
/** As many dishes as are wanted one of each of. */
const MAX_EACH = 8;

/** "The one with bajra rotla": by what its menu says of it. */
const ONE_MADE_WITH = /\bthe one (?:with|that has|that comes with|containing|made (?:of|with|from)) ([\p{L} ]+?)(?=$|,| (?:please|pls|then|instead|and|from)\b)/gu;
/** "The one from patel", "the patel one": by its place. */
const ONE_OF_PLACE = /\bthe one (?:at|from|of|in) (?:the )?(\p{L}+(?: (?!please\b|pls\b|and\b|then\b)\p{L}+){0,3})|\bthe (\p{L}+(?: \p{L}+){0,2}) one\b/gu;
/** "The methi one": by a word of its name. */
const ONE_WITH = /(?:\b(?:the|that) |^)(\p{L}{3,})(?: (\p{L}{3,}))? ones?\b/gu;

/**
 * A text in which "the cheaper one", "one of each" and "the methi one" are said by the names of the dishes that were told of last.
 * @param text in the form of `normalise`
 */
export function withReferences(text: string, inSight: InSight): string {
  return oneByName(eachByName(meritByName(text, inSight), inSight), inSight);
}

/** The dishes that were told of last, in the order in which they were. */
export function toldOf(inSight: InSight): readonly Dish[] {
  const { memory: { question, list, restaurant, dish }, catalogue } = inSight;
  if (question?.kind === 'order_that') return question.lines.flatMap(({ item_name }) => catalogue.dishNamed(`${item_name} from ${question.restaurant}`) ?? []);
  if (question?.kind === 'which_item') return question.items.flatMap((item) => catalogue.dishNamed(`${item} from ${question.restaurant}`) ?? []);
  if (list?.kind === 'dishes') return list.names.flatMap((name) => catalogue.dishNamed(name) ?? []);
  if (list?.kind === 'items') return list.names.flatMap((name) => catalogue.dishNamed(`${name} from ${restaurant ?? ''}`) ?? []);
  if (question?.kind === 'which_restaurant') return catalogue.dishesCalled(catalogue.dishIn(question.text)).filter((each) => question.restaurants.includes(each.restaurant.name));
  if (list?.kind === 'restaurants' && dish !== undefined) return catalogue.dishesCalled(dish).filter((each) => list.names.includes(each.restaurant.name));
  return lastTwo(inSight);
}

/** The two dishes that were spoken of last, in that order. */
export function lastTwo({ memory: { restaurant, dish, otherDish }, catalogue }: InSight): Dish[] {
  return [otherDish, dish].flatMap((name) => {
    const dishes = catalogue.dishesCalled(name);
    return dishes.find((each) => each.restaurant.name === restaurant) ?? dishes[0] ?? [];
  });
}

function meritByName(text: string, inSight: InSight): string {
  if (ASKS_WHICH.test(text) || text.search(BY_MERIT) < 0) return text;
  const told = toldOf(inSight).filter(({ item }) => item.available !== false);
  const named = inSight.catalogue.dishIn(text);
  const ofNamed = told.filter(({ item }) => item.item_name.toLowerCase() === named);
  const dishes = ofNamed.length > 1 ? ofNamed : told.length < 2 && COUNTED_MERIT.test(text) ? atHand(inSight) : told;
  if (dishes.length < 2) return text;
  const meant: Dish[] = [];
  const said = text.replace(BY_MERIT, (phrase, first: string | undefined, second: string | undefined) => {
    const order = MERITS.find(([words]) => new RegExp(`^(?:${words})$`).test(first ?? second ?? ''))?.[1];
    const [best] = order === undefined ? [] : dishes.toSorted(order);
    if (best === undefined) return phrase;
    if (OF_PLACE.test(phrase)) return best.restaurant.name.toLowerCase();
    meant.push(best);
    // What is wanted was said: only its place is asked for.
    return inSight.memory.question?.kind === 'which_restaurant' ? '' : best.item.item_name.toLowerCase();
  });
  return atPlace(said, meant, inSight).trim();
}

function eachByName(text: string, inSight: InSight): string {
  const [whole, lead = '', count, all, ofAll, ofEach] = OF_EACH.exec(text) ?? [];
  if (whole === undefined) return text;
  const quantity = all === undefined ? numberOf(count ?? '') : 1;
  const dishes = severalTold(numberOf(ofAll ?? ofEach ?? (all === 'both' ? 'two' : '')), inSight);
  // "Two of each" of an order under way speaks of its lines, where nothing was told of since.
  const isOfOrder = inSight.facts.order !== undefined && inSight.memory.list === undefined;
  if (quantity === undefined || dishes.length < 2 || dishes.length > MAX_EACH || isOfOrder) return text;
  const named = dishes.map(({ item }) => `${String(quantity)} ${item.item_name.toLowerCase()}`).join(' and ');
  return atPlace(`${lead}${named}${text.slice(whole.length)}`, dishes, inSight);
}

/** All that were told of, or the two that were named last where more are in sight. */
function severalTold(count: number | undefined, inSight: InSight): readonly Dish[] {
  const dishes = toldOf(inSight);
  if (count === undefined || dishes.length === count) return dishes;
  return count === 2 ? lastTwo(inSight) : [];
}

/** The only dish with that word among those told of, else on the menu that is spoken of. What an order has is told apart by those who change it. */
function oneByName(text: string, inSight: InSight): string {
  const meant: Dish[] = [];
  const named = (dish: Dish | undefined): string | undefined => {
    if (dish !== undefined) meant.push(dish);
    return dish?.item.item_name.toLowerCase();
  };
  const said = text
    .replace(ONE_OF_PLACE, (phrase, behind: string | undefined, before: string | undefined) => named(dishAt(behind ?? before ?? '', inSight)) ?? phrase)
    .replace(ONE_MADE_WITH, (phrase, what: string) => named(dishOf(what, inSight)) ?? phrase)
    .replace(ONE_WITH, (phrase, word: string, second: string | undefined) => named(dishWith(second === undefined ? [word] : [word, second], inSight)) ?? phrase);
  return atPlace(said, meant, inSight);
}

/** The only one of that place among the dishes of several places that were told of. */
function dishAt(place: string, inSight: InSight): Dish | undefined {
  const told = toldOf(inSight);
  const name = told.some(({ restaurant }) => restaurant !== told[0]?.restaurant) ? inSight.catalogue.mentionIn(place)?.restaurant.name : undefined;
  const [only, ...others] = told.filter(({ restaurant }) => restaurant.name === name);
  return others.length > 0 ? undefined : only;
}

/** The only dish of the place that is spoken of whose menu names all that. */
function dishOf(what: string, inSight: InSight): Dish | undefined {
  const words = wordsOf(what).filter((word) => word.length >= 3);
  const [only, ...others] = atHand(inSight).filter(({ item }) => words.length > 0 && words.every((word) => wordsOf((item.description ?? '').toLowerCase()).includes(word)));
  return others.length > 0 ? undefined : only;
}

/** The menu that is spoken of. */
function atHand({ catalogue, facts: { order }, memory }: InSight): Dish[] {
  const place = order?.restaurantName ?? memory.restaurant;
  return catalogue.dishes.filter(({ restaurant }) => restaurant.name === place);
}

function dishWith(words: readonly string[], inSight: InSight): Dish | undefined {
  const { catalogue, facts: { order } } = inSight;
  const said = words.map((word) => catalogue.dishWords(word));
  const isCalled = (name: string) => said.every((word) => wordsOf(name.toLowerCase()).includes(word));
  const isOrdered = order?.lines.some(({ itemName, options }) => isCalled(itemName) || options.some(({ choice_id }) => said.some((word) => choice_id.includes(word)))) === true;
  if (isOrdered) return undefined;
  const [only, ...others] = [toldOf(inSight), atHand(inSight)].map((dishes) => dishes.filter(({ item }) => isCalled(item.item_name))).find((dishes) => dishes.length > 0) ?? [];
  return others.length > 0 ? undefined : only;
}

/** With the place behind it where it is one, and none is named. */
function atPlace(said: string, meant: readonly Dish[], { catalogue }: InSight): string {
  const [place, ...others] = [...new Set(meant.map(({ restaurant }) => restaurant.name))];
  return place === undefined || others.length > 0 || catalogue.mentionIn(said) !== undefined ? said : `${said} from ${place.toLowerCase()}`;
}

/** The longest that a menu says for a dish, in minutes: `25-30 minutes` is 30. */
function minutesOf({ item }: Dish): number {
  const [most = Infinity] = (item.preparation_time?.match(/\d+/g) ?? []).map(Number).sort((left, right) => right - left);
  return most;
}
