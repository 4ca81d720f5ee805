import { isNumber } from '../text/word-forms';
import type { Clause } from './clauses';
import { TO_WORDS } from './edit-words';
import { exchange } from './exchange';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import type { Reference } from './references';
import { slotChange } from './slots';
import { choicesOfOption } from './standing-line';
import { positions, tokensAt, type Standing } from './standing';
import { unknownWords } from './remove-clause';
import { findTargets, choicesSaid, linesOf, saysAnything, type Targets } from './targets';
import { changeLines } from './change-lines';
import { exchangedOptions, moved, sameGroup } from './moved';
import { swap } from './swap';

const SWAPPING = new Set(['swap', 'replace', 'exchange', 'substitute', 'switch', 'trade', 'sub', 'change', 'turn', 'convert']);
const MOVING = new Set(['move', 'shift', 'transfer']);
const TURNING = new Set(['change', 'switch', 'turn', 'convert']);
const SPLITTING = new Set(['split', 'divide']);
const RAISING = new Set(['increase', 'raise', 'bump', 'up', 'upgrade', 'upsize']);
const LOWERING = new Set(['decrease', 'reduce', 'downgrade', 'downsize', 'lower']);

/** "Change it to 3", "make the dosa two", "swap the coke for lemonade", "make both large". */
export function changeClause(standing: Standing, clause: Clause, text: string): ClauseResult {
  const exchanged = SWAPPING.has(clause.verbWord) && separatorOf(standing, clause) === undefined ? (exchange(standing, clause, text) ?? exchangedOptions(standing, clause)) : undefined;
  const handed = exchanged ?? (MOVING.has(clause.verbWord) ? moved(standing, clause) : undefined) ?? sameGroup(standing, clause);
  if (handed) return handed;
  const placed = slotChange(standing, clause);
  if (placed) return placed;
  const separator = separatorOf(standing, clause);
  if (separator !== undefined && SWAPPING.has(clause.verbWord)) {
    const swapped = swap(standing, [clause.from, separator], [separator + 1, clause.to], text);
    if (swapped) return swapped;
    const pointed = findTargets(standing, clause.from, separator, () => true).references.length > 0;
    const missing = pointed ? [] : unknownWords(standing, positions(clause.from, separator), text);
    if (missing.length > 0) return { edits: [], unknown: missing, focus: standing.focus };
  }
  const another = anotherChoice(standing, clause);
  const turned = another === undefined ? undefined : swap(standing, [clause.from, another], [another, clause.to], text);
  if (turned) return turned;
  const counted = countedLine(standing, clause);
  if (counted) return counted;
  const targets = withoutDummy(findTargets(standing, clause.from, clause.to, firstReferences(standing)));
  const stepped = step(standing, clause, targets);
  if (stepped) return stepped;
  const rest = targets.rest.filter((at) => !TO_WORDS.has(standing.words[at] ?? '') || standing.words[at] === 'with');
  if (SPLITTING.has(clause.verbWord)) return changeLines(withoutSaid(standing, rest), targets, tokensAt(standing, rest), 0, text);
  return changeLines(standing, targets, tokensAt(standing, rest), 2, text, 'change');
}

/** "Make it extra potatoes in the chicken one": "it" means nothing where a line is named. */
function withoutDummy(targets: Targets): Targets {
  const named = targets.references.filter((reference) => reference.preposition && !reference.pronoun);
  const dummy = named.length > 0 && targets.references.every((reference) => named.includes(reference) || (reference.pronoun && reference.lines.length === 1));
  return dummy ? { ...targets, references: named } : targets;
}

/** "Split the tacos, one with steak and one with tofu": what they had of what is said comes from what is said. */
function withoutSaid(standing: Standing, rest: readonly number[]): Standing {
  const { menu, order } = standing;
  const groups = new Set(choicesSaid(standing, rest).map((choice) => menu.groups[menu.choices[choice]?.group ?? -1]?.id));
  return { ...standing, order: order.map((line) => ({ ...line, options: line.options.filter((option) => !groups.has(option.groupId)) })) };
}

