import { isAgreement, isRefusal } from '../../../../conversation/agreement';
import { MAX_QUANTITY } from '@foodie-express/contracts';
import { parseOrder } from '@foodie-express/order-language';
import { distance } from 'fastest-levenshtein';
import { addLines } from '../../orders/add-lines';
import type { OrderLineFact } from '../../../chat-model';
import { type Dialogue, dialogueOf } from '../../dialogue';
import { isFresh, type Question, type RequestedLine } from '../../dialogue-memory';
import { call, type Move, say } from '../../move';
import { ordersNothing } from '../../orders-nothing';
import { foodWords, type OrderReading, requestedOptions, toRequestedLine } from '../../orders/order-reading';
import { normalise, numberAlone, numberOf, ordinalOf, wordsOf } from '../../speech/utterance';
import { eatersAlone } from '../../speech/eaters';
import { partsOfLine, withOtherDishes } from '../../orders/told-of-line';
import { accountStep } from '../accounts/account-steps';
import { changing } from './changing';
import { wishIn } from '../../orders/kitchen-notes';
import { invalidQuantity, isOrder, isSomething, ordering, orderFrom, readAt } from './ordering';
import { cancelOffered, whichCancelled } from '../placed-orders/placed-changes';
import { piecesAt } from './second-places';
import { reviewAnswer } from '../reviews/reviews';

