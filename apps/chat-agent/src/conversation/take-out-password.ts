import type { AskedToLogIn, AwaitedPassword } from './conversation-state';

/** A password that a person wrote, with whom it is for. It lives as long as the turn. */
export interface GivenPassword {
  readonly purpose: 'login' | 'registration';
  readonly username: string;
  readonly email?: string | undefined;
  readonly password: string;
}

export interface MessageWithoutPassword {
  /** The message as it may be stored, logged and sent to a model. */
  readonly message: string;
  readonly given?: GivenPassword | undefined;
}

/** What stands where a password stood. */
export const PASSWORD_MARK = '[password hidden]';

const LOGIN = /(?:^|\b)(?:log\s*-?\s*(?:me\s+)?in|login|sign\s*-?\s*(?:me\s+)?in|signin)\b(?:\s+(?:as|with|using|for|user(?:name)?|me|to\s+my\s+account))*[\s:,;=-]*/i;
const REGISTRATION = /(?:^|\b)(?:register|sign\s*-?\s*(?:me\s+)?up|signup|create\s+(?:an?\s+|my\s+)?(?:new\s+)?account|new\s+account)\b(?:\s+(?:as|with|using|for|user(?:name)?|me|to\s+my\s+account))*[\s:,;=-]*/i;

/** "password: x", "my password is x", "pw=x" anywhere in a message. */
const LABELLED = /\b(?:pass\s?word|passwd|pass\s?code|pass\s?phrase|pwd|pw)\b\s*(?:(?:is|was|will be|should be)\b\s*|[:=]\s*)+["'`]?(\S.*)$/i;

/** Words that stand between a name and a password, and after a verb that no name follows. */
const CONNECTOR = /^(?:and|with|the|my|is|as|pass(?:word|code|wd)?|pwd|pw|email|e-?mail|user(?:name)?|name|id|account|by|using|&|\/|\||,|:|=|-)$/i;
const NO_NAME = /^(?:please|pls|plz|to|my|me|first|again|now|later|here|there|in|and|then|so|i|you|we|if|or|not|required|needed|page|button|account|details|info|problem|failed|issue|how|do|can|help|it|a|an|is|was|with|for|the)$/i;

/** A word, and behind it what no password goes on with: "S3cret99 and order 2 dosa". */
const GOES_ON = /^(\S{8,}?)[,;.]?\s+(?=(?:(?:and|then|&)\s+)+(?:then\s+)?(?:please\s+)?(?:order|get|give|add|place|show|book|send|repeat|buy|confirm|i want|i'd like|i would like|i'll have|\d{1,3}\s|one\s|two\s|three\s|the usual|my orders|where))/i;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A message that calls the login off instead of answering with a password. */
const CALLED_OFF = /^\s*(?:no|nope|cancel|stop|never\s?mind|forget (?:it|that)|not now|skip|quit|exit|back|later)(?:\s+(?:please|thanks|thank you|it|that))?\s*[.!]*\s*$/i;

/**
 * Takes a password out of a message before anything else sees it: out of "login alice S3cret99", "register alice a@b.c S3cret99",
 * "my password is S3cret99", out of whatever answers "your password?", and out of "alice S3cret99" said to "please log in". What may be a password counts as one.
 */
export function takeOutPassword(message: string, awaited: AwaitedPassword | undefined, asked?: AskedToLogIn): MessageWithoutPassword {
  return (
    afterVerb(message, REGISTRATION, 'registration') ?? afterVerb(message, LOGIN, 'login') ?? labelled(message, awaited) ?? answered(message, awaited) ?? credentialsAlone(message, asked) ?? { message }
  );
}

function afterVerb(message: string, verb: RegExp, purpose: GivenPassword['purpose']): MessageWithoutPassword | undefined {
  const match = verb.exec(message);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const words = [...message.slice(end).matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text: trimmed(text), start: end + index }));
  const rest = words.filter(({ text }) => text !== '' && !CONNECTOR.test(text));
  const email = rest.find(({ text }) => EMAIL.test(text));
  const named = purpose === 'registration' ? rest.filter((word) => word !== email) : rest;
  const [name, first] = named;
  if (name === undefined || first === undefined || NO_NAME.test(name.text)) return undefined;
  const emailBehind = email !== undefined && email.start > first.start ? email : undefined;
  const goesOn = emailBehind === undefined ? wordAndRest(message.slice(first.start)) : undefined;
  const behind = emailBehind?.text ?? goesOn?.rest ?? '';
  const password = goesOn?.word ?? textFrom(message, first.start, emailBehind?.start);
  const hidden = `${message.slice(0, first.start)}${PASSWORD_MARK}${behind === '' ? '' : ` ${behind}`}`;
  return { message: hidden, given: { purpose, username: name.text, email: email?.text, password } };
}

