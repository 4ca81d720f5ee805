import { AGREEMENT_SAYINGS, COMPLETION_SAYINGS, GOOD, type Part } from './agreement-sayings';
import { clausesOf, plain } from './clauses';
import { readingsOf, type Saying } from './sayings';
import { namesAll, namings, type ShownOrder, withoutTotal } from './shown-order';

/** "There, I am logged in": said between commas, these mean nothing. */
const SAID_ALONE = /^(?:there|there (?:you|we) go|here (?:you|we) go|voila)$/;

/** Longer messages say more than yes. */
const LONGEST = 160;

/** Whatever makes an agreement doubtful: a refusal, a condition, a change, a question. The grammar knows none of these words; this keeps it so. */
const DOUBT =
  /[?]|\b(?:no|not|nope|nah|nahi|nahin|mat|never|nothing|none|dont|wont|cant|cannot|isnt|arent|doesnt|didnt|cancel|wait|stop|but|instead|change|changed|if|unless|until|later|maybe|perhaps|might|hold|except|without|also|plus|remove|drop|skip|add|make|swap|replace|another|other|extra|more|less|only|rather|although|though|wrong|forget|tomorrow|what(?! (?:i|we|im|were|ive|weve) )|which|how|why|when|where|who)\b/;
/** "Nice place": said of the restaurant, and asks for nothing. */
const PLACE_SAID = new RegExp(`^(?:.* )?(?:(?:the|that|this|a|my|your|which|same|of|in|at|to|from|best|what) |(?!(?:ok|okay|okey|okie|alright) )${GOOD} )place$`);
/** It means "that is all", though it has the words of a no. */
const NOTHING_ELSE = /\bnothing (?:else|more|further)\b/g;
/** Said of the order, these find nothing wrong with it. */
const NO_CHANGES = /\bno (?:changes|complaints|objections|issues)(?: needed| required| at all| from (?:me|us)| here)*(?= *(?:[.,;!]|$))/g;

/** Thumbs of any colour, and nothing else. */
const YES_EMOJI = /^\s*(?:(?:👍|✅|👌|🆗)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*)+$/u;
const NO_EMOJI = /^\s*(?:(?:👎|❌|🚫)[\u{1F3FB}-\u{1F3FF}\uFE0F]*\s*)+$/u;
const DOUBTFUL_EMOJI = /[👎❌🚫🤔😕🙁☹😠😡]/u;

/**
 * Whether a message says yes and nothing that could mean otherwise. Only this lets an order be placed, whichever model reads the
 * conversation, so it errs towards asking again: every clause agrees, calls it good, asks for it to be placed or changes nothing,
 * and one at least agrees. "That's all" alone does not, nor does "ok, that's all".
 * @param shown the order that waits: its total and its dishes may be named beside the yes
 */
export function isAgreement(message: string, shown?: ShownOrder): boolean {
  if (YES_EMOJI.test(message)) return true;
  const clauses = clausesOf(withoutTotal(plain(message).replace(NOTHING_ELSE, 'thats all').replace(NO_CHANGES, 'all good'), shown)).filter((clause) => !SAID_ALONE.test(clause));
  const said = clauses.join(' ');
  if (said.length > LONGEST || DOUBTFUL_EMOJI.test(message) || DOUBT.test(said.replace(/\bwhy not\b/g, '')) || /\d/.test(said)) return false;
  if (clauses.some((clause) => PLACE_SAID.test(clause))) return false;
  const readings = kindsOf(clauses, [...AGREEMENT_SAYINGS, ...namings(shown)]);
  return readings.some((kinds) => agrees(kinds) && (!kinds.has('naming') || shown === undefined || namesAll(said, shown)));
}

/** Whether a message says that nothing is missing, and nothing else: "done", "ok that's the order", "nothing else, thanks". It agrees to nothing. */
export function isCompletion(message: string): boolean {
  const clauses = clausesOf(plain(message));
  if (message.includes('?') || clauses.join(' ').length > LONGEST) return false;
  const readings = kindsOf(clauses, COMPLETION_SAYINGS);
  return readings.some((kinds) => kinds.has('completion')) && !readings.some((kinds) => kinds.has('agreement') || kinds.has('request'));
}

/** What calls it good beside "that is all", or beside what it names or points at, may mean something else: only a yes in so many words agrees there. */
function agrees(kinds: ReadonlySet<Part>): boolean {
  const isDoubtful = kinds.has('completion') || kinds.has('naming') || kinds.has('pointing');
  return kinds.has('agreement') || (kinds.has('request') && !kinds.has('naming')) || (kinds.has('approval') && !isDoubtful);
}

/** What the clauses of a message do together, in every way to read them. */
function kindsOf(clauses: readonly string[], grammar: readonly Saying<Part>[]): ReadonlySet<Part>[] {
  return clauses.reduce<ReadonlySet<Part>[]>((before, clause) => {
    const readings = readingsOf(clause, grammar);
    const together = before.flatMap((kinds) => readings.map((more) => new Set([...kinds, ...more])));
    return [...new Map(together.map((kinds) => [[...kinds].sort().join(' '), kinds])).values()];
  }, [new Set<Part>()]);
}

const REFUSING = /^(?:n|no+|nope|nein|nay|non|nah|na|nahi|nahin|naa|not|never|nevermind|nvm|cancel|stop|abort|forget|don'?t|negative|नहीं|नही|ना|मत|ના)$/u;

const REFUSING_PHRASE =
  /\b(?:never ?mind|forget (?:it|that|about it)|do(?:n'?t| not)(?: want| place| order| do)?(?: it| that| this)?|not now|no (?:thanks|thank you|need|way)|cancel (?:it|that|this|everything|(?:the|my) order|order)|call (?:it|(?:the|my) order) off|mat karo|rehne do|nahi chahiye|cancel kar(?:o| do| dena)|changed my mind|start(?: all)? over(?: again)?(?: from scratch)?|leave it|not interested|not hungry)\b/;

const REFUSAL_FILLER = /^(?:on|second|thoughts?|looking|browsing|checking|curious|maybe|later|time|another|today|i'm|only|please|said|say|told|already|means|pls|plz|thanks|thank|you|it|that|this|the|my|order|i|im|sorry|just|now|want|ji|hai|anymore|any|more|all|of|oh|actually|ok|okay|then|at|need|about|everything|place|do|to|mind|have|i've|ive|change|changed|for|let's|lets|bhai|yaar|bro|lo+l|lmao|ha(?:ha)+|he(?:he)+|hm+|um+|uh+|well)$/;

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
