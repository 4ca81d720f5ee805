import { isAgreement, isRefusal } from '../../../../conversation/agreement';
import { type Dialogue, dialogueOf } from '../../dialogue';
import { type DialogueMemory, isFresh, type Question } from '../../dialogue-memory';
import { call, type Move, say, withNote } from '../../move';
import { numberOf, ordinalOf } from '../../speech/utterance';

type Placed = NonNullable<DialogueMemory['placed']>;

const LEADING = "(?:(?:oh|oops|ok|okay|no|wait|sorry|actually|please|hey|hang on|hold on|damn|shit|mate|bro|and|but|so|now|then|yes|also|still|just|kindly|quickly|maybe|can you|could you|can i|could i|can we|could we|may i|may we|will you|would you|is it (?:still )?possible to|is it too late to|is there (?:still )?time to|any (?:chance|way) (?:to|i can|we can|you can)|(?:how|where) (?:do|can) (?:i|we)|i (?:want|wanted|need|needed|have|had) to|i'd like to|i would like to|i should have)[ ,]+)*";
const CHANGE = new RegExp(`^${LEADING}(?:change|edit|modify|update|correct|fix|swap|replace|remove|delete|take (?:off|out)|reduce|make (?:it|that|the|them|those|one|both|all|my|\\d+|two|three))\\b`);
const FORGOT = /\b(?:i|we) forgot(?: to (?:say|tell(?: you)?|mention|add|ask for|put))?(?: (?:that|about))?\b(?:[ ,]+([^ ,].*))?$/;
/** "No onion on the kebab", of what was just placed. */
const WISH = new RegExp(`^${LEADING}(?:no|without|less|extra|more) [\\p{L} ]+ (?:on|in|to|with|for) (?:it|that|them|the|my)\\b`, 'u');
const ADDING = /\b(?:add|another|one more|(?:\d+|two|three|four) more|also|as well)\b/;
const OF_ORDER = /\b(?:placed order|(?:my|the|that) (?:(?:last|placed|previous) )?order)\b/;
const TO_IT = /\b(?:to|on|in|with|into) (?:it|that|this|them|(?:my|the|that) (?:(?:last|placed|previous) )?order)\b/g;
/** "That's two, I said only one", "it should have been mild": what was placed is not what was meant. */
const NOT_AS_SAID = new RegExp(`^${LEADING}(?:(?:that|this|it|there)(?:'s| is| are| was| were| has)? .*\\b)?(?:(?:i|we) (?:(?:clearly|only|just|did|had|had only) )*(?:said|say|asked|ask|wanted|meant|mean|ordered|told you|needed)|(?:it|that|this|they|the [\\p{L} ]+?) (?:should|was supposed to|were supposed to|was meant to|is supposed to) (?:be|have been|have|say))\\b(.*)$|^${LEADING}(?:that|this|it)(?:'s| is| was) (?:(?:totally|all|completely|just|so) )*(?:wrong|not (?:right|correct|what (?:i|we) .*))$`, 'u');
const MISTAKE = /\b(?:ordered|order|it|that)\b.*\bby mistake\b|\bwrong order\b|\b(?:i|we) (?:did not|didn't|do not|don't) want\b/;
/** As many messages behind it an order that is placed may be meant without its name. */
const RECENT = 3;

/** A placed order cannot be changed: to cancel it and order it anew is offered, and what is added is said to be an order of its own. */
export async function placedChanges(dialogue: Dialogue, read: (piece: Dialogue) => Promise<Move | undefined>): Promise<Move | undefined> {
  const { text, facts, memory: { placed } } = dialogue;
  if (facts.order !== undefined || facts.pendingOrder !== undefined || placed === undefined || facts.username === undefined) return undefined;
  if ((placed.age > RECENT && !OF_ORDER.test(text)) || isOfOther(dialogue, placed)) return undefined;
  if (MISTAKE.test(text)) return offerCancelling(placed);
  const found = FORGOT.exec(text);
  const meant = found === null && isJustPlaced(dialogue, placed) ? NOT_AS_SAID.exec(text) : null;
  if (meant !== null) return offerAnew(placed, correctionIn((meant[1] ?? '').replace(/^[ ,]+/, ''), placed));
  const forgot = found === null ? undefined : (found[1] ?? '');
  if (ADDING.test(text) && forgot === undefined && !CHANGE.test(text)) return besides(dialogue, placed, read);
  if (forgot === undefined && !CHANGE.test(text) && !WISH.test(text)) return undefined;
  return offerAnew(placed, changeIn(text, forgot));
}

/** Nothing else was spoken of since. */
function isJustPlaced({ memory }: Dialogue, { age }: Placed): boolean {
  return age <= RECENT && memory.list === undefined && (memory.question === undefined || memory.question.kind === 'cancel_placed');
}

/** "Only one" of an order of one dish is so many of it; where it says less than that, what should be different is told when it is put anew. */
function correctionIn(said: string, { dishes }: Placed): string {
  const count = /^(?:for )?(?:only |just )?(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:of (?:it|them|those|these)|plates?|pieces?|only|please))*$/.exec(said)?.[1];
  const [only, ...others] = dishes;
  return count === undefined || only === undefined || others.length > 0 ? '' : `make the ${only.name} ${String(numberOf(count) ?? 1)}`;
}

