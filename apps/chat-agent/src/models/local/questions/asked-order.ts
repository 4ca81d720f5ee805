import type { Dialogue } from '../dialogue';

/** What the order under way is called, and what is told of it. */
const ORDER = '(?:(?:whole|hole|entire|full|complete|current|final|present|running|pending|open) )*(?:order|cart|basket|bag|tray|tab)';
const SUM = '(?:(?:grand|final|full|total|whole|complete|overall|last) )*(?:total|bill|sum|damage|amount|balance|summary|summery|overview|recap|rundown)';
const THING = `(?:(?:the|my|our|this|that|a|an) ${ORDER}|${ORDER} (?:details?|summary|total|so far|overview)|(?:(?:the|my|our|this|a|an|quick|short|little) )*${SUM}|the (?:final|total|full|whole|overall) (?:price|cost)|(?:final|total) (?:price|cost|order)|the (?:price|cost) of (?:it all|everything|all of (?:it|that)|(?:the|my) (?:whole |entire )?order)|mera order)`;
const ALL = '(?:it|it all|that|this|everything|all(?: of)?(?: (?:it|that|this))?|the (?:whole|entire) (?:thing|lot)|what (?:i|we)(?: have|\'ve)?(?: got)?(?: now| so far)?|(?:what|everything) (?:i|we) (?:ordered|picked|chose|took|want|\'m paying|am paying|owe)|everything (?:i|we) have|what (?:i\'m|we\'re) (?:paying|getting|ordering)|what (?:you|u)(?:\'ve| have)? (?:got|noted|taken|written|have)(?: down)?(?: so far| for me)?)';
const SHOW = "(?:show|see|view|check|double check|double-check|read|repeat|recap|summari[sz]e|sum up|go over|go through|run (?:me |us )?through|walk (?:me |us )?through|take (?:me |us )?through|tell|give|list|hear|have|get|look at|have a look at|take a look at|look over|display|pull up|confirm|review|print|remind me of|dikhao|batao|bolo)";
/** Of "it" these ask for something else: "get it", "list all". */
const HAND = '(?:get|have|list|give|see|tell|confirm|display|check)';
const BACK = '(?: (?:back|out|up|to me|for me|me|over|again|with me|one by one|in full|together|off))*';

/** Around the request, in any number. */
const BEFORE =
  /^(?:(?:just to (?:be (?:sure|clear)|double check|check|confirm)|(?:and|so) just|and|so|but|ok|okay|now|well|oh|wait|please|pls|good|great|fine|right|alright|all right|perfect|super|yes|no|sorry|actually|hey|um+|just|then|first|before (?:that|anything)|to be sure|one (?:more|last) time|let me|let's|i want(?: to)?|i'd like(?: to)?|i would like(?: to)?|i need(?: to)?|i wish to|(?:can|could|may|might|will|would|shall) (?:you|i|we)(?: please| just| quickly| kindly)*|you can|do me a favou?r and|what about|how about|kindly|quickly|once (?:more|again))[ ,]+)+/;
