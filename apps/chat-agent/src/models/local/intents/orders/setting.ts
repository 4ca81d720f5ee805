import type { OrderLineFact } from '../../../chat-model';
import type { ReadableMenu } from '../../catalogue/catalogue';
import { refusedIn } from '../../changes/refused-dishes';
import { type Said, setLines } from '../../changes/set-lines';
import type { Dialogue } from '../../dialogue';
import type { RequestedLine } from '../../dialogue-memory';
import { call, type Move } from '../../move';
import { readOrder } from '../../orders/order-reading';
import { readWishes } from '../../orders/wishes';
import { numberOf, wordsOf } from '../../speech/utterance';

const NUMBER = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten)';
/** Words with which something comes on top. */
const ADDING = /\b(?:add|also|too|another|more|plus|(?<!with )extra|again|as well|besides|double|repeat|same|along with|on top)\b|^(?:and|with) (?!(?:she|he|i|they) (?:says?|said|meant?)\b)/;
const ASKING = /^(?:(?:and|so|but|ok|wait)[ ,]+)*(?:what|what's|how|how's|is|are|does|do you|do they|do we|which|why|when|where|who|can|could|will|would|should|did|may)\b/;
/** What changes a line otherwise than by saying what it is. */
const OTHERWISE = /\b(?:make|change|remove|delete|drop|take|(?<=(?:\d|one|two|three|four|five) )less|instead|replace|swap|switch|cancel|minus|reduce|increase|each|half|keep|put|call|order|first|last|second|third|fourth|other|rest|both(?! ?,)|all|(?<!\bask(?:ed)? )for|eats?|likes?|loves?|hates?|drinks?|on|fine|enough)\b|, (?:is|are|does|do you|what|how|which|can|will)\b/;
/** Nothing but what the order should not have. */
const NEVER = /\b(?:i|we) (?:never (?:ordered|asked for|wanted)|(?:didn't|did not) (?:order|ask for|want))\b/;
const TOTAL = /\b(?:(?:in )?total|in all|all together|altogether|overall|all in all)\b/;
/** Whoever says so says what stands already, or should. */
const CLAIM = /\b(?:i (?:just )?(?:said|say|meant?|wanted|asked for|ordered|told you)|(?:she|he|boss|they|mum|mom|dad) (?:says?|said)|should (?:be|have been)|supposed to be|there (?:were|was)|it was|correction|(?:like|as) (?:before|i said))\b/;
const NOT_SO_MANY = new RegExp(`[ ,]+(?:and )?not (?:just |only )?(?:${NUMBER}|all(?: of (?:them|those))?|both(?: of (?:them|those))?|another(?: [^ ,]+)?|an? extra [^ ,]+|one more(?: [^ ,]+)?)(?=$| ?,| but| and)`, 'g');
/** "2 idli, not 2, 3 idli": the number behind it is meant. */
const CORRECTED_AT_ONCE = new RegExp(`(?:^|, )(${NUMBER})(?: [^ ,\\d]+){1,4} ?,? (?:no|not) (?:just |only )?\\1(?: ?, ?| but | )(?=${NUMBER}\\b)`);
/** "No wait, how about 2 of these and a that": what follows is the order, and nothing on top. */
const CORRECTING = new RegExp(`^(?:(?:no+|nope|nah|nahi|wait|sorry|actually|hang on|hold on|wrong)[ ,]+)+(?:(?:(?:how|what) about|let's (?:do|have|make it|say)|lets (?:do|have)|make (?:it|that)|i want|i'd like|i'll (?:have|take)|i need|give me|it's|it is)[ ,]+)?(?=(?:${NUMBER}|an?)\\b)`);
/** "Make that 3 of these and no that." */
const MADE = new RegExp(`^(?:(?:ok|please|so|and|but|actually)[ ,]+)*(?:make|change) (?:it|that)(?: to)? (?=${NUMBER} \\p{L})`, 'u');
const NOT_ANOTHER = /^(?:(?:no+|nope|nah|wait|sorry)[ ,]+)*not (?:another|one more|a new|a second|an extra)(?: (?:one|of (?:them|those)))?(?: (?!i\b)[^ ,]+){0,2}(?=,| i )/;
/** "Only" at the beginning of what it says, or at its end. */
const ONLY_FIRST = /(?:^|[ ,])(?:only|just) (?:(?:want|wanted|need|have|get|give me|take) )?(?:the |my |that |this |an? )?([^ ,]+)/;
const ONLY_LAST = /\S (?:only|alone)(?= ?,|$)/;
const NO_FIRST = new RegExp(`^no+(?= ?,| (?:i|there|it|the|wait|sorry|actually|only|just|she|he|they|boss|should|in|total|no|${NUMBER})\\b)`);
/** What is said around dishes and numbers. */
const AROUND = new RegExp(
  `\\b(?:(?:in )?total|in all|all together|altogether|overall|only|just|alone|i (?:just )?(?:said|say|meant?|wanted|asked for|ordered|told you|want|need)|(?:she|he|boss|they|mum|mom|dad) (?:says?|said)|there (?:should (?:be|have been)|were|was|are)|it (?:should be|was)|should (?:be|have been)|supposed to be|correction|sorry|wait|actually|nope|nah|nahi|wrong|both(?= ?,)|ok|okay|yes|yeah|so|then|but|please|pls|oh|hmm+|well|like|already)\\b`,
  'g',
);
const NUMBER_BEHIND = new RegExp(`^((?!${NUMBER}\\b)[^ ,]+(?: (?!${NUMBER}\\b)[^ ,]+){0,3}) (${NUMBER})$`);
/** "The one from Sankalp first": that order is under way, and no line of it is meant. */
const THIS_FIRST = /^(?=.*\b(?:first|start|go)\b)(?:(?:ok|okay|yes|so|then|please|the|first|one|that|order|from|with|go|start|let's)(?:[ ,]+|$))+$/;
const MAKE = /^(?:(?:ok|no|please|so|and|but|actually)[ ,]+)*(?:make|change|set|turn) (.+)$/;
const PARTS = new RegExp(`^(?:(?:so|ok|no|wait|and|but|split|divide|make|do|the|them|it|into|in|half)[ ,]+)*(?:(?!${NUMBER}\\b)([^ ,\\d]+(?: (?!(?:into|in|as|${NUMBER})\\b)[^ ,\\d]+){0,3})(?: into| in| as)?[ ,]+)?(${NUMBER} [^ ,\\d]+(?: [^ ,\\d]+)?(?:[ ,]+(?:and )?${NUMBER} [^ ,\\d]+(?: [^ ,\\d]+)?)+)$`);
const NUMBER_ALONE = new RegExp(`^(${NUMBER})$`);

/**
 * What says of dishes that the order has how many of them, or which, it should have: "only the brownie, no coffee", "just 2 in total", "no,
 * I meant 2 kathiyawadi". It orders nothing beside them.
 */
export async function setting(dialogue: Dialogue): Promise<Move | undefined> {
  const { facts: { order }, text, mention, catalogue } = dialogue;
  if (order !== undefined && mention?.restaurant.name === order.restaurantName && THIS_FIRST.test(mention.rest)) return call('show_order', {}, { question: undefined });
  if (order === undefined || mention !== undefined || ASKING.test(text)) return undefined;
  const menu = await catalogue.menuOf(order.restaurantName);
  const pairs = countedPairs(text);
  const isCorrecting = CORRECTING.test(text) || CORRECTED_AT_ONCE.test(text);
  const told = inParts(pairs ?? text.replace(CORRECTING, '').replace(CORRECTED_AT_ONCE, ''), order.lines).replace(NOT_ANOTHER, '').replace(NOT_SO_MANY, '');
  const refusedBeside = refusedIn(menu, order.lines, told);
  const isMade = refusedBeside.count > 0 && MADE.test(told);
  const spoken = isMade ? told.replace(MADE, '') : told;
  const refused = isMade ? refusedIn(menu, order.lines, spoken) : refusedBeside;
  const { text: plain } = readWishes(menu.menu, refused.rest);
  if (ADDING.test(plain) || OTHERWISE.test(plain)) return undefined;
  const only = ONLY_FIRST.exec(plain)?.[1];
  const isOnly = only !== undefined || ONLY_LAST.test(plain);
  const isTotal = pairs !== undefined || TOTAL.test(plain) || text.search(NOT_SO_MANY) >= 0;
  const isMeant = isTotal || isCorrecting || CLAIM.test(plain);
  const said = readSaid(dialogue, menu, order.lines, refused.rest);
  if (said === undefined) return undefined;
  const isNew = ({ itemId }: Said) => !order.lines.some((line) => line.itemId === itemId);
  if (said.length === 0) return NEVER.test(spoken) && refused.lines.length > 0 ? setLines(menu, order.lines, { said, refused: refused.lines, isWhole: false, isTotal }) : undefined;
  const isSet = isOnly || isMeant || refused.count > 0 || isRestated(said, order.lines) || said.every((each) => isParted(each, order.lines, text));
  if (!isSet || (said.some(isNew) && (said.every(isNew) || !(isMeant || isRestated(said, order.lines))))) return undefined;
  const isWhole = isOnly && (only === undefined ? said.every(({ isCounted }) => !isCounted) : numberOf(only) === undefined);
  return setLines(menu, order.lines, { said, refused: refused.lines, isWhole, isTotal: isTotal || isOnly });
}

/** "Make the pani puri 4 and dabeli 1": the numbers of several dishes, without the verb. */
function countedPairs(text: string): string | undefined {
  const said = MAKE.exec(text)?.[1];
  const clauses = said?.split(/,|\band\b/).map((clause) => clause.trim().replace(/^(?:make )?(?:the )?/, '').replace(/ to (?=\S+$)/, ' ')).filter((clause) => clause !== '') ?? [];
  return clauses.length > 1 && clauses.every((clause) => NUMBER_BEHIND.test(clause)) ? clauses.join(', ') : undefined;
}

/** "Split the pani puri, 5 hot and 5 mild", "5 hot 5 mild" of ten: with the dish that there are so many of in front. */
function inParts(text: string, standing: readonly OrderLineFact[]): string {
  const [, name, parts = ''] = PARTS.exec(text) ?? [];
  const counts = wordsOf(parts).flatMap((word) => numberOf(word) ?? []);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const lines = standing.filter(({ itemName, quantity }) => quantity === total && (name === undefined || wordsOf(name).every((word) => wordsOf(itemName.toLowerCase()).includes(word))));
  const [line, ...others] = lines;
  return line === undefined || others.length > 0 || counts.length < 2 || wordsOf(line.itemName.toLowerCase()).some((word) => wordsOf(parts).includes(word)) ? text : `${String(total)} ${line.itemName.toLowerCase()}, ${parts}`;
}

/** The dishes that are named, with how many of them; undefined where it says anything else. */
function readSaid({ memory }: Dialogue, menu: ReadableMenu, standing: readonly OrderLineFact[], rest: string): readonly Said[] | undefined {
  const clauses = rest.replace(NO_FIRST, ' ').replace(AROUND, ' ').split(/,|\band\b(?=\s*(?:,|$))/).map((clause) => clause.replace(/\s+/g, ' ').replace(/^ ?(?:and )?| $/g, '').trim()).filter((clause) => clause !== '');
  const counts = clauses.flatMap((clause) => numberOf(NUMBER_ALONE.exec(clause)?.[1] ?? '') ?? []);
  const named = clauses.filter((clause) => !NUMBER_ALONE.test(clause)).map((clause) => clause.replace(NUMBER_BEHIND, '$2 $1'));
  const [count, ...others] = counts;
  if (others.length > 0) return undefined;
  const said = named.length === 0 ? [] : saidIn(menu, standing, named.join(', '));
  if (count === undefined || said === undefined) return said;
  const [only, ...more] = said.length > 0 ? said : spokenOf(standing, memory.dish);
  // "2 in all, one of them mild": how some of them are is said of no dish by name.
  if (said.length === 0 && named.length > 0 && only !== undefined) return saidIn(menu, standing, [`${String(count)} ${standing.find(({ itemId }) => itemId === only.itemId)?.itemName.toLowerCase() ?? ''}`, ...named].join(', '));
  return only === undefined || more.length > 0 ? undefined : [{ ...only, parts: only.parts.map((part) => ({ ...part, quantity: count })), isCounted: true }];
}

/** What a bare number is of: the only dish, or the one spoken of last. */
function spokenOf(standing: readonly OrderLineFact[], dish: string | undefined): Said[] {
  const ids = new Set(standing.filter(({ itemName }) => standing.every((line) => line.itemName === itemName) || itemName.toLowerCase() === dish).map(({ itemId }) => itemId));
  return [...ids].map((itemId) => ({ itemId, parts: [{ item_name: itemId, quantity: 1 }], isCounted: false }));
}

function saidIn(menu: ReadableMenu, standing: readonly OrderLineFact[], text: string): Said[] | undefined {
  const { lines, unclear, unknown, hasTalk, badQuantity } = readOrder(menu, text);
  if (unknown.length > 0 || hasTalk || badQuantity !== undefined) return undefined;
  const meant = unclear.map(({ items, quantity, how }): RequestedLine | undefined => {
    const [only, ...others] = [...new Set(standing.filter(({ itemName }) => items.includes(itemName)).map(({ itemName }) => itemName))];
    return only === undefined || others.length > 0 ? undefined : { item_name: only, quantity, ...how };
  });
  if (meant.includes(undefined)) return undefined;
  const all = [...lines, ...meant.flatMap((line) => line ?? [])];
  const numbers = wordsOf(text).filter((word) => numberOf(word) !== undefined).length;
  const articles = wordsOf(text).filter((word) => word === 'a' || word === 'an').length;
  const idOf = (name: string) => menu.menu.items.find((item) => item.name === name)?.id ?? name;
  const ids = [...new Set(all.map(({ item_name: name }) => idOf(name)))];
  return ids.map((itemId) => {
    const own = all.filter(({ item_name: name }) => idOf(name) === itemId).map((line) => ({ ...line, item_name: itemId }));
    // "Bhel and dabeli, dabeli mild": named once more to say how.
    const parts = numbers === 0 && own.length > 1 ? own.filter(({ options = [], notes }) => options.length > 0 || notes !== undefined).slice(0, 1) : own;
    return { itemId, parts, isCounted: numbers + articles >= all.length || parts.some(({ quantity }) => quantity !== 1) };
  });
}

/** "One hot and one mild" of those that stand, "one without onion" of more of them: parts of what there is. */
function isParted({ itemId, parts, isCounted }: Said, standing: readonly OrderLineFact[], text: string): boolean {
  const sum = (lines: readonly { readonly quantity: number }[]) => lines.reduce((total, { quantity }) => total + quantity, 0);
  const total = sum(standing.filter((line) => line.itemId === itemId));
  const isTold = parts.some(({ options = [], notes }) => options.length > 0 || notes !== undefined);
  return isCounted && isTold && (parts.length > 1 ? total > 1 || /\bof (?:them|those)\b/.test(text) : sum(parts) < total);
}

/** Every dish of the order is named with a number, and some of them as it stands: that is no more of it. */
function isRestated(said: readonly Said[], standing: readonly OrderLineFact[]): boolean {
  const lineOf = ({ itemId, parts }: Said) => standing.find((line) => line.itemId === itemId && parts.length === 1 && line.quantity === parts[0]?.quantity && (parts[0].options ?? []).every(({ choice }) => line.options.some(({ choice_id }) => choice_id === choice)));
  const isAll = standing.every(({ itemId }) => said.some((each) => each.itemId === itemId && each.isCounted));
  return said.length > 1 && isAll && said.some((each) => lineOf(each) !== undefined);
}

