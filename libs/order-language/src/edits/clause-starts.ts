import { CUES } from '../grammar/cues';
import type { Lattice } from '../lattice/lattice';
import { isNumber } from '../text/word-forms';
import type { Clause } from './clauses';
import { DEFINITES, ON_WORDS, REFUSING } from './edit-words';
import { hasAny } from './options-said';
import { referenceAt, type Reference } from './references';
import { positions, type Standing } from './standing';
import { itemsOfLine } from './standing-line';
import { verdictIn } from './verdicts';

/** So many words a reference has, and so far ahead another one is looked for. */
export const MAX_TARGET = 8;
export const MAX_NAME = 4;
/** So many words of a clause are looked through for what it has said already, at each word that may begin another one. */
const MAX_SAID = 40;

/** "Only two punches, the tunas stay as they are": a statement, or what follows one. */
export function startsStatement(standing: Standing, open: Clause, at: number): boolean {
  return verdictIn(standing, at, endOfPhrase(standing, at)) !== undefined || verdictIn(standing, Math.max(open.start, at - MAX_SAID), at) !== undefined;
}

const MORE_WORDS = new Set(['more', 'less', 'fewer', 'extra', 'additional']);
export const WISHING = new Set(['should', 'be']);
const MODALS = new Set(['can', 'could', 'may', 'should', 'would', 'might']);

/** "..., and could the cappuccino be large", "..., the latte should be decaf". */
export function startsWish(standing: Standing, at: number): boolean {
  const { words } = standing;
  const from = MODALS.has(words[at] ?? '') ? at + 1 : at;
  const end = endOfPhrase(standing, at);
  return DEFINITES.has(words[from] ?? '') && words.slice(from, end).some((word) => WISHING.has(word)) && referenceAt(standing, from, end) !== undefined;
}

/** Where the phrase ends that begins at a token: before a comma, a stop or "and". */
function endOfPhrase({ lattice, words }: Standing, from: number): number {
  let at = from + 1;
  while (at < words.length && words[at] !== 'and' && lattice.tokens[at]?.before === 'none') at += 1;
  return at;
}

/** "..., and just two biscuits": a new count; "only two tacos, and a horchata": something else behind one. */
export function startsCount({ words, lattice }: Standing, open: Clause, at: number): boolean {
  if ((isOnly(words[at]) || words[at] === 'another') && isNumber(words[at + 1] ?? '')) return true;
  if (isNumber(words[at] ?? '') && MORE_WORDS.has(words[at + 1] ?? '')) return true;
  const counting = open.verb === undefined && isOnly(words[open.start]) && isNumber(words[open.start + 1] ?? '');
  const article = words[at] === 'a' || words[at] === 'an' || isNumber(words[at] ?? '');
  return counting && article && (words[at - 1] === 'and' || lattice.tokens[at]?.before !== 'none');
}

function isOnly(word: string | undefined): boolean {
  return word === 'only' || word === 'just';
}

/** Whether what is pointed at is a line by its name, and no option. */
export function pointsAtLine(standing: Standing, at: number, limit: number): boolean {
  const { lattice } = standing;
  const from = DEFINITES.has(lattice.tokens[at]?.word ?? '') ? at + 1 : at;
  const end = referenceAt(standing, at, limit)?.end ?? at;
  return !(lattice.edges[from] ?? []).some((edge) => edge.kind === 'choice' && edge.end >= end);
}

/** "Cajun on the fries and no dip": what is refused is nothing that the line named before could have. */
export function refusesElsewhere(standing: Standing, open: Clause, at: number, from: number): boolean {
  const { menu, order, lattice } = standing;
  const refused = (lattice.edges[from] ?? []).flatMap((edge) => (edge.kind === 'choice' ? edge.readings.map(({ group }) => group) : edge.kind === 'group' ? [edge.group] : []));
  const last = positions(Math.max(open.from, at - MAX_SAID), at).flatMap((position) => referenceAt(standing, position, at) ?? []).findLast((reference) => reference.definite);
  const takes = (line: number): boolean => order[line] !== undefined && itemsOfLine(menu, order[line]).some((item) => refused.some((group) => menu.items[item]?.groups.has(group)));
  return refused.length > 0 && last !== undefined && !last.lines.some(takes) && order.some((_, line) => takes(line));
}

const PUT_WORDS = new Set(['on', 'off', 'in', 'out']);

