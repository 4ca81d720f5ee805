import { z } from 'zod';
import type { ConversationFacts } from '../../chat-model';
import { EVERYDAY } from '../speech/everyday-words';
import { RELATION, WANTS } from '../speech/people';
import { numberOf, ORDINAL_WORDS, wordsOf } from '../speech/utterance';

/** For whom something was ordered: "mum wants a plain thepla". */
export const dinerSchema = z.object({
  /** As they are called, in lower case: "mum", "ravi", "me". */
  who: z.string(),
  /** The words of what they have: "a plain thepla". */
  what: z.string(),
});

export type Diner = z.infer<typeof dinerSchema>;
type OrderFact = NonNullable<ConversationFacts['order']>;

const GETS = `(?:${WANTS}|has|'ll (?:have|take)|'d (?:like|love))`;
const COUNT = '(?:an?|the|one|two|three|four|five|\\d+)';
const OWNER = '(?:my|our|his|her|the)';
/** "Mum wants a thepla", "for ravi 2 idli", "dad a masala one". */
const IN_FRONT = new RegExp(`(?:^|(?<=[ ,]))(for )?(?:${OWNER} )?(\\p{L}{1,20})( ?${GETS})? (?=${COUNT} )`, 'gu');
/** "A dosa for mum". */
const BEHIND = new RegExp(`^(.*\\S) for (?:${OWNER} )?(\\p{L}{2,20})(?: (?:from|at|please|pls)\\b.*)?$`, 'u');
const CLAUSES = / ?, | and | plus /;
/** As many as one order is remembered for. */
const MAX_DINERS = 12;
const MAX_WORDS = 12;

const SAME: Readonly<Record<string, string>> = { mom: 'mum', mummy: 'mum', mother: 'mum', daddy: 'dad', papa: 'dad', father: 'dad', bro: 'brother', sis: 'sister', hubby: 'husband', i: 'me', myself: 'me' };
const IS_RELATION = new RegExp(`^(?:${RELATION})$`, 'u');

/**
 * Who has what, as a sentence tells it; together with what was told before, of which the newest counts.
 * @param text in the form of `normalise`
 * @param isName whether a word stands in a name of the catalogue: then it is food or a place, and nobody's
 */
export function dinersIn(text: string, before: readonly Diner[], isName: (word: string) => boolean): readonly Diner[] {
  const isFood = (what: string) => wordsOf(what).some(isName);
  const told = [...inFront(text, isName), ...behind(text, isName)].filter(({ what }) => isFood(what) || /\bones?\b/.test(what));
  if (told.length === 0 || !told.some(({ what }) => isFood(what))) return before;
  const others = before.filter(({ who }) => !told.some((diner) => diner.who === who));
  return [...others, ...told].slice(-MAX_DINERS);
}

function inFront(text: string, isName: (word: string) => boolean): Diner[] {
  const marks = [...text.matchAll(IN_FRONT)].filter(([, isFor, word = '', wants]) => isSomebody(word, isFor !== undefined || wants !== undefined, isName));
  return marks.map((mark, index) => dinerOf(mark[2] ?? '', text.slice(mark.index + mark[0].length, marks[index + 1]?.index)));
}

function behind(text: string, isName: (word: string) => boolean): Diner[] {
  return text.split(CLAUSES).flatMap((clause) => {
    const [, what = '', word = ''] = BEHIND.exec(clause) ?? [];
    return word !== '' && isSomebody(word, true, isName) ? [dinerOf(word, what)] : [];
  });
}

function dinerOf(word: string, what: string): Diner {
  return { who: called(word), what: wordsOf(what).slice(0, MAX_WORDS).join(' ') };
}

function called(word: string): string {
  return SAME[word] ?? word;
}

/** @param isMarked whether "for" or "wants" says that it is somebody */
function isSomebody(word: string, isMarked: boolean, isName: (word: string) => boolean): boolean {
  if (IS_RELATION.test(word) || word === 'me' || (word === 'i' && isMarked)) return true;
  return isMarked && word.length >= 3 && !EVERYDAY.has(word) && !isName(word) && numberOf(word) === undefined;
}

