import { isAgreement, isRefusal } from '../../../../conversation/agreement';
import { addressOf, type Word, wordsOf } from '../../../../conversation/password-words';
import { NAME_MARK, PASSWORD_MARK } from '../../../../conversation/take-out-password';
import type { Dialogue } from '../../dialogue';
import { call, type Move, say } from '../../move';

/** What people say instead of a name. */
const NO_NAME = /^(?:log-?in|sign-?in|log-?out|register|sign-?up|help|menu|restaurants?|hi|hello|hey|back|skip|password|username|user|account|e-?mail|mail|h+m+|huh|wait|what|why|how|when|where|who|which|really|seriously|lol|omg|nothing|later|idk|pardon|again|test|orders?|food|none|please|thanks?|great|cool|nice|wow|eh|uh|um+|ok|okay|sure|yes|no|the|it|that|this|here|mine|me)$/i;

/** How people lead up to what they were asked for, and say that it replaces what they said before. */
const LEAD_IN = /^(?:(?:ok(?:ay)?|sure|fine|yes|and|so|well|it'?s|it is|i am|i'm|this is|that'?s|make it|use|take|let'?s (?:use|take|say)|how about|try|please)[\s,:.;]+)+/i;
const CORRECTION = /^(?:(?:no+|nope|not|sorry|oops|wait|oh|ah|hm+|i meant?|actually|rather|correction|make (?:it|that)|change (?:it|that) to|instead|it should be|should be|better)[\s,:.;!-]+)+/i;

/** "My user name is priya_shah", "name: priya_shah", "change my user name to priya". */
const CALLED = /(?:\b(?:user\s?-?name|user\s?id|login|handle)\b["']?|\bname["']?(?=\s*(?:(?:is|be|was|will be|should be|to)\b|[:=]))|\b(?:be called|call me|go by|known as)\b)(?:\s|\b(?:is|be|was|will be|should be|to|as)\b|[:=,-])*["']?([A-Za-z0-9_.-]{1,60})/i;
/** Whoever says what for is answered by that. */
const VERB = /\b(?:log\s?(?:me\s)?in|sign\s?(?:me\s)?(?:in|up)|register|account)\b/i;
const FILLER = /^(?:and|my|the|is|with|for|as|to|at|e-?mail|mail|address|user|username|name|please|thanks?|are|id|it's|its|i|am|i'm|call|me|by|not|but|no|should|change|use|take|here|&|\+|-|\/|:|,)$/i;

interface Told {
  readonly username?: string;
  readonly email?: string;
}

/** The answer to what a login or a registration asks for, whatever is answered: a name, an address, both, or another one than before. */
export function accountStep(dialogue: Dialogue): Move | undefined {
  const { message, facts } = dialogue;
  const { account } = facts;
  if (account === undefined || facts.passwordGivenFor !== undefined || VERB.test(message)) return undefined;
  if (account.isCalledOff) return calledOff(dialogue);
  const told = toldIn(dialogue);
  if (told !== undefined) return step(account.purpose, told);
  return message.includes(NAME_MARK) || message.includes(PASSWORD_MARK) ? step(account.purpose, {}) : undefined;
}

/** Said where nothing else is meant: no name or address of the form that is asked for, so that it is asked for again. */
export function noStep({ message, facts: { account } }: Dialogue): Move | undefined {
  if (account?.isFresh !== true || message.includes('?') || isAgreement(message) || isRefusal(message)) return undefined;
  const words = message.trim().replace(/[.!]+$/, '').split(/\s+/);
  if (words.length > 3 || words.some((word) => NO_NAME.test(word))) return undefined;
  return step(account.purpose, account.asked === 'username' && account.hasName !== true ? { username: words.join(' ') } : account.asked === 'email' ? { email: words.join(' ') } : {});
}

/** What is called off is the login alone; an order that was shown besides is for others to answer for. */
function calledOff({ facts: { pendingOrder, order } }: Dialogue): Move | undefined {
  if (pendingOrder?.isShownLast === true) return undefined;
  const kept = order === undefined ? 'What would you like instead?' : `Your order from ${order.restaurantName} is kept: "show my order" to go on with it.`;
  return say(`All right, I leave that. ${kept}`, order === undefined ? ['Show restaurants'] : ['Show my order'], { question: undefined });
}

function step(purpose: 'login' | 'registration' | undefined, { username, email }: Told): Move {
  const isLogin = purpose !== 'registration';
  const name = isLogin ? (username ?? email) : username;
  return call(isLogin ? 'login_user' : 'register_user', { ...(name !== undefined && { username: name }), ...(!isLogin && email !== undefined && { email }) }, { question: undefined });
}

function toldIn(dialogue: Dialogue): Told | undefined {
  const message = dialogue.message.replaceAll(NAME_MARK, ' ').replaceAll(PASSWORD_MARK, ' ');
  const email = lastAddress(message);
  const username = calledIn(message) ?? nameAmong({ ...dialogue, message }, email !== undefined);
  if (email === undefined && username === undefined) return undefined;
  return { ...(email !== undefined && { email }), ...(username !== undefined && { username }) };
}

/** "Not priya@example.com but shah@example.com" tells the second. */
function lastAddress(message: string): string | undefined {
  const words = partsOf(message);
  return words.flatMap((word, index) => (/^not$/i.test(words[index - 1]?.text ?? '') ? [] : (addressOf(word) ?? []))).at(-1);
}

function calledIn(message: string): string | undefined {
  const name = CALLED.exec(message)?.[1]?.replace(/[.-]+$/, '');
  return name === undefined || FILLER.test(name) || NO_NAME.test(name) || message.includes('?') ? undefined : name;
}

/** The one word besides the address, or alone where a name is asked for or corrected. */
function nameAmong({ message, facts: { account }, catalogue }: Dialogue, hasAddress: boolean): string | undefined {
  if (message.includes('?')) return undefined;
  const corrected = message.trim().replace(CORRECTION, '');
  const isCorrection = corrected !== message.trim();
  const words = partsOf(corrected.replace(LEAD_IN, '').replace(CORRECTION, '')).filter((word) => addressOf(word) === undefined && !FILLER.test(word.text));
  const [word, ...others] = words.map(({ text }) => text.replace(/[.!]+$/, ''));
  if (word === undefined || others.length > 0 || NO_NAME.test(word) || !/\p{L}/u.test(word)) return undefined;
  if (!hasAddress && (isAgreement(message) || isRefusal(message) || catalogue.isDishWord(word.toLowerCase()))) return undefined;
  const isAsked = account?.isFresh === true && (account.asked === 'username' || isCorrection || account.hasName !== true);
  return isAsked && (account.asked === 'username' || /^[A-Za-z0-9_-]{3,30}$/.test(word)) ? word : hasAddress && account?.hasName !== true ? word : undefined;
}

function partsOf(message: string): Word[] {
  return wordsOf(message.replace(/[,;|]/g, ' '));
}