const BEHIND =
  /(?:[ ,]+(?:please|pls|now|then|so far|again|once (?:more|again)|one (?:final|last|more) time|at the moment|right now|currently|today|in total|in all|altogether|all together|first|thanks|thank you|at the end|in the end|just to be (?:sure|clear|safe)|to be sure|to me|for me|for us|with (?:me|us)|(?:with|and|including|incl) (?:the |all |its )*(?:total|tax|taxes|gst|prices?|final price|costs?|everything|sum|summary|amount)|(?:so (?:that )?|before |and |then |because )?(?:i|we|i'll|you|i'm|we're)(?: am| are)? (?:can |could |will |may |shall |want to |would like to )?(?:confirm|decide|check|say yes|place it|order it|press the button|pay|go|send it|ready(?: to (?:order|confirm|go))?|finish)(?: (?:it|anything))?|before (?:anything happens|ordering|placing it|confirming)|so to speak|if you (?:will|please)|kitna(?: hua| hai)?|batao|bata do|dikhao|kitne))+$/;

const REQUESTS: readonly RegExp[] = [
  new RegExp(`^${THING}(?: (?:for|on|of) (?:everything|it all|all of (?:it|that)|(?:the|my) order|(?:the |these |those |all )*(?:\\w+ )?(?:things?|dishes|items)(?: (?:we|i) \\w+)?))?$`),
  new RegExp(`^(?!${HAND}(?: me| us)? (?:it|that|this|all|it all|all of it|everything)$)${SHOW}(?: (?:me|us|back))?${BACK} (?:back |me |us )*(?:${THING}|${ALL})${BACK}(?: (?:and|with) (?:${THING}|${ALL}))*${BACK}$`),
  new RegExp(`^(?:${THING}|sab) (?:show|tell|batao|dikhao|bata do|dikha do)(?: (?:me|do|na))*$`),
  // "And the bhel is off, right?"
  /^(?:the |my |that )?[\p{L}' ]{3,40} (?:is|are|was|were) (?:now |already |all |really )*(?:off|gone|out|removed|cancelled|dropped|deleted)(?: (?:now|already|then|right|yes|the order|my order|the list))*$/u,
  // "That makes?"
  /^(?:which|that|this|it|all that|all this) (?:makes|comes to|adds up to)(?: (?:what|how much))?$/,
  new RegExp(`^(?:sum|read|go|run|count|add|tally) ${ALL} (?:up|back|out|over|through|together)${BACK}$`),
  // "What does my order look like?", "where do we stand?"
  new RegExp(`^(?:what|how) (?:does|do|would|will|did) (?:${THING}|it all|everything|things|we|it) (?:look(?: like)?|stand|come to|add up to|say|total)(?: like)?$`),
  new RegExp(`^(?:what|what's|how much)(?: is|'s| are|'re)? (?:all |everything )?(?:in|on|inside) ${THING}$`),
  new RegExp(`^(?:what's|what is|what was|how much is|how much's|how big is|how high is|tell me|and|whats) (?:${THING}|it all|everything)(?: (?:for|on|of|to|come|comes|with|at) ?(?:everything|it all|the order|my order|to|tax|all of (?:it|that))?)?$`),
  /^where (?:do|are|have) (?:we|i|things)(?: (?:stand|at|got to|so far))?(?: (?:on|with|at|in) (?:the |my )?(?:price|prices|cost|order|total|money|bill))?$/,
  new RegExp(`^(?:is|are) (?:${THING}|everything) (?:still |all |really |now )*(?:there|ok|okay|right|correct|complete|fine|saved|in|open|kept|good|on it|on (?:the|my) order)$`),
  new RegExp(`^(?:is|are|do i have|have i got|have we got|did i (?:put|leave)|is there|are there)(?: there)? (?:still )?(?:anything|something|any (?:items|dishes|food|orders?)|everything|it all|that all)?(?: else)?(?: (?:still|left|now))* (?:in|on|inside) ${THING}$`),
  // "What have I got now?", "did you get all of that?"
  /^what(?: all)? (?:have|did|do) (?:i|we) (?:got|have|get|order|take|taken|put|write|written|wrote|picked|chosen|ordered|ordering)(?: (?:down|now|there|here|noted|for my order|ordered|so far|together|got|(?:in|on) (?:my|the|our) (?:order|cart|basket|bag)))*$/,
  /^what(?: all)? (?:have|did|do) you (?:got|have|get|note|noted|take|taken|put|write|wrote|written)(?: (?:now|there|ordered))*(?: (?:down|noted|for me|for us|for my order|so far|under my name|from me))+$/,
  /^(?:did|have|do) you (?:get|got|have|note|noted|take|taken|understand|understood)(?: (?:down|me))? (?:all(?: of)? (?:it|that|this)|everything|it all|my (?:whole |full )?order|that all)(?: down| right)?$/,
  /^(?:have|did) (?:i|we) (?:got|get|have|order|forgotten|ordered) (?:it all|everything|all of it)$|^is (?:that|this) (?:all|everything)(?: (?:that )?(?:i|we) (?:ordered|wanted|have|asked for)| on (?:the|my) order)$/,
  /^what(?:'m| am| are|'re) (?:i|we) (?:getting|ordering|paying|having|eating|about to (?:order|pay|get))(?: for)?(?: all)?$/,
  // What it costs, all of it.
  /^(?:what|how much)(?: money)? (?:do|did|will|would|shall|should|am|are|must) (?:i|we)(?: have to| need to| got to)? (?:owe|pay|paying|be paying|spend|spending|owing)(?: you| the restaurant| for (?:it|that|this|it all|everything|all of (?:it|that|this)))?(?: all)?$/,
  /^(?:what|how much)(?: (?:is|does|will|would|do)|'s|'ll)* (?:everything|it all|all (?:of )?(?:it|that|this)|(?:the|my) (?:whole |entire )?order|the (?:whole|entire) (?:thing|lot))(?: (?:all|be|is|cost|costs|come|comes|going|coming|gonna|amount|run|set|add|up|make|total|to|me|us|back|now))*$/,
  /^(?:what|what's|how much) (?:are|is|would|will|do|does)(?: all)?(?: (?:both|all|they|the (?:two|three|four)|these|those|it)(?: of (?:them|these|those|it))?) (?:be |cost |make |come to )?(?:all )?together$/,
  // "It" may be a dish, unless it is a total.
  /^(?:what|how much)(?: (?:is|does|will|would|do)|'s|'ll)* (?:it|that|this)(?: (?:is|be|going to|cost|come|make))*(?: (?:all|up|me|us|back|to|set|run|add|costing|coming|out|at|now|then|total|in total|in all|altogether|all together|in the end))*(?: (?:cost me|cost us|come to|add up to|set me back|set us back|run me|total|up to|in total|in all|altogether|all together|in the end|with (?:the |all )?(?:tax|taxes|gst)(?: included)?))$/,
  /^(?:remind|tell|show)(?: me)?(?: again)? what (?:i|we|i've|we've)(?: have| just)? (?:ordered|got|have|picked|chose|asked for|took|wanted)$/,
];

/** So long is no request that is nothing else. */
const LONGEST = 160;

/** Of all of it: of one dish, or of what is told elsewhere, it is another question. */
const OF_ELSE = /\b(?:last|previous|past|earlier|old|recent|placed|history|yesterday|orders|usual|reviews?|menus?|restaurants?|places?|hours|delivery|each|per|share|split|calories|minutes)\b/;

/**
 * Whether a sentence asks to see the order under way or what all of it comes to, and nothing else: the one place that decides so. Each of
 * its clauses does, or leads up to one that does.
 */
export function asksForOrder({ text, catalogue }: Pick<Dialogue, 'text' | 'catalogue'>): boolean {
  if (text.length > LONGEST || OF_ELSE.test(text.replace(/\b(?:one )?last time\b/g, '')) || catalogue.dishIn(text) !== undefined) return false;
  if (isRequest(text)) return true;
  const clauses = text.split(/, | and (?=what|how|where|is|show|tell|give|read)/).filter((clause) => clause !== '');
  return clauses.some(isRequest) && clauses.every((clause) => isRequest(clause) || LEADING.test(clause));
}

/** "I am ready to order", "that's enough": what is said beside such a request. */
const LEADING = /^(?:(?:i'm|i am|we're|we are)(?: now)? (?:ready|done|finished)(?: to (?:order|confirm|go|pay))?|(?:that's|that is|this is) (?:all|it|enough|everything|good|great|fine|perfect)(?: for (?:me|us|now))?|(?:good|great|ok|okay|fine|perfect|lovely|alright|super|thanks|thank you|sorry|well|so|and|now|i want to be sure.*|just (?:to be )?(?:sure|checking)|so to speak|before i .*))$/;

function isRequest(clause: string): boolean {
  const asked = clause.replace(BEFORE, '');
  const bare = asked.replace(BEHIND, '');
  return REQUESTS.some((pattern) => pattern.test(asked) || pattern.test(bare));
}

const TOTAL = /\b(?:total|damage|bill|tax|taxes|gst|amount)\b/;
const ASKS_TOTAL = /^(?:(?:and|so|ok|okay|hey)[ ,]+)?(?:what|what's|is|are|does|do|will|would|how much|show|tell|give|total|the total|my total)\b/;
const ONLY_TOTAL = /^(?:the |my |grand |and |so |final )*(?:total|bill|amount|damage)(?: (?:please|now|then))*$/;
/** "My order", "the bill": also where it is one of those that were placed. */
export const STANDING = /^(?:is there |do i have |have i got )?(?:anything|something) (?:still )?in (?:my|the) (?:cart|basket|bag|order)$|^(?:(?:show|see|view|check|what(?:'s| is)|whats|tell|give|me|in|review|the|my|is|please|so|far|current|repeat) )*(?:cart|basket|bag|current order|order so far|bill|total|my order|the order|order under way)(?: (?:please|so far|now|total|again|is))*$/;
/** "What does it come to?" */
const COMES_TO = /\bwhat (?:does|do|will|would) (?:it|that|this|all (?:of )?(?:it|that|this)|everything|(?:my|the) order) (?:all )?(?:come to|make|total|add up to)\b|\bhow much (?:of (?:it|that|this) )?is (?:the )?(?:tax|gst)\b/;
/** "How much so far?", "what did I just order?" */
const SO_FAR = /\bhow many\b(?! (?:pieces?|slices?|people|calor)).*\b(?:is (?:that|it)|are (?:there|they)|(?:that|it) is)(?: now| so far)?$|\bis my order (?:ok|okay|right|correct|fine)$|\bhow many\b.*\b(?:do|did|have) i (?:have|got|order|ordered|take)?\b|\b(?:which|what)\b.*\b(?:did|have) i (?:take|took|taken|order(?:ed)?|have|get|got|add(?:ed)?|ask(?:ed)?)\b|\b(?:how much|what)\b.*\b(?:so far|in total|altogether|all together|until now|till now|up to now)$|\bwhat (?:did|have|do) i (?:just (?:order(?:ed)?|add(?:ed)?)|have (?:now|so far))$/;

/** Whether a sentence asks for the order under way where there is one, in words that may mean something else where there is none. */
export function asksForOrderUnderWay({ text, catalogue }: Pick<Dialogue, 'text' | 'catalogue'>): boolean {
  // "Worth a try, what's the total now".
  const asked = text.split(', ').at(-1) ?? text;
  if (SO_FAR.test(asked) || ONLY_TOTAL.test(asked)) return true;
  const isOfTotal = COMES_TO.test(asked) || (TOTAL.test(asked) && ASKS_TOTAL.test(asked));
  return isOfTotal && catalogue.dishIn(text) === undefined;
}
