import { isNumber } from '../text/word-forms';
import { exceptAt } from './edit-words';
import { referenceAt, type Reference } from './references';
import type { Standing } from './standing';
import { choicesOfOption } from './standing-line';

/** What a clause says of the lines it is about. */
export interface Targets {
  readonly references: readonly Reference[];
  /** Tokens of the clause that are no part of a reference. */
  readonly rest: readonly number[];
  /** Lines named behind "except". */
  readonly excepted: readonly number[];
  readonly hasException: boolean;
}

export type Accept = (reference: Reference) => boolean;

/** Separates the references of a clause from its other words. Only references that `accept` takes count. */
export function findTargets(standing: Standing, from: number, to: number, accept: Accept): Targets {
  const references: Reference[] = [];
  const rest: number[] = [];
  const excepted: number[] = [];
  let hasException = false;
  let spoken = standing;
  for (let at = from; at < to; ) {
    const except = exceptAt(standing.words, at, to);
    if (except > at && (references.some((reference) => reference.lines.length > 1) || hasException)) {
      hasException = true;
      at = except;
      continue;
    }
    const reference = referenceAt(spoken, at, to);
    if (reference && hasException) {
      excepted.push(...reference.lines);
      at = reference.end;
    } else if (reference && accept(reference) && !isOfWhatIsSaid(standing, reference, rest) && !isInsideChoice(standing, reference, rest)) {
      references.push(withCount(standing, reference, rest));
      spoken = spokenOf(standing, references);
      at = reference.end;
    } else {
      rest.push(at);
      at += 1;
    }
  }
  return { references, rest, excepted, hasException };
}

/** "The juice in medium and no ice in it", "the cookies, all of them": pronouns mean what the clause has named. */
function spokenOf(standing: Standing, references: readonly Reference[]): Standing {
  const named = references.findLast((reference) => !reference.pronoun && !reference.ambiguous);
  const [focus] = named?.lines.slice(-1) ?? [];
  return named === undefined || focus === undefined ? standing : { ...standing, focus, antecedent: named.lines };
}

/** "A coke with ice in it": the pronoun means what is being ordered. */
function isOfWhatIsSaid({ lattice }: Standing, { pronoun, preposition, quantity }: Reference, rest: readonly number[]): boolean {
  if (!pronoun || !preposition || quantity !== undefined) return false;
  return rest.some((at) => (lattice.edges[at] ?? []).some((edge) => edge.kind === 'item' && edge.gap < 0 && edge.cost < OWN_NAME_COST && !(lattice.edges[at] ?? []).some((other) => other.kind === 'choice')));
}

/** "Roasted corn salsa" where chips and salsa stand in the order. */
function isInsideChoice({ lattice }: Standing, { start, end, preposition, definite }: Reference, rest: readonly number[]): boolean {
  if (preposition || definite) return false;
  return rest.slice(-MAX_NAME).some((from) => (lattice.edges[from] ?? []).some((edge) => edge.kind === 'choice' && from < start && edge.end >= end && (edge.readings[0]?.cost ?? Infinity) < OWN_NAME_COST));
}

const MAX_NAME = 4;

/** Words that cost less are a name of their own, inflected at most. */
const OWN_NAME_COST = 0.1;

/** "A coke", "2 cokes" where the order has more of them: the number belongs to the reference. */
function withCount({ words }: Standing, reference: Reference, rest: number[]): Reference {
  const before = reference.start - 1;
  const word = words[before] ?? '';
  const count = word === 'a' || word === 'an' ? 1 : isNumber(word) ? Number(word) : undefined;
  if (count === undefined || rest.at(-1) !== before || reference.definite || reference.preposition) return reference;
  rest.pop();
  return { ...reference, quantity: count };
}

/** The lines that the references mean, without the excepted ones; each line once. */
export function linesOf(targets: Targets): number[] {
  const lines = [...new Set(targets.references.flatMap((reference) => (reference.fitting > 0 ? [] : reference.lines)))];
  return lines.filter((line) => !targets.excepted.includes(line));
}

/** The line spoken of last, then the others from the last said. */
export function byFocus({ order, focus }: Standing): number[] {
  const others = order.map((_, line) => line).filter((line) => line !== focus);
  return order.length === 0 ? [] : [focus, ...others.reverse()];
}

/** The choices that the tokens name: of words that name one in full, only that one, and not what their parts could also mean. */
export function choicesSaid({ lattice }: Standing, at: readonly number[]): number[] {
  const edges = at.flatMap((from) => (lattice.edges[from] ?? []).flatMap((edge) => (edge.kind === 'choice' ? [{ from, ...edge, cost: edge.readings[0]?.cost ?? Infinity }] : [])));
  const isPart = (one: (typeof edges)[number]): boolean =>
    edges.some((whole) => whole.cost < FULL_NAME_COST && whole.from <= one.from && whole.end >= one.end && (whole.end - whole.from > one.end - one.from || whole.cost + TIE < one.cost));
  return edges.filter((edge) => !isPart(edge)).flatMap(({ readings, cost }) => readings.flatMap((reading) => (cost >= FULL_NAME_COST || reading.cost < cost + TIE ? reading.choices : [])));
}

/** Words that cost less name a choice in full, inflected or nearly. */
const FULL_NAME_COST = 0.3;
/** Of names that differ by more only the nearest counts: "ice" is not "iced". */
const TIE = 0.05;

/** The lines that have an option of which the words speak, then the others; each from the one spoken of last. */
export function havingFirst(standing: Standing, rest: readonly number[]): number[] {
  const { menu, order } = standing;
  const said = choicesSaid(standing, rest);
  const has = (line: number): boolean =>
    (order[line]?.options ?? []).some((option) => !option.negated && choicesOfOption(menu, option).some((choice) => said.includes(choice)));
  const lines = byFocus(standing);
  return [...lines.filter(has), ...lines.filter((line) => !has(line))];
}

/** Whether the tokens hold anything beyond politeness. */
export function saysAnything({ lattice }: Standing, at: readonly number[]): boolean {
  return at.some((position) =>
    (lattice.edges[position] ?? []).some((edge) => {
      if (edge.kind === 'cue') return edge.cue.kind === 'number' || edge.cue.kind === 'negation' || edge.cue.kind === 'qualifier';
      return edge.kind !== 'group' && (edge.kind !== 'unknown' || lattice.edges[position]?.length === 1);
    }),
  );
}