/** "Make the oat milk almond milk": where the words of a choice that the order has end, and another begins. */
function anotherChoice({ menu, order, words, lattice }: Standing, { from, to }: Clause): number | undefined {
  if (words[from] !== 'the') return undefined;
  const had = order.flatMap((line) => line.options).flatMap((option) => (option.negated ? [] : choicesOfOption(menu, option)));
  const ends = (lattice.edges[from + 1] ?? []).flatMap((edge) => (edge.kind === 'choice' && edge.readings.some(({ choices, cost }) => cost < NAME_COST && choices.some((choice) => had.includes(choice))) ? [edge.end] : []));
  const end = Math.max(0, ...ends);
  return end > 0 && end < to && (lattice.edges[end] ?? []).some((edge) => edge.kind === 'choice' && edge.readings.some(({ cost }) => cost < NAME_COST)) ? end : undefined;
}

/** Words that cost less name a choice in full, inflected or nearly. */
const NAME_COST = 0.3;

/** "Make it three cokes": a number of what the order has already is its new count. */
export function countedLine(standing: Standing, clause: Clause): ClauseResult | undefined {
  const targets = findTargets(standing, clause.from, clause.to, () => true);
  const named = targets.references.filter((reference) => !reference.pronoun && !reference.preposition);
  const [reference] = named;
  if (named.length !== 1 || reference?.quantity === undefined || reference.definite || saysAnything(standing, targets.rest)) return undefined;
  const { quantity, lines, ambiguous } = reference;
  if (ambiguous) return { edits: [{ operation: 'set_quantity', lineCandidates: lines, quantity }], unknown: [], focus: standing.focus };
  return { edits: lines.map((line): OrderEdit => ({ operation: 'set_quantity', line, quantity })), unknown: [], focus: lines.at(-1) ?? standing.focus };
}

/** "Increase the cokes by 2". */
function step(standing: Standing, clause: Clause, targets: Targets): ClauseResult | undefined {
  const sign = RAISING.has(clause.verbWord) ? 1 : LOWERING.has(clause.verbWord) ? -1 : 0;
  const by = targets.rest.find((at) => standing.words[at] === 'by');
  const amount = by === undefined ? undefined : standing.words[by + 1];
  if (sign === 0 || amount === undefined || !isNumber(amount)) return undefined;
  const lines = linesOf(targets);
  return { ...countedBy(standing, lines.length > 0 ? lines : [standing.focus], sign * Number(amount)), unknown: [] };
}

/** So many more or fewer of each line; a line that would have none left is removed. */
export function countedBy({ order, focus }: Standing, lines: readonly number[], difference: number): { edits: OrderEdit[]; focus: number } {
  const edits = lines.map((line): OrderEdit => {
    const quantity = (order[line]?.quantity ?? 0) + difference;
    return quantity > 0 ? { operation: 'set_quantity', line, quantity } : { operation: 'remove', line };
  });
  return { edits, focus: lines.at(-1) ?? focus };
}

function separatorOf({ words }: Standing, clause: Clause): number | undefined {
  const separators = positions(clause.from + 1, clause.to - 1).filter((at) => TO_WORDS.has(words[at] ?? ''));
  // "Change the sub with swiss to a veggie".
  const turned = TURNING.has(clause.verbWord) ? separators.find((at) => words[at] === 'to' || words[at] === 'into') : undefined;
  return turned ?? separators[0];
}

/** The first reference, those joined to it by "and", and any behind a preposition. */
function firstReferences({ words }: Standing): (reference: Reference) => boolean {
  let last: Reference | undefined;
  return (reference) => {
    const accepted = last === undefined ? true : (words[reference.start - 1] === 'and' && last.end === reference.start - 1) || (reference.preposition && reference.definite);
    if (accepted) last = reference;
    return accepted;
  };
}
