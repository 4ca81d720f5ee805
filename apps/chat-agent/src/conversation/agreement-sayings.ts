import { APPROVING, AS_WANTED, SETTING_OFF } from './agreement-phrases';
import { type Saying, sayings } from './sayings';

/** What a piece of a message does that may agree to an order. */
export type Part =
  /** A yes in so many words. */
  | 'agreement'
  /** Calls what was shown good; agrees where nobody says that it was all. */
  | 'approval'
  /** Asks for the order to be placed. */
  | 'request'
  /** Says that nothing is missing; agrees to nothing. */
  | 'completion'
  /** Says what the order is: a dish or the total of it. */
  | 'naming'
  /** Points at it: "that one", beside a mere "ok", may be something else. */
  | 'pointing'
  /** Changes nothing. */
  | 'filler';

/** What calls something good. */
export const GOOD =
  '(?:ok|okay|okey|okie|fine|correct|right|alright|all ?right|perfect|great|good|awesome|cool|lovely|wonderful|super|superb|excellent|brilliant|amazing|fantastic|fabulous|marvell?ous|splendid|terrific|nice|delicious|yummy|beautiful|ideal|accurate|spot on|in order|as it should be|theek|thik|sahi|acceptable|good to go)';
const HOW = '(?:all |so |very |just |quite |really |absolutely |perfectly |totally |completely |exactly |entirely )*';
const ORDER = '(?:the|my|our|this|that) (?:whole |entire |full |complete |final )?(?:order|lot)';
const IT = `(?:it|that|this|them|those|these|(?:that|this|the) (?:(?:second|third|new|last|next|latest) )?one|(?:that|this|the) (?:second|third|new|next|latest) order|everything|all of (?:it|that|this|them)|it all|${ORDER})`;
const CONFIRM = '(?:confirm|confrim|confim|comfirm|cofirm|conform)';
const PLACE = `(?:place|book|send|submit|finali[sz]e|process|complete|dispatch|put|deliver|${CONFIRM})`;
/** These may as well be said of a dish that was spoken of since, and agree to nothing alone. */
const TAKE = '(?:order|get|bring|buy|have|take)';
const BEHIND = '(?: (?:off|in|through|over|out|along|as well|too|for (?:me|us)|(?:to|for) the kitchen))*';

const AGREEMENTS = [
  'ys|yas|yus|mhm+|uh ?huh|aye|ofc|for sure|hell yea+h*|hell yes|oui|a big yes|thumbs up|done deal|y|yes+|yse|yess?ir|ya+h*|ye+|yea+h*|yeh|yep+|yup+|affirmative|si|indeed|sure(?: thing)?|surely|absolutely|definitely|certainly|obviously|naturally|clearly|of course|by all means|you bet|why not|(?:we|you|they)(?: all| both)? agree|(?:everyone|everybody|all of us) agrees?|(?:everyone|everybody|we all|all) (?:is|are) (?:happy|in|agreed|fine)(?: with (?:it|that|this))?',
  '(?:ha+n? )?pakka|ha+n?|haan ?ji|han ?ji|ji(?: ha+n?)?|bilkul|हाँ|हां|हा|जी|હા',
  ...SETTING_OFF,
  `${CONFIRM}|confirme?d|agreed?|approved?|accepted|(?:i|we) do(?: (?:it|that|this|${ORDER}))?|(?:i|we) (?:do |hereby |can |fully )?(?:${CONFIRM}|agree|approve|accept)(?: (?:${IT}|(?:to|with) (?:it|that|all of (?:it|this|that)|everything|the (?:price|total|order))))?(?: too| as well)?`,
  'go|(?:(?:you|u) (?:may|can|could|should) (?:now )?)?(?:do )?go (?:right |straight )?ahead(?: with (?:it|that|this|the order|my order))?|go for (?:it|that)|go on(?: then)?|lock (?:it|that|this) in|make it so|do (?:it|that|so)|please do|lets (?:do (?:it|that|this|so)|go(?: for it| ahead| with (?:it|that|this))?|have (?:it|that))|(?:do )?proceed(?: with (?:it|that|this|the order|my order))?|go with (?:it|that|this|the order|my order)',
];

