import { clausesOf, plain } from '../../../conversation/clauses';
import { readingsOf, sayings } from '../../../conversation/sayings';

/** What a sentence that wants nothing does. */
export type Pleasantry = 'thanks' | 'farewell' | 'later' | 'pleased';

const ADJECTIVE = '(?:good|great|nice|lovely|fun|funny|cool|awesome|amazing|wonderful|fantastic|brilliant|excellent|perfect|super|superb|sweet|kind|helpful|useful|friendly|patient|quick|fast|easy|simple|interesting|yummy|delicious|tasty|tempting|exciting|impressive|handy|clever|smart|beautiful|pleasant|smooth|painless|nice of you|kind of you|sweet of you|good of you|a (?:great|big|huge|real) help)';
const HOW = '(?:so |very |really |just |quite |pretty |absolutely |truly |all |too |such an? |an? |the |most |extremely |super |and )*';
const ANYONE = '(?:my|the|our) (?:wife|husband|partner|girlfriend|boyfriend|friends?|family|kids?|children|mom|mum|mother|dad|father|parents|brother|sister|son|daughter|roommates?|flatmates?|colleagues?|boss|team|office|guests?|people|others|folks|mates?|cousins?)|them|everyone|everybody|(?:him|her)';

const THANKS = [
  'thanks?|thank(?: you| u)|thanks? (?:you|u)|ty|cheers|much obliged|much appreciated|i(?: really| do)? appreciate (?:it|that|this|your help|all your help)|dhanyavaad|dhanyawad|shukriya|many thanks|thanks a (?:lot|million|ton|bunch)|bless you',
  '(?:thanks?|thank you|ty|cheers)(?: (?:a lot|a million|a ton|a bunch|again|so much|so very much|very much|much|kindly|ever so much|in advance|indeed|then|anyway))*(?: for (?:your|the|all your|all the|all|this|that|everything|helping|being|taking|your quick|your kind|the quick|it)(?: (?:help|patience|time|service|information|info|advice|tips?|assistance|support|recommendations?|suggestions?|answers?|reply|replies|explanation|me|us|out|order|food|quick|kind|so|very|patient|helpful|my order|today|with me|with us))*)?',
];
const FAREWELL = [
  'bye+|goodbye|good ?night|good bye|see (?:you|ya)(?: (?:later|soon|tomorrow|around|again|next (?:week|time)|then))*|take care|tata|alvida|ciao|farewell|so long|until next time|have an? (?:good|great|nice|lovely|wonderful) (?:day|evening|night|one|time|weekend|afternoon|morning)(?: too)?|nice (?:talking|chatting|speaking) (?:to|with) you|talk (?:to you )?(?:later|soon)|(?:im|i am) off(?: now| then)?|gotta go|(?:i )?have to go(?: now)?',
];
const LATER = [
  `(?:let me|lets|ill|i will|i|we|well|we will|i just|we just|im going to|i am going to|i think ill)(?: (?:just|first|quickly|only|have to|need to|want to|should|must|will|better))*(?: (?:think|sleep|talk|speak|check|discuss|ask|consult|decide|see|confirm|look|chat|consider|mull|ponder|wait|call|text|phone|reflect))(?: (?:to|with|about|on|over|around|it|this|that|${ANYONE}|what (?:they|he|she) (?:wants?|says?|thinks?)|a bit|a little|more|a moment|for a (?:bit|moment|minute|while|second|sec)|first|again|later|and see|for|now|tonight|tomorrow|through))*`,
  '(?:ill|i will|well|we will|i|we|let me)(?: (?:just|then|probably|maybe|will|might|and))*(?: (?:come|get|be|write|check|return|message|text))(?: (?:back|to you|you|again|later|soon|in a (?:bit|minute|moment|while|few minutes)|in (?:ten|five) minutes|when i (?:know|have decided|am ready|decide)|once i know|on (?:it|this|that)|then|here|tomorrow|tonight|another time|about it))+',
  '(?:ill|i will|well|we will|let me) (?:let you know|decide|think)(?: (?:later|soon|then|tomorrow|tonight|about it|it over))*|let you know|(?:give|allow) (?:me|us)(?: just)? (?:a|one|some|another|two|five|ten) (?:moment|minute|minutes|min|mins|second|seconds|sec|secs|bit|time|while)(?: (?:to (?:think|decide|choose|check|look|see)(?: about it| it over)?|more|please))*',
  '(?:just |please |one )?(?:a|one|1|ek) (?:moment|minute|min|sec|second)|(?:just )?(?:wait|hold on|hang on)(?: (?:a|one) (?:moment|minute|min|sec|second|bit))?|(?:im|i am|were|we are)? ?(?:still |just )?(?:thinking|browsing|looking(?: around)?|deciding|undecided|considering)(?: (?:about it|it over|for now|at the moment))?|not sure yet|(?:maybe|perhaps) (?:later|another time|some other time|next time|tomorrow)|(?:some other|another) time|get back to you(?: later)?|and get back(?: to you)?|later(?: then| maybe)?|sleep on it',
];
const PLEASED = [
  `(?:wow|aw+|oh|haha|ha(?:ha)+|yay|yum+y?|woo+ ?hoo+|great|cool|nice|lovely|sweet|good|awesome|amazing|fantastic|brilliant|excellent|perfect|super|interesting|wonderful)(?: (?:stuff|one|job|work|service|idea|news|choice|selection|list))?`,
  `(?:that|this|it|they|you|it all|everything|those|these|thats|its|youre|theyre|thatd be|all of (?:that|it)|your (?:help|service)|the (?:menu|food|list|service))(?: (?:all|both))?(?: (?:is|are|was|were|sounds?|looks?|seems?|have been|has been|had been|ve been|been|smells|would be|must be))? ${HOW}${ADJECTIVE}(?: and ${HOW}${ADJECTIVE})?(?: (?:indeed|to me|of you|to know|thanks?|a star|service|app|bot))*`,
  `(?:(?:you|u|youve|youre)(?: are| have been| were)?|what an?) ${HOW}(?:star|angel|legend|lifesaver|life saver|gem|best|help|${ADJECTIVE})`,
  `(?:what an? |such an? )?(?:very |really |so )?(?:nice|good|great|lovely|cool|cute|beautiful|amazing|awesome|wonderful|fantastic) (?:place|spot|shop|cafe|restaurant)`,
  `(?:good|nice|great|glad|happy|useful|interesting) to (?:know|hear)(?: that)?|got it|i see|a(?:c|cc|ch)?ha+(?: ji| ok| theek hai)?|samajh gaya|understood|makes sense|noted|fair enough|that helps?(?: (?:a lot|me|very much))?|that helped(?: a lot)?|no (?:worries|problem)|(?:i|we) (?:love|like) (?:it|that|this|you|the sound of (?:it|that|this))|(?:im|i am|were) ${HOW}(?:impressed|happy|pleased|glad|delighted|excited)|cant wait|(?:that|this|it) makes me (?:happy|hungry)|(?:well )?done|you helped(?: me)? a lot|(?:sounds?|looks?) ${HOW}${ADJECTIVE}`,
];
const FILLER = ['not yet|not just yet|ok|okay|and|so|well|then|now|oh|ah|alright|all right|right|fine|yes|yeah|no|sorry|please|haha|lol|hm+|um+|sir|madam|mate|bro|bhai|bhaiya|boss|buddy|dear|friend|my friend|guys|beta|didi|for now|today|anyway|again|a lot|actually|thats all|thats it|thatll be all|nothing else|first|though|really|you too|your help'];

const SAYINGS = [
  ...sayings<Pleasantry | 'filler'>('filler', FILLER),
  ...sayings<Pleasantry | 'filler'>('thanks', THANKS),
  ...sayings<Pleasantry | 'filler'>('farewell', FAREWELL),
  ...sayings<Pleasantry | 'filler'>('later', LATER),
  ...sayings<Pleasantry | 'filler'>('pleased', PLEASED),
];

const LONGEST = 160;

/** What a message does that only thanks, takes leave, puts it off or is pleased; undefined where it says anything besides. */
export function pleasantryOf(message: string): Pleasantry | undefined {
  const clauses = clausesOf(plain(message));
  if (message.includes('?') || message.length > LONGEST) return undefined;
  const said = new Set<Pleasantry | 'filler'>();
  for (const clause of clauses) {
    // The reading that says least: "great, thanks" is thanks.
    const [kinds] = readingsOf(clause, SAYINGS).toSorted((one, other) => one.size - other.size);
    if (kinds === undefined) return undefined;
    for (const kind of kinds) said.add(kind);
  }
  return (['later', 'farewell', 'thanks', 'pleased'] as const).find((kind) => said.has(kind));
}
