import { isCalledOff } from './account-form';
import { isAgreement } from './agreement';
import { addressOf, kindOfWord, looksLikePassword, type Word, wordsOf } from './password-words';
import { type AwaitedPassword, CONNECTOR, type GivenPassword, hiddenAll, hiddenTail, hiddenWord, JOINED, LEAD_IN, type MessageWithoutPassword, NAME_MARK, NO_NAME, PASSWORD_MARK, unquoted } from './take-out-password-parts';

/** An answer with a name and a password has no more words. */
const MAX_ANSWER_WORDS = 8;

/** What is asked or wanted in several words, whatever numbers are in them: a question, or a wish. */
const SPEAKS_OF_ELSE = /\?\s*$|^(?:(?:wait|no|ok(?:ay)?|first|but|and|oh|please|actually|sorry|hold on)[\s,.!]+)*(?:order|add|show|get me|give|bring|remove|change|cancel|make|what|which|where|how|when|who|is there|are there|do you|does|can (?:i|you)|could (?:i|you)|i want|i'd like|i would like|i'll have|\d{1,3}\s+\p{L})/iu;

/** Words that mean something here, and no password of anybody. */
const COMMAND = /^\s*(?:help|menu|restaurants?|hi|hello|hey|back|skip|why|what|log ?in|sign ?in|log ?out|register|sign ?up|thanks?|thank you|my orders?|orders?|password|username|user)\s*(?:[.!?]+\s*)?$/i;

