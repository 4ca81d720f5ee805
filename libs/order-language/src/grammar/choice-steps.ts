import { TIE, type Edge } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import { conflicting, takesGroup, withoutGroup } from './menu-facts';
import { addOption, replaceLine, type Line, type OptionNode, type Pending, type State } from './state';

type ChoiceEdge = Extract<Edge, { kind: 'choice' }>;

/** Choices of one group that words stand for. */
interface Reading {
  readonly choices: readonly number[];
  readonly group: number;
  readonly cost: number;
}

/** An option just said belongs to the open line, or to an item that is still to come. */
export function choiceSteps(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, emit: (state: State) => void): void {
  for (const negated of negations(state)) {
    attachToLine(menu, state, edge, at, negated, emit);
    for (const reading of readingsFor(menu, edge, waitingGroups(menu, state))) attachToPending(menu, state, edge, reading, at, negated, emit);
  }
  if (state.instead) dropReplaced(menu, state, edge, at, emit);
}

interface Polarity {
  readonly negated: boolean;
  readonly cost: number;
}

/** How far "no" reaches: always over "or", as a rule over "and", less surely over words that just follow. */
function negations(state: State): Polarity[] {
  if (state.negated === 0) return [{ negated: false, cost: state.link === 'or' && state.last === 'option' ? COSTS.positiveAfterOr : 0 }];
  if (state.negated === 1) return [{ negated: true, cost: 0 }];
  if (state.link === 'or') return [{ negated: true, cost: 0 }];
  if (state.link === 'and') return [{ negated: true, cost: 0 }, { negated: false, cost: COSTS.negationStopsAtAnd }];
  return [
    { negated: true, cost: COSTS.negationKeptOverPlain },
    { negated: false, cost: COSTS.negationStopsAtPlain },
  ];
}

function attachToLine(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, polarity: Polarity, emit: (state: State) => void): void {
  const head = state.lines?.line;
  if (!head || state.pending?.options) return;
  const reading = readFor(menu, edge, (group) => takesGroup(menu, head.items, group));
  if (!reading) return;
  const placed = placeCost(menu, state, reading);
  if (placed === undefined) return;
  const conflict = !polarity.negated && conflicting(menu, head.options, reading.group) !== undefined;
  const corrected = conflict && state.correcting > 0;
  const option = optionOf(menu, state, reading, edge.end, at, polarity.negated, placed.count);
  const cost =
    state.cost + reading.cost + COSTS.match + polarity.cost + placed.cost + fitCost(menu, state, reading, polarity.negated) + (conflict && !corrected ? COSTS.exclusiveConflict : 0);
  const add = (line: Line): Line => withOption(menu, line, option, corrected, edge.end);
  let { lines } = state;
  for (let depth = Math.max(1, state.shared) - 1; depth >= 0; depth -= 1) lines = replaceLine(lines, depth, add);
  emit({ ...afterOption(state, edge.end, polarity.negated), pending: undefined, lines, cost });
}

function withOption(menu: CompiledMenu, line: Line, option: Omit<OptionNode, 'hash' | 'previous'>, corrected: boolean, end: number): Line {
  const items = line.items.filter((item) => menu.items[item]?.groups.has(option.group));
  if (items.length === 0) return line;
  const options = corrected ? withoutGroup(line.options, option.group) : line.options;
  return { ...line, items, options: addOption(option, options), end: Math.max(line.end, end) };
}

/** What it costs to attach to the open line from here, and how many are meant; undefined where a number forbids it. */
function placeCost(menu: CompiledMenu, state: State, reading: Reading): { cost: number; count: number } | undefined {
  const { pending } = state;
  const countable = reading.choices.some((choice) => menu.choices[choice]?.countable);
  if (state.multiple > 0 && countable) return { cost: linkCost(menu, state, reading), count: state.multiple };
  if (!pending) return { cost: linkCost(menu, state, reading), count: 1 };
  if (pending.quantity === -1) return undefined;
  if (pending.quantity === 0) return { cost: Math.max(linkCost(menu, state, reading), COSTS.optionAfterDeterminer), count: 1 };
  if (countable) return { cost: 0.1, count: pending.quantity };
  return { cost: pending.quantity === 1 ? COSTS.optionAfterOne : COSTS.optionAfterNumber, count: 1 };
}

function linkCost(menu: CompiledMenu, state: State, reading: Reading): number {
  if (state.shared > 0 || state.negated > 0) return 0;
  switch (state.link) {
    case 'with':
      return COSTS.optionAfterWith;
    case 'and':
    case 'or':
      return menu.groups[reading.group]?.exclusive ? COSTS.exclusiveAfterAnd : COSTS.optionAfterAnd;
    case 'request':
    case 'start':
      return COSTS.optionAfterRequest;
    case 'comma':
      return COSTS.optionAfterComma;
    case 'but':
      return COSTS.optionAfterBut;
    case 'none':
      return state.last === 'item' ? COSTS.optionAfterItem : COSTS.optionAfterOption;
  }
}

/** Groups that some item takes along with what already waits for its item. */
function waitingGroups(menu: CompiledMenu, { pending }: State): (group: number) => boolean {
  const options = pending?.options;
  return (group) => !options || (menu.itemsByGroup[group] ?? []).some((item) => menu.items[item]?.groups.has(options.group));
}

