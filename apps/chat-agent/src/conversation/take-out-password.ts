import { addressOf, EMAIL, looksLikePassword, PASSWORD_WORD, type Word, wordsOf } from './password-words';
import { answered } from './take-out-password-answer';
import { inFields } from './take-out-password-fields';
import { type AwaitedPassword, CONNECTOR, type GivenPassword, hiddenAll, hiddenBefore, hiddenTail, hiddenWord, JOINED, type MessageWithoutPassword, NO_NAME, QUOTED, unquoted } from './take-out-password-parts';
import { stray } from './take-out-password-stray';

export { type AwaitedPassword, type GivenPassword, type MessageWithoutPassword, NAME_MARK, PASSWORD_MARK } from './take-out-password-parts';

/** "Logon ke liye" is Hindi: for people. */
const LOGIN = /(?:^|\b)(?:(?:re-?\s?)?(?:log|sign)\s*(?:-\s*)?(?:me\s+)?(?:in|on(?!\s+k[aeio]\b))|lgoin|loign|logni|logn|auth(?:enticate)?(?:\s+me)?|credentials)(?:\b|(?=to\b))(?:\s+(?:as|with|using|for|user(?:name)?|me|to\s+my\s+account)\b)*[\s:,;=-]*/i;
const REGISTRATION = /(?:^|\b)(?:register|sign\s*(?:-\s*)?(?:me\s+)?up|(?:create|make|open|set\s+up|want|need|get)\s+(?:me\s+)?(?:an?\s+|my\s+)?(?:new\s+)?account|new\s+account)\b(?:\s+(?:as|with|using|for|user(?:name)?|me|to\s+my\s+account)\b)*[\s:,;=-]*/i;

/** "password: x", "my password is x", `"password":"x"` anywhere in a message. */
const LABELLED = new RegExp(String.raw`${PASSWORD_WORD}["'’”)]*(?:s\b)?\s*(?:(?:is|was|will be|should be)\b\s*|[:=]+>?\s*|[-–—]+>?\s+|[→⇒]\s*)+(\S.*)$`, 'isu');
const LABEL = new RegExp(String.raw`${PASSWORD_WORD}|\bpass\b`, 'iu');

