/** Words that agree, alone or together; Hinglish included, as people in Ahmedabad write. */
const AGREEING =
  /^(?:y|ya|yaa|yah|ye|yes|yess+|yea|yeah|yeh|yep|yup|yepp|ok|okay|okey|okie|k|kk|sure|fine|correct|right|confirm(?:ed)?|alright|allright|confrim|confim|comfirm|cofirm|confirmd|yse|okk+|okay+|yes+s|yeah+|proceed|checkout|go|send|agreed?|absolutely|definitely|certainly|perfect|great|good|awesome|cool|lovely|done|haan|haa+n?|ha|han|hanji|haanji|ji|theek|thik|thikhai|bilkul|chalo|chalega|sahi|si|affirmative|हाँ|हां|हा|जी|ठीक|હા)$/u;

/** Phrases that agree to an order that was shown. */
const AGREEING_PHRASE =
  /\b(?:(?:go|goes) ahead|go for it|do it|place (?:it|that|this|(?:the|my) order|order)|order it|book it|send it|(?:looks|sounds|all|seems) (?:good|great|right|fine|perfect|correct)|that'?s (?:right|correct|fine|good|perfect)|i (?:confirm|agree|do)|of course|let'?s (?:do it|go)|confirm (?:it|that|this|(?:the|my) order|order)|theek hai|thik hai|(?:order |confirm |place |book )?kar ?(?:do|dena|dijiye)|(?:bhej|mangwa|laga) ?(?:do|dena|dijiye)|bhejo|mangwao|check ?out|please do|why not)\b/g;

/** Says that nothing is missing; agrees to nothing alone. */
const COMPLETE = /\b(?:that'?s|that is|that (?:will|would) be|that'?ll be) (?:all|it|everything)\b|\bbas\b/g;

/** What may stand beside an agreement without changing it. */
const FILLER =
  /^(?:please|pls|plz|plss|kindly|thanks|thank|thx|ty|you|u|dear|sir|madam|mam|bhai|bhaiya|boss|bro|buddy|yaar|mate|it|is|it's|its|the|my|that|this|order|now|with|so|then|just|and|very|much|i|am|im|i'm|want|would|like|to|for|me|hai|of|course|well|oh|hey|place|we|can|let|lets|let's|all|looks|sounds|hm+|um+|uh+|actually|meant|mean|sorry|jaldi|abhi|ab|toh|phir|se)$/;

/** Whatever makes an agreement doubtful: a refusal, a condition, a change, a question. */
const DOUBT = /\?|\b(?:no|not|nope|nah|nahi|nahin|don'?t|do not|never|cancel|wait|stop|but|instead|change|if|later|maybe|hold|except|without|also|plus|remove|add|make|another|more|less)\b|\d/;

/** Thumbs of any colour, and nothing else. */
const YES_EMOJI = /^\s*(?:(?:👍|✅|👌|🆗)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*)+$/u;
const NO_EMOJI = /^\s*(?:(?:👎|❌|🚫)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*)+$/u;

/**
 * Whether a message says yes and nothing that could mean otherwise. Only this lets an order be placed, whichever model reads the
 * conversation, so it errs towards asking again.
 */
export function isAgreement(message: string): boolean {
  if (YES_EMOJI.test(message)) return true;
  const text = normalise(message);
  if (text.length > 120 || DOUBT.test(text)) return false;
  const said = text.replace(COMPLETE, ' ');
  const withoutPhrases = said.replace(AGREEING_PHRASE, ' ').replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ');
  const words = withoutPhrases.split(/\s+/).filter((word) => word !== '');
  const saysYes = withoutPhrases !== said.replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ') || words.some((word) => AGREEING.test(word));
  return saysYes && words.every((word) => AGREEING.test(word) || FILLER.test(word));
}

const REFUSING = /^(?:n|no+|nope|nein|nay|non|nah|na|nahi|nahin|naa|not|never|nevermind|nvm|cancel|stop|abort|forget|don'?t|dont|negative|नहीं|नही|ना|मत|ના)$/u;

const REFUSING_PHRASE =
  /\b(?:never ?mind|forget (?:it|that|about it)|do(?:n'?t| not)(?: want| place| order| do)?(?: it| that| this)?|not now|no (?:thanks|thank you|need|way)|cancel (?:it|that|this|everything|(?:the|my) order|order)|mat karo|rehne do|nahi chahiye|cancel kar(?:o| do| dena)|changed my mind|start over|leave it)\b/;

const REFUSAL_FILLER = /^(?:please|said|say|told|already|means|pls|plz|thanks|thank|you|it|that|this|the|my|order|i|im|i'm|sorry|just|now|want|ji|hai|anymore|any|more|all|of|oh|actually|ok|okay|then|at|need|about|everything|place|do|to|mind|have|i've|ive|change|changed|for|today|let's|lets|bhai|yaar)$/;

/** Whether a message says no, or calls an order off, and asks for nothing else. "No, make it 3" is a change and no refusal. */
export function isRefusal(message: string): boolean {
  if (NO_EMOJI.test(message)) return true;
  const text = normalise(message);
  if (text.length > 120) return false;
  const rest = text.replace(new RegExp(REFUSING_PHRASE, 'g'), ' ').replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ');
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const saysNo = REFUSING_PHRASE.test(text) || words.some((word) => REFUSING.test(word));
  return saysNo && words.every((word) => REFUSING.test(word) || REFUSAL_FILLER.test(word));
}

/** What begins a doubt or tells of one: "no, that's wrong", "not yet", "wait". */
const OBJECTING = /^(?:but )?(?:no+|nope|nah|nahi|nahin|nein|not|never|don'?t|wait|hold|hang|stop|hmm+|sorry)\b|\b(?:wrong|incorrect|mistake|not (?:right|correct|yet|sure|what)|isn'?t (?:right|correct)|changed my mind|one (?:moment|second|sec|minute))\b/;

/** Whether a message speaks against the order that was shown without saying what it should be. It may hold a change as well: read that first. */
export function isObjection(message: string): boolean {
  return OBJECTING.test(normalise(message));
}

function normalise(message: string): string {
  return message.normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'").replace(/[.!,;:)(~*_"-]+/g, ' ').replace(/\s+/g, ' ').trim();
}