function attachToPending(menu: CompiledMenu, state: State, edge: ChoiceEdge, reading: Reading, at: number, polarity: Polarity, emit: (state: State) => void): void {
  const { pending } = state;
  const options = pending?.options;
  const countable = reading.choices.some((choice) => menu.choices[choice]?.countable);
  const conflict = !polarity.negated && conflicting(menu, options, reading.group) !== undefined;
  const placed = pending ? (pending.gap ? COSTS.pendingGap : 0) : openingCost(menu, state, reading);
  const cost =
    state.cost +
    reading.cost +
    COSTS.match +
    polarity.cost +
    placed +
    (polarity.negated ? COSTS.pendingNegated : 0) +
    fitCost(menu, state, reading, polarity.negated) +
    (conflict ? (state.correcting > 0 ? 0 : COSTS.exclusiveConflict) : 0);
  const kept = conflict ? withoutGroup(options, reading.group) : options;
  const go = (count: number, quantity: number, extra: number): void => {
    const option = optionOf(menu, state, reading, edge.end, at, polarity.negated, count);
    const next: Pending = { quantity, options: addOption(option, kept), gap: false, start: pending?.start ?? at, again: pending?.again ?? false };
    emit({ ...afterOption(state, edge.end, polarity.negated), correcting: conflict ? 0 : state.correcting, pending: next, cost: cost + extra });
  };
  go(state.multiple > 0 && countable ? state.multiple : 1, pending?.quantity ?? 0, 0);
  if (countable && pending && !options && pending.quantity > 0) go(pending.quantity, 0, 0.3);
}

/** Options said before their item, without an article: sizes do so, others more often belong to what came before. */
function openingCost(menu: CompiledMenu, state: State, reading: Reading): number {
  if (state.definite) return COSTS.pendingOpenedByDefinite;
  return COSTS.pendingOpened + (state.lines && !menu.groups[reading.group]?.exclusive ? COSTS.pendingOpenedBesideLine : 0);
}

/** "Oat milk instead of whole milk": what is replaced is not ordered; of several that could stand together it is refused. */
function dropReplaced(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, emit: (state: State) => void): void {
  const head = state.lines?.line;
  const reading = readFor(menu, edge, (group) => !head || takesGroup(menu, head.items, group));
  if (!reading) return;
  const cost = state.cost + reading.cost + COSTS.match;
  const group = menu.groups[reading.group];
  const refused = head && group?.negatable && !group.exclusive;
  const option = optionOf(menu, state, reading, edge.end, at, true, 1);
  const lines = refused ? replaceLine(state.lines, 0, (line) => withOption(menu, line, option, false, edge.end)) : state.lines;
  emit({ ...afterOption(state, edge.end, false), pending: undefined, lines, instead: false, cost });
}

/** The cheapest reading whose group is allowed. */
function readFor(menu: CompiledMenu, edge: ChoiceEdge, allowed: (group: number) => boolean): Reading | undefined {
  return readingsFor(menu, edge, allowed)[0];
}

const MAX_GROUPS = 3;

/** The cheapest reading in each group that is allowed, cheapest first; readings of one group that cost the same are put together. */
function readingsFor(menu: CompiledMenu, edge: ChoiceEdge, allowed: (group: number) => boolean): Reading[] {
  const found: Reading[] = [];
  for (const { choices, cost } of edge.readings) {
    const group = menu.choices[choices[0] ?? -1]?.group;
    if (group === undefined || !allowed(group)) continue;
    const at = found.findIndex((reading) => reading.group === group);
    const known = found[at];
    if (known && cost <= known.cost + (known.cost > TIE ? TIE : 0)) found[at] = { ...known, choices: [...new Set([...known.choices, ...choices])] };
    else if (!known && found.length < MAX_GROUPS) found.push({ choices, group, cost });
  }
  return found;
}

function fitCost(menu: CompiledMenu, state: State, reading: Reading, negated: boolean): number {
  const group = menu.groups[reading.group];
  const countable = reading.choices.some((choice) => menu.choices[choice]?.countable);
  const qualified = state.qualifier !== undefined || state.multiple > 0;
  return (negated && !group?.negatable ? COSTS.notNegatable : 0) + (qualified && !group?.qualifiable && !countable ? COSTS.notQualifiable : 0);
}

function optionOf(menu: CompiledMenu, state: State, reading: Reading, end: number, at: number, negated: boolean, count: number): Omit<OptionNode, 'hash' | 'previous'> {
  const qualifiable = menu.groups[reading.group]?.qualifiable ?? false;
  const multiplied = state.multiple > 0 && count === 1 ? 'extra' : undefined;
  return { choices: reading.choices, group: reading.group, negated, qualifier: qualifiable ? (state.qualifier ?? multiplied) : undefined, count, start: at, end };
}

function afterOption(state: State, end: number, negated: boolean): State {
  return {
    ...state,
    negated: negated ? 2 : 0,
    qualifier: undefined,
    multiple: 0,
    link: 'none',
    last: 'option',
    lastEnd: end,
    correcting: 0,
    definite: false,
    role: false,
  };
}
