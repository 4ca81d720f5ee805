import { type Dialogue, dialogueOf } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { wordsOf } from '../../speech/utterance';

/** "Scrap that, i want pizza": what was said before goes, and something else is wanted. */
const DROPPED = /^(?:(?:no+|nah|ok|okay|actually|sorry|wait|hmm+|oh|please|just|let's|then|fine|right|i (?:feel like|fancy|want|prefer|would rather have|think i want)(?: (?!\d)\p{L}+){1,3}(?= ?,))[ ,]+)*(?:scrap|forget|never ?mind|cancel|drop|leave|skip)(?: (?:about )?(?:all (?:of )?)?(?:it|that|this|all|everything|them|(?:the |my |that |this )?(?:whole )?order|\p{L}+(?: \p{L}+)?(?=,)))?[ ,]+(?:(?:and|then|but|instead|just|rather|(?:let's |we )?(?:start|begin) (?:all )?(?:again|over|afresh|fresh|anew|new))[ ,]+)*([^ ,].*)$/u;
/** "Never mind, make it 3" changes what there is. */
const CHANGE = /^(?:make|add|remove|change|delete|it|that|the|with|without|no|(?:one|two|three|four|\d+) of (?:it|them|those|these))\b/;

/** "Remove all, then ...", "start over. ...", "new order: ...": all of it goes, and what follows is the order. */
const ANEW =
  /^(?:(?:no+|nah|ok|okay|actually|sorry|wait|hmm+|oh|please|just|let's|i want to|can (?:you|we)|forget (?:it|that)|scrap that)[ ,]+)*(?:(?:clear|empty|remove|delete|cancel|drop|scrap) (?:everything|it all|all(?: of (?:it|them|that))?|(?:the |my )?(?:whole |entire )?(?:order|cart|basket))(?: please)?(?:,? (?:and|then|now)(?: then| now)?|,)|start (?:all )?(?:over|again|afresh|anew|fresh|from scratch)(?: with| and)?|(?:(?:a|my|make it a) )?new(?: order)?(?=,| (?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b)))[ ,]+(?:(?:and|then|but|instead|just|only|now|please|with|add|order|take|give me|get me|i want|i need|i'll have|make it)[ ,]+)*((?!except\b|but\b|the\b|of\b)[^ ,].*)$/;

/** Drops the order under way where it is said that all begins anew: what follows is no correction of it. */
export function startingAnew(dialogue: Dialogue): Move | undefined {
  const rest = orderedAnew(dialogue);
  return rest === undefined || !isUnderWay(dialogue) ? undefined : call('cancel_pending_order', {}, { question: undefined, list: undefined, rest });
}

function orderedAnew(dialogue: Dialogue): string | undefined {
  const rest = ANEW.exec(dialogue.text)?.[1];
  return rest !== undefined && namesFood(dialogue, rest) ? rest : undefined;
}

/** Drops the order under way where the person wants something else in the same breath. */
export function dropping(dialogue: Dialogue): Move | undefined {
  const rest = insteadOf(dialogue) ?? besidesDropping(dialogue);
  return rest === undefined || !isUnderWay(dialogue) ? undefined : call('cancel_pending_order', {}, { question: undefined, list: undefined, rest });
}

/** Where no order is under way there is nothing to drop: the dialogue with only what is wanted. */
export function withoutDropping(dialogue: Dialogue): Dialogue {
  const rest = isUnderWay(dialogue) ? undefined : besidesDropping(dialogue);
  // A placed one is cancelled by it.
  const isOfPlaced = dialogue.memory.placed !== undefined && rest !== undefined && /\bcancel\b/.test(dialogue.text.slice(0, -rest.length));
  return rest === undefined || isOfPlaced ? dialogue : dialogueOf(rest, { ...dialogue, memory: { ...dialogue.memory, question: undefined } });
}

/** "Masala dosa, forget the butter chicken": all of the order goes, and the other comes. */
const DROPPED_BEHIND = /^([^,]+), (?:(?:and|so|please|just|then)[ ,]+)*(?:scrap|forget|cancel|drop) (?:about )?(?:the |my |that )?([\p{L}' ]+)$/u;

function insteadOf({ text, facts: { order }, catalogue }: Dialogue): string | undefined {
  const [, wanted = '', dropped = ''] = DROPPED_BEHIND.exec(text) ?? [];
  const dish = catalogue.dishIn(wanted);
  const isAll = order?.lines.every(({ itemName }) => wordsOf(itemName.toLowerCase()).some((word) => word.length >= 3 && wordsOf(dropped).includes(word))) === true;
  return dish !== undefined && isAll && !order.lines.some(({ itemName }) => itemName.toLowerCase() === dish) ? wanted : undefined;
}

function besidesDropping(dialogue: Dialogue): string | undefined {
  const anew = orderedAnew(dialogue);
  if (anew !== undefined) return anew;
  const rest = DROPPED.exec(dialogue.text)?.[1];
  return rest === undefined || CHANGE.test(rest) || !isAboutFood(dialogue, rest) ? undefined : rest;
}

function isUnderWay({ facts }: Dialogue): boolean {
  return facts.order !== undefined || facts.pendingOrder !== undefined;
}

/** With a comma or a verb before it, so that "cancel the dosa" stays a change of the order. */
function isAboutFood({ catalogue, text }: Dialogue, rest: string): boolean {
  const isApart = text.includes(', ') || /^(?:i|we|let's|lets|give|get|order|gimme|can|show)\b/.test(rest);
  return isApart && namesFood({ catalogue }, rest);
}

function namesFood({ catalogue }: Pick<Dialogue, 'catalogue'>, text: string): boolean {
  return catalogue.mentionIn(text) !== undefined || wordsOf(text).some((word) => catalogue.isDishWord(word));
}

const NOT_WANTED = /^(?:(?:no|but|ok|sorry)[ ,]+)*(?:i |we )?(?:don'?t|do not) (?:want|need|like|eat)(?: to (?:eat|have))?(?: any| the| an?)? (.+)$/;

/** "I don't want butter chicken", where none is ordered: that orders none. */
export function refusing({ text, catalogue, facts }: Dialogue): Move | undefined {
  const dish = catalogue.dishIn(NOT_WANTED.exec(text)?.[1] ?? '');
  if (facts.order !== undefined || dish === undefined || / (?:but|just|only|give|i want)\b/.test(text.slice(text.indexOf(dish)))) return undefined;
  return say(`All right, no ${dish}. What would you like instead? I can show you others: "anything but ${dish}".`, [`Anything but ${dish}`, 'Show restaurants'], { question: undefined });
}
