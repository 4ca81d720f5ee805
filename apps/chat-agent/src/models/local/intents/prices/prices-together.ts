import { MAX_QUANTITY } from '@foodie-express/contracts';
import { money } from '../../../../conversation/order-summary';
import type { OrderLineFact } from '../../../chat-model';
import { askedAbout, dishesIn, pointedAt } from '../../questions/asked-about';
import { priceOrRatingAsked } from '../../questions/asked-merit';
import type { Dish } from '../../catalogue/catalogue';
import type { Dialogue } from '../../dialogue';
import { estimate } from '../../orders/estimate';
import { call, type Move, say } from '../../move';
import { toRequestedLine } from '../../orders/order-reading';
import { lastTwo } from '../../pointing/references';
import { normalise, numberOf, ORDINAL_WORDS } from '../../speech/utterance';
import { estimateText, sayEstimates } from '../../wording/estimates';

const TWO = /\b(?:both|(?:those|these|the|them) two|two of (?:them|those|these))\b/;
const ALL = /\b(?:both|(?:those|these|the|them) (?:two|three|four)|all (?:of )?(?:them|these|those|that|two|three|four))\b/;
/** As many dishes as are priced as one. */
const MAX_TOGETHER = 5;

/** "How much would both be?", of the dishes that were listed; of two, where more are in sight, those that answered last. */
export function ofAll(dialogue: Dialogue): Move | undefined {
  const { text, memory: { list }, facts } = dialogue;
  if (!ALL.test(text) || priceOrRatingAsked(text) !== undefined) return undefined;
  const { dishes, how } = askedAbout(dialogue);
  const listed = list?.kind === 'dishes' && how === 'pointed at' ? dishes : [];
  const told = TWO.test(text) && listed.length !== 2 && facts.order === undefined ? lastTwo(dialogue) : listed;
  const [first] = told;
  if (first === undefined || told.length < 2 || told.length > MAX_TOGETHER) return undefined;
  const isOnePlace = told.every(({ restaurant }) => restaurant === first.restaurant);
  return isOnePlace ? sayEstimates([{ restaurant: first.restaurant, lines: told.map(oneOf) }], text) : atSeveral(told);
}

/** One order is from one restaurant: what is from two is summed up, and ordered one by one. */
function atSeveral(dishes: readonly Dish[]): Move | undefined {
  const [first] = dishes;
  if (first === undefined || !dishes.every(({ restaurant }) => restaurant.currency === first.restaurant.currency)) return undefined;
  const sum = dishes.reduce((total, { restaurant, item }) => total + estimate(restaurant, [{ item_name: item.item_name, quantity: 1 }]).total, 0);
  const lines = dishes.map((dish) => estimateText({ restaurant: dish.restaurant, lines: [oneOf(dish)] }));
  const example = `1 ${first.item.item_name} from ${first.restaurant.name}`;
  return say(`${lines.join('\n')}\nTogether that is ${money(sum, first.restaurant.currency)} with tax, in an order for each restaurant. Which one first? For example: ${example}`, [example], { list: { kind: 'dishes', names: dishes.map(({ item, restaurant }) => `${item.item_name} from ${restaurant.name}`) }, question: undefined });
}

const SO_MANY_OF_IT = /\b(?:how much|what) (?:would|will|is|are|for|do|does) (\w+) (?:of )?(?:it|that|them|those)\b/;

/** "How much would three of it be?" */
export function soManyOfIt(dialogue: Dialogue): Move | undefined {
  const quantity = numberOf(SO_MANY_OF_IT.exec(dialogue.text)?.[1] ?? '');
  const ordered = quantity === undefined ? undefined : soManyOrdered(dialogue, quantity);
  if (ordered !== undefined) return ordered;
  const [dish, ...others] = quantity === undefined ? [] : pointedAt({ ...dialogue, text: 'it' });
  if (dish === undefined || others.length > 0 || quantity === undefined || quantity < 1 || quantity > MAX_QUANTITY || dialogue.facts.order !== undefined) return undefined;
  return sayEstimates([{ restaurant: dish.restaurant, lines: [{ item_name: dish.item.item_name, quantity }] }], dialogue.text);
}

