import { looksLikePassword, type Word } from './password-words';

/** A password that a person wrote, with whom it is for. It lives as long as the turn. */
export interface GivenPassword {
  readonly purpose: 'login' | 'registration';
  /** Undefined where nobody said whose it is. */
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly password: string;
}

export interface MessageWithoutPassword {
  /** The message as it may be stored, logged and sent to a model. */
  readonly message: string;
  readonly given?: GivenPassword | undefined;
  /** Taken out as well: said where a user name was asked for, and as likely a password. It is shown to nobody, and kept sealed. */
  readonly possibleName?: string | undefined;
}

/** That a password may come, and what it is for. */
export interface AwaitedPassword {
  readonly purpose: 'login' | 'registration';
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  /** The person may as well speak of something else: only what looks like a password is one. */
  readonly isByTheWay?: boolean | undefined;
  /** What the person was asked for; undefined where they were told how to log in in one line. */
  readonly asked?: 'username' | 'email' | 'password' | undefined;
}

/** What stands where a password stood. */
export const PASSWORD_MARK = '[password hidden]';

/** What stands where a name stood that may be a password. */
export const NAME_MARK = '[name hidden]';

/** Words that stand between a name and a password, and after a verb that no name follows. */
export const CONNECTOR = /^(?:and|with|the|my|is|as|are|pass(?:word|code|wd)?|pwd|pw|pin|(?:e-?)?mail|user(?:name)?|name|id|account|by|using|&|\/|\||,|:|=|-)$/i;
export const NO_NAME = /^(?:please|pls|plz|to|my|me|first|again|now|later|here|there|in|and|then|so|i|i'm|it's|its|you|we|if|or|not|required|needed|page|button|account|details|info|problem|failed|issue|how|do|can|help|it|a|an|is|was|with|for|the|sorry|oops|want|order|get|give|add|place|show|book|send|repeat|buy|confirm|have|see|check|view|track|cancel|change|reset|forgot|before|after|when|while|because|but|link|works?|fails|error)$/i;

/** "alice:S3cret99", "alice/S3cret99": a name and a password in one word. */
export const JOINED = /^([A-Za-z0-9_.-]{3,}(?:@[A-Za-z0-9.-]+)?)[:/|,;]+([^\s:/|,;]\S*)$/;

/** How people lead up to a password. */
export const LEAD_IN = /^(?:(?:sure|ok(?:ay)?|yes|yeah|oh|oops|sorry|no|wait|here|you|go|so|well|it|it'?s|that'?s|this|is|was|i|meant|mean|think|the|my|one|right|pass|password|pw|pwd|try|use|and|please|again)[\s,:;.!-]+)+/i;

/** "S3cret99" in quotation marks or brackets, at the beginning. */
export const QUOTED = /^(["'`“‘(<])(.+?)["'`”’)>](?=[\s,.;})\]]|$)/s;

export function hiddenBefore(before: string, rest: string): string {
  return `${before}${PASSWORD_MARK}${rest === '' ? '' : ` ${rest}`}`;
}

/** The message with a mark in place of a word. */
export function hiddenWord(message: string, { text, textStart }: Word, mark = PASSWORD_MARK): string {
  return `${message.slice(0, textStart)}${mark}${message.slice(textStart + text.length)}`;
}

export function hiddenAll(message: string, words: readonly Word[]): string {
  return words.filter(({ text }) => looksLikePassword(text)).reduceRight((text, word) => hiddenWord(text, word), message);
}

/** Hides the end of a word. */
export function hiddenTail(message: string, { text, start, textStart }: Word, tail: string): string {
  return hiddenWord(message, { text: tail, start, textStart: textStart + text.length - tail.length });
}

export function unquoted(text: string): string {
  const bare = text.trim();
  return QUOTED.exec(bare)?.[2] ?? bare;
}

/** A name and an address beside a password are for a new account, where nobody says that it is a login; an address alone is whose account it is. */
export function givenBeside(account: Omit<GivenPassword, 'purpose'>, isLogin = false): GivenPassword | undefined {
  const { username, email, password } = account;
  if (username !== undefined && email !== undefined && !isLogin) return { purpose: 'registration', ...account };
  const name = username ?? email;
  return name === undefined ? undefined : { purpose: 'login', username: name, password };
}
