import type { Dialogue } from '../dialogue';
import { wordsOf } from '../speech/utterance';

/** So long is no question that is nothing else. */
const LONGEST = 140;

const BEFORE = /^(?:(?:and|so|but|ok|okay|now|well|oh|please|pls|good|great|fine|hey|thanks|thank you(?: so much| very much)?|sorry|actually|then|just|also|no|(?:can|could|may|might|would|will) (?:you|i|we)(?: please| just)*|i want(?: to)?|i'd like(?: to)?|i would like(?: to)?|let me|let's|tell me|check(?: for me)?|i wonder|do you know|any idea)[ ,]+)+/;
const BEHIND = /(?:[ ,]+(?:please|pls|then|now|yet|already|again|for me|so far|thanks|thank you|though|right|or not|are there any|is there any|if there are any|today|tonight))+$/;

const PLACED = '(?:placed|confirmed|received|accepted|sent|submitted|booked|scheduled|done|through|in|ready|coming|delivered|cancelled|canceled|on (?:its|the) way|being (?:made|prepared|cooked)|in the kitchen|cooking|there|ok|okay|all done|all set|complete|completed|processed|registered|final)';
const MINE = '(?:my|the|our|that|this) (?:(?:last|latest|first|previous|most recent) )?(?:order|food|meal|dinner|lunch)';
const IT = `(?:it|that|this|everything|all|${MINE})`;

/** How a placed order stands. What says "it" alone means the order that was just spoken of. */
const STATUS: readonly RegExp[] = [
  new RegExp(`^did ${IT} (?:all )?(?:go|get|come|make it)(?: (?:ok|okay|fine|well))?(?: (?:through|thru|in|placed|out|over|there|ordered|sent|confirmed))?(?: (?:ok|okay|fine|all right|alright))?$`),
  new RegExp(`^(?:is|was|has|are|were|have|did) ${IT} (?:been |get |got |gone |now |really |all |actually |successfully )*${PLACED}(?: (?:now|yet|already|ok))?$`),
  /^(?:did|have) you (?:already |really |actually )?(?:place|placed|order|ordered|send|sent|book|booked) (?:anything|something|any (?:order|food))$|^(?:has|did|is) (?:any|an|no|my|the) order (?:gone|go|been|get|got|be)(?: \w+)*$/,
  /^(?:no|my|the|an|any) order (?:has|have|was|is)(?:n't| not)? (?:gone|been|got|placed|sent)(?: (?!if\b|and\b)[a-z]+){0,2}[ ,]+(?:has|have|was|is)(?:n't)? (?:it|there)$/,
  /^(?:did|have) you (?:already |really |actually )?(?:place|placed|send|sent|submit|submitted|order|ordered|book|booked|get|got|receive|received|confirm|confirmed) (?:it|that|this|my order|the order)(?: through)?$/,
  /^(?:has|have|did|does|do) the (?:restaurant|kitchen|place|shop|cook|chef)s? (?:got|gotten|get|have|received|receive|accepted|accept|confirmed|confirm|seen|see|know about) (?:it|that|this|my order|the order)$/,
  new RegExp(`^(?:(?:is there |are there |have you )?any |the |give me an |an |some )?(?:news|update|updates|word|status)(?: (?:on|about|of|for|from)(?: (?:it|that one|that|this|${MINE}|the (?:restaurant|kitchen)))?)?(?: is)?$`),
  new RegExp(`^(?:what(?:'s| is)|how(?:'s| is)) (?:happening|going on|up|the (?:news|status|progress|state)|it going|${MINE})(?: (?:with|of|on|about|for) ${IT})?(?: (?:doing|coming(?: along| on)?|going|getting on))?$`),
  new RegExp(`^(?:what(?:'s| is) )?(?:my|the|its) order (?:number|no|id)$`),
  new RegExp(`^where(?:'s| is| are)? (?:is )?${MINE}(?: (?:is|at|now))*$`),
  new RegExp(`^(?:track|follow|check(?: on)?|look up) ${MINE}$`),
];

