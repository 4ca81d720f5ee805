import type { Menu } from '@foodie-express/contracts';
import type { OrderLineFact } from '../../chat-model';
import { wordsOf } from '../speech/utterance';

/** A line of an order, as the order holds it or as it is asked for. */
interface Line {
  readonly name: string;
  readonly choices: readonly string[];
  readonly notes: string | undefined;
}

const FILLERS = /^(?:the|my|that|this|those|these|with|one|ones|wala|wali|note|notes|and|of)$/;
const BARE = /^(?:plain|normal|regular|other|simple|ordinary)$/;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
/** "The garlic one", "the no onion ones". */
const THE_ONE = /\bthe ((?!first |second |third |last |other |next |same )[\p{L}-]+(?: (?!and |or |the )[\p{L}-]+){0,2}) ones?\b/gu;
/** "The sev puri that is not mild". */
const THAT_IS_NOT = /\bthe ([\p{L}]+(?: (?!that )\p{L}+){0,2}) (?:(?:that|which) )?(?:is not|isn't|isnt|are not|aren't) (\p{L}+)$/gu;
/** "The plain bhel". */
const PLAIN_OF = /\bthe (plain|normal|regular) ((?!ones?\b)\p{L}+(?: \p{L}+)?)$/gu;

/**
 * The positions of the lines that words describe: by their dishes, else by what they have chosen or noted ("the hot one", "the no onion
 * one"), else the plain ones beside others of the same dish. None where no line is so.
 * @param words in lower case
 */
export function linesDescribed(lines: readonly Line[], words: readonly string[]): number[] {
  const [place = '', ...rest] = words.filter((word) => word !== 'the');
  const at = ORDINALS.indexOf(place);
  const all = rest.every((word) => FILLERS.test(word)) ? [...lines.keys()] : at < 0 && place !== 'last' ? [] : linesSaid(lines, rest);
  return at < 0 && place !== 'last' ? linesSaid(lines, words) : all.slice(at, at < 0 ? undefined : at + 1);
}

function linesSaid(lines: readonly Line[], words: readonly string[]): number[] {
  const said = words.map(singular).filter((word) => !FILLERS.test(word));
  if (said.length === 0) return [];
  const having = (known: (line: Line) => readonly string[]) => lines.flatMap((line, at) => (said.every((word) => known(line).includes(word)) ? [at] : []));
  const named = having(({ name }) => wordsIn(name));
  if (named.length > 0) return named;
  const described = having(wordsOfLine);
  if (described.length > 0) return described;
  const rest = said.filter((word) => !BARE.test(word));
  return rest.length === said.length ? [] : lines.flatMap((line, at) => (isBare(line) && rest.every((word) => wordsIn(line.name).includes(word)) ? [at] : []));
}

/** A line of the order under way with the names of its choices. */
export function toDescribed({ option_groups }: Pick<Menu, 'option_groups'>, { itemName, options, notes }: OrderLineFact): Line {
  return { name: itemName, choices: options.map(({ group_id: group, choice_id: choice, negated }) => choiceName(option_groups, group, choice, negated)), notes };
}

/** How a choice is called: "large", "no onion". */
export function choiceName(groups: Menu['option_groups'], group: string | undefined, choice: string, negated: boolean | undefined): string {
  const name = groups.find(({ id }) => id === group)?.choices.find(({ id }) => id === choice)?.name ?? choice.replaceAll('_', ' ');
  return negated === true ? `no ${name}` : name;
}

/** "Remove the plain bhel", "the sev puri that is not mild": which line of a dish, where its name and choices alone do not tell. */
export function toldApart(text: string, standing: readonly OrderLineFact[]): string {
  const lines = standing.map((line) => toDescribed({ option_groups: [] }, line));
  const place = (whole: string, found: readonly number[]) => (found.length === 1 ? placeOf(found[0] ?? 0, standing.length) : whole);
  return text
    .replace(THAT_IS_NOT, (whole, name: string, how: string) => {
      const having = linesDescribed(lines, wordsOf(how));
      return having.length === 0 ? whole : place(whole, linesDescribed(lines, wordsOf(name)).filter((at) => !having.includes(at)));
    })
    .replace(PLAIN_OF, (whole, how: string, name: string) => (standing.some(({ itemName }) => wordsIn(itemName).includes(how)) ? whole : place(whole, linesDescribed(lines, [how, ...wordsOf(name)]))));
}

/** "The garlic one" of what has a note of garlic, by its place in the order: the reader of edits knows no notes. */
export function notedByPlace(text: string, standing: readonly OrderLineFact[]): string {
  return text.replace(THE_ONE, (whole, how: string) => {
    const words = wordsIn(how);
    const isKnown = standing.some(({ itemName, options }) => words.every((word) => [...wordsIn(itemName), ...options.flatMap(({ choice_id: id }) => wordsIn(id.replaceAll('_', ' ')))].includes(word)));
    const [at, ...others] = isKnown ? [] : standing.flatMap(({ notes }, index) => (notes !== undefined && words.every((word) => wordsIn(notes).includes(word)) ? [index] : []));
    return at === undefined || others.length > 0 ? whole : placeOf(at, standing.length);
  });
}

/** A line by its place: "it", "the second one". */
export function placeOf(at: number, of: number): string {
  return of === 1 ? 'it' : `the ${ORDINALS[at] ?? `number ${String(at + 1)}`} one`;
}

function wordsOfLine({ name, choices, notes = '' }: Line): string[] {
  return [name, ...choices, notes].flatMap(wordsIn);
}

function isBare({ choices, notes }: Line): boolean {
  return choices.length === 0 && notes === undefined;
}

function wordsIn(text: string): string[] {
  return wordsOf(text.toLowerCase().replaceAll('-', ' ')).map(singular);
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