/** The line of the order that somebody has; undefined where that is not clear. */
export function lineOf(word: string, diners: readonly Diner[], order: OrderFact): number | undefined {
  const said = diners.find(({ who }) => who === called(word))?.what.split(' ');
  if (said === undefined) return undefined;
  const fits = order.lines.map(({ itemName, options }) => {
    const ofItem = wordsOf(itemName.toLowerCase()).filter((each) => said.includes(each)).length;
    return ofItem === 0 ? 0 : ofItem + options.filter(({ choice_id }) => said.some((each) => each.length > 2 && choice_id.includes(each))).length / 2;
  });
  const most = Math.max(0, ...fits);
  return most === 0 || fits.filter((fit) => fit === most).length > 1 ? undefined : fits.indexOf(most);
}

const NOUN = '(?: (?:ones?|dish|order|plate|meal|portion|food|thing))?';
const CHANGES = /^(?:(?:and|so|but|ok|no wait|wait|sorry|actually|please|oh)[ ,]+)*(?:no|without|extra|less|more|hold|skip|light|easy|add|make (?:it|that)|put)\b/;

/**
 * A text in which "mum's" and "no pickle for dad" are said of their lines: "make the plain thepla 2", "no pickle on the masala thepla".
 * @param text in the form of `normalise`
 */
export function dinersByDish(text: string, diners: readonly Diner[], order: OrderFact | undefined): string {
  if (order === undefined || diners.length === 0) return text;
  const lineNamed = (word: string): string | undefined => {
    const at = lineOf(word, diners, order);
    const name = at === undefined ? undefined : order.lines[at]?.itemName;
    const isOnly = order.lines.filter(({ itemName }) => itemName === name).length === 1;
    return name === undefined || at === undefined ? undefined : isOnly ? `the ${name.toLowerCase()}` : `the ${ORDINAL_WORDS[at] ?? 'last'} one`;
  };
  const owned = text.replace(new RegExp(`(?<![\\p{L}])(?:${OWNER} )?(\\p{L}{2,20}?)(?:'s|s)${NOUN}(?=$|[ ,])`, 'gu'), (phrase, word: string) => lineNamed(word) ?? phrase).replace(/(?<![\p{L}])mine(?=$|[ ,])/u, (phrase) => lineNamed('me') ?? phrase);
  const said = withoutNameTwice(owned);
  return CHANGES.test(said) ? said.replace(new RegExp(` (?:for|on|to) (?:${OWNER} )?(\\p{L}{2,20})$`, 'u'), (phrase, word: string) => (lineNamed(word) === undefined ? phrase : ` on ${lineNamed(word) ?? word}`)) : said;
}

/** "Mum's thepla" is "the plain thepla thepla" by then. */
function withoutNameTwice(text: string): string {
  return text.replace(/(?<![\p{L}])(\p{L}{3,}) \1(?![\p{L}])/gu, '$1');
}

const ASKED = new RegExp(`^(?:(?:and|so|but|ok|wait|remind me|tell me|again|can you (?:remind|tell) me|do you (?:know|remember))[ ,]+)*what(?:'s| is| does| did| was| will| has)? (?:${OWNER} )?(\\p{L}{1,20})(?:'s| is| will)? (?:get|gets|getting|have|having|has|had|want|wants|wanted|order|ordered|eat|eating|got|down for)(?: again| now)?$`, 'u');

/** "What does dad get?": the line that somebody has. */
export function dinerAsked(text: string, diners: readonly Diner[], order: OrderFact | undefined): { readonly who: string; readonly line: OrderFact['lines'][number] } | undefined {
  const [, word] = ASKED.exec(text) ?? [];
  const at = word === undefined || order === undefined ? undefined : lineOf(word, diners, order);
  const line = at === undefined ? undefined : order?.lines[at];
  return word === undefined || line === undefined ? undefined : { who: called(word), line };
}
