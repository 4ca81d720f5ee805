import type { Catalogue } from './catalogue/catalogue';
import { UNWELL } from './questions/asked-merit';
import { normalise, numberOf, wordsOf } from './speech/utterance';

const LEADING = '(?:(?:hi|hello|hey|oops|ugh|and|but|so|or|oh+|ah+|well|then|now|ok|okay|hmm+|um+|uh+|because|since|as|yeah|you see|i mean|to be honest|honestly|actually|also)[ ,]+)*';
/** What is exclaimed, or leads up to what is said. */
const INTERJECTION = new RegExp(
  `^(?!well done)(?:${LEADING}(?:(?:hi+|hello+|hey+|hiya)(?: (?:there|again|all|everyone|everybody))?|ok|okay|great|brilliant|fine|good|perfect|wonderful|lovely|super|cool|right|alright|all right|excellent|awesome|amazing|sweet|nice(?: one)?|thanks?(?: (?:you|so much|a lot|very much|again|bhai|bhaiya|bro|boss|sir|madam|ji|mate|dear|yaar))*|cheers|ta|sorry|oh(?: (?:dear|no|well|wait))?|hmm+|well|wow|ugh+|yay|haha+|please|wait|listen|look|no worries|no problem|what a (?:pity|shame)|too bad|good (?:morning|afternoon|evening|day)|by the way|btw|one (?:more|last)(?: thing| question)?|one thing|first of all|next|in that case|on second thoughts?|come to think of it|remind me|let me (?:see|think)|quick question|(?:no|nope|nah),? (?:thanks?|thank you|need)|(?:i'll|i will|we'll) (?:skip|pass|pass on) ?(?:that|it|on that|this time)?|not for me|back to (?:business|it|us)|(?:i'm |i am )?just (?:curious|wondering|asking|checking)|i have (?:a|one|two|three|another|some|a few)(?: more)? questions?|(?:(?:i'm|i am|we're|we are) )?(?:all )?(?:done|finished|sorted|set)|that(?:'s| is| will be|'ll be) (?:all|it|everything|me|my lot|the lot|enough)(?: (?:for (?:me|us|now|today)|from (?:me|us)|thanks?))*|(?:that|this|it) (?:should|will|would|must|is going to) be (?:enough|plenty|fine)(?: for \\p{L}+(?: \\p{L}+)?)?|(?:my|our|his|her) \\p{L}+ (?:would|will|wants?(?: to)?) (?:like|have|wants?|take)? ?(?:one|some|it|that|the same|an? (?:bite|taste|piece|bit)(?: of it)?|to (?:try|taste)(?: it)?)(?: too| as well| also)?|nothing (?:more|else)(?: please)?|so why not|why not|what am i (?:saying|thinking|doing)|(?:it|that|they) (?:would|will|'d|'ll) (?:only |just )?(?:keep|make) (?:me|us|him|her|them) \\p{L}+|\\p{L}+(?:'s| is) (?:paying|treating|buying)(?: for .+| today| tonight| this time| the bill)?|(?:i|we) (?:want|would like|wanna|need)(?: to)? (?:eat|order|get food|order food|food|some food)(?: now| please)?|no more(?: items)?|here (?:are|is) my (?:details|order|info)|(?:(?:i'm|i am|we're|we are) )?(?:so |very |really )*(?:hungry|starving|famished|thirsty)|(?:it's|its|it is|that's|this is|they're) (?:all |only |just )?for (?:my |the |our |a |his |her )?(?:kids?|child(?:ren)?|toddlers?|baby|parents?|mum|mom|dad|grandma|grandpa|wife|husband|boss|friends?|party|guests?|family|team|office|us|me|him|her|them)|(?:i'll|we'll|i will|we will|let's|i|we) (?:stay|stick) (?:with|at|here|there)(?: [\\p{L}& ]{1,40})?|(?:that|it|this)(?:'ll| will| would)? (?:fits?|stays?|lies|is) (?:nicely |well |just |perfectly |still )*(?:in|within|into|under) (?:the|my|our) (?:budget|limit|means|range)|that sounds? (?:fun|good|great|nice|lovely|delicious|tasty|yummy|interesting)|sounds? (?:fun|nice|lovely|delicious|tasty|yummy|interesting)))$`,
  'u',
);
/** What gives a reason, or a case that has not come. */
const REASON = /^(?:(?:and|but|so|or)[ ,]+)*(?:because|cause|cos|coz|since|as (?:i|we|he|she|it|they|my|our)\b|in case|so that(?!')|otherwise|or else|if (?:there(?:'s| is| are)|it(?:'s| is| has) (?!possible|ok|open|closed)))/;
const VERB = "(?:am|is|isn't|are|aren't|was|were|has|have|had|does|do|doesn't|don't|did|didn't|can't|cannot|couldn't|won't|got|gets?|loves?|hates?|remembers?|reminds?|told|tells|said|says|heard|thinks?|thought|knows?|knew|feels?|raved|hopes?|used|never|always|really|agrees?|seems?|looks?|sounds?)";
/** Who a statement is about, and what is said of them: no wish begins so. */
const STATEMENT = new RegExp(
  `^${LEADING}(?:(?:i|we)(?:'m|'re|'ve)? (?!would|will|shall|take|choose|pick|prefer|fancy|like|could|can|may)\\p{L}+|(?:(?:he|she|they|it|this|that|these|those|there|someone|somebody|everyone|everybody|nobody)(?: (?:one|lot|all|place))?|(?:dad|mum|mom|grandma|grandpa)(?: just)?|(?:my|our|his|her|their|the|raw) (?:\\p{L}+ ){0,2}\\p{L}+) ${VERB})\\b`,
  'u',
);
/** What somebody does not eat, or loves, is a reason for what is asked beside it. */
const TASTE = new RegExp(`^${LEADING}(?:(?:my|our|his|her|the) (?:\\p{L}+ ){0,2}\\p{L}+|he|she|they|kids|children|dad|mum|mom) (?:hates?|loves?|dislikes?|adores?|(?:doesn't|does not|don't|do not|can't|cannot|shouldn't|should not|won't) (?:like|eat|have|drink|stand|touch))\\b`, 'u');
/** The verb of a statement stands right behind its subject. */
const BE = new RegExp(`^${LEADING}(?:(?:i|we|he|she|they|it|that|this|there)'(?:m|re|s)|(?:(?:i|we|he|she|they|it|this|that|these|those|there)(?: (?:one|lot|all|place))?|(?:my|our|his|her|their|raw) (?:\\p{L}+ ){0,1}\\p{L}+) (?:am|is|isn't|are|aren't|was|were|(?:do|does)(?:n't| not) (?:like|eat|agree|mind|know|drink|have)))\\b`, 'u');
/** "I am having the dosa", "that is 2 dosas": these order. */
const IS_WISH = /\b(?:having|taking|getting|ordering|after|looking|craving|going|mood|thinking of|in for|up for|wondering|allergic|vegetarian|vegan|jain|veg|people|of us|total|wrong|order|fewer|(?:one|an?|two|some) (?:\p{L}+ ){0,3}(?:less|more))\b/u;
/** An order is placed by a yes to what was shown, and not beforehand. */
const PLACED_AHEAD = /^(?:(?:and|then|so|please|just|now) )*(?:place|order|confirm|send|book|submit) (?:it|that|the order|my order) (?:if|when|once|as soon as|right away|straight away|directly)\b|^and (?:can|could|will) (?:you|u) (?:please |just |then |now |like )*(?:place|confirm|book|submit|send) (?:it|that|the order|my order)(?: (?:please|now|then|for (?:me|us)))*$/;
/** What is ordered is shown with its prices, and waits for a yes, as it is. */
const SHOWN_ANYWAY = /^(?:(?:and|then|so|please|just|but|now) )*(?:(?:can|could|may) (?:i|you) |let me |i'd like to |i want to )?(?:please )?(?:show|tell|give|see|know|check|hear)(?: me)? (?:the|that|its|your|what the) (?:price|total|bill|sum|summary|cost)(?: is| comes to)?(?: (?:as well|too|also|please))* ?(?:for my approval|first|beforehand|up front|as well|too|before (?:you|i) \p{L}+(?: (?:it|yes|that))?)$/u;
/** "The biryani can stay": it is in the order as it is. */
const KEPT = /\b(?:can|may|should|shall|will) (?:stay|remain)\b|\b(?:stays|remains)\b|\b(?:is|are) (?:fine|okay|ok|good|perfect|right) (?:as (?:it|they) (?:is|are)|like (?:that|this))$|^(?:(?:fine|ok|okay|no|alright|well|then|so|oh|yes|in that case)[ ,]+)*(?:keep (?:it|that|them|those|the (?!rest\b)[\p{L} ]+?)(?: (?:then|in|on|as (?:it is|is|they are)|there|please))*|leave (?:it|that|them|those|the (?!rest\b)[\p{L} ]+?) (?:in|as (?:it is|is|they are)|there)(?: (?:then|please))*)$/u;
/** What is not wanted yet is placed by a yes alone. */
const NOT_YET = /^(?:(?:wait|no|hold on|hang on|oh|but|please|ok|sorry|hey|stop)[ ,]+)*(?:don't|do not) (?:place|send|confirm|order|submit|book) (?:it|that|the order|my order|anything|this)(?: (?:yet|just yet|now|so far|please))*$/;
/** "I am 78." */
const AGE = /^(?:(?:and|but|because|as)[ ,]+)*(?:i'm|i am|he is|he's|she is|she's|we are|they are|(?:my|our) \p{L}+ (?:is|are)) (?:only |already |nearly |almost |over )?\d{1,3}(?: years?(?: old)?)?$/u;
const COMMAND = /\b(?:i (?:said|meant|asked|wanted)|(?:can't|cannot|can not) (?:have|eat)|make|made|add|remove|take|drop|cancel|swap|change|replace|keep|leave|hold|put|give|get|bring|send|deliver|show|tell|list|read|repeat|confirm|place|order|login|log|register|sign|review|rate|stars?|recommend|suggest|skip|double|undo|clear|start over|want|need|without|extra|instead|price|cost|total|bill|menu|open|close|account|password|allergic|allergy|vegetarian|vegan|jain|gluten|budget|cheap|halal)\b/;

/**
 * Whether a clause of a longer message asks for nothing: an exclamation, a reason, or a statement about somebody that names nothing of
 * a menu. What is said beside it is then all that is wanted.
 */
export function isIdle(clause: string, catalogue: Catalogue): boolean {
  const text = normalise(clause);
  if (text === '' || INTERJECTION.test(text)) return true;
  // Whoever is not well says what is wanted by it.
  if (UNWELL.test(text)) return false;
  if (catalogue.areaIn(text) !== undefined) return false;
  const words = wordsOf(text);
  const isCounted = words.some((word) => numberOf(word) !== undefined && !/^(?:one|do|a)$/.test(word));
  if (AGE.test(text)) return true;
  if (PLACED_AHEAD.test(text) || NOT_YET.test(text) || SHOWN_ANYWAY.test(text) || (TASTE.test(text) && !isCounted)) return true;
  if (REASON.test(text) || KEPT.test(text)) return !isCounted;
  if (BE.test(text) && !IS_WISH.test(text) && !isCounted) return true;
  return STATEMENT.test(text) && !COMMAND.test(text) && !isCounted && catalogue.mentionIn(text) === undefined && !words.some((word) => catalogue.isDishWord(word)) && catalogue.dishIn(text) === undefined;
}