/** "No, I'll stay with Honest." */
const STAYING = /^(?:(?:no|nope|nah|then|ok|okay|actually)[ ,]+)*(?:i'?ll |i will |i'?d rather |let'?s |we'?ll )?(?:stay|stick|keep|go) (?:with|at|to) /i;
/** So many in all: "two of those", "make it two". */
const OTHER_COUNT = /^(?:(?:actually|no|ok|okay|oh|sorry|wait|i want|i'll have|give me|make it|make that|let's do|how about)[ ,]+)*(\w+) of (?:those|these|them|that|it)(?: (?:please|actually|instead))*$/;
const SAME_AGAIN = /^(?:(?:and|the|ok|please)[ ,]+)*(?:same (?:for|to) (?:my |the |me|her|him|us)?(?: ?\p{L}+(?: \p{L}+)*)?|(?:one|1) more(?: of (?:those|that|them|the same))?|another(?: one| of those)?)$/u;
/** "Yes to the new one", asked whether to begin another order. */
const NEW_ONE = /^(?:(?:yes|yeah|yep|ok|okay|sure|please|haan|to|go|with|take|start|the|a)[ ,]+)*new (?:one|order)(?: (?:please|then))*$/;
const JUST = /\b(?:just|only)\b/;
const ASKING = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:what|what's|how|how's|is|are|does|do|which|why|when|where|who)\b/;
/** "The cheaper one", said of places. */
const CHEAPER = /^(?:(?:ok|okay|the|from|at|where(?:ver)?|whichever|whoever|it|is|its|it's|i'll|take|have|get|one|give|me|go|with|for)[ ,]+)*(?:cheap(?:er|est)?|less expensive|lowest price)(?: (?:one|place|please|option|is|of them|of the two))*$/;
const TAKEN = /^(?:(?:ok|okay|yes|sure|then|and)[ ,]+)*(?:order|add|take|get|i(?:'ll| will) (?:take|have)|i want|give me|book) (?:it|that|this|them|those)(?: (?:please|then|too))*$/;
const PART = /\b(?:one|two|three|four|five|\d+) of (?:them|those|these|the)\b/;

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** A short answer to what the person was asked; undefined where the sentence is about something else. */
export async function answers(dialogue: Dialogue): Promise<Move | undefined> {
  const { question } = dialogue.memory;
  switch (question?.kind) {
    case undefined:
      return undefined;
    case 'which_restaurant':
      return whichRestaurant(dialogue, question);
    case 'which_item':
      return whichItem(dialogue, question);
    case 'which_choice':
      return whichChoice(dialogue, question);
    case 'start_new':
      return startNew(dialogue, question);
    case 'how_many':
      return howMany(dialogue, question);
    case 'add_or_replace':
      return addOrReplace(dialogue, question);
    case 'order_that':
      return orderThat(dialogue, question);
    case 'review':
      return reviewAnswer(dialogue, question);
    case 'whose':
      return whose(dialogue, question);
    case 'what_to_remove':
      return whatToRemove(dialogue);
    case 'cancel_placed':
      return cancelOffered(dialogue, question);
    case 'which_cancelled':
      return whichCancelled(dialogue, question);
    case 'next_order':
      return nextOrder(dialogue, question);
    case 'username':
      return accountStep(dialogue);
  }
}

/** "Whose?" - "Thepla House". */
function whose({ mention, memory }: Dialogue, { tool }: QuestionOf<'whose'>): Move | undefined {
  const isAlone = mention !== undefined && wordsOf(mention.rest).every((word) => /^(?:of|the|at|for|from|please|restaurant|ok|it|is|i|mean)$/.test(word));
  return isFresh(memory) && isAlone ? call(tool, { restaurant_name: mention.restaurant.name }, { question: undefined }) : undefined;
}

/** "Remove" - "what?" - "the dosa". */
async function whatToRemove(dialogue: Dialogue): Promise<Move | undefined> {
  const { message, text, memory, facts } = dialogue;
  const at = facts.order === undefined || !isFresh(memory) || facts.order.lines.length < 2 ? undefined : ordinalOf(text);
  const numbered = at === undefined ? undefined : facts.order?.lines.at(at);
  if (numbered !== undefined) return call('change_order', { items: facts.order?.lines.filter((line) => line !== numbered).map(toRequestedLine) }, { question: undefined });
  if (!isFresh(memory) || facts.order === undefined || ASKING.test(text) || isOrder(text.replace(/^(?:the|an?|all|both) /, '').replace(/ ones?$/, ''))) return undefined;
  if (isRefusal(message)) return call('show_order', {}, { question: undefined, note: 'All right, I keep your order as it is.' });
  if (isAgreement(message)) return facts.order.lines.length === 1 ? call('cancel_pending_order', {}, { question: undefined }) : undefined;
  // "The large" is the line of that choice, and not the choice of a line.
  const isChoice = text.split(' ').length <= 3 && !/ ones?$/.test(text) && !wordsOf(text).some((word) => dialogue.catalogue.isDishWord(word));
  return changing(dialogueOf(isChoice ? `remove the ${text.replace(/^the /, '')} one` : `remove ${text}`, dialogue));
}

/** On to what was wanted from another place. */
function nextOrder(dialogue: Dialogue, { text }: QuestionOf<'next_order'>): Promise<Move | undefined> | Move | undefined {
  const { message, memory } = dialogue;
  if (!isFresh(memory)) return undefined;
  if (isRefusal(message) || isSkipped(dialogue.text, text)) return say('All right, that was all then. What would you like next?', ['My orders', 'Show restaurants'], { question: undefined });
  return isAgreement(message) ? ordering(dialogueOf(text, { ...dialogue, memory: { ...memory, question: undefined } })) : undefined;
}

/** "No skip the coffee", of what waits. */
function isSkipped(said: string, waiting: string): boolean {
  const [, what] = /^(?:(?:no|nope|nah|ok|okay|actually|sorry|please|oh|wait)[ ,]+)*(?:skip|leave|drop|cancel|forget|remove|delete|scrap|not|no|without|don't (?:want|need|order)) (?:about )?(?:the |that |this |my |any |next |other |second )*([\p{L} ]+?)(?: (?:now|then|please|anymore|any more|today|order|one|out|off))*$/u.exec(said) ?? [];
  if (what === undefined) return false;
  const words = wordsOf(normalise(waiting));
  return wordsOf(what).every((word) => /^(?:it|that|them|one|order|next|other)$/.test(word) || words.some((each) => each.replace(/s$/, '') === word.replace(/s$/, '')));
}

async function whichRestaurant(dialogue: Dialogue, { text: wanted, restaurants }: QuestionOf<'which_restaurant'>): Promise<Move | undefined> {
  const { text, mention } = dialogue;
  // "Does Agashiye deliver?" chooses nothing.
  if (ordersNothing(text, false)) return undefined;
  const name = mention?.restaurant.name ?? chosenOf(text, restaurants) ?? (CHEAPER.test(text) ? cheapestOf(dialogue, wanted, restaurants) : undefined);
  if (name === undefined || (mention !== undefined && (mention.rest.split(' ').length > 6 || wordsOf(mention.rest).some((word) => dialogue.catalogue.isDishWord(word))))) return undefined;
  const reading = await moreExactly(dialogue, name, (mention?.rest ?? '').replace(/^(?:the )?one\b[ ,]*/, ''), piecesAt(wanted, name, dialogue.catalogue));
  return isSomething(reading) ? orderFrom(dialogue, reading, wanted) : undefined;
}

/** "From the patel one, 2 plates": what the answer says besides the place is said of what was wanted. */
async function moreExactly(dialogue: Dialogue, restaurant: string, said: string, wanted: string): Promise<OrderReading> {
  const reading = await readAt(dialogue, restaurant, wanted);
  const [line, ...others] = reading.lines;
  const hasNumber = wordsOf(said).some((word) => numberOf(word) !== undefined);
  if (line === undefined || others.length > 0 || (foodWords(said) === '' && !hasNumber)) return reading;
  const detailed = await readAt(dialogue, restaurant, `${said} ${line.item_name.toLowerCase()}`);
  if (!detailed.lines.some(({ item_name }) => item_name === line.item_name)) return reading;
  const lines = detailed.lines.map((each) => (each.item_name === line.item_name ? { ...line, quantity: hasNumber ? each.quantity : line.quantity, options: [...(line.options ?? []), ...(each.options ?? [])] } : each));
  return { ...reading, badQuantity: reading.badQuantity ?? detailed.badQuantity, lines };
}

/** The restaurant where what is wanted costs least. */
function cheapestOf({ catalogue }: Dialogue, wanted: string, restaurants: readonly string[]): string | undefined {
  const dishes = catalogue.dishesCalled(catalogue.dishIn(wanted)).filter(({ restaurant }) => restaurants.includes(restaurant.name));
  return dishes.toSorted((left, right) => left.item.price - right.item.price)[0]?.restaurant.name;
}

/** "The second one", "plain"; a yes or no where there was but one to mean. */
async function whichItem(dialogue: Dialogue, { restaurant, items, quantity, how, others }: QuestionOf<'which_item'>): Promise<Move | undefined> {
  const { message, memory, text, facts } = dialogue;
  const isYesOrNo = items.length === 1 && isFresh(memory);
  const rest = others.filter(({ item_name }) => JUST.test(text) && wordsOf(item_name.toLowerCase()).some((word) => wordsOf(text).includes(word)));
  if (rest.length > 0) return addLines(dialogue, restaurant, rest);
  if (isYesOrNo && isRefusal(message) && others.length > 0) return addLines(dialogue, restaurant, others, `All right, without ${items[0] ?? 'that'}.`);
  if (isYesOrNo && isRefusal(message) && facts.order !== undefined) return call('show_order', {}, { question: undefined, note: 'All right, I keep your order as it is.' });
  if (isYesOrNo && isRefusal(message)) return say('All right, not that. What would you like instead?', ['Show restaurants'], { question: undefined });
  const { lines: [told, ...more], unknown, half, badQuantity } = await readAt(dialogue, restaurant, text);
  if (half === 'dish' || badQuantity !== undefined) return undefined;
  const isTold = told !== undefined && more.length === 0 && unknown.length === 0 && items.includes(told.item_name);
  const isDetailed = isTold && (told.quantity !== 1 || (told.options ?? []).length > 0 || told.notes !== undefined);
  const item = isYesOrNo && isAgreement(message) ? items[0] : isDetailed ? undefined : chosenOf(text, items);
  if (item !== undefined) return addLines(dialogue, restaurant, [...others, { item_name: item, quantity, ...how }]);
  if (!isTold) return undefined;
  // What was said of it before holds on: "a large pizza" - "which?" - "margherita with cheese".
  const options = [...(how?.options ?? []).filter(({ group, choice }) => !told.options?.some((option) => option.group === group && option.choice === choice)), ...(told.options ?? [])];
  return addLines(dialogue, restaurant, [...others, { ...how, ...told, quantity: told.quantity === 1 ? quantity : told.quantity, options }]);
}

/** "Large", "large lamb", "the second one": the answer may hold the choices of other groups too, and is that of every line that lacks the same. */
async function whichChoice({ text, message, facts, catalogue }: Dialogue, question: QuestionOf<'which_choice'>): Promise<Move | undefined> {
  const line = facts.order?.lines[question.line - 1];
  // "No onion on one of them" is a change of a part of the line, and no answer.
  if (facts.order === undefined || line === undefined || isRefusal(message) || PART.test(text) || ASKING.test(text)) return undefined;
  const changed = otherCount(text, facts.order.lines, question.line - 1);
  if (changed !== undefined) return changed;
  const { compiled } = await catalogue.menuOf(facts.order.restaurantName);
  const told = partsOfLine(parseOrder(compiled, `${line.quantity} ${line.itemName}, ${text}`).items, line);
  if (told !== undefined) return call('change_order', { items: facts.order.lines.flatMap((each, index) => (index === question.line - 1 ? told : [toRequestedLine(each)])) }, { question: undefined });
  const beside = withOtherDishes(parseOrder(compiled, `${line.itemName} ${text}`).items, line);
  if (beside !== undefined) return call('change_order', { items: [...facts.order.lines.map((each, index) => (index === question.line - 1 ? beside.line : toRequestedLine(each))), ...beside.others] }, { question: undefined });
  const picked = chosenOf(text, question.choices);
  const parsed = [text, `${line.itemName} ${text}`].map((said) => parseOrder(compiled, said).items).find(([item, ...others]) => item?.itemId === line.itemId && others.length === 0)?.[0];
  const parsedOptions = parsed === undefined ? [] : requestedOptions(parsed);
  const answer = parsedOptions.length > 0 || picked === undefined ? parsedOptions : [{ choice: picked, group: question.groupId }];
  if (answer.length === 0) return undefined;
  // "3 small ones": so many of them as the answer begins with.
  const [first = ''] = wordsOf(text);
  const count = line.quantity === 1 && ordinalOf(text) === undefined ? numberOf(first) : undefined;
  if (count !== undefined && (count < 1 || count > MAX_QUANTITY)) return invalidQuantity(count);
  const items = facts.order.lines.map((each, index) => {
    const requested = toRequestedLine(each);
    const kept = (requested.options ?? []).filter(({ group }) => question.replaces !== true || group !== question.groupId);
    const lacksTheSame = question.replaces !== true && each.itemId === line.itemId && !kept.some(({ group, negated }) => group === question.groupId && negated !== true);
    return index === question.line - 1 || lacksTheSame ? { ...requested, ...(count !== undefined && index === question.line - 1 && { quantity: count }), options: [...kept, ...answer] } : requested;
  });
  return call('change_order', { items }, { question: undefined });
}

/** "Actually two of those", "same for my friend", while the line lacks a choice. */
function otherCount(text: string, lines: readonly OrderLineFact[], at: number): Move | undefined {
  const [, said] = OTHER_COUNT.exec(text) ?? [];
  const added = SAME_AGAIN.test(text) ? (lines[at]?.quantity ?? 0) + 1 : undefined;
  const quantity = added ?? numberOf(said ?? '');
  if (quantity === undefined) return undefined;
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  return call('change_order', { items: lines.map((line, index) => (index === at ? { ...toRequestedLine(line), quantity } : toRequestedLine(line))) }, { question: undefined });
}

async function startNew(dialogue: Dialogue, { restaurant, lines }: QuestionOf<'start_new'>): Promise<Move | undefined> {
  const { message, text, memory, mention, catalogue } = dialogue;
  if (!isFresh(memory)) return undefined;
  const [first = '', ...others] = message.split(/(?<=[.!?])\s+/);
  if (others.length > 0 && STAYING.test(first)) return changing(dialogueOf(others.join(' '), { ...dialogue, memory: { ...memory, question: undefined } }));
  const isNamed = mention?.restaurant.name === restaurant || lines.some(({ item_name }) => catalogue.dishesLike(item_name).some(({ item }) => wordsOf(item.item_name.toLowerCase()).some((word) => wordsOf(catalogue.dishWords(text)).includes(word))));
  if ((isNamed && JUST.test(text)) || isAgreement(message) || NEW_ONE.test(text)) return call('add_to_order', { restaurant_name: restaurant, items: lines, start_new: true }, { question: undefined });
  const isKept = isRefusal(message) || /^(?:(?:ok|okay|no|oh|then|fine|actually)[ ,]+)*(?:forget|never ?mind|leave|skip|drop|keep)\b/.test(text);
  return isKept ? call('show_order', {}, { question: undefined, note: 'All right, I keep your order as it is.' }) : undefined;
}

/** "Yes but 1 of them jain": that, and what is to be different of it. */
const YES_BUT = /^(?:(?:yes|yeah|yep|ok|okay|sure|haan|fine)[ ,]+)+(?:please )?(?:but|only|just|and) (.+)$/;

/** What was priced is ordered, or so many of it. */
function orderThat(dialogue: Dialogue, { restaurant, lines, isInstead, isWhole }: QuestionOf<'order_that'>): Move | undefined {
  const { text, message, memory, facts: { order } } = dialogue;
  const others = isWhole === true ? [] : (order?.lines ?? []).filter(({ itemName }) => !lines.some(({ item_name }) => item_name === itemName));
  const taken = (chosen: readonly RequestedLine[]) => (isInstead === true && order?.restaurantName === restaurant ? call('change_order', { items: [...others.map(toRequestedLine), ...chosen] }, { question: undefined }) : addLines(dialogue, restaurant, chosen));
  const [only, ...more] = lines;
  // "And 5?" asks what so many of it cost.
  const isAsked = /\?\s*$|^\s*and\b/i.test(message);
  const quantity = only === undefined || more.length > 0 || isAsked ? undefined : (numberAlone(text) ?? eatersAlone(text));
  if (only !== undefined && quantity !== undefined) return quantity < 1 || quantity > MAX_QUANTITY ? invalidQuantity(quantity) : taken([{ ...only, quantity }]);
  if (!isFresh(memory)) return undefined;
  if (isAgreement(message) || TAKEN.test(text)) return taken(lines);
  const but = YES_BUT.exec(text)?.[1];
  if (but !== undefined) return { ...taken(lines), memory: { ...taken(lines).memory, rest: /^(?:\d+|one|two|three) /.test(but) ? `make ${but}` : but } };
  return isRefusal(message) ? say(isWhole === true ? 'All right, your order stays as it is.' : 'All right, I order nothing of it. What would you like instead?', ['Show restaurants'], { question: undefined }) : undefined;
}

/** "3", or how it should be: "large", "2 with olives". */
async function howMany(dialogue: Dialogue, { restaurant, item, quantity: offered = 1, notes }: QuestionOf<'how_many'>): Promise<Move | undefined> {
  const { text, message, memory } = dialogue;
  // "Dabeli where": a question, and no dabeli.
  if (ordersNothing(text, false)) return undefined;
  const number = numberAlone(text) ?? eatersAlone(text);
  const both = await withOthers(dialogue, restaurant, item);
  if (both !== undefined) return both;
  const quantity = number ?? (isFresh(memory) && isAgreement(message) ? offered : undefined);
  if (quantity === undefined) return howItShouldBe(dialogue, restaurant, item);
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  return addLines(dialogue, restaurant, [{ item_name: item, quantity, ...(notes !== undefined && { notes }) }]);
}

/** "2 and one idli": so many of the dish that was asked about, and others from there. */
async function withOthers(dialogue: Dialogue, restaurant: string, item: string): Promise<Move | undefined> {
  const [, count = '', others = ''] = /^(?:(?:ok|okay|yes|give me|i want|i'll have|get me)[ ,]+)*(\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: of (?:them|those|it))?(?: then| please| plates?)* ?(?:and|,|plus) (.+)$/.exec(dialogue.text) ?? [];
  if (count === '' || /^(?:an? )?(?:half|quarter)\b/.test(others)) return undefined;
  const parted = await readAt(dialogue, restaurant, `${count} ${item.toLowerCase()}, ${others}`);
  const isParted = parted.unknown.length === 0 && parted.unclear.length === 0 && parted.lines.every(({ item_name }) => item_name === item) && parted.lines.some(({ notes, options = [] }) => notes !== undefined || options.length > 0);
  if (isParted) return orderFrom(dialogue, parted, dialogue.text);
  if (!wordsOf(others).some((word) => dialogue.catalogue.isDishWord(word))) return undefined;
  const text = `${count} ${item.toLowerCase()} and ${others}`;
  const reading = await readAt(dialogue, restaurant, text);
  return reading.lines.length > 1 && reading.unknown.length === 0 ? orderFrom(dialogue, reading, text) : undefined;
}

/** How it should not be, or more of what is in it. */
const WISHED = /^(?:(?:but|and|please|make it|one|an?)[ ,]+)*(?:without|no|less|extra|not)\b/;

/** "Can you make it without onion?" */
const WHETHER = /^(?:(?:and|but|so|ok|okay|hmm|oh)[ ,]+)*(?:can|could|would|will) (?:you|u|they|i|we)\b/;

async function howItShouldBe(dialogue: Dialogue, restaurant: string, item: string): Promise<Move | undefined> {
  if (ASKING.test(dialogue.text)) return undefined;
  const wish = WHETHER.test(dialogue.text) ? wishIn(dialogue.text) : undefined;
  if (wish !== undefined) return say(`I can ask the kitchen of ${restaurant} for it in a note ("${wish}"), but cannot promise that they do it. How many ${item} would you like so?`, ['1', '2'], { restaurant, question: { kind: 'how_many', restaurant, item, notes: wish } });
  const said = dialogue.text.replace(/^(?:(?:ok|okay|yes|yeah|the|an?)[ ,]+)+/, '').replace(/(?<=\p{L} )ones?\b ?/gu, '');
  for (const text of [`${item.toLowerCase()} ${said}`, `${said} ${item.toLowerCase()}`]) {
    const reading = await readAt(dialogue, restaurant, text);
    const [line, ...others] = reading.lines;
    const isDetailed = line?.item_name === item && ((line.options?.length ?? 0) > 0 || (line.notes !== undefined && WISHED.test(said)));
    if (isDetailed && others.length === 0 && (reading.unknown.length === 0 || (line.options?.length ?? 0) > 0) && reading.unclear.length === 0) return orderFrom(dialogue, reading, text);
  }
  return undefined;
}

/** Besides what is ordered, or in its place. */
function addOrReplace(dialogue: Dialogue, { restaurant, lines }: QuestionOf<'add_or_replace'>): Move | undefined {
  const { text, message } = dialogue;
  if (/\b(?:instead|replace|swap|only|change)\b/.test(text) || ordinalOf(text) === 1) return call('change_order', { items: lines }, { question: undefined });
  if (/\b(?:add|both|too|also|besides|as well|on top|more)\b/.test(text) || ordinalOf(text) === 0) return addLines(dialogue, restaurant, lines);
  return isRefusal(message) ? call('show_order', {}, { question: undefined, note: 'All right, I keep your order as it is.' }) : undefined;
}

/** The entry that is meant by its place in the list or by its name, a typo or a part of it forgiven. */
function chosenOf(text: string, names: readonly string[]): string | undefined {
  const ordinal = ordinalOf(text);
  if (ordinal !== undefined) return names.at(ordinal);
  const bare = text.replace(/^(?:the|from|at|i want|i'd like|make it|with|a|an|give me|i'll have|i'll take)\s+/g, '').replace(/(?: (?:one|please|pls|thanks))+$/, '');
  const exact = names.find((name) => normalise(name) === bare);
  if (exact !== undefined) return exact;
  const containing = names.filter((name) => normalise(name).includes(bare) || bare.includes(normalise(name)));
  if (containing.length === 1 && bare.length >= 3) return containing[0];
  return names.find((name) => bare.length >= 4 && distance(normalise(name), bare) <= Math.floor(bare.length / 4));
}
