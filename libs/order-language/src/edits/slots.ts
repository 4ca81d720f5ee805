import type { OrderOption } from '../parsed-order';
import { stem } from '../text/word-forms';
import { onAnyOf } from './any-line';
import type { Clause } from './clauses';
import { DEFINITES } from './edit-words';
import type { OrderEdit } from './order-edit';
import type { ClauseResult } from './parse-edits';
import { referenceAt } from './references';
import { positions, type Standing } from './standing';
import { choicesOfOption, groupsTaken, itemsOfLine } from './standing-line';

const LONGEST_SLOT = 3;
/** So far from a place stands what is wanted there. */
const MAX_AROUND = 24;
/** Words that cost more name a choice too vaguely. */
const MAX_CHOICE_COST = 1.2;

/** What is named by its place in a dish: "the drink" of a meal, "the crust" of a pizza. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly group: number;
  /** The stems by which choices are told to belong to it, where it is no group's name: "crust". */
  readonly ending: string | undefined;
}

/** "Change the drink in the kids meal to water", "make the crust thin": another choice for a place that a dish has. Undefined where the clause says no such thing. */
export function slotChange(standing: Standing, clause: Clause): ClauseResult | undefined {
  const { words } = standing;
  for (let at = clause.from; at < clause.to; at += 1) {
    if (!DEFINITES.has(words[at] ?? '')) continue;
    for (const slot of slotsAt(standing, at, clause.to)) {
      const owner = referenceAt(standing, slot.end, clause.to);
      const owned = owner?.preposition && owner.definite && !owner.pronoun ? owner : undefined;
      if (!owned && referenceAt(standing, at, clause.to)) continue;
      const lines = linesWith(standing, slot, owned?.lines);
      const ends = owned && lines.length > 0 ? owned.end : slot.end;
      const rest = [...positions(Math.max(clause.from, at - MAX_AROUND), at), ...positions(ends, Math.min(clause.to, ends + MAX_AROUND))];
      const choice = wantedOf(standing, slot, rest);
      if (lines.length === 0 || choice === undefined) continue;
      const edits = lines.flatMap((line) => edited(standing, slot, choice, line));
      const open = lines.length > 1 && !owned;
      return { edits: open ? edited(standing, slot, choice, lines[0] ?? 0).map((edit) => onAnyOf(edit, lines)) : edits, unknown: [], focus: lines.at(-1) ?? standing.focus };
    }
  }
  return undefined;
}

/** The places that the words behind "the" name, the longest name first. */
function slotsAt({ menu, order, words, lattice }: Standing, at: number, limit: number): Slot[] {
  const groups = groupsTaken(menu, order);
  const longest = Math.max(at + 1, ...(lattice.edges[at + 1] ?? []).flatMap((edge) => ((edge.kind === 'choice' && (edge.readings[0]?.cost ?? 9) < MAX_CHOICE_COST) || (edge.kind === 'item' && edge.gap < 0) ? [edge.end] : [])));
  const slots: Slot[] = [];
  for (let length = Math.min(LONGEST_SLOT, limit - at - 1); length > 0; length -= 1) {
    const end = at + 1 + length;
    if (end < longest) break;
    const ending = words.slice(at + 1, end).map(stem).join(' ');
    for (const group of groups) {
      if (menu.groups[group]?.endings.has(ending)) slots.push({ start: at, end, group, ending: undefined });
      else if ((menu.groups[group]?.choices ?? []).filter((choice) => menu.choices[choice]?.endings.has(ending)).length > 1) slots.push({ start: at, end, group, ending });
    }
  }
  return slots;
}

/** The lines whose dishes have the place: of those named, else those that have something there, else all. */
function linesWith({ menu, order, antecedent }: Standing, slot: Slot, named: readonly number[] | undefined): readonly number[] {
  const takes = (line: number): boolean => order[line] !== undefined && itemsOfLine(menu, order[line]).some((item) => menu.items[item]?.groups.has(slot.group));
  if (named) return named.filter(takes);
  const lines = order.map((_, line) => line).filter(takes);
  const having = lines.filter((line) => order[line] !== undefined && filling({ menu, order }, slot, line).length > 0);
  const candidates = having.length > 0 ? having : lines;
  const spokenOf = candidates.filter((line) => antecedent.includes(line));
  return spokenOf.length > 0 ? spokenOf : candidates;
}

/** The options that a line has in the place. */
function filling({ menu, order }: Pick<Standing, 'menu' | 'order'>, { group, ending }: Slot, line: number): OrderOption[] {
  const isThere = (choice: number): boolean => ending === undefined || (menu.choices[choice]?.endings.has(ending) ?? false);
  return (order[line]?.options ?? []).filter((option) => !option.negated && menu.groupPositions.get(option.groupId) === group && choicesOfOption(menu, option).some(isThere));
}

/** The choice for the place that the other words name. */
function wantedOf({ menu, lattice, words }: Standing, { start, end, group }: Slot, rest: readonly number[]): readonly number[] | undefined {
  const place = words.slice(start + 1, end).map(stem).join(' ');
  const found = rest.flatMap((at) =>
    (lattice.edges[at] ?? []).flatMap((edge) => {
      if (edge.kind === 'cue' && edge.cue.kind === 'negation' && edge.cost === 0) return [{ length: Infinity, cost: 0, choices: [] }];
      if (edge.kind !== 'choice' || !rest.includes(edge.end - 1)) return [];
      return edge.readings.flatMap((reading) => (reading.group === group && reading.cost < MAX_CHOICE_COST ? [{ length: edge.end - at, cost: reading.cost, choices: reading.choices }] : []));
    }),
  );
  // "The crust thin".
  const completed = rest.map((at) => (menu.groups[group]?.choices ?? []).filter((choice) => menu.choices[choice]?.endings.has(`${stem(words[at] ?? '')} ${place}`)));
  found.push(...completed.flatMap((choices) => (choices.length > 0 ? [{ length: 1, cost: 0, choices }] : [])));
  const [best] = found.sort((one, other) => other.length - one.length || one.cost - other.cost);
  return best && best.choices.length > 0 ? best.choices : undefined;
}

function edited(standing: Standing, slot: Slot, choices: readonly number[], line: number): OrderEdit[] {
  const { menu } = standing;
  const group = menu.groups[slot.group];
  const ids = choices.map((choice) => menu.choices[choice]?.id ?? '');
  const [id] = ids;
  if (!group || id === undefined) return [];
  const option: OrderOption = { groupId: group.id, ...(ids.length === 1 ? { choiceId: id } : { candidates: ids }) };
  const old = group.exclusive ? [] : filling(standing, slot, line);
  return [...(old.length === 1 ? old : []).map((known): OrderEdit => ({ operation: 'unset_option', line, option: known })), { operation: 'set_option', line, option }];
}
