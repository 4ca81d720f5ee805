import { PASSWORD_MARK } from '../../../../conversation/take-out-password';
import type { Dialogue } from '../../dialogue';
import { wordsOf } from '../../speech/utterance';

/** What a sentence with a password says besides: before the login, and behind the password. */
const VERB = /(?:^|[,;.:]?\s+)(?:(?:and|but|first|then|please|so|i want to|i'd like to|i would like to|let me|also|can you|could you)\s+)*(?:log\s*(?:-\s*)?(?:me\s+)?in|sign\s*(?:-\s*)?(?:me\s+)?(?:in|up)|register|(?:create|make|open|set up)\s+(?:me\s+)?(?:an?\s+|my\s+)?(?:new\s+)?account|new\s+account)\b/i;

/** What begins a wish, whatever is wanted. */
const WISH = /^(?:(?:and|then|also|please|but|now|so|ok|okay|first|after that|afterwards|i want(?: to)?|i'd like(?: to)?|i would like(?: to)?|we want(?: to)?|let me|can (?:you|i)|could (?:you|i)|i'll|i will)[\s,]+)*(?:order(?!ed)|add|show|get|give|bring|send|have|take|book|place|confirm|repeat|cancel|remove|change|make it|list|see|view|find|search|track|check|tell|rate|review|menu|the usual|my (?:orders?|cart|usual)|what|which|where|how|when|who|is|are|do|does)\b/i;
const NUMBERED = /(?:^|\s)\d{1,3}\b(?!\s*(?:years?|months?|weeks?|days?|times?)\b)/;

/**
 * "2 dosa and login NAME PASSWORD", "login NAME PASSWORD and order 2 dosa": what there is to do once somebody is logged in. What leads up
 * to a login ("here are my details", "I have never used this before") wants nothing.
 */
export function besidesPassword({ message, catalogue }: Dialogue): string | undefined {
  const [before = ''] = VERB.test(message) ? message.split(VERB) : [];
  const behind = message.includes(PASSWORD_MARK) ? (message.split(PASSWORD_MARK).at(-1)?.replace(/^\S+@\S+/, '') ?? '') : '';
  const wanted = [before, behind].flatMap((part) => wishIn(part, (word) => catalogue.isName(word)) ?? []);
  return wanted.length === 0 ? undefined : wanted.join(', ');
}

/** From the first clause on that wants something. */
function wishIn(part: string, isName: (word: string) => boolean): string | undefined {
  const clauses = part.split(/(?<=[,;.!?\n])\s*|\s+(?=and (?:i|we|then|please)\b)/i);
  const first = clauses.findIndex((clause) => isWish(clause.replace(/^[\s,;.]*(?:(?:and|then|also)\s+)*/i, ''), isName));
  const said = first < 0 ? '' : clauses.slice(first).join(' ').replace(/^[\s,;.]*(?:(?:and|then|also)\s+)*|[\s,;]+$/gi, '');
  return said === '' ? undefined : said;
}

function isWish(clause: string, isName: (word: string) => boolean): boolean {
  return WISH.test(clause) || NUMBERED.test(clause) || wordsOf(clause.toLowerCase()).some((word) => word.length > 3 && word !== 'with' && isName(word));
}
