/** What people call a password, misspelt and in other languages too: a whole word. `\b` knows the Latin alphabet alone. */
export const PASSWORD_WORD = String.raw`(?<![\p{L}\p{M}\p{N}_])(?:pas+\s?-?w\w{0,4}[dt]|p[a@][s$]{2}w[o0]rd|pass\s?code|pass\s?phrase|pwd|p\/?w|contrase[nñ]a|senha|mot de passe|wachtwoord|पासवर्ड|પાસવર્ડ|пароль|密码|密碼)(?![\p{L}\p{M}\p{N}_])`;

/** An address as the contract takes it, a sentence's end behind it. What is written otherwise may be a password. */
export const EMAIL = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}[.!?]*$/;

/** Shorter words with a letter and a digit are more often something else: 2x, 7up, B12. */
const SHORTEST = 6;

/** A word of a message. */
export interface Word {
  /** Without the punctuation around it. */
  readonly text: string;
  /** Where the word begins, its punctuation included, and where the text. */
  readonly start: number;
  readonly textStart: number;
}

/** The words from a position on. */
export function wordsOf(message: string, from = 0): Word[] {
  return [...message.slice(from).matchAll(/\S+/g)].map(({ 0: word, index }) => wordAt(word, from + index)).filter(({ text }) => text !== '');
}

function wordAt(word: string, start: number): Word {
  const leading = /^["'`“‘(<[{]+/.exec(word)?.[0].length ?? 0;
  return { text: word.slice(leading).replace(/["'`”’)>\]},;:=]+$/g, ''), start, textStart: start + leading };
}

/** The address that a word is, without a sentence's end; undefined where it is none. */
export function addressOf(word: Word | undefined): string | undefined {
  return word === undefined || !EMAIL.test(word.text) ? undefined : word.text.replace(/[.!?]+$/, '');
}

/** What the contract takes for a user name. */
const NAME_FORM = /^[A-Za-z0-9_-]{3,30}$/;

/** Capitals at the beginning of its parts, if any, and whatever digits: people are called so. */
const NAME_SHAPE = /^[_-]*(?:(?:\p{Lu}[\p{Ll}\d]*|[\p{Ll}\d]+)[_-]+)*(?:\p{Lu}?\p{Ll}*\d*|[\p{Ll}\d]+|[\p{Lu}\d]+)$/u;

/** "Passw0rd99", "pass1234": no name of anybody. */
const SPELLS_PASSWORD = /p[a4@][s5$]{2}w|^pass\d/i;

/** A sign that stands within a word where people make one up to be hard to guess. */
const ODD_SIGN = /[#$%^*+=~@!]/;

/** Without a letter: a telephone number or a pass code. */
const NUMBER_ALONE = /^\d{6,}$/;

/**
 * What a word may be that somebody gave where a name, an address and a password are asked for, told by its shape alone:
 *
 * - `address`: of the contract's form of an e-mail address. It is never taken for a password.
 * - `password`: a letter and a digit in six characters or more, in a shape that names do not have: another sign than those of a user name
 *   ("S3cret#99"), a capital within ("PriyaShah99"), a digit between letters of a word with a capital ("Passw0rd99"), or the word password
 *   itself; also a word with such a sign and no digit ("hello#world"), which is somebody's try. Whoever is called so says
 *   "my user name is PriyaShah99".
 * - `either`: a user name of the contract's form which could as well be a password ("Rahul1990", "secret99", "98250123").
 * - `other`: anything else, names like "priya_shah" among it.
 */
export function kindOfWord(text: string): 'address' | 'password' | 'either' | 'other' {
  const word = text.replace(/[.!?]+$/, '');
  if (EMAIL.test(word)) return 'address';
  if (NUMBER_ALONE.test(word) && NAME_FORM.test(word)) return 'either';
  if (!looksLikePassword(word)) return word.length >= SHORTEST && /\p{L}/u.test(word) && isOdd(word) ? 'password' : 'other';
  return NAME_FORM.test(word) && NAME_SHAPE.test(word) && !SPELLS_PASSWORD.test(word) ? 'either' : 'password';
}

/** An `@` alone is of an address that was mistyped. */
function isOdd(word: string): boolean {
  return SPELLS_PASSWORD.test(word) ? /[^\p{L}]/u.test(word) : ODD_SIGN.test(word.slice(1)) && !/^[\w.+-]+@[\w.-]+$/.test(word) && !/^https?:/i.test(word);
}

/** A letter and a digit in one word, which is no address. */
export function looksLikePassword(word: string): boolean {
  return word.length >= SHORTEST && !/\s/.test(word) && /\p{L}/u.test(word) && /\p{Nd}/u.test(word) && !EMAIL.test(word) && !/^https?:/i.test(word);
}