/** "My user name is Rahul1990": whoever says what a word is, is believed. */
const CALLED_NAME = /\b(?:user\s?-?name|user\s?id|login|handle)\b["']?\s*(?:(?:(?:is|be|was|will be|should be|to|as)\b|[:=])+\s*)?["']?([A-Za-z0-9_-]{3,30})\b/gi;

/** Reads what answers a question of a login or a registration, or may answer one: see `kindOfWord` for what counts as a password. */
export function answered(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword | undefined {
  if (awaited === undefined || message.trim() === '' || isCalledOff(message)) return undefined;
  const { username, asked, isByTheWay } = awaited;
  if (isByTheWay !== true && (username !== undefined || asked === 'password')) return passwordAsked(message, awaited);
  if (asked !== undefined) return stepAnswered(message, awaited);
  const words = wordsOf(message);
  return words.length > MAX_ANSWER_WORDS ? undefined : answeredByTheWay(message, awaited, words);
}

/**
 * The answer to "your password?" is one whatever its shape, unless the person speaks of something else: without a digit in several
 * words, as every password of ours has one; a yes; an address or a user name that is told anew; a wish or a question in words.
 */
function passwordAsked(message: string, awaited: AwaitedPassword): MessageWithoutPassword | undefined {
  const words = wordsOf(message);
  if (COMMAND.test(message) || (!/\p{Nd}/u.test(message) && (words.length > 1 || isAgreement(message)))) return undefined;
  if (words.some((word) => addressOf(word) !== undefined)) return stepAnswered(message, { ...awaited, asked: 'password' });
  const bare = message.trim().replace(LEAD_IN, '');
  const others = words.filter(({ text }) => kindOfWord(text) === 'password' || kindOfWord(text) === 'either');
  const isName = others.length > 0 && others.every(({ text }) => namesCalled(message).has(text));
  if (isName || (words.length > 1 && others.length === 0 && SPEAKS_OF_ELSE.test(message))) return undefined;
  const password = looksLikePassword(bare) ? bare : message.trim();
  return { message: PASSWORD_MARK, given: givenFor(awaited, { password: unquoted(password) }) };
}

function givenFor({ purpose, username, email }: AwaitedPassword, found: Pick<GivenPassword, 'password'> & Partial<GivenPassword>): GivenPassword {
  return { purpose, username, email, ...found };
}

/**
 * An answer while somebody registers or logs in step by step, whatever was asked: whatever may be a password is hidden. One that may
 * as well be a user name is taken for that where none is known and the name was asked for; then the password is what comes behind it.
 */
function stepAnswered(message: string, awaited: AwaitedPassword): MessageWithoutPassword | undefined {
  const words = wordsOf(message).flatMap(partsOf);
  const address = addressOf(words.find((word) => addressOf(word) !== undefined));
  const joined = joinedIn(message, words);
  if (joined !== undefined) return { ...joined, given: givenFor(awaited, { ...joined.given, ...(address !== undefined && { email: address }) }) };
  const names = namesCalled(message);
  const likely = words.filter(({ text }) => !names.has(text) && (kindOfWord(text) === 'password' || kindOfWord(text) === 'either'));
  if (likely.length === 0) return undefined;
  if (words.length > MAX_ANSWER_WORDS && words.length > likely.length + 1 && address === undefined) return { message: hidden(message, likely, undefined) };
  const candidates = words.filter((word) => addressOf(word) === undefined && !CONNECTOR.test(word.text));
  const password = passwordAmong(likely, candidates, awaited, names);
  const name = password === undefined ? likely.at(0) : nameBefore(password, candidates);
  const isNew = name !== undefined && likely.includes(name);
  const possibleName = isNew ? name.text.replace(/[.!?]+$/, '') : undefined;
  const shown = { message: hidden(message, likely, isNew ? name : undefined), possibleName };
  if (password === undefined) return shown;
  const told = { username: name?.text ?? [...names].at(-1), email: address };
  return { ...shown, given: givenFor(awaited, { password: password.text, ...(told.username !== undefined && { username: told.username }), ...(told.email !== undefined && { email: told.email }) }) };
}

/** Undefined where the only word that may be one is the name that was asked for. */
function passwordAmong(likely: readonly Word[], candidates: readonly Word[], { username, asked }: AwaitedPassword, names: ReadonlySet<string>): Word | undefined {
  const sure = likely.findLast(({ text }) => kindOfWord(text) === 'password');
  const last = sure ?? likely.at(-1);
  if (last === undefined || sure !== undefined || likely.length > 1) return last;
  const isNamed = username !== undefined || names.size > 0 || nameBefore(last, candidates) !== undefined;
  return asked === 'username' && !isNamed ? undefined : last;
}

/** "alice S3cret99": the word before a password, if people are called so. */
function nameBefore(password: Word, candidates: readonly Word[]): Word | undefined {
  const before = candidates[candidates.indexOf(password) - 1];
  if (before === undefined || !/^[A-Za-z0-9_-]{3,30}$/.test(before.text) || kindOfWord(before.text) === 'password') return undefined;
  return NO_NAME.test(before.text) || LEAD_IN.test(`${before.text} `) ? undefined : before;
}

function namesCalled(message: string): ReadonlySet<string> {
  return new Set([...message.matchAll(CALLED_NAME)].flatMap(([, name]) => name ?? []));
}

function hidden(message: string, words: readonly Word[], name: Word | undefined): string {
  return words.reduceRight((text, word) => hiddenWord(text, word, word === name ? NAME_MARK : PASSWORD_MARK), message);
}

/** "priya_shah,priya@example.com": the parts of a word with an address among them. */
function partsOf(word: Word): Word[] {
  const parts = [...word.text.matchAll(/[^,;|/]+/g)].map(({ 0: text, index }) => ({ text, start: word.start, textStart: word.textStart + index }));
  return parts.some((part) => addressOf(part) !== undefined) ? parts : [word];
}

/** An answer where the person may as well speak of something else: only what looks like a password is one. */
function answeredByTheWay(message: string, awaited: AwaitedPassword, words: readonly Word[]): MessageWithoutPassword | undefined {
  const address = addressOf(words.find((word) => addressOf(word) !== undefined));
  const account = { purpose: address === undefined ? awaited.purpose : 'registration', email: address ?? awaited.email } as const;
  const joined = joinedIn(message, words);
  if (joined !== undefined) return { ...joined, given: { ...joined.given, ...account } };
  const leadIn = LEAD_IN.exec(message)?.[0].length ?? 0;
  const others = words.filter((word) => word.start >= leadIn && !CONNECTOR.test(word.text) && !NO_NAME.test(word.text) && addressOf(word) === undefined);
  const index = others.findLastIndex(({ text }) => looksLikePassword(text));
  const password = others[index]?.text;
  if (password === undefined) return undefined;
  const username = others[index - 1]?.text ?? awaited.username;
  const isNameless = username === undefined && address !== undefined;
  // An address and a password, and no name: whose account it is.
  return { message: hiddenAll(message, others), given: isNameless ? { purpose: 'login', username: address, password } : { ...account, username, password } };
}

/** "alice/S3cret99" among the words. */
function joinedIn(message: string, words: readonly Word[]): { readonly message: string; readonly given: Pick<GivenPassword, 'password'> & { readonly username: string } } | undefined {
  for (const word of words) {
    const [, username, password] = JOINED.exec(word.text) ?? [];
    if (username !== undefined && password !== undefined && looksLikePassword(password)) return { message: hiddenTail(message, word, password), given: { username, password } };
  }
  return undefined;
}
