/** What people laugh and sigh into a message. */
const NOISE = /(?:^|(?<= ))(?:lo+l|lmao|rofl|ha(?:ha)+|he(?:he)+|hi(?:hi)+|xd|omg|umm*|uhm*|er+m*|h+mm+|the (?:hell|fuck|heck)|on earth|bloody|damn|fucking|freaking|you know|i guess|i think|i mean to say)(?=$| |,)/g;
/** Behind a wish it asks no less. */
const IF_POSSIBLE = /[ ,]+(?:i mean|if (?:it is |it's |that's |that is )?(?:possible|ok|okay|alright|fine)|if (?:you|i) (?:can|could|may|might)|if you (?:don't mind|please|would|will)|when you can)$/;
/** "Start me off with a pizza", "put us down for two". */
const SET_UP_WITH = /\b(?:(?:start|kick|set|fix|hook) (?:me |us |it |things )?(?:off|up) with|sort (?:me|us) out with|hit (?:me|us) with|put (?:me|us) down for|sign (?:me|us) up for)(?= )/g;
/** "I should like two", as it was said once. */
const SHOULD_LIKE = /\b(i|we) should (?:very much |rather |so )?like\b/g;
/** Said of what was told, before what is wanted: "too pricey, small". */
const REMARK = /^(?:(?:hmm+|oh|wow|no|nah|nope|ok|but|that's|that is|it's|this is|way|a bit|bit|a little)[ ,]+)*(?:too|so|very|bit|really) (?:expensive|pricey|costly|much|dear) ?, (?=\S)/;
/** "2 dosa, no 3, and an idli": another number in the place of the one before. */
const OTHER_NUMBER = /(?<=\d[^,]*, )(no+) (?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten)(?: ?,| and\b|$))/g;
/** The same behind it: "take the thali off its too pricey". */
const REMARK_BEHIND = /(?<=^(?:(?:no|nah|ok|please|can you|actually)[ ,]+)*(?:remove|delete|drop|cancel|skip|take|make|change|swap)\b[^,]*?)[ ,]+(?:(?:cause|because|coz|as|since) )?(?:it's|its|it is|that's|thats|they're) (?:too|so|very|way too|a bit|really) (?:expensive|pricey|costly|much|dear|big|heavy|large)$/;
/** "Can i get like uh one kebab". */
const LIKE = /(?<=\b(?:can|could) (?:you|u|i|we) )like (?=[a-z]+ )|\blike (?=(?:an?|one|two|three|\d+|the)\b)(?<!(?:would|'d|i|we|they|you|feel|looks?|sounds?|something|anything) like )/g;
/** What a thing costs, as people ask it. */
const PAYING = /\b(?:what|how much) (?:would|will|do|does|did|should|shall|am|are|must) (?:i|we|they|you|it)(?: be)? (?:have to |has to )?(?:pay|paying|owe|owing|want|ask|charge|take) for (?=\S)/g;
/** What says that it is all, or an order of its own: nothing is wished by it. */
const NOTHING_BESIDE = /[ ,]+(?:(?:with |and )?nothing (?:on the side|with (?:it|them)|beside(?:s)?|added|extra)|as (?:an?|my|one) (?:separate|new|second|different|another|extra) (?:order|one))(?=$|[ ,])/g;
/** A word of content or doubt in front, with a comma behind it. */
const OPENING_WORD = /^(?:(?:fine|great|right|cool|alright|all right|perfect|nice|good|awesome|well|oh|yeah|sweet|lovely|excellent|wonderful|oh dear|oops|splendid|marvellous|anyway|anyways|anyhow|i forgot|sorry i forgot|oh i forgot) ?, )+(?=\S)/;
/** The same without a comma, before what is counted or wished: "sweet 1 snack pack". */
const EXCLAIMED = /^(?:(?:oh|ok|okay|well)[ ,]+)?(?:sweet|cool|great|nice|awesome|perfect|lovely|excellent|brilliant|fantastic|wonderful|amazing|splendid|super|wow|yay|alright|anyway|anyways|anyhow) (?=(?:\d|two\b|three\b|four\b|five\b|i'll\b|i'd\b|i want\b|i would\b|i will\b|can i\b|can we\b|could i\b|let's\b|let me\b|give me\b|get me\b|make it\b|make that\b))/;
/** "Kebab, can i get it with falafel" is one with it. */
const HAVE_IT = /(?<=\p{L}) ?, (?:can|could|may) (?:i|we) (?:please )?(?:get|have) (?:it|that|them|those|this) (?=with\b|without\b)/u;
/** "Where is it cheaper?": which of them is. */
const WHERE_CHEAPER = /^(?:(?:and|so|but|ok)[ ,]+)*where(?:'s| is| are) (?:it|that|this|they|those) (?:the )?(cheaper|cheapest)\b/;
/** "Place 1 more", "place an order for 2 dosa". */
const PLACED = /^(?:please )?place (?:an? (?:new )?order (?:for|of) )?(?=(?:\d+|an?|one|two|three|four|five|another) (?!orders?\b)\p{L})/u;
/** Before a question these ask nothing. */
const BEFORE_QUESTION = /^(?:(?:excuse me|pardon(?: me)?|and|so|but|ok|okay|well|oh|also|wait|sorry|please|pls|hey|alright|fine|no)[ ,]+)+(?=(?:what|which|who|whose|where|when|why|how|is|are|was|does|did|will|whats|do (?:you|they|u|we|i)|can (?:you|u) tell|tell me)\b)(?!what about|how about)/;
/** "..., and whether it comes without nuts", cut off from what it hangs on. */
const WHETHER = /^(?:and )?whether (it|they|that|this|these) (is|are|can|will|would|comes?|has|have|contains?|includes?|tastes?)\b/;
/** "What about now, 1 idli": now, and what is wanted. */
const NOW_THEN = /^(?:(?:and|so|ok|but|then)[ ,]+)*(?:what|how) about (?:now|today|right now)[ ,]+(?=\S)/;
/** Ways around a request, as polite people go. */
const ROUNDABOUT =
  /^(?:(?:would|is|will) it be (?:ok|okay|fine|all right|possible) (?:if (?:i|we) (?:could |can )?|to |for (?:me|us) to )|(?:would|is|will) it (?:be )?possible (?:to |for (?:me|us) to |that (?:i|we) )|(?:is there )?any (?:chance|way) (?:of |to |(?:that )?(?:i|we|you) (?:can|could) )|(?:i was|i'm|i am|we were) (?:just )?wondering if (?:i|we|you) (?:can|could|might) |i (?:would|'d) (?:really )?appreciate (?:it )?if (?:i|you) (?:can|could) |(?:do|would) you mind if i |(?:can|could|would|will) you (?:please |kindly )?(?:tell|let) me (?:know )?|would you be able to |(?:may|can|could) i (?:please )?(?:know|ask)(?: you)? |i(?:'d like| want| would like| need)? to know )(?:please )?/;
/** "The little one" is one of the children, and no one of anything. */
const SMALL_PERSON = /\b(?:the|my|our) (?:little|middle|young(?:er|est)|old(?:er|est)|eldest|tiny|wee|smallest) (one|ones|boy|girl)(?=(?:'s)? (?:hates?|loves?|likes?|wants?|would|does|doesn't|can't|cannot|is|has|eats?|says?|needs?|prefers?|dislikes?)\b)/g;
/** "My 5 year old", who is no five of anything. */
const AGED = /\b(?:my|our|his|her|the|an?) (?:\p{L}+|\d{1,2})[ -](?:years?|yrs?|months?)[ -]old(?: (?:sons?|daughters?|kids?|child|boy|girl|baby|grand\p{L}+|mother|father|mum|dad))?(?=$|[ ,'])/gu;
/** "Sev puri, less spicy that one": of what was just named. */
const THAT_ONE = / ?, ((?:with|without|no|less|extra|not|more|very) [^,\d]+?) (?:in |on |for )?(?:that|this) one$/;
/** Said behind what was chosen of something: "pav bhaji then". */
const CHOSEN = /(?<=\S)[ ,]+then$/;

/** "Ok, the idli": said of what was offered. */
const TAKEN = /^(?:(?:ok|okay|yes|yeah|fine|sure|alright|great|cool)[ ,]+)+(?!what|which|who|how|where|when|why|is\b|are\b|do\b|does\b|did\b|can\b|could\b|show|tell|menu|any\b|and\b|so\b|list)/;

/** A sentence without what says nothing. `isChosen`: it was said like a choice of what there is. */
export function plainSpeech(text: string): { readonly text: string; readonly isChosen: boolean } {
  const quiet = text.replace(NOISE, ' ').replace(/\s+/g, ' ').replace(/(?: ?, ?)+/g, ', ').replace(/^[\s,]+|[\s,]+$/g, '');
  const spoken = (quiet === '' ? text : quiet).replace(IF_POSSIBLE, '');
  const said = (spoken === '' ? text : spoken)
    .replace(NOTHING_BESIDE, '')
    .replace(SET_UP_WITH, 'i want')
    .replace(SHOULD_LIKE, '$1 would like')
    .replace(LIKE, '')
    .replace(AGED, 'my child')
    .replace(SMALL_PERSON, 'my child')
    .replace(PAYING, 'how much is ')
    .replace(WHERE_CHEAPER, 'which one is $1').replace(/\bas (\p{L}+) as (?:you can|possible|it gets)\b/gu, '$1')
    .replace(/ at all\b/g, '')
    .replace(/\bsame(?: same)+\b/g, 'same')
    .replace(/\b(want|wants|like|love) to (?:share|split|try|taste)\b/g, '$1')
    .replace(HAVE_IT, ' ')
    .replace(OPENING_WORD, '')
    .replace(EXCLAIMED, '')
    .replace(PLACED, 'order ')
    .replace(OTHER_NUMBER, '$1 wait ')
    .replace(REMARK, '')
    .replace(THAT_ONE, ' $1')
    .replace(REMARK_BEHIND, '')
    .replace(NOW_THEN, '')
    .replace(/\b(?:do|does) (it|they|that|this) comes? (?=without\b)|\bwhether (it|they|that|this) (?:come|comes|is|are) (?=without\b)/g, (_said, it = '', other = '') => `can ${String(it)}${String(other)} be had `)
    .replace(WHETHER, (_said, it: string, verb: string) => (/^(?:come|contain|include|taste)s?$/.test(verb) ? `does ${it} ${verb.replace(/s$/, '')}` : /^ha(?:s|ve)$/.test(verb) ? `does ${it} have` : `${verb} ${it}`))
    .replace(BEFORE_QUESTION, '')
    .replace(ROUNDABOUT, '');
  return { text: said.replace(CHOSEN, ''), isChosen: CHOSEN.test(said) || TAKEN.test(said) };
}

const FOOD_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/🍕/gu, ' pizza '],
  [/☕/gu, ' coffee '],
  [/[🍰🎂]/gu, ' cake '],
  [/🍟/gu, ' chips '],
  [/🥙/gu, ' kebab '],
  [/🥤/gu, ' coke '],
  [/🍔/gu, ' burger '],
];

/** A message in which emoji of food, where it is nothing else, are words: each kind once. */
export function withoutFoodSigns(message: string): string {
  if (/[\p{L}\p{N}]/u.test(message)) return message;
  return FOOD_SIGNS.filter(([sign]) => message.search(sign) >= 0).map(([, word]) => word.trim()).join(' and ') || message;
}