/** Of the only line of the order, with its choices: the order stays as it is. */
function soManyOrdered({ catalogue, facts: { order } }: Dialogue, quantity: number): Move | undefined {
  const restaurant = catalogue.find(order?.restaurantName);
  const [line, ...others] = order?.lines ?? [];
  if (restaurant === undefined || line === undefined || others.length > 0 || quantity < 1 || quantity > MAX_QUANTITY) return undefined;
  return call('show_order', {}, { note: estimateText({ restaurant, lines: [{ ...toRequestedLine(line), item_name: line.itemName, quantity }] }) });
}

const WITH_POINTED = /\bhow much (?:is|are|for|would) (?:it|that|this|these)(?: one)? (?:and|plus|with) (?:an?|the)\b/;

/** "How much is it and the cold coffee?": what is pointed at beside what is named. */
export function withPointed(dialogue: Dialogue): Move | undefined {
  const named = WITH_POINTED.test(dialogue.text) ? dishesIn(dialogue) : [];
  const dishes = named.length !== 1 ? [] : [...pointedAt(dialogue).filter(({ item }) => item !== named[0]?.item), ...named];
  const [first] = dishes;
  if (first === undefined || dishes.length !== 2) return undefined;
  if (!dishes.every(({ restaurant }) => restaurant === first.restaurant)) return atSeveral(dishes);
  const priced = { restaurant: first.restaurant, lines: dishes.map(oneOf) };
  return dialogue.facts.order === undefined ? sayEstimates([priced], dialogue.text) : say(estimateText(priced), [], { question: undefined });
}

function oneOf({ item }: Dish) {
  return { item_name: item.item_name, quantity: 1 };
}

/** "How much are they each?", "are both 350?" */
const EACH = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:how much|what|what's)(?: (?:is|are|does|do|would|will))? (?:they|these|those|it|each|both|the (?:\p{L}+s|two|three))(?: (?:one|of (?:them|these|those)))?(?: (?:cost|be|is|are))?(?: (?:each|apiece|individually|separately|on (?:their|its) own))$|^(?:(?:and|so|but|ok|wait)[ ,]+)*how much (?:is|does) each(?: (?:one|of (?:them|these|those)))?(?: cost)?$|^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:how much|what|what's)(?: (?:is|does|for|would|will))*(?: (?:the|a))? (?:price (?:of|for) )?(?:one|1|a single one)(?: (?:plate|piece|portion))?(?: (?:cost|be))?(?: (?:then|alone|on its own|by itself))*$/u;
const WHETHER = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:are|do|is|does) (?:they|both|all|each|these|those)(?: of (?:them|these|those))?(?: (?:both|all|each))?(?: cost)? (?:rs |for )?(\d{1,5})(?: (?:rs|rupees?|dollars?|bucks?|each|apiece|then))*$/;

/** What one of each line of the order costs, with its choices. */
export function priceOfEach({ text, catalogue, facts: { order } }: Dialogue): Move | undefined {
  const [, amount] = WHETHER.exec(text) ?? [];
  const restaurant = catalogue.find(order?.restaurantName);
  if (order === undefined || restaurant === undefined || (amount === undefined && !EACH.test(text))) return undefined;
  const priced = order.lines.flatMap((line) => estimate(restaurant, [{ ...toRequestedLine(line), item_name: line.itemName, quantity: 1 }]).lines);
  const told = priced.map(({ line, options, total }) => `${line.item_name}${options.length === 0 ? '' : ` (${options.join(', ')})`}: ${money(total, restaurant.currency)} each, before tax.`);
  const verdict = amount === undefined ? [] : [priced.every(({ total }) => total === Number(amount)) ? 'Yes:' : 'No:'];
  return call('show_order', {}, { note: [...verdict, ...told].join('\n') });
}

const OF_PLACE = /\bthe (first|second|third|fourth|fifth|last) \p{L}+\b/u;

/** "What's the first one alone?": the line of that place in the order that was shown. */
export function lineOfPlace({ message, memory: { list }, facts: { order } }: Dialogue): readonly OrderLineFact[] {
  const [, said] = OF_PLACE.exec(normalise(message)) ?? [];
  const line = said === undefined || list !== undefined ? undefined : order?.lines.at(said === 'last' ? -1 : ORDINAL_WORDS.indexOf(said));
  return line === undefined ? [] : [line];
}