/** A password of one word and how the sentence goes on; undefined where all of it may belong to the password. */
function wordAndRest(text: string): { readonly word: string; readonly rest: string } | undefined {
  const [whole = '', word = ''] = GOES_ON.exec(text) ?? [];
  return /\p{L}/u.test(word) && /\p{Nd}/u.test(word) ? { word, rest: text.slice(whole.length) } : undefined;
}

function labelled(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword | undefined {
  const match = LABELLED.exec(message);
  const said = match?.[1];
  if (match === null || said === undefined) return undefined;
  const start = message.lastIndexOf(said);
  const hidden = `${message.slice(0, start)}${PASSWORD_MARK}`;
  return { message: hidden, given: awaited === undefined ? undefined : { ...awaited, password: unquoted(said) } };
}

function answered(message: string, awaited: AwaitedPassword | undefined): MessageWithoutPassword | undefined {
  if (awaited === undefined || message.trim() === '' || CALLED_OFF.test(message)) return undefined;
  const isSentence = message.trim().split(/\s+/).length > 1 && !/\p{Nd}/u.test(message);
  // Every password of ours has a digit: several words without one are the person speaking of something else.
  return isSentence ? undefined : { message: PASSWORD_MARK, given: { ...awaited, password: message.trim() } };
}

/** Words that people say before a name. */
const LEADING = /^(?:ok(?:ay)?|sure|fine|yes|here|it'?s|i|i'?m|am|hi|hello|sorry|oh|try|again)$/i;
/** As passwords of ours are: a word with a letter and a digit. */
const LIKE_PASSWORD = /^(?=.*\p{L})(?=.*\p{Nd})\S{8,128}$/u;
const LIKE_NAME = /^(?=.*\p{L})[A-Za-z0-9_-]{3,30}$/u;

/** "alice S3cret99", "alice alice@example.com S3cret99", or a password alone where it is known whose: said by whoever was asked to log in. */
function credentialsAlone(message: string, asked: AskedToLogIn | undefined): MessageWithoutPassword | undefined {
  if (asked === undefined) return undefined;
  const words = message.split(/[\s,/|]+/).filter((word) => word !== '' && !CONNECTOR.test(word) && !LEADING.test(trimmed(word)));
  const password = words.at(-1) ?? '';
  if (words.length > 3 || !LIKE_PASSWORD.test(password) || EMAIL.test(password)) return undefined;
  const [name, ...others] = words.slice(0, -1).map(trimmed);
  // A name is asked for first: alone, what can be one is one.
  if (name === undefined && asked.username === undefined && LIKE_NAME.test(password)) return undefined;
  const [email] = others.filter((word) => EMAIL.test(word));
  if (name !== undefined && (!(LIKE_NAME.test(name) || EMAIL.test(name)) || others.length > (email === undefined ? 0 : 1))) return undefined;
  const username = name ?? asked.username;
  const given: GivenPassword | undefined = username === undefined ? undefined : { purpose: email === undefined ? 'login' : 'registration', username, email, password };
  return { message: message.slice(0, message.lastIndexOf(password)) + PASSWORD_MARK, given };
}

function textFrom(message: string, start: number, end: number | undefined): string {
  return unquoted(message.slice(start, end));
}

function unquoted(text: string): string {
  const bare = text.trim();
  const quoted = /^(["'`])(.*)\1$/.exec(bare);
  return quoted?.[2] ?? bare;
}

/** A word of a name or an address without the punctuation that people put behind it. */
function trimmed(text: string): string {
  return text.replace(/^["'`(<[]+|["'`)>\],;:=]+$/g, '');
}
