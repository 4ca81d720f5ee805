import { wordsOf } from './speech/utterance';

const LEADING = '(?:(?:and|so|but|ok|okay|oh|well|wait|hmm+|sorry|please|pls|hey|hi|hello|no|yes|yeah|yep|nope|actually|also|then|now|btw|by the way|hang on|hold on|just|tell me|i mean|i (?:only |just )?asked)[ ,]+)*';
/** What asks: nothing that it names is ordered by it. "How about 2 dosas", "what I want is" and "why not" order. */
const ASKED = new RegExp(
  `^${LEADING}(?:what(?:'s)?(?! (?:about|(?:i|we)(?:'d| would|'m| am)? (?:want|need|like|mean|meant|said|ordered|having|getting))\\b)|which(?! ever\\b)|who|whose|where|when(?! you(?:'re| are)?\\b)|why(?! (?:not|don't)\\b)|how(?!ever| about\\b)|is|are|was|were|isn't|aren't|wasn't|weren't|does|doesn't|did|didn't|has|hasn't|haven't|(?:am|have|had) (?:i|we|you|u|they|he|she|it)|(?:do|don't) (?:i|we|you|u|they|these|those|any|people)|do (?:the|both|all) (?:\\p{L}+ ){1,3}(?:come|have|contain|taste|need|get|include|cost)|(?:the )?difference between)\\b`,
  'u',
);
/** "..., which makes it three" goes on. */
const RELATIVE = /^(?:which|who|whose|when|where)\b/;
/** "Can two people share a thali": of what can be done, and no request. */
const CAN = new RegExp(`^${LEADING}(?:can|could|may|might|will|would|should|shall) (?:\\p{L}+ ){1,4}?(?:share|split|feed|eat|afford|finish|manage|fit|fill|survive|digest|handle)\\b`, 'u');
/** "Idli for a toddler is it soft", "chocolate room has cold coffee right". */
const ASKED_BEHIND = /\p{L} (?:where|from where)$|\b(?:is|are|does|do|has) (?:it|they|these|those|there)\b|\b(?:is|are|has|have|does|serves?|sells?|comes?|got)\b.* (?:right|correct|no|na|hai na|isn't it|don't (?:you|they)|doesn't it|or not|or what)$/u;
const MONEY = '(?:(?:rs|inr) )?\\d{2,}(?: ?(?:rs|rupees?|inr|dollars?|bucks?))?';
/** What tells something of a dish. */
const TOLD = new RegExp(
  [
    "\\b(?:back in (?:my|the)|back then|in my (?:time|day|days|youth|childhood)|years ago|long ago|when i was|used to|once upon)\\b",
    "\\b(?:is|are|was|were|'s|seems?|looks?|sounds?) (?:a bit |a little |way |far |just |so |really )*too (?:much|many|expensive|costly|pricey|big|small|spicy|sweet|heavy|oily|dear)\\b",
    "\\b(?:(?:i|we) (?:already|have already|had already) (?:have|had|ordered|got|put|added|said|told)|(?:i|we|i've|we've) (?:have |had )?already)\\b",
    "\\b(?:i|we) (?:(?:only|just) (?:asked|wanted to (?:know|ask|see))|was (?:only |just )?asking|asked (?:you )?(?:what|which|if|whether|how|about|a question))\\b",
    `^${LEADING}(?:the |my |that )[\\p{L}' ]{3,40} (?:is|are|was|were) (?:now |already |all |really )*(?:off|gone|out|removed|cancelled|dropped|deleted)(?: (?:now|already|then|right|yes|the order|my order|the list))*$`,
    '\\b(?:something|anything) (?:like|similar to|such as|along the lines of)\\b',
    `^${LEADING}(?:the |an? |your )?(?!(?:it|that|this|order|total|(?:my|our|the) order)\\b)[\\p{L}' ]{3,40} (?:is|are|was|were|costs?) (?:only |just |like |about |around |for )*${MONEY}$`,
    `^${LEADING}(?:the |an? |your )?[\\p{L}']+(?: [\\p{L}']+){0,3} (?:has|have|contains?|had) [\\p{L} ]+ so no(?: thanks| thank you)?$`,
  ].join('|'),
  'u',
);
/** "In my time" a dish was: where nothing stands that it could put right. */
const WAS = /\b(?:was|were)\b(?! (?:supposed|meant|to be)\b)/;
const WISHED = /\b(?:(?:i|we) (?:want|need)|(?:i|we)(?:'ll| will) (?:have|take|get)|(?:i|we)(?:'d| would) (?:like|love)|give (?:me|us)|get me|gimme|bring (?:me|us)|send (?:me|us)|please (?:add|send|bring|give|make|remove|change)|let me have|do you think (?:you|i|we) (?:can|could))\b(?! to (?:know|ask|see)\b)/;
/** Said behind a question, it is not of what is asked. */
const ORDERED = /^(?:(?:and|then|so|but|ok|okay|please|pls|also|if (?:so|yes|not)|yes|no|just|i'd like|i want|i'll have)[ ,]+)*(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|add|make|give|get|send|bring|order|take|remove|drop|change|swap|replace|cancel|i(?:'ll| will| want|'d like| need)|let's|keep|put|(?:with|without|no|only|just) (?!(?:no|problem|worries|thanks|thank|need|way|i|we|it|wait|sorry)\b)\p{L}+|can (?:i|you|we)|could (?:i|you|we))\b/u;

/**
 * Whether a sentence only asks or tells something: what it names is neither ordered nor changed by it, however well it could be read
 * as an order. A clause of its own that orders makes it no such sentence.
 * @param text in the form of `normalise`
 * @param hasOrder whether an order is under way, which "it was 2 dosas" may put right
 */
export function ordersNothing(text: string, hasOrder: boolean): boolean {
  const clauses = text.split(/\s*,\s+/).filter((clause) => wordsOf(clause).length > 0);
  const isAsked = (clause: string, index: number) => ((ASKED.test(clause) && !(index > 0 && RELATIVE.test(clause))) || CAN.test(clause) || isAskedBehind(clause)) && !WISHED.test(clause);
  const isTold = (clause: string) => (TOLD.test(clause) || (!hasOrder && WAS.test(clause))) && !WISHED.test(clause);
  const isTalk = (clause: string, index: number) => isAsked(clause, index) || isTold(clause);
  return clauses.some(isTalk) && clauses.every((clause, index) => isTalk(clause, index) || (!ORDERED.test(clause) && !WISHED.test(clause)));
}

function isAskedBehind(clause: string): boolean {
  return ASKED_BEHIND.test(clause) && !ORDERED.test(clause);
}
