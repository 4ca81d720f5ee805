import { withEveryChoice } from '../orders/every-choice';
import type { OrderLineFact } from '../../chat-model';
import type { ReadableMenu } from '../catalogue/catalogue';
import type { Dialogue } from '../dialogue';
import { isOrder, isSecondPlace } from '../intents/orders/ordering';
import { wishIn } from '../orders/kitchen-notes';
import { numberAlone, numberOf, wordsOf } from '../speech/utterance';
import { asEdit } from './rewording';

/** A sentence that may change the order under way. */
export interface Change {
  readonly dialogue: Dialogue;
  readonly standing: readonly OrderLineFact[];
  readonly menu: ReadableMenu;
  /** As it was said, without the name of the restaurant. */
  readonly spoken: string;
  /** Without what opens it, in the words of edits; "make it 3" where a number was said alone. */
  readonly said: string;
}

/** What makes a sentence a change. */
export interface Asked {
  /** A choice of a group that takes one, said alone: "large". */
  readonly choice: string | undefined;
  /** Something for the kitchen, said alone: "no onion". */
  readonly wish: string | undefined;
  /** It is short, and nothing but what it names tells that it is a change: "medium". */
  readonly isOptionAlone: boolean;
}

/** "No, make it 3" and "yes but make it 3" change the order; the first words only say how the person feels about it. */
const OPENING = /^(?:(?:no+(?=,| (?:make|change|add|remove|take|delete|drop|cancel|skip|swap|replace|wait|just|only|actually|sorry|i|it's|there|\d+|one|two|three|four|five|six)\b)|nope|nah|nahi|yes|yeah|yep|ok|okay|sure|wait|hmm+|actually|sorry|my (?:mistake|bad|fault|error)|oops|oh|but|please|pls|hold on|alright|can you|could you|can we|(?:and|also)(?= (?:please )?(?:make|change|remove)\b))[ ,]+)+(?=\S)/;
/** What speaks of changing. */
export const CHANGING = /\b(?:make|change|remove|delete|drop|take (?:out|off|away)|without|no|not|instead|replace|swap|switch|less|more|extra|only|just|double|cancel|skip|minus|reduce|increase|with|empty|hatao|except|keep|forget|scrap|lose|ditch|undo|swop|exchange|rather|hold|don't want|get rid|leave (?:off|out)|nothing else|scratch|omit|bump|cut|knock|trade|substitute|upgrade|downgrade|could one|can one|i mean|i meant|as an?|on (?:the|both|all|each|it|them|one|two)|should be|must be|to be)\b/;
/** A number said to correct the one before: "no wait 3", "sorry, 3". */
const CORRECTED_NUMBER = /^(?:(?:no+|nope|nah|nahi|wait|sorry|actually|only|just|i (?:said|meant|want)|make (?:it|that)|change (?:it|that) to|how about|what about|let's (?:do|make it|have)|oops|oh|hmm+|please|can i (?:get|have)|could i (?:get|have)|i'll (?:take|have|get)|i'd like|i need|get me|give me|gimme)[ ,]+)+(\w+)$/;
/** "The same for my friend": once more what was ordered last. */
const SAME = /^(?:(?:and|also|the|one)[ ,]+)*same (?:again|(?:thing )?(?:for|to) (?:me|him|her|us|them|my|the|our)\b)/;
/** What no wish begins with. */
const NOT_YET = /^(?:(?:no|wait|hmm+|sorry|please)[ ,]+)*not (?:just )?(?:yet|now)\b/;
const ASKS_ONLY = /^(?:(?:and|so|but|ok|okay)[ ,]+)*(?:how (?:many|long|big)|which|when|where|who|why|what(?:'s| is| are| do| does))\b/;
const ASKING = /^(?:what|what's|how|is|are|does|do|which|why|when|where|who|can|could|will)\b/;
/** As many words as a choice has that is said alone. */
const MAX_SHORT = 3;

/** "Turns out we are only 4, so 4 of each": why, and what. */
const SO_MANY_NOW = /^[^,]{3,60}\b(?:we are|we're|there are|there's|it's) (?:only |just |now )*\w+(?: of us| people)?[ ,]+so (?=(?:make|just|only|\w+ (?:of )?each)\b)/;
const BEFORE_VERB = /^(.*?[^ ,][ ,]+)(?=(?:drop|remove|delete|cancel|skip|make|change|swap|replace|add|take (?:off|out|away))\b)/;
const NO_STORY = /\d|\b(?:take|remove|drop|delete|cancel|make|change|add|swap|replace|skip|put|no|not|never|without|only|just|instead|if|don't|do not|with|one|two|three|four|five|six)\b/;

/** The change that a sentence may ask for; undefined where no order stands, another place is named, or it only asks. */
export async function changeIn(dialogue: Dialogue): Promise<Change | undefined> {
  const { facts: { order }, mention, catalogue, text } = dialogue;
  if (order === undefined || (mention !== undefined && mention.restaurant.name !== order.restaurantName)) return undefined;
  if ((mention !== undefined && isSecondPlace(dialogue, mention)) || ASKS_ONLY.test(text) || NOT_YET.test(text)) return undefined;
  const spoken = withSpokenOf(mention?.rest ?? text, order.lines, dialogue.memory.dish);
  const quantity = numberOf(CORRECTED_NUMBER.exec(spoken)?.[1] ?? '') ?? (order.lines.length === 1 ? numberAlone(spoken) : undefined);
  const menu = await catalogue.menuOf(order.restaurantName);
  const told = withoutStory(spoken, catalogue).replace(OPENING, '');
  const every = withEveryChoice(menu.menu, told, order.lines);
  const plain = every !== told && EVERY_ALONE.test(told) ? `add ${every.replace(/^with /, '')}` : every;
  const said = quantity === undefined ? asEdit(plain, order.lines) : `make it ${quantity}`;
  return { dialogue, standing: order.lines, menu, spoken, said };
}

/** "All the toppings", without a verb. */
const EVERY_ALONE = /^(?:with )?(?:all|every|each|everything|the works|fully)\b/;
const POINTED = /\b(make|change|turn|have|keep|cut|remove|take|put|add|on|to|in|with|without|of) (?:it|that|this)(?= |$)(?! (?:one|dish|order|all|back|off|out|away|up)\b)/;

/** "Make it 3", of several: the dish that was spoken of last, where one line alone has it and it is not the last one anyway. */
function withSpokenOf(text: string, lines: readonly OrderLineFact[], dish: string | undefined): string {
  const at = lines.flatMap(({ itemName }, index) => (itemName.toLowerCase() === dish ? [index] : []));
  const [only, ...others] = at;
  if (dish === undefined || only === undefined || others.length > 0 || only === lines.length - 1) return text;
  return text.replace(POINTED, (_phrase, before: string) => `${before} the ${dish}`);
}

/** What it asks for; undefined where it asks for no change. */
export function askedBy({ dialogue, standing, menu, said }: Change): Asked | undefined {
  const choice = choiceAlone(menu, said);
  const wish = choice === undefined && !isOfOther(dialogue, standing, said) && !isDishExtra(dialogue, said) ? wishIn(said) : undefined;
  const isTold = choice !== undefined || describesLines(menu, standing, said) || wish !== undefined || isOrder(said) || CHANGING.test(said) || SAME.test(said);
  const isShort = wordsOf(said).length <= MAX_SHORT && !ASKING.test(said);
  return isTold || isShort ? { choice, wish, isOptionAlone: !isTold } : undefined;
}

/** "Pav bhaji extra": one more of a dish, and nothing for the kitchen. */
function isDishExtra({ catalogue }: Dialogue, said: string): boolean {
  return /\bextra$/.test(said) && wordsOf(said).some((word) => word.length >= 3 && catalogue.isDishWord(word));
}

/** "One guy is not coming, drop 1 punjabi": why it changes says nothing of what. */
function withoutStory(spoken: string, catalogue: Dialogue['catalogue']): string {
  const why = SO_MANY_NOW.exec(spoken);
  if (why !== null) return spoken.slice(why[0].length);
  const [, story = ''] = BEFORE_VERB.exec(spoken) ?? [];
  const isStory = wordsOf(story).length >= 3 && !NO_STORY.test(story.replace(/^(?:oh|hey|wait|sorry|so|and|ok)?[ ,]*(?:one|1|two|2) (?:of us|guy|person|friend|people|guests?|kid)\b.*?(?:n't|nt|not)\b/, '')) && !wordsOf(story).some((word) => catalogue.isDishWord(word));
  return isStory ? spoken.slice(story.length) : spoken;
}

/** It names a dish that the order does not have. */
function isOfOther({ catalogue }: Dialogue, standing: readonly OrderLineFact[], said: string): boolean {
  const dish = catalogue.dishIn(said);
  if (dish === undefined || standing.some(({ itemName }) => itemName.toLowerCase().includes(dish))) return false;
  return catalogue.dishesCalled(dish).every(({ item }) => standing.every(({ itemName }) => itemName !== item.item_name));
}

/** "Bhel hot, pani puri mild": dishes that stand and choices of the menu, and nothing besides. */
function describesLines({ menu }: ReadableMenu, standing: readonly OrderLineFact[], said: string): boolean {
  const words = wordsOf(said).map(singular);
  const ofLines = new Set(standing.flatMap(({ itemName }) => wordsOf(itemName.toLowerCase())).map(singular));
  const ofChoices = new Set(menu.option_groups.flatMap(({ choices }) => choices.flatMap(({ name, aliases = [] }) => [name, ...aliases])).flatMap((name) => wordsOf(name.toLowerCase())).map(singular));
  const isOf = (known: ReadonlySet<string>) => words.some((word) => known.has(word));
  return isOf(ofLines) && isOf(ofChoices) && words.every((word) => ofLines.has(word) || ofChoices.has(word) || AROUND_LINES.test(word));
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

const AROUND_LINES = /^(?:and|the|is|are|should|be|but|hmm+|please|with|my|then|also|it)$/;

/** "Large", "no medium": a choice of a group that takes one, and nothing else. */
function choiceAlone({ menu }: ReadableMenu, said: string): string | undefined {
  const bare = said.replace(/^(?:(?:no+|nope|actually|sorry|rather|only|just|wait|the|let's|i'll|go(?: for| with)?)[ ,]+)+|(?: (?:one|please|pls|instead|size|sized))+$/g, '');
  const names = menu.option_groups.filter(({ max }) => max === 1).flatMap(({ choices }) => choices.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  return names.some((name) => name.toLowerCase() === bare) ? bare : undefined;
}