const ORDERS = '(?:(?:all|any|some|every one|the list|a list|of|my|our|the|these|those|past|previous|earlier|old|older|recent|last|other|placed|former|existing|few|own|complete|full|whole) )*(?:orders|order history|purchase history|ordering history|history(?: of (?:my )?orders)?|purchases)';
const ASKING = "(?:do|did|have|had|has|i|i've|we|we've|show|see|view|list|tell|give|me|us|what|what's|which|about|are|is|was|were|there|any|pull up|bring up|open|look at|have a look at|go through|get|check|find|display|how many|up|at|with|you|here|in|on|to|for|of|the|status|my account|everything)";
const BEHIND_ORDERS = "(?: (?:i|i've|we|we've|have|had|did|made|make|placed|place|ordered|got|get|given|on|in|at|under|from|with|you|here|this|my|account|name|app|before|so far|ever|until now|yet|already|past|look like|there|are|of mine|cancelled|in total))*";

/** What was ordered before. */
const HISTORY: readonly RegExp[] = [
  new RegExp(`^(?:${ASKING} )*${ORDERS}${BEHIND_ORDERS}$`),
  /^(?:have|had|did) (?:i|we) (?:ever |already |once )*(?:ordered|order|bought|buy|had|eaten|got)(?: (?:anything|something|any food|food|here|from you|with you|at all|before|in the past|already|yet|previously|earlier|else|on here))+$/,
  /^(?:what|what all|everything|all|(?:a |the )?list of (?:what|everything|all)|(?:show|see|list|tell|give|read)(?: me)?(?: a list of)? (?:what|everything|all(?: that)?)|is there a list of (?:what|everything)|let me see (?:what|everything))(?: that)?(?: have| did| had)? (?:i|we|i've|we've|i had|i have)(?: ever| already| previously)? (?:ordered|order|bought|had|got|eaten)(?: (?:before|in the past|with you|from you|here|until now|till now|ever|up to now|earlier|previously|last (?:time|week|month)|over time|in total))+$/,
  /^how (?:much|many)(?: money| orders| times)? (?:did|have|had) (?:i|we)(?: already| ever)? (?:spend|spent|paid|pay|ordered|order|placed|made)(?: (?:in total|altogether|all together|here|with you|so far|in all|until now|overall|on food|on all of them|for all of them|before))*$/,
  /^(?:which|what)(?: one| order)?(?: of (?:them|those|these|my orders|the two|the three|both))?(?: (?:order|one))? (?:was|is|were|cost) (?:the )?(?:more|most|less|least)?(?: ?(?:expensive|cheap|cheaper|cheapest|dear|dearer|dearest|costly|bigger|biggest|smaller|smallest|higher|highest|lower|lowest|first|oldest|earliest|earlier|latest|newest|last))?(?: (?:one|order))?$/,
];
/** Of orders that were listed, and of nothing else in sight. */
const OF_LISTED = /^(?:which|what)\b.*\b(?:expensive|cheap\w*|dear\w*|costly|big\w*|small\w*|high\w*|low\w*|first|oldest|earli\w+|latest|newest|last)\b/;

const DISH = /\b(?:my|the|our) (\p{L}+(?: \p{L}+)??)(?= (?:is|are|was|being|ready|coming|on|there|done|yet|here|placed|confirmed)\b|$)/gu;

/** "Is my pizza being made?" asks for the order that has one. */
function withOrder(text: string, { placed }: Dialogue['memory']): string {
  const words = new Set(placed?.dishes.flatMap(({ name }) => wordsOf(name.toLowerCase())) ?? []);
  return text.replace(DISH, (said, name: string) => (wordsOf(name).every((word) => words.has(word) || words.has(word.replace(/s$/, ''))) ? 'my order' : said));
}