/** It names another place, or a dish that is not of that order. */
function isOfOther({ text, mention, catalogue }: Dialogue, { restaurant, dishes }: Placed): boolean {
  if (mention !== undefined && mention.restaurant.name !== restaurant) return true;
  if (ADDING.test(text)) return false;
  const named = catalogue.dishNamesIn(text).flatMap((name) => catalogue.dishesCalled(name));
  return named.length > 0 && !named.some(({ item }) => dishes.some(({ name }) => name === item.item_name.toLowerCase()));
}

/** "I forgot the olives on that, can you change it" adds olives. */
function changeIn(text: string, forgot: string | undefined): string {
  const said = (forgot ?? text.replace(new RegExp(`^${LEADING}`), '')).replace(/[ ,]+(?:can|could|will|would) (?:you|i|we) (?:please )?(?:change|add|do|fix|edit)\b.*$/, '').replace(/ in (?:my|the) (?:\p{L}+ )?order\b/u, '').replace(/ (?:on|to|in) (?:it|that|them)$/, '').replace(/^(?:the|some|my) /, '').trim();
  return forgot === undefined || /^(?:no|without|less|make|remove|it|i)\b/.test(said) || said === '' ? said : `add ${said}`;
}

/** What comes on top is an order of its own. */
async function besides(dialogue: Dialogue, { restaurant }: Placed, read: (piece: Dialogue) => Promise<Move | undefined>): Promise<Move | undefined> {
  const said = dialogue.text.replace(TO_IT, ' ').replace(/\s+/g, ' ').trim();
  const move = await read(dialogueOf(said, { ...dialogue, memory: { ...dialogue.memory, restaurant, placed: undefined } }));
  const isOrder = move?.kind === 'call' ? move.calls.some(({ tool }) => tool === 'add_to_order') : move?.memory.question !== undefined;
  return move === undefined || !isOrder ? undefined : withNote(move, `Your order from ${restaurant} is placed and cannot be added to. This is a second, new order:`);
}

function placedText({ restaurant, total, dishes }: Placed): string {
  return `Your order from ${restaurant} (${dishes.map(({ name, quantity }) => `${String(quantity)} × ${name}`).join('; ')}, ${total}) is placed`;
}

/** @param change what is to be different in the order that takes its place */
export function offerAnew(placed: Placed, change: string): Move {
  return say(`${placedText(placed)}, and a placed order cannot be changed. Shall I cancel it, and put the same in a new order to be changed? (yes / no)`, ['Yes', 'No'], { isOfPlaced: true, question: { kind: 'cancel_placed', id: placed.id, rest: change === '' ? 'repeat my last order' : `repeat my last order but ${change}` } });
}

/** Whether to cancel it, and nothing besides. */
export function offerCancelling(placed: Placed): Move {
  return say(`${placedText(placed)}. Shall I cancel it? (yes / no)`, ['Yes', 'No'], { isOfPlaced: true, question: { kind: 'cancel_placed', id: placed.id } });
}

/** The answer to whether a placed order shall be cancelled, and be ordered anew where that was offered. */
export function cancelOffered({ text, message, memory }: Dialogue, { id, rest }: Extract<Question, { kind: 'cancel_placed' }>): Move | undefined {
  if (!isFresh(memory)) return undefined;
  if (/\bcancel\b/.test(text) && !/\b(?:don't|do not|not)\b/.test(text) && text.split(' ').length <= 6) return call('cancel_order', { order_id: id }, { question: undefined, rest: /\b(?:yes|again|anew|re-?order)\b/.test(text) ? rest : undefined });
  if (isAgreement(message)) return call('cancel_order', { order_id: id }, { question: undefined, rest });
  return isRefusal(message) ? say('All right, that order stays as it is placed. Would you like anything else?', ['My orders', 'Show restaurants'], { question: undefined, isOfPlaced: true }) : undefined;
}

/** "The new one", "2", "both": which of the order under way and the placed one is to go. */
export function whichCancelled({ text, message, memory }: Dialogue, { id }: Extract<Question, { kind: 'which_cancelled' }>): Move | undefined {
  if (!isFresh(memory)) return undefined;
  const drop = { tool: 'cancel_pending_order', parameters: {} };
  const cancel = { tool: 'cancel_order', parameters: { order_id: id } };
  const calls = /\b(?:both|all)\b/.test(text) ? [drop, cancel] : /\b(?:new|pending|first|current|not placed)\b/.test(text) || ordinalOf(text) === 0 ? [drop] : /\b(?:placed|second|old|older|last)\b/.test(text) || ordinalOf(text) === 1 ? [cancel] : [];
  if (calls.length > 0) return { kind: 'call', calls, memory: { question: undefined } };
  return isRefusal(message) || /\b(?:neither|none|keep)\b/.test(text) ? call('show_order', {}, { question: undefined, note: 'All right, I cancel neither of them.' }) : undefined;
}