/** "Mushrooms off, olives on". */
export function isPutOnOrOff({ lattice, words }: Standing, at: number): boolean {
  const end = Math.max(0, ...(lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' && PUT_WORDS.has(words[edge.end] ?? '') ? [edge.end] : [])));
  return end > 0 && (words[end] === 'off' || words[end] === 'out' || end + 1 === words.length || lattice.tokens[end + 1]?.before !== 'none');
}

/** "Cancel the second pizza, 2 liter pepsi": behind a comma a number that begins a choice, of which no line has any. */
export function asksForMore(standing: Standing, at: number): boolean {
  if (!isNumber(standing.words[at] ?? '')) return false;
  const choices = (standing.lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' ? edge.readings.flatMap((reading) => reading.choices) : []));
  return choices.length > 0 && !standing.order.some((_, line) => hasAny(standing, line, choices));
}

/** "Egg in the pad see ew, lime soda with no ice": behind what was said of one line the bare name of another. */
export function namesBareLine(standing: Standing, open: Clause, at: number): boolean {
  const { words } = standing;
  const named = referenceAt(standing, at, words.length);
  if (!named || named.definite || named.preposition || named.ambiguous || named.end >= words.length) return false;
  return positions(Math.max(open.from, at - MAX_TARGET), at).some((from) => isTarget(words[from]) && referenceAt(standing, from, words.length)?.end === at);
}

/** "Chips and salsa". */
export function isInsideName({ edges }: Lattice, from: number, at: number): boolean {
  return positions(Math.max(from, at - MAX_NAME), at).some((position) => (edges[position] ?? []).some((edge) => edge.end > at + 1 && edge.kind === 'item' && edge.gap < 0 && edge.cost < NAME_COST));
}

/** Words that cost less name a dish in full, inflected at most. */
const NAME_COST = 0.1;

/** "The same size": of an option, and nothing once more. */
export function isGroupName({ lattice }: Standing, at: number): boolean {
  return (lattice.edges[at] ?? []).some((edge) => edge.kind === 'group');
}

/** "Change one to a diet coke, also large": nothing but options follows. */
export function saysMoreOptions(standing: Standing, open: Clause, at: number): boolean {
  if (open.verb !== 'change' && open.verb !== 'add') return false;
  const rest = standing.lattice.edges.slice(at, endOfPhrase(standing, at));
  return rest.length > 0 && rest.every((edges) => edges.some((edge) => edge.kind === 'choice') && !edges.some((edge) => edge.kind === 'item'));
}

/** "Remove the oreos, and cheese foam on the thai tea": a bare option for a line that has none of it is asked for. */
export function givesToAnother(standing: Standing, open: Clause, at: number): boolean {
  const { lattice, words } = standing;
  if (open.verb !== 'remove' || REFUSING.has(open.verbWord)) return false;
  const [choice] = (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' ? [edge] : [])).sort((one, other) => other.end - one.end);
  if (!choice || !isTarget(words[choice.end])) return false;
  const target = referenceAt(standing, choice.end, words.length);
  return target !== undefined && !target.lines.some((line) => hasAny(standing, line, choice.readings.flatMap((reading) => reading.choices)));
}

/** "The steak medium rare, and cheese on the hash browns". */
export function namesAnotherLine(standing: Standing, open: Clause, at: number, next: number, ahead: readonly number[]): boolean {
  const { lattice, words } = standing;
  const first = firstReference(standing, open.from, at);
  if (!first?.definite || first.preposition || open.verb === 'remove') return false;
  const told = positions(Math.max(first.end, at - MAX_SAID), at).some((position) => (lattice.edges[position] ?? []).some((edge) => edge.kind === 'choice' && edge.end <= at));
  const begins = (lattice.edges[next] ?? []).some((edge) => edge.kind === 'choice');
  const others = ahead.filter((position) => isTarget(words[position])).flatMap((position) => referenceAt(standing, position, words.length) ?? []);
  return told && begins && others.some((other) => !other.pronoun && !other.lines.some((line) => first.lines.includes(line)));
}

function firstReference(standing: Standing, from: number, to: number): Reference | undefined {
  for (let at = from; at < Math.min(to, from + MAX_SAID); at += 1) {
    const reference = referenceAt(standing, at, to);
    if (reference) return reference;
  }
  return undefined;
}

export function isTarget(word: string | undefined): boolean {
  return word !== undefined && ON_WORDS.has(word) && word !== 'of' && word !== 'with';
}

export function isNegation(word: string): boolean {
  return (CUES.get(word) ?? []).some((cue) => cue.kind === 'negation');
}