/** What of their placed orders a person asks after: how one stands, all of them, or neither. The one place that decides so. */
export function askedOfPlaced({ text, memory, facts }: Dialogue): 'status' | 'history' | undefined {
  if (text.length > LONGEST) return undefined;
  const asked = withOrder(text, memory).replace(BEFORE, '');
  const forms = [asked, asked.replace(BEHIND, '')];
  if (forms.some((form) => HISTORY.some((pattern) => pattern.test(form)))) {
    const isOfListed = memory.orders !== undefined && memory.list === undefined && facts.order === undefined;
    return OF_LISTED.test(asked) && !/\borders?\b/.test(asked) && !isOfListed ? undefined : 'history';
  }
  if (!forms.some((form) => STATUS.some((pattern) => pattern.test(form)))) return undefined;
  const isNamed = new RegExp(`\\b${MINE}\\b`).test(asked) || /\border (?:number|no|id)\b|\b(?:through|thru)\b|\bdid you\b|\b(?:an|any|no) order\b/.test(asked);
  const isListed = memory.orders !== undefined && memory.list === undefined && facts.order === undefined;
  return isNamed || isListed || memory.isOfPlaced === true ? 'status' : undefined;
}

const OPENING = '^(?:(?:and|so|but|ok|okay|oh|yes|wait|please|hey|thanks|great|good|sorry|tell me)[ ,]+)*';
const THOSE = '(?:you|they|he|she|it|(?:the )?(?:kitchen|restaurant|chef|cook|driver|rider|order))';
/** "How will I know it is on its way?", "will they call me?" */
const WORD_OF_IT = /\b(?:how|when) (?:do|will|would|can|shall|should) (?:i|we) (?:know|find out|be told|hear|see|learn|be (?:informed|notified))\b(?! (?:what|which|how))|\bwill (?:you|they|he|someone|somebody|anyone|the (?:restaurant|driver|rider|kitchen)) (?:tell|let|call|text|message|notify|inform|ring|alert|update) (?:me|us)\b|\b(?:do|will) (?:i|we) (?:get|receive) (?:an? |any |some )?(?:message|call|notification|text|sms|update|otp|confirmation|email)s?\b/;
const ARRIVING = /\b(?:it|order|food|way|coming|ready|here|arriv\w+|left|out|when|driver|rider|delivered|there|done|placed|confirmed|through|accepted|happen\w*)\b/;
/** "Did you tell them no onion?" */
const TOLD_SO = new RegExp(`${OPENING}(?:did|have|has|do|does|will) ${THOSE} (?:\\p{L}+ )?(?:tell|told|note|noted|pass|passed|write|written|wrote|mention|mentioned|put|add|added|say|says|know|see|seen|asked?|inform|informed|include|included|get|got|have|leave|left)\\b`, 'u');
/** "Is it mild, as I said?" */
const AS_SAID = new RegExp(`${OPENING}(?:is|are|was|were|will|did|does|do|have|has)\\b.*\\b(?:as|like|the way) (?:i|we) (?:have )?(?:said|asked|wanted|told|ordered|requested|wished)\\b`);
/** "Show me my last order with the sides." */
const IN_DETAIL = new RegExp(`^(?:(?:and|so|ok|please|can you|could you|i want to|i'd like to)[ ,]+)*(?:show|see|view|give|tell|read|list|repeat|remind)(?: me| us)?(?: of| about| again)? ${MINE}(?: again)? (?:with|and|including|plus|in) (?:(?:all|the|its|my|any|every|full|more) )*(?:sides?|notes?|options?|extras?|toppings?|choices?|details?|everything|instructions?|wishes|requests?|sauces?|total|prices?|items?|dishes)\\b`);

/** What of an order that was placed, or is about to be, is asked in other words: how one hears of it, or whether it holds what was said. */
export function detailAsked({ text }: Pick<Dialogue, 'text'>): 'word' | 'contents' | 'as said' | undefined {
  if (text.length > LONGEST) return undefined;
  if (WORD_OF_IT.test(text) && ARRIVING.test(text)) return 'word';
  if (AS_SAID.test(text)) return 'as said';
  return TOLD_SO.test(text) || IN_DETAIL.test(text) ? 'contents' : undefined;
}
