/** What people call a password, misspelt too. */
export const PASSWORD_WORD = String.raw`(?:pas+\s?-?w\w{0,4}[dt]|pass\s?code|pass\s?phrase|pwd|pw)`;

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

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

/** A letter and a digit in one word, which is no address. */
export function looksLikePassword(word: string): boolean {
  return word.length >= SHORTEST && !/\s/.test(word) && /\p{L}/u.test(word) && /\p{Nd}/u.test(word) && !EMAIL.test(word) && !/^https?:/i.test(word);
}