/** "my username is alice" beside a password. */
const NAMED = /(?:\b(?:user\s?name|user|login|user\s?id|id|name|account)\b["']?(?:\s*(?:(?:is|be|will be|should be|shall be|of)\b|[:=]))?|\bi(?:['’]m| am)|\bthis is|\bcalled|\bnamed)\s*["']?(?!(?:is|be|with|and|the|for|name|named|called|as|of|my|will|should|shall|please|new|here|details)\b)([A-Za-z0-9_-]{3,30})\b/i;

/** What people say behind a name, and no password is. */
const COURTESY = /^(?:please|pls|plz|thanks|thank|thx|you|now|again|first|ok|okay|asap|sir|madam|bro|bhai|yaar|boss)[.!?]*$/i;

/** A word, and behind it what no password goes on with: "S3cret99 and order 2 dosa", or another line. */
const GOES_ON = /^(\S{8,}?)(?:[,;.]?[^\S\n]*\n\s*|[,;.]?\s+(?=(?:(?:and|then|&)\s+)+(?:then\s+)?(?:please\s+)?(?:order|get|give|add|place|show|book|send|repeat|buy|confirm|i want|i'd like|i would like|i'll have|\d{1,3}\s|one\s|two\s|three\s|the usual|my orders|where)))/i;

/** "S3cret99 please", "S3cret99 as the password": a word, and behind it what is no part of a password with a letter and a digit. */
const WITH_COURTESY = /^(\S+?)[,;]?(?:\s+(?:please|pls|plz|thanks|thank you|(?:as|for|is) (?:the|my|a) (?:password|pass|pwd))[.!]*)+\s*$/i;

/** "S3cret99 and my email is alice@example.com": a word, and behind it who they are. */
const WITH_OTHERS = /^(\S+?)[,;.]?\s+(?!\s)(.*\b(?:user\s?name|name|e-?mail|mail|i am|i['’]m)\b.*)$/is;

/** What leads from a password to the address behind it. */
const BEFORE_ADDRESS = /(?:[\s,;|/:=]+(?:and|with|my|the|e-?mail|mail|address|is|&))*[\s,;|/:=]+$/i;

/** A sentence ends behind a password that is told in one. */
const END_OF_SENTENCE = /^(\S{8,})\.\s*$/;

/**
 * Takes a password out of a message before anything else sees it: out of "login alice S3cret99", "register alice a@b.c S3cret99",
 * "my password is S3cret99", out of whatever answers "your password?", out of "alice S3cret99" said to "please log in", and out of any
 * answer to a question of a login or a registration. What may be a password counts as one, by its shape (`kindOfWord`): a word that may
 * as well be the user name that was asked for is hidden too, and returned as `possibleName`.
 */
export function takeOutPassword(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword {
  return (
    inFields(message, awaited) ??
    afterVerb(message, REGISTRATION, 'registration') ??
    afterVerb(message, LOGIN, 'login') ??
    labelled(message, awaited) ??
    besideLabel(message, awaited) ??
    answered(message, awaited) ??
    stray(message) ?? { message }
  );
}

function afterVerb(message: string, verb: RegExp, purpose: GivenPassword['purpose']): MessageWithoutPassword | undefined {
  const match = verbIn(message, verb);
  if (match === undefined) return undefined;
  const words = wordsOf(message, match.end).filter(({ text }) => !CONNECTOR.test(text) && /[\p{L}\p{N}]/u.test(text));
  const email = words.find(({ text }) => EMAIL.test(text));
  const named = purpose === 'registration' ? words.filter((word) => word !== email) : words;
  const [name, first] = named;
  if (name === undefined) return undefined;
  const account = { purpose, email: addressOf(email) };
  if (NO_NAME.test(name.text)) return amongWords(message, named.filter(({ text }) => !NO_NAME.test(text)), account);
  if (first === undefined || named.slice(1).every(({ text }) => COURTESY.test(text))) return nameAlone(message, name, account, match.said);
  return nameAndPassword(message, account, { name, first, email });
}

/** Between two verbs of one request. */
const BETWEEN_VERBS = /^[^\p{L}\p{N}]*(?:(?:so|and|then|please|pls|just|now|ok|okay|here|goes|it|is|let me)[^\p{L}\p{N}]+)*$/iu;

/** The verb that who it is follows: the second in "I want an account. Register alice ...". */
function verbIn(message: string, verb: RegExp): { readonly said: string; readonly end: number } | undefined {
  const match = verb.exec(message);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const next = verb.exec(message.slice(end));
  if (next === null || !BETWEEN_VERBS.test(message.slice(end, end + next.index))) return { said: match[0], end };
  return { said: next[0], end: end + next.index + next[0].length };
}

type Account = Pick<GivenPassword, 'purpose' | 'email'>;

interface FoundWords {
  readonly name: Word;
  /** Of the password. */
  readonly first: Word;
  readonly email: Word | undefined;
}

function nameAndPassword(message: string, account: Account, { name, first, email }: FoundWords): MessageWithoutPassword {
  const said = LABELLED.exec(message.slice(name.start))?.[1];
  const start = said === undefined ? first.start : message.length - said.length;
  const isEmailBehind = email !== undefined && email.start > start;
  const { password, rest } = isEmailBehind ? { password: unquoted(message.slice(start, email.start).replace(BEFORE_ADDRESS, '')), rest: email.text } : passwordAt(said?.replace(END_OF_SENTENCE, '$1') ?? message.slice(start));
  return { message: hiddenBefore(message.slice(0, start), rest), given: { ...account, username: name.text.replace(/\.+$/, ''), password } };
}

/** A word behind a verb, and no other: a name, a name and a password in one, or a password without a name. */
function nameAlone(message: string, word: Word, account: Account, verb: string): MessageWithoutPassword | undefined {
  const [, name, password] = JOINED.exec(word.text) ?? [];
  if (name !== undefined && password !== undefined && looksLikePassword(password)) return { message: hiddenTail(message, word, password), given: { ...account, username: name, password } };
  return isPasswordAlone(word.text, verb) ? { message: hiddenWord(message, word), given: { ...account, password: word.text } } : undefined;
}

/** "login with S3cret99": a word alone is a name, unless hardly any name looks like it. */
function isPasswordAlone(word: string, verb: string): boolean {
  const isOdd = /[^\w.@-]/.test(word) || (/\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && !/^\p{Lu}?\p{Ll}+\d*$/u.test(word));
  return looksLikePassword(word) && (isOdd || /\b(?:with|using)\b/i.test(verb));
}

/** The last word that looks like a password, and the name before it. A name may look like one too: whatever does is hidden. */
function amongWords(message: string, words: readonly Word[], account: Account): MessageWithoutPassword | undefined {
  const index = words.findLastIndex(({ text }) => looksLikePassword(text));
  const password = words[index];
  if (password === undefined) return undefined;
  return { message: hiddenAll(message, words), given: { ...account, username: words[index - 1]?.text, password: password.text } };
}

interface PasswordAt {
  readonly password: string;
  /** How the sentence goes on; nothing goes on where all of it may belong to the password. */
  readonly rest: string;
  /** Read for who they are, and hidden. */
  readonly others?: string | undefined;
}

/** The password that a text begins with. */
function passwordAt(text: string): PasswordAt {
  const [quotedWhole = '', , quoted] = QUOTED.exec(text) ?? [];
  if (quoted !== undefined) return { password: quoted, rest: text.slice(quotedWhole.length).replace(/^[,;.]/, '').trim() };
  const [, only = ''] = WITH_COURTESY.exec(text) ?? [];
  if (looksLikePassword(only)) return { password: only, rest: '' };
  const [, first = '', others] = WITH_OTHERS.exec(text) ?? [];
  if (looksLikePassword(first)) return { password: first, rest: '', others };
  const [whole = '', word = ''] = GOES_ON.exec(text) ?? [];
  return /\p{L}/u.test(word) && /\p{Nd}/u.test(word) ? { password: word, rest: text.slice(whole.length) } : { password: unquoted(text), rest: '' };
}

function labelled(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword | undefined {
  const match = LABELLED.exec(message);
  const said = match?.[1];
  if (match === null || said === undefined) return undefined;
  const start = match.index + match[0].length - said.length;
  const { password, rest, others = '' } = passwordAt(said.replace(END_OF_SENTENCE, '$1'));
  return { message: hiddenBefore(message.slice(0, start), rest), given: givenFor(awaited, password, `${message.slice(0, match.index)} ${others}`) };
}

/** "change my password to N3wS3cret", "S3cret99 is my password", "user alice pass S3cret99": whatever looks like one where passwords are spoken of. */
function besideLabel(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword | undefined {
  const label = LABEL.exec(message);
  if (label === null) return undefined;
  const words = wordsOf(message);
  const behind = words.filter(({ start }) => start > label.index);
  const found = behind.some(({ text }) => looksLikePassword(text)) ? behind : words;
  const password = found.find(({ text }) => looksLikePassword(text));
  if (password === undefined) return undefined;
  return { message: hiddenAll(message, found), given: givenFor(awaited, password.text.replace(END_OF_SENTENCE, '$1'), `${message.slice(0, Math.min(label.index, password.start))} ${message.slice(Math.max(label.index + label[0].length, password.textStart + password.text.length))}`) };
}

/** Whose it is, by what stands beside the password. A name and an address beside it are for a new account: nobody tells both to log in. */
function givenFor(awaited: AwaitedPassword | undefined, password: string, beside: string): GivenPassword | undefined {
  const isOpen = awaited === undefined || awaited.isByTheWay === true;
  const email = awaited?.email ?? (isOpen ? addressOf(wordsOf(beside).find(({ text }) => EMAIL.test(text))) : undefined);
  const named = NAMED.exec(beside)?.[1];
  const username = isOpen ? (named ?? awaited?.username) : (awaited.username ?? named);
  if (awaited?.purpose === 'registration') return { purpose: 'registration', username, email, password };
  if (username !== undefined) return { purpose: isOpen && email !== undefined ? 'registration' : (awaited?.purpose ?? 'login'), username, email, password };
  return email === undefined ? undefined : { purpose: 'login', username: email, password };
}
