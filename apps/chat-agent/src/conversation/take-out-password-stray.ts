import { addressOf, kindOfWord, looksLikePassword, type Word, wordsOf } from './password-words';
import { CONNECTOR, givenBeside, hiddenTail, hiddenWord, JOINED, type MessageWithoutPassword, NO_NAME } from './take-out-password-parts';

/** A word for a login anywhere, in any form and slightly mistyped. */
const SPEAKS_OF_LOGIN = /\b(?:(?:re-?)?(?:log|sign)(?:g?ed|g?ing)?[ -]?(?:me |in\b|on\b|up\b|into\b)|log\s+\S{3,30}\s+in\b|lgoin|loign|logni|logn|new (?:user|account)|(?:my|the) (?:login|details|credentials)|let me in)/i;
const LOGIN_BEHIND = /\b(?:log|sign) ?-?in\W*$/i;

/**
 * "alice S3cret99 login", "log alice in, S3cret99", "new user alice alice@example.com S3cret99": a word that no name and no dish looks like,
 * in a message that speaks of a login or tells an address, wherever it stands.
 */
export function stray(message: string): MessageWithoutPassword | undefined {
  const words = wordsOf(message);
  const email = addressOf(words.find((word) => addressOf(word) !== undefined));
  if (email === undefined && !SPEAKS_OF_LOGIN.test(message)) return undefined;
  const others = words.filter((word) => addressOf(word) === undefined && !CONNECTOR.test(word.text) && !NO_NAME.test(word.text));
  const isPassword = (text: string) => kindOfWord(text) === 'password' || (LOGIN_BEHIND.test(message) && looksLikePassword(text));
  for (const [index, word] of others.entries()) {
    const [, name, tail] = JOINED.exec(word.text) ?? [];
    if (name !== undefined && tail !== undefined && isPassword(tail)) return { message: hiddenTail(message, word, tail), given: givenBeside({ username: name, email, password: tail }) };
    if (isPassword(word.text)) return { message: hiddenWord(message, word), given: givenBeside({ username: nameAmong(others.slice(0, index)), email, password: word.text }) };
  }
  return undefined;
}

/** The word before the password, which no verb is. */
function nameAmong(before: readonly Word[]): string | undefined {
  return before.findLast(({ text }) => /^[A-Za-z0-9_-]{3,30}$/.test(text) && !SPEAKS_OF_LOGIN.test(`${text} in`))?.text;
}