const APPROVALS = [
  ...APPROVING,
  `${GOOD}|k|ok+|okay+|thi?ek hai|theek hai|sahi hai|chalo|chalega|ठीक|exactly|precisely|true|lgtm`,
  `(?:its|thats|thatll be|thatd be|itd be|it would be|this is|it all is|all is|(?:everything|all of (?:it|that|this)|all that|it all|${ORDER}|the (?:total|price|summary)|all) (?:is|looks|sounds|seems|reads)|(?:it |that |this |they )?(?:all )?(?:looks?|sounds?|seems?|reads?)|all) ${HOW}${GOOD}(?: (?:to|for|with|by) (?:me|us))?`,
  `${GOOD} (?:for|with|by) (?:me|us)`,
  'thats exactly (?:it|right)|thats it exactly|(?:that |it |this )?works(?: fine| well)?(?: for (?:me|us))?|im (?:happy|fine|good|ok|okay|pleased|satisfied) with (?:it|that|this|everything|the order)',
];

const REQUESTS = [
  'place',
  `lets (?:order|place)(?: (?:it|that|this))?|(?:(?:you|u) (?:may|can|could|should) (?:now )?)?(?:do )?${PLACE} (?:me |us )?${IT}${BEHIND}|(?:place|${CONFIRM}|book|send|submit) (?:order|all)${BEHIND}|place (?:the|my) orders?|order (?:it|everything|all of (?:it|that))${BEHIND}|send|check ?out`,
  '(?:aur )?(?:order |confirm |place |book )?kar(?: ?(?:do|dena|dijiye)|o|iye|iyega|wa ?do|a ?do)(?: (?:order|confirm|place|book))?|kijiye|(?:order )?(?:bhej|mangwa|manga|laga|daal|dal|mokli) ?(?:do|dena|dijiye|lo)|bhejo|mangwao|mokl(?:o|jo|avo)',
  // "Order" alone may as well begin one.
  '(?:ok|okay|fine|good|great|alright|right|sure|perfect|correct|cool)+ (?:please |now |then )?order(?: (?:it|that|this))?|(?:please|kindly) order|order (?:please|now|away)',
];

const MORE_OF_IT = '(?: of it| folks| then)?(?: for (?:me|us|now|today|tonight|this time|the moment))*(?: from (?:me|us|my (?:side|end)|our (?:side|end)))?';

const COMPLETIONS = [
  `(?:thats|thatll be|that should be|thatll do|this is|its) (?:about |pretty much |really )?(?:all|it|everything|enough|plenty|(?:the|my|our) lot|me(?: done)?|us(?: done)?|(?:the|my|our) (?:whole |entire |full |complete )?order|the (?:whole|full) (?:thing|list))${MORE_OF_IT}`,
  `thatll do(?: it| nicely)?${MORE_OF_IT}|thats (?:all )?(?:i|we) (?:want|need|wanted|needed)|thats (?:all|everything) (?:i|we) (?:want|need|wanted|needed)(?: to order)?`,
  `(?:im|were|we are|all|and im)? ?(?:all )?(?:done|finished|set|sorted)(?: (?:now|ordering|with (?:it|that|the order|my order)))?${MORE_OF_IT}`,
  `(?:the|my|our) (?:whole |full )?order is (?:now )?(?:complete|done|finished|final|ready)|(?:that|this) (?:completes|concludes|finishes) (?:it|everything|(?:the|my|our) order)|that should (?:do(?: it)?|be (?:all|it|everything|enough))${MORE_OF_IT}`,
  `(?:i|we) have (?:everything|all)(?: (?:i|we) (?:need|want|wanted))?|end of (?:the |my )?order|(?:lets|ill|well) leave it at that|(?:just|only) (?:that|this|those|these)${MORE_OF_IT}|(?:im|were) good|enough food${MORE_OF_IT}`,
  `enough${MORE_OF_IT}|nothing(?: else| further)?(?: to (?:add|order))?${MORE_OF_IT}|(?:bas|bus)(?: (?:itna|itne|yehi|yahi))?(?: (?:hi|hai|ho gaya))*|ho gaya`,
];

