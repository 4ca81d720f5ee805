import { MAX_QUANTITY } from '@foodie-express/contracts';
import { applyEdits, type OrderEdit, type OrderLine, type ParsedEdits, type ParsedItem, parseEdits } from '@foodie-express/order-language';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue';
import type { Dialogue } from '../dialogue';
import { joinNotes, mannersIn, wishAround, wishIn } from '../kitchen-notes';
import { call, type Move, say } from '../move';
import { isGuess, requestedLine, requestedOptions, toOrderLine, toRequestedLine, foodNamed } from '../order-reading';
import { badQuantityIn } from '../quantity-guard';
import { numberAlone, numberOf, wordsOf } from '../utterance';
import { isMoreWithWishes, toldOfStanding, narrowed, preparedAs, removedByNote, whetherBesides, wished, wishTakenBack } from './wishing';
import { readWishes, type Wish } from '../wishes';
import { eachCounted, partManner, partOf, tasteFor, tasteOf } from './parts-of-lines';
import { asEdit } from './rewording';
import { invalidQuantity, isOrder, isSecondPlace, unknownNote } from './ordering';
import { readRecounts, type Recount } from './recounting';

/** "No, make it 3" and "yes but make it 3" change the order; the first words only say how the person feels about it. */
const OPENING = /^(?:(?:no+(?=,| (?:make|change|add|remove|wait|just|only|actually|sorry|i|it's|\d+|one|two|three|four|five|six)\b)|nope|nah|nahi|yes|yeah|yep|ok|okay|sure|wait|hmm+|actually|sorry|oh|but|please|pls|hold on|alright|can you|could you|can we|(?:and|also)(?= (?:please )?(?:make|change|remove)\b))[ ,]+)+(?=\S)/;
const CHANGING = /\b(?:make|change|remove|delete|drop|take (?:out|off|away)|without|no|not|instead|replace|swap|switch|less|more|extra|only|just|double|cancel|skip|minus|reduce|increase|with|empty|hatao|except|keep|forget|scrap|lose|ditch|undo|swop|exchange|rather|hold|don't want|get rid|leave (?:off|out)|nothing else|scratch|omit|bump|cut|knock|trade|substitute|upgrade|downgrade|could one|can one|on (?:the|both|all|each|it|them|one|two)|should be|must be|to be)\b/;

/** A number said to correct the one before: "no wait 3", "sorry, 3". */
const CORRECTED_NUMBER = /^(?:(?:no+|nope|nah|nahi|wait|sorry|actually|only|just|i (?:said|meant|want)|make (?:it|that)|change (?:it|that) to|how about|what about|let's (?:do|make it|have)|oops|oh|hmm+|please|can i (?:get|have)|could i (?:get|have)|i'll (?:take|have|get)|i want|i'd like|i need|get me|give me|gimme)[ ,]+)+(\w+)$/;
/** "Just the dosa", where there is nothing else. */
const KEPT = /\b(?:just|only)\b/;
const REFUSING = /^(?:no+|nope|nah|nahi|wrong)\b/;
const ADDING = /\b(?:add|also|more|too|another|plus|extra|and)\b/;
/** These change something even where nothing of the order is named. */
const VERB = /^(?:make|change|remove|delete|drop|take|reduce|increase|swap|switch|replace)\b/;
const SIZE = /\b(?:large|larger|big|bigger|small|smaller|medium|regular|jumbo|mini|size|sized|double|half|full)\b/;
/** "The same for my friend": once more what was ordered last. */
const SAME = /^(?:(?:and|also|the|one)[ ,]+)*same (?:again|(?:thing )?(?:for|to) (?:me|him|her|us|them|my|the|our)\b)/;
/** What no wish begins with. */
const ASKS_ONLY = /^(?:(?:and|so|but|ok|okay)[ ,]+)*(?:how (?:many|long|big)|which|when|where|who|why|what(?:'s| is| are| do| does))\b/;
const ASKING = /^(?:what|what's|how|is|are|does|do|which|why|when|where|who|can|could|will)\b/;
/** As many words as a choice has that is said alone. */
const MAX_SHORT = 3;
/** "And a pani puri? no, forget it": thought aloud. */
const TAKEN_BACK = /[ ,](?:no,? )?(?:forget it|never ?mind|ignore that|actually no|no no|no leave it|no let it be|no,? forget (?:it|that|about it))(?: (?:thanks|please))?$/;
const REMOVE_ALONE = /^(?:remove|delete|take (?:off|out|away)|i want to remove)(?: (?:something|one thing|an item|a dish|items?))?$/;
const WITHOUT_NOTES = /^(?:remove|delete|clear|drop|no) (?:the |my |all |any )*(?:kitchen )?notes?$/;

const BEFORE_VERB = /^(.+?[ ,]+)(?=(?:drop|remove|delete|cancel|skip|make|change|swap|replace|add|take (?:off|out|away))\b)/;
const NO_STORY = /\d|\b(?:no|not|never|without|only|just|instead|if|don't|do not|with|one|two|three|four|five|six)\b/;

/** "One guy is not coming, drop 1 punjabi": why it changes says nothing of what. */
function withoutStory(spoken: string, catalogue: Dialogue['catalogue']): string {
  const [, story = ''] = BEFORE_VERB.exec(spoken) ?? [];
  const isStory = wordsOf(story).length >= 3 && !NO_STORY.test(story.replace(/^(?:oh|hey|wait|sorry|so|and|ok)?[ ,]*(?:one|1|two|2) (?:of us|guy|person|friend|people|guests?|kid)\b.*?(?:n't|nt|not)\b/, '')) && !wordsOf(story).some((word) => catalogue.isDishWord(word));
  return isStory ? spoken.slice(story.length) : spoken;
}

/** Changes to the order under way: "make it 3", "remove the dhokla", "add a coke", "no pickle". */
export async function changing(dialogue: Dialogue): Promise<Move | undefined> {
  const { facts, mention, catalogue, text } = dialogue;
  if (facts.order === undefined || (mention !== undefined && mention.restaurant.name !== facts.order.restaurantName)) return undefined;
  if (mention !== undefined && isSecondPlace(dialogue, mention)) return undefined;
  if (ASKS_ONLY.test(text)) return undefined;
  const spoken = mention?.rest ?? text;
  const corrected = numberOf(CORRECTED_NUMBER.exec(spoken)?.[1] ?? '');
  const alone = facts.order.lines.length === 1 ? numberAlone(spoken) : undefined;
  const quantity = corrected ?? alone;
  const said = quantity === undefined ? asEdit(withoutStory(spoken, catalogue).replace(OPENING, ''), facts.order.lines) : `make it ${quantity}`;
  if (/^\d{1,4}$/.test(said) && facts.order.lines.length > 1) return whichQuantity(Number(said), facts.order.lines);
  if (TAKEN_BACK.test(spoken)) return call('show_order', {}, { question: undefined, note: 'All right, your order is as it was:' });
  if (WITHOUT_NOTES.test(said)) return noted(facts.order.lines, undefined);
  const removed = removedByNote(facts.order.lines, said) ?? wishTakenBack(facts.order.lines, said) ?? narrowed(facts.order.lines, said);
  if (removed !== undefined) return removed;
  if (REMOVE_ALONE.test(said)) return whatToRemove(facts.order.lines);
  const menu = await catalogue.menuOf(facts.order.restaurantName);
  const choice = choiceAlone(menu, said);
  const dish = catalogue.dishIn(said);
  const isOfOther = dish !== undefined && catalogue.dishesCalled(dish).every(({ item }) => facts.order?.lines.every(({ itemName }) => itemName !== item.item_name) === true) && !facts.order.lines.some(({ itemName }) => itemName.toLowerCase().includes(dish));
  const wish = choice === undefined && !isOfOther ? wishIn(said) : undefined;
  const isShort = wordsOf(said).length <= MAX_SHORT && !ASKING.test(said);
  if (choice === undefined && !isOrder(said) && !CHANGING.test(said) && !SAME.test(said) && wish === undefined && !isShort) return undefined;
  const isOptionAlone = choice === undefined && wish === undefined && !isOrder(said) && !CHANGING.test(said) && !SAME.test(said);
  const part = partManner(said);
  if (part !== undefined) return wished(menu, facts.order.lines, [part]);
  const each = eachCounted(said, facts.order.lines);
  if (each !== undefined) return each;
  const recounts = readRecounts(menu.compiled, spoken, facts.order.lines);
  if (recounts !== undefined) return recounted(facts.order.lines, recounts);
  const { text: plain, wishes } = readWishes(menu.menu, said, facts.order.lines.map(({ itemName }) => itemName));
  const parsed = parseEdits(menu.compiled, choice === undefined || choice.startsWith('make ') ? plain : `make it ${choice}`, facts.order.lines.map(toOrderLine));
  const edits = instead(menu, facts.order.lines, parsed.edits, said);
  const stranger = strangerIn(menu, facts.order.lines, said);
  if (stranger !== undefined && edits.length > 0 && edits.every((edit) => isOfAnother(menu, edit, stranger))) return call('show_order', {}, { question: undefined, note: `${stranger} is not in your order.` });
  const told = toldOfStanding(menu, facts.order.lines, parsed, { said: plain, wishes });
  if (told !== undefined) return told;
  // "Medium" is an answer to nothing but how a dish should be.
  if (isOptionAlone && (edits.length === 0 || parsed.unknown.length > 0 || !edits.every(({ operation }) => operation === 'set_option' || operation === 'unset_option'))) return undefined;
  if (isMoreWithWishes(parsed, wishes, plain, facts.order.lines)) return undefined;
  const bad = badQuantityIn(said, menu.menu) ?? edits.map(quantityOf).find((quantity) => quantity !== undefined && (quantity < 1 || quantity > MAX_QUANTITY));
  if (bad !== undefined && (edits.length > 0 || CHANGING.test(said))) return invalidQuantity(bad);
  const isKept = KEPT.test(spoken) && facts.order.lines.length === 1 && numberOf(wordsOf(said)[1] ?? '') === undefined && edits.every((edit) => edit.operation === 'add' && edit.item.quantity === 1 && edit.item.options.length === 0 && edit.item.itemId === facts.order?.lines[0]?.itemId);
  if ((edits.length === 0 || isKept) && wishes.length === 0 && parsed.unknown.length === 0 && KEPT.test(spoken)) return call('show_order', {}, { question: undefined, note: undefined });
  const inTwo = edits.length === 0 && wishes.length === 0 ? clausesOf(said) : undefined;
  const before = inTwo === undefined ? undefined : await changing({ ...dialogue, text: inTwo[0], mention: undefined });
  if (before?.kind === 'call' && before.calls[0]?.tool === 'change_order' && inTwo !== undefined) return { ...before, memory: { ...before.memory, rest: inTwo[1] } };
  if (edits.length === 0 && wishes.length > 0) return wished(menu, facts.order.lines, wishes);
  const tasted = edits.length === 0 && wish === undefined ? tasteOf(said) : undefined;
  if (tasted !== undefined) return wished(menu, facts.order.lines, [{ text: tasted, start: 0, portion: tasteFor(said, facts.order.lines) }]);
  if (edits.length === 0) return wish === undefined ? nothingChanged(dialogue, menu, said, parsed) : noted(facts.order.lines, wish, /\bfor (?:her|him)\b/.test(said));
  if (edits.every((edit) => edit.operation === 'add' && isGuess(namesOf(menu, edit.item), said, catalogue))) return undefined;
  const besides = whetherBesides(menu, facts.order.lines, edits, said);
  if (besides !== undefined) return besides;
  const parted = partOf(menu, facts.order.lines, edits, spoken);
  if (parted !== undefined) return parted;
  if (edits.some((edit) => 'lineCandidates' in edit && edit.lineCandidates !== undefined)) return whichLine(facts.order.lines);
  if (REFUSING.test(spoken) && !ADDING.test(spoken) && edits.every((edit) => isNew(edit, facts.order?.lines ?? []))) return addOrReplace(menu, facts.order.lines, edits);
  return changed(menu, facts.order.lines, { ...parsed, edits }, { said: plain, wishes });
}

/** "Make it chicken": where a dish needs a choice of a group and has one, another is in its place. "Add chicken" is beside it. */
function instead({ menu }: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[], said: string): readonly OrderEdit[] {
  if (/\b(?:add|also|and|plus|too|both|as well|extra|more)\b/.test(said)) return edits;
  return edits.flatMap((edit): OrderEdit[] => {
    if (edit.operation !== 'set_option' || edit.line === undefined || edit.option.negated === true) return [edit];
    const { line, option } = edit;
    const isNeeded = menu.option_groups.some(({ id, min = 0, max = Infinity }) => id === option.groupId && min > 0 && max > 1);
    const isOne = edits.filter((other) => other.operation === 'set_option' && other.line === line && other.option.groupId === option.groupId).length === 1;
    const had = isNeeded && isOne ? toOrderLine(standing[line] ?? { itemId: '', itemName: '', quantity: 0, options: [] }).options.filter(({ groupId, choiceId, negated }) => groupId === option.groupId && choiceId !== option.choiceId && negated !== true) : [];
    return [...had.map((old): OrderEdit => ({ operation: 'unset_option', line, option: old })), edit];
  });
}

/** A dish of the menu that is named in full and not ordered: what is said of it is not of others of its kind. */
function strangerIn({ menu }: ReadableMenu, standing: readonly OrderLineFact[], said: string): string | undefined {
  const spoken = ` ${wordsOf(said).join(' ')} `;
  const isStandingNamed = standing.some(({ itemName }) => spoken.includes(` ${wordsOf(itemName.toLowerCase()).join(' ')} `));
  return isStandingNamed ? undefined : menu.items.find(({ id, name }) => name.includes(' ') && spoken.includes(` ${wordsOf(name.toLowerCase()).join(' ')} `) && !standing.some(({ itemId }) => itemId === id))?.name;
}

function isOfAnother(menu: ReadableMenu, edit: OrderEdit, stranger: string): boolean {
  return edit.operation === 'remove' || edit.operation === 'set_quantity' || (edit.operation === 'replace' && nameOf(menu, edit.item.itemId ?? '') !== stranger);
}

/** "Make the coffee two and skip the cake": two changes that are read one after the other. */
function clausesOf(said: string): [string, string] | undefined {
  const [, first, second] = /^(.+?)(?: ?,| and| but| then)+ ((?:skip|remove|delete|drop|no|without|add|make|change|cancel|take|put|swap|replace|leave|hold)\b.+)$/.exec(said) ?? [];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** "Large", "no medium": a choice of a group that takes one, and nothing else. */
function choiceAlone({ menu }: ReadableMenu, said: string): string | undefined {
  const bare = said.replace(/^(?:(?:no+|nope|actually|sorry|rather|only|just|wait|the)[ ,]+)+|(?: (?:one|please|pls|instead|size|sized))+$/g, '');
  const names = menu.option_groups.filter(({ max }) => max === 1).flatMap(({ choices }) => choices.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  return names.some((name) => name.toLowerCase() === bare) ? bare : undefined;
}

/** "Remove the pizza" where none is in the order, or "make it 2" where it is 2. */
function nothingChanged({ catalogue, facts }: Dialogue, menu: ReadableMenu, said: string, { unknown, remarks }: ParsedEdits): Move | undefined {
  const [beside] = unknown;
  if (/^with\b/.test(said) && beside !== undefined) return call('show_order', {}, { note: `😔 "${beside.text}" is not on this menu. To tell the kitchen of it, say "note: with ${beside.text}". Your order is as it was:` });
  if (!VERB.test(said)) return undefined;
  const asIs = preparedAs(menu, facts.order?.lines ?? [], said, unknown.filter(({ text }) => !text.split(' ').some((word) => catalogue.isDishWord(word))));
  if (asIs !== undefined) return asIs;
  const [asked] = remarks;
  if (asked !== undefined && unknown.length === 0) return notOffered(facts.order?.lines ?? [], said, asked.text);
  const [missing] = unknown;
  if (missing === undefined) return call('show_order', {}, { note: 'This is how it stands:' });
  const isFood = missing.text.split(' ').some((word) => catalogue.isDishWord(word));
  return /^(?:remove|delete|drop|take)\b/.test(said) || isFood ? call('show_order', {}, { note: `"${missing.text}" is not in your order.` }) : undefined;
}

/** "Make the coffee large" where it comes in one size. */
function notOffered(standing: readonly OrderLineFact[], said: string, asked: string): Move {
  const words = wordsOf(said);
  const meant = standing.filter(({ itemName }) => wordsOf(itemName.toLowerCase()).some((word) => words.includes(word)));
  const [only, ...others] = meant.length > 0 ? meant : standing;
  const dish = only !== undefined && others.length === 0 ? only.itemName : 'these dishes';
  const text = SIZE.test(asked) ? `The menu has no sizes for ${dish}: it comes in one.` : `The menu has no "${asked}" for ${dish}.`;
  return call('show_order', {}, { note: `${text} Your order is as it was:` });
}

function isNew(edit: OrderEdit, standing: readonly OrderLineFact[]): boolean {
  return edit.operation === 'add' && edit.item.itemId !== undefined && !standing.some(({ itemId }) => itemId === edit.item.itemId);
}

/** "No, 3 dabeli" where the order has none: on top, or in place of what it has? */
function addOrReplace(menu: ReadableMenu, standing: readonly OrderLineFact[], edits: readonly OrderEdit[]): Move {
  const lines = applyEdits(menu.compiled, [], edits).map((line) => ({ item_name: nameOf(menu, line.itemId ?? ''), quantity: line.quantity, options: requestedOptions(line) }));
  const wanted = lines.map(({ quantity, item_name }) => `${quantity} × ${item_name}`).join(', ');
  const had = standing.map(({ quantity, itemName }) => `${quantity} × ${itemName}`).join(', ');
  return say(`Your order has ${had}. Shall I\n1. add ${wanted}, or\n2. take ${wanted} instead?`, ['Add it', 'Instead'], { question: { kind: 'add_or_replace', restaurant: menu.menu.restaurant, lines } });
}

/** The wish as a note on every line, as it named none; undefined takes all notes off. "For her" is for the one that something was asked for before. */
function noted(standing: readonly OrderLineFact[], wish: string | undefined, isForOne = false): Move {
  const [one, ...others] = isForOne ? standing.filter(({ notes }) => notes !== undefined) : [];
  const items = standing.map((line) => {
    const { notes, ...requested } = toRequestedLine(line);
    if (one !== undefined && others.length === 0 && line !== one) return toRequestedLine(line);
    return wish === undefined ? requested : { ...requested, notes: joinNotes(notes, wish) };
  });
  return call('change_order', { items }, { question: undefined, note: wish === undefined ? undefined : 'I pass that on to the kitchen:' });
}

function recounted(standing: readonly OrderLineFact[], recounts: readonly Recount[]): Move {
  const bad = recounts.find(({ quantity }) => quantity < 1 || quantity > MAX_QUANTITY);
  if (bad !== undefined) return invalidQuantity(bad.quantity);
  if (recounts.some(({ lines }) => lines.length > 1)) return whichLine(standing);
  const items = standing.map((line, index) => ({ ...toRequestedLine(line), quantity: recounts.findLast(({ lines }) => lines[0] === index)?.quantity ?? line.quantity }));
  return call('change_order', { items }, { question: undefined, note: undefined });
}

function changed(menu: ReadableMenu, standing: readonly OrderLineFact[], { edits, unknown }: ParsedEdits, { said, wishes: named }: { said: string; wishes: readonly Wish[] }): Move {
  const lines = applyEdits(menu.compiled, standing.map(toOrderLine), edits);
  const unclear = lines.find(({ candidates }) => candidates !== undefined);
  if (unclear?.candidates !== undefined) {
    const items = unclear.candidates.map((id) => nameOf(menu, id));
    return say(`Which one do you mean?\n${items.map((name, index) => `${index + 1}. ${name}`).join('\n')}`, items.slice(0, 4), {
      question: { kind: 'which_item', restaurant: menu.menu.restaurant, items, quantity: unclear.quantity, how: { options: requestedOptions(unclear) }, others: [] },
      list: { kind: 'items', names: items },
    });
  }
  const most = Math.max(0, ...lines.map((line) => totalOf(line, lines)));
  if (most > MAX_QUANTITY) return invalidQuantity(most);
  if (lines.length === 0) return call('cancel_pending_order', {}, { question: undefined });
  const wishes = [...named.map(({ text }) => text), ...unknown.flatMap(({ span }) => wishAround(said, span.start, span.end) ?? [])];
  const touched = new Set(edits.flatMap((edit) => itemOf(edit, standing) ?? []));
  const items = lines.map((line) => requestedLine(line, touched.has(line.itemId ?? '') ? [...wishes, ...mannersBeyond(edits, said)] : []));
  const strange = foodNamed(unknown, said);
  const note = strange.length === 0 ? undefined : unknownNote(menu.menu.restaurant, strange.map(({ text, suggestions }) => ({ text, nearest: suggestions.map(({ name }) => name) })));
  const dish = lines.findLast(({ itemId }) => touched.has(itemId ?? ''));
  return call('change_order', { items }, { question: undefined, note, ...(dish !== undefined && { dish: nameOf(menu, dish.itemId ?? '').toLowerCase() }) });
}

/** How many of a line there are in all lines that say the same. */
function totalOf({ itemId, options }: OrderLine, lines: readonly OrderLine[]): number {
  const same = lines.filter((other) => other.itemId === itemId && JSON.stringify(other.options) === JSON.stringify(options));
  return same.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** A number alone may be meant for any line, or for a list that is no longer in sight. */
function whichQuantity(quantity: number, lines: readonly OrderLineFact[]): Move {
  if (quantity < 1 || quantity > MAX_QUANTITY) return invalidQuantity(quantity);
  const examples = lines.map(({ itemName }) => `Make the ${itemName} ${quantity}`);
  return say(`What should be ${quantity}? Your order is as it was. For example: ${examples[0] ?? ''}`, examples.slice(0, 4));
}

function whatToRemove(lines: readonly OrderLineFact[]): Move {
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) return say(`Your order has ${only.quantity} × ${only.itemName} alone. Shall I remove it? Say: remove the ${only.itemName}`, [`Remove the ${only.itemName}`], { question: { kind: 'what_to_remove' } });
  const listed = lines.map(({ quantity, itemName }, index) => `${index + 1}. ${quantity} × ${itemName}`).join('\n');
  return say(`What shall I remove?\n${listed}\nSay its name, for example: the ${only?.itemName ?? ''}`, lines.slice(0, 4).map(({ itemName }) => `Remove the ${itemName}`), { question: { kind: 'what_to_remove' } });
}

function whichLine(lines: readonly OrderLineFact[]): Move {
  const listed = lines.map(({ quantity, itemName }, index) => `${index + 1}. ${quantity} × ${itemName}`).join('\n');
  const example = lines[0]?.itemName ?? '';
  return say(`Which of these do you mean?\n${listed}\nPlease say it with its name, for example: remove the ${example}`, [`Remove the ${example}`]);
}

/** How it should be made, where the edits have no option of the menu for it. */
function mannersBeyond(edits: readonly OrderEdit[], said: string): string[] {
  if (edits.some(({ operation }) => operation === 'set_option')) return [];
  const options = edits.flatMap((edit) => (edit.operation === 'add' || edit.operation === 'replace' ? edit.item.options : []));
  return mannersIn(said).flatMap(({ text, start, end }) => (options.some(({ span }) => span.start < end && start < span.end) ? [] : [text]));
}

/** The item that an edit is about. */
function itemOf(edit: OrderEdit, standing: readonly OrderLineFact[]): string | undefined {
  if (edit.operation === 'add' || edit.operation === 'replace') return edit.item.itemId;
  return edit.operation === 'clear' || edit.line === undefined ? undefined : standing[edit.line]?.itemId;
}

function quantityOf(edit: OrderEdit): number | undefined {
  return edit.operation === 'add' ? edit.item.quantity : edit.operation === 'set_quantity' ? edit.quantity : undefined;
}

function namesOf({ menu }: ReadableMenu, { itemId, candidates = [] }: ParsedItem): string[] {
  const ids = itemId === undefined ? candidates : [itemId];
  return menu.items.flatMap(({ id, name, aliases = [] }) => (ids.includes(id) ? [name, ...aliases] : []));
}

function nameOf({ menu }: ReadableMenu, id: string): string {
  return menu.items.find((item) => item.id === id)?.name ?? id;
}
