import { isAgreement, isRefusal } from '../../../../conversation/agreement';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say } from '../../move';
import { PASSWORD_MARK } from '../../../../conversation/take-out-password';
import { wordsOf } from '../../speech/utterance';
import { accountStep, noStep } from './account-steps';
import { besidesPassword } from './besides-password';

const LOGIN = /\b(?:log ?in|sign ?in|log me in|sign me in)\b/;
const REGISTRATION = /\b(?:register|sign ?up|sign me up|(?:create|make|open|set up|want|need|like|get) (?:me )?(?:an? |my )?(?:new )?account|new account)\b/;
const LOGOUT = /^(?:(?:please|pls|can you|could you|would you|will you|just|now|and|then|so|ok|okay|thanks|thank you|i want to|i'd like to|i would like to|i need to|i have to|let me|let's|you can|you may|kindly|go ahead and)[ ,]+)*(?:log ?out|sign ?out|log (?:me|us) (?:out|off)|sign (?:me|us) (?:out|off)|log off|sign off)(?: (?:please|pls|now|again|of (?:it|my account|the account|this account|here|everything)|then|for now|from here|thanks|because .+|since .+|as (?:i|this|it)\b.+|so (?:that )?.+))*$/;
const WHO_AM_I = /^(?:(?:and|so|but|ok|okay|please|tell me|just to be sure|can you tell me|do you know)[ ,]+)*(?:am i (?:still |already |now )?(?:signed|logged) ?(?:in|on)(?: (?:now|yet|still|already|here))*|(?:what|which|whose) (?:user ?name|name|account|user|e-?mail(?: address)?|login) (?:am i|do i|is my|did i|have i|is (?:this|it|that))\b.*|whose account\b.*|(?:what(?:'s| is)|show|tell me) my (?:user ?name|e-?mail(?: address)?|account details|account|profile|details|login)|who ?(?:am ?i|i am|i'm)(?: (?:now|here|again|at the moment|right now|to you|currently|logged in(?: as| to)?|signed in(?: as)?|registered as|in here|on here))*|(?:as )?who(?:m)? am i (?:logged|signed|registered).*|my (?:account|profile)|(?:which|what) account(?: is (?:this|it))?|do you know (?:who i am|my name)|what(?:'s| is) my name)$/;
const HAS_ACCOUNT = /(?<!\bdo )\b(?:i|we)(?:'ve| have| already have)(?: got)?(?: already)? an account\b/;
/** "Account banana hai": Hindi for making one. */
const IN_HINDI = /\baccount (?:banana|banao|bana|banwana|chahiye|khol\w*)\b/i;
const NO_ACCOUNT = /\b(?:no|(?:don't|do not) have an?|haven't (?:got )?an?|without an?) account\b/;
const MY_NAME = /^(?:my )?(?:user ?name|login|user id)(?: is|:| ,|,)? ([a-z0-9_-]{3,30})$/;
const WHY = /\b(?:don't|do not|dont|won't|rather not|prefer not)(?: want| like)?(?: to)? (?:log|sign|register|create an|make an)|\bwhy\b|\bdo (?:i|we) (?:need|have) (?:to\b|an?\b|any\b)|\bwithout (?:a |an )?(?:log|sign|account|regist)|\bas (?:a )?guest\b|\bguest (?:checkout|order)\b/;
const HOW = /^(?:how|where) (?:do|can|to|should)\b|\b(?:can'?t|cannot|unable to|trouble|problem|help)\b/;
/** "Add a coke before I register": wanted is something else, and no account yet. */
const NOT_YET = /\b(?:before|after|when|once|if|unless|until|till|then) (?:i |we )?(?:(?:can|could|have to|need to|want to|will) )*(?:register|log ?in|sign ?(?:in|up))\b/;
const EMAIL = /[^\s@,]+@[^\s@,]+\.[^\s@,]+/;

const NO_USERNAME = /^\s*(?:log ?in|sign ?in|log ?out|register|sign ?up|help|menu|restaurants?|hi|hello|back|skip|why|what|password|username|user)\s*(?:[.!?]+\s*)?$/i;

const STILL_ASKED = { username: 'Which user name would you like?', email: 'Which e-mail address is yours?', password: 'Which password would you like?' };
const HOW_TO_LOG_IN = 'Send: login NAME PASSWORD\nNew here? Send: register NAME EMAIL PASSWORD';

export const HOW_TO_REGISTER = 'To register, send: register NAME EMAIL PASSWORD\nThe password needs 8 characters or more with a letter and a digit.';

/** Logging in and registering. Passwords were taken out of the message before: what is left says who and what for. */
export function account(dialogue: Dialogue): Move | undefined {
  const { text, message, facts } = dialogue;
  if (facts.passwordGivenFor !== undefined) return call(facts.passwordGivenFor === 'login' ? 'login_user' : 'register_user', {}, { rest: besidesPassword(dialogue) });
  const answer = accountStep(dialogue);
  if (answer !== undefined) return answer;
  // Nobody was named, so that it is no use.
  if (message.includes(PASSWORD_MARK) && facts.username === undefined) return say(`I keep that to myself. ${HOW_TO_LOG_IN}`);
  if (WHO_AM_I.test(text)) return facts.username === undefined ? say('You are not logged in. Send: login NAME PASSWORD') : call('get_profile');
  if (text.split(', ').some((clause) => LOGOUT.test(clause))) return call('logout_user');
  const isAboutAccounts = facts.isAskedToLogIn || facts.account?.isFresh === true || REGISTRATION.test(text) || LOGIN.test(text) || /\baccount\b|\bguest\b/.test(text);
  if (isAboutAccounts && WHY.test(text)) return say(`An order needs a name, so that the restaurant knows whose it is; looking around does not. ${facts.account?.asked !== undefined && facts.account.isFresh ? `${STILL_ASKED[facts.account.asked]} Or say cancel.` : HOW_TO_LOG_IN}`);
  if (isAboutAccounts && HOW.test(text) && !/\b(?:delete|close|remove|deactivate|change)\b/.test(text) && (!facts.isAskedToLogIn || LOGIN.test(text) || REGISTRATION.test(text))) return say(HOW_TO_LOG_IN);
  if (NOT_YET.test(text)) return undefined;
  if (NO_ACCOUNT.test(text)) return call('register_user', {}, { question: undefined });
  const [, name] = MY_NAME.exec(text) ?? [];
  if (name !== undefined) return call('login_user', { username: name });
  if (REGISTRATION.test(text) || IN_HINDI.test(message)) return register(message);
  if (HAS_ACCOUNT.test(text)) return call('login_user', {}, { question: undefined });
  if (!LOGIN.test(text)) return undefined;
  const after = wordsOf(message.slice(message.search(/log\s*(?:me\s*)?in|sign\s*(?:me\s*)?in/i)).replace(/^\S+(?:\s+me\b)?(?:\s+in\b)?/i, ''));
  const [username] = after.filter((word) => !/^(?:as|with|please|pls|now|to|my|account|me|in|user|username|is|again|first)$/i.test(word));
  return call('login_user', username === undefined ? {} : { username });
}

/** A word alone, said by whoever was asked to log in, that means nothing else here. */
export function nameAlone(dialogue: Dialogue): Move | undefined {
  const { message, facts } = dialogue;
  if (facts.account?.isFresh === true) return noStep(dialogue);
  if ((!facts.isAskedToLogIn && facts.account?.purpose === undefined) || NO_USERNAME.test(message) || isRefusal(message) || isAgreement(message)) return undefined;
  const name = /^\s*(?:(?:ok(?:ay)?|sure|fine|yes|it'?s|i am|i'm|this is|my (?:user ?)?name(?: is)?|user ?name(?: is)?|name)[\s:,.]+)*([A-Za-z0-9_-]{3,30}|[^\s@:,.][^\s@]*@[^\s@][^\s.@]*\.[^\s@]+)\s*(?:[.!]\s*)?$/i.exec(message)?.[1];
  if (name === undefined || NO_NAME.test(name) || !/^[A-Za-z0-9]/.test(name) || !/[A-Za-z]/.test(name)) return undefined;
  return call(facts.account?.purpose === 'registration' ? 'register_user' : 'login_user', { username: name }, { question: undefined });
}

/** What people say for a while instead of a name. */
const NO_NAME = /^(?:h+m+|huh|wait|what|why|how|when|where|really|seriously|lol|omg|nothing|later|idk|pardon|again|test|order|food|none|please|thanks?|great|cool|nice|wow|eh|uh|um+)$/i;

/** With whatever was told of it; the rest is asked for. */
function register(message: string): Move {
  const email = EMAIL.exec(message)?.[0].replace(/[.!?]+$/, '');
  const said = /(?:register|sign\s*(?:me\s*)?up|account)(?:\s+(?:as|for|me|with|the|my|user|name|username|is|called|named)\b|\s*[:,])*\s+([A-Za-z0-9_-]{3,30})(?=[\s,;.!]|$)/i.exec(message)?.[1];
  const name = said === undefined || NO_REGISTRANT.test(said) ? undefined : said;
  return call('register_user', { ...(name !== undefined && { username: name }), ...(email !== undefined && { email }) }, { question: undefined });
}

/** What follows "I want an account" and "sign me up", and is no name. */
const NO_REGISTRANT = /^(?:please|pls|plz|now|then|too|also|and|but|so|first|here|today|again|thanks?|you|your|yours|with|for|to|in|on|at|if|or|when|because|can|could|how|what|bro|bhai|yaar|sir|madam|quickly|right|away|just|app|site|before|after|that|this|it|mail|e-mail|email|address|order|food|i|i'd|i'm|we|banana|banao|bana|banwana|chahiye|khol\w*|hai|do)$/i;