const FILLERS = [
  ...AS_WANTED,
  'please+|kindly|thanks?(?: (?:you|u))?(?: (?:a lot|a ton|a million|so much|very much|much|again|in advance|for (?:your|the|all your|all the) (?:help|patience|time|service)))*|thank you(?: (?:so|very) much)?|cheers|ty|much appreciated|dhanyavaad|shukriya',
  '(?:(?:youre|what) an? )?(?:legend|champ(?:ion)?|star|hero|angel|gem|darling|pal|chief|captain|hun)|sir|madam|maam|mam|bhai|bhaiya|bhaiyya|boss|bro|buddy|yaar|mate|man|dear|friend|my friend|my dear|beta|didi|hey|hi|hello|sorry|por favor',
  '(?:and )?(?:may )?god bless(?: you| u)?(?: (?:dear|beta|all))?|back to (?:business|it)|right|and|so|then|now|just|very well|really|yes indeed|right then|alright then|well|oh|ah|aha|hm+|um+|uh+|a+nd|abhi|ab|toh|jaldi|phir(?: se)?|hai|ji|final(?:ly)?|lo+l|ha(?:ha)+|he(?:he)+|dokey?|doki',
  '(?:im|were) (?:so |very |really |already )?(?:hungry|starving|excited)',
  `(?:(?:you|u) (?:may|can|could|should) (?:now )?)?(?:do |ill |well )?${TAKE} (?:me |us )?${IT}${BEHIND}`,
  'this time(?: (?:round|around))?|for real|right (?:now|away)|straight away|at once|immediately|quickly|asap|as soon as (?:possible|you can)|as (?:it is|is|its|shown|listed|discussed|agreed|you (?:said|wrote|listed|showed))|like (?:that|this)|exactly like (?:that|this)',
  'actually|(?:i|we) (?:meant?|said|say)|for (?:me|us)|from (?:my|our) side|finally|(?:can|could|may) you|(?:id|wed|ill|well)(?: (?:really|very much))?(?: (?:like|love|want))?(?: you)? to|(?:i|we) (?:want|need|wish|would like)(?: you)? to|lets|go(?: on)?(?: ahead)? and|we can',
  `(?:id|wed) (?:like|love|want) ${IT}|(?:i|we) (?:do )?want ${IT}|thats (?:exactly |just |precisely )?what (?:i|we) (?:want|wanted|need|needed|asked for|ordered|meant|had in mind|would like)(?: exactly)?|thats the one|(?:i am|im|we are|were) (?:very |quite |really |absolutely )?(?:sure|certain|positive|ready)`,
  'order|book|submit|(?:i|we) (?:do |really )?mean it|(?:im|were|i have|ive) (?:now )?(?:logged|signed) in(?: now)?',
  '(?:(?:that|it) is |thats |its |youre |you are |how |most |very |so |too )+(?:kind|good of you|helpful)(?: of you)?|(?:i|we) (?:do )?want',
];

const POINTING = [`(?:to |with )?(?:it|that|this|(?:that|this) one|all of (?:it|that)|everything|${ORDER})`];

/** Every saying of a message that may agree. What is in none of them makes it no agreement. */
export const AGREEMENT_SAYINGS: readonly Saying<Part>[] = [
  ...sayings('agreement', AGREEMENTS),
  ...sayings('approval', APPROVALS),
  ...sayings('request', REQUESTS),
  ...sayings('completion', COMPLETIONS),
  ...sayings('pointing', POINTING),
  ...sayings('filler', FILLERS),
];

/** What else is said around "that is all", and would make a yes doubtful. */
export const COMPLETION_SAYINGS: readonly Saying<Part>[] = [
  ...AGREEMENT_SAYINGS,
  ...sayings('filler', ['no+|nope|nah|nahi|nahin|no (?:thanks|thank you|need)|(?:i|we) (?:think|guess|reckon|believe|suppose)|aur', 'for (?:now|today)']),
  ...sayings('completion', [`no (?:more|further)(?: (?:dishes|items|food|things|orders?))?(?: (?:needed|required|wanted))?${MORE_OF_IT}|no need for (?:more|anything else)|all good|nothing more${MORE_OF_IT}|not? (?:anything|any) (?:else|more)|(?:we|i) (?:dont|do not) (?:need|want) (?:anything|any) (?:else|more)|aur (?:kuch|kuchh) (?:nahi|nahin)|kuch (?:nahi|nahin)`]),
];
