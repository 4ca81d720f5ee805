import { singular, stem } from '../text/word-forms';
import type { OrderOption } from '../parsed-order';
import type { Clause } from './clauses';
import { DEFINITES } from './edit-words';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import { unknownWords } from './remove-clause';
import { groupsTaken, itemsOfLine, plainOption, sameChoice } from './standing-line';
import { positions, type Standing } from './standing';
import { findTargets, linesOf } from './targets';

const LONGEST_NAME = 3;

/** "Swap the sizes", "switch the toppings around": two lines exchange what they have of a group. Undefined where the clause names no groups. */
export function exchange(standing: Standing, clause: Clause, text: string): ClauseResult | undefined {
  const group = groupsNamed(standing, clause);
  if (group === undefined) return undefined;
  const named = linesOf(findTargets(standing, group.end, clause.to, () => true)).filter((line) => takes(standing, line, group.group));
  const [one, other, ...others] = named.length === 2 ? named : unlike(standing, group.group);
  if (one === undefined || other === undefined || others.length > 0) return { edits: [], unknown: unknownWords(standing, positions(clause.from, clause.to), text), focus: standing.focus };
  return { edits: [...given(standing, group.group, other, one), ...given(standing, group.group, one, other)], unknown: [], focus: standing.focus, lines: [one, other] };
}

/** The group that a plural behind "the" names. */
function groupsNamed(standing: Standing, { from, to }: Clause): { readonly group: number; readonly end: number } | undefined {
  const named = DEFINITES.has(standing.words[from] ?? '') ? groupAt(standing, from + 1, to) : undefined;
  const noun = standing.words[(named?.end ?? 0) - 1] ?? '';
  return singular(noun) === noun ? undefined : named;
}

/** The group of a dish in the order whose name ends in the words at a token. */
export function groupAt({ menu, order, words }: Standing, at: number, limit: number): { readonly group: number; readonly end: number } | undefined {
  const groups = groupsTaken(menu, order);
  for (let end = Math.min(at + LONGEST_NAME, limit); end > at; end -= 1) {
    const said = words.slice(at, end).map(stem).join(' ');
    const group = groups.find((each) => menu.groups[each]?.endings.has(said));
    if (group !== undefined) return { group, end };
  }
  return undefined;
}

export function takes({ menu, order }: Standing, line: number, group: number): boolean {
  return order[line] !== undefined && itemsOfLine(menu, order[line]).some((item) => menu.items[item]?.groups.has(group));
}

/** The lines that could exchange anything: those that take the group, where they are two; else those that have something of it. */
function unlike(standing: Standing, group: number): number[] {
  const taking = standing.order.flatMap((_, line) => (takes(standing, line, group) ? [line] : []));
  return taking.length === 2 ? taking : taking.filter((line) => optionsOf(standing, group, line).length > 0);
}

export function optionsOf({ menu, order }: Standing, group: number, line: number): OrderOption[] {
  return (order[line]?.options ?? []).filter((option) => menu.groupPositions.get(option.groupId) === group);
}

/** What a line has of the group is taken off it, and what the other has is put on it. */
export function given(standing: Standing, group: number, from: number, to: number): OrderEdit[] {
  const own = optionsOf(standing, group, to);
  const wanted = optionsOf(standing, group, from);
  const gone = own.filter((option) => !wanted.some((other) => sameChoice(other, option)));
  return [...gone.map((option): OrderEdit => ({ operation: 'unset_option', line: to, option })), ...wanted.map((option): OrderEdit => ({ operation: 'set_option', line: to, option: plainOption(option) }))];
}
