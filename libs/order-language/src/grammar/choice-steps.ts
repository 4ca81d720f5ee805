import { PLAIN_NAME_COST, type ChoiceReading, type Edge } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import { ownerOfParts, partsOf } from './pending';
import { conflicting, fillsGroup, takesGroup, withoutChoices, withoutGroup } from './menu-facts';
import { refuseGroup } from './refused-group';
import { addOption, addUnknown, openLines, optionList, replaceLine, type Line, type OptionNode, type Pending, type Quantity, type Sink, type State } from './state';

type ChoiceEdge = Extract<Edge, { kind: 'choice' }>;

/** An option just said belongs to the open line, or to an item that is still to come. */
export function choiceSteps(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, sink: Sink): void {
  for (const negated of negations(state, edge, at)) {
    attachToLine(menu, state, edge, at, negated, sink);
    let groups = 0;
    for (const reading of edge.readings) {
      if (groups < MAX_GROUPS && fitsPending(menu, state, reading.group)) {
        groups += 1;
        attachToPending(menu, state, edge, reading, at, negated, sink);
      }
    }
  }
  misfit(menu, state, edge, at, sink);
  if (state.instead) dropReplaced(menu, state, edge, at, sink);
}

/** "Chips with ham", where chips take none: the words are known and yet ask for nothing that can be had. */
function misfit(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, sink: Sink): void {
  const head = state.lines?.line;
  const cost = state.cost + COSTS.misfit;
  if (!head || state.pending || cost >= sink.limit || edge.readings.some((reading) => takesGroup(menu, head.items, reading.group))) return;
  const unknown = addUnknown(state.unknown, 'food', at, edge.end);
  sink.add({ ...afterOption(state, at, edge.end, state.negated > 0, cost, state.lines, undefined), unknown });
}

const MAX_ALL = 12;

/** "All the sauces": each choice of a group that allows several. */
export function allOfSteps(menu: CompiledMenu, state: State, edge: Extract<Edge, { kind: 'allOf' }>, at: number, sink: Sink): void {
  const group = menu.groups[edge.group];
  const head = state.lines?.line;
  if (!group || !head || group.exclusive || group.choices.length > MAX_ALL || state.pending || !takesGroup(menu, head.items, edge.group)) return;
  if (state.negated > 0) {
    sink.add(refuseGroup(menu, state, edge.group, at, edge.end, state.cost + edge.cost));
    return;
  }
  const readings = group.choices.map((choice) => optionOf(menu, state, { choices: [choice], group: edge.group, cost: 0 }, edge.end, at, false, 1));
  const lines = replaceLine(state.lines, 0, (line) => readings.reduce((changed, option) => withOption(menu, changed, option, false, edge.end), line));
  sink.add(afterOption(state, at, edge.end, false, state.cost + edge.cost, lines, undefined));
}

/** So many groups are tried for an option whose item is still to come. */
const MAX_GROUPS = 3;

/** Whether some item takes a group along with what already waits for its item. */
function fitsPending(menu: CompiledMenu, { pending }: State, group: number): boolean {
  const options = pending?.options;
  return !options || options.group === group || (menu.itemsByGroup[group] ?? []).some((item) => menu.items[item]?.groups.has(options.group));
}

interface Polarity {
  readonly negated: boolean;
  readonly cost: number;
}

/** How far "no" reaches: always over "or", as a rule over "and", less surely over words that just follow. */
function negations(state: State, edge: ChoiceEdge, at: number): Polarity[] {
  const { inOrList, aside } = edge;
  if (state.negated === 0) return [{ negated: false, cost: state.link === 'or' && state.last === 'option' ? COSTS.positiveAfterOr : 0 }];
  if (state.negated === 1) return [{ negated: true, cost: 0 }];
  if (aside) return [{ negated: false, cost: 0 }];
  if (state.link === 'or') return [{ negated: true, cost: 0 }];
  if (state.link === 'and') {
    const other = isOfOtherKind(state, edge, at);
    return [{ negated: true, cost: other ? COSTS.negationStopsAtAnd : 0 }, { negated: false, cost: other ? 0 : COSTS.negationStopsAtAnd }];
  }
  // "No onion, ham": the comma ends it, unless an "or" behind says that the list goes on.
  if (inOrList) return [{ negated: true, cost: 0 }, { negated: false, cost: COSTS.negationStopsInOrList }];
  if (state.link === 'comma') return [{ negated: false, cost: 0 }, { negated: true, cost: COSTS.negationKeptOverComma }];
  return [
    { negated: true, cost: COSTS.negationKeptOverPlain },
    { negated: false, cost: COSTS.negationStopsAtPlain + (state.last === 'other' && state.lastEnd === at ? COSTS.negationStopsInName : 0) },
  ];
}

/** "No onion and garlic sauce": of another group than what was refused, and named by a noun of its own, so that it need not share the "no". */
function isOfOtherKind({ lines, pending }: State, { end, readings }: ChoiceEdge, at: number): boolean {
  const said = pending?.options ?? lines?.line.options;
  if (end < at + 2 || said === undefined) return false;
  // What the line has already can only be refused.
  const has = optionList(said).some((option) => !option.negated && readings.some(({ choices }) => choices.join() === option.choices.join()));
  if (has) return false;
  return readings.every(({ group }) => group !== said.group) && readings.some(({ cost, choices }) => cost < PLAIN_NAME_COST && choices.length === 1);
}

function attachToLine(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, polarity: Polarity, sink: Sink): void {
  const head = state.lines?.line;
  if (!head || state.pending?.options || state.pending?.earlier) return;
  const reading = readFor(edge, (group) => takesGroup(menu, head.items, group));
  if (!reading) return;
  const placed = placeCost(menu, state, edge, reading);
  if (placed === undefined) return;
  const conflict = !polarity.negated && conflicting(menu, head.options, reading.group) !== undefined;
  const corrected = conflict && state.correcting > 0;
  const takenBack = state.correcting === 2 || (state.correcting === 1 && state.last === 'other' && state.link === 'comma');
  const revised = !corrected && takenBack && head.options?.group === reading.group;
  const cost =
    state.cost + reading.cost + COSTS.match + polarity.cost + placed.cost + fitCost(menu, state, reading, polarity.negated) + (state.instead ? COSTS.optionWhileInstead : 0) + (conflict && !corrected ? COSTS.exclusiveConflict : 0) + (edge.alsoItem && state.definite && state.shared > 0 ? COSTS.optionForLine : 0);
  if (cost >= sink.limit) return;
  const option = optionOf(menu, state, reading, edge.end, at, polarity.negated, placed.count);
  const add = (line: Line): Line => withOption(menu, revised ? { ...line, options: line.options?.previous } : line, option, corrected, edge.end);
  let { lines } = state;
  for (let depth = Math.max(1, state.shared) - 1; depth >= 0; depth -= 1) lines = replaceLine(lines, depth, add);
  const next = afterOption(state, at, edge.end, polarity.negated, cost, lines, undefined);
  sink.add(placed.uncounted ? { ...next, unknown: addUnknown(state.unknown, 'manner', state.pending?.start ?? at, edge.end, openLines({ ...state, pending: undefined })) } : next);
}

function withOption(menu: CompiledMenu, line: Line, option: Omit<OptionNode, 'hash' | 'previous'>, corrected: boolean, end: number): Line {
  const items = line.items.filter((item) => menu.items[item]?.groups.has(option.group));
  if (items.length === 0) return line;
  const options = corrected ? withoutGroup(line.options, option.group) : line.options;
  return { ...line, items, options: addOption(option, options), end: Math.max(line.end, end) };
}

/** What it costs to attach to the open line, how many are meant, and whether more were said than can be counted. */
interface Place {
  readonly cost: number;
  readonly count: number;
  readonly uncounted?: boolean;
}

/** Undefined where a number forbids it. */
function placeCost(menu: CompiledMenu, state: State, edge: ChoiceEdge, reading: ChoiceReading): Place | undefined {
  const { pending } = state;
  const head = state.lines?.line;
  const countable = reading.choices.some((choice) => menu.choices[choice]?.countable);
  if (state.multiple > 0 && countable) return { cost: linkCost(menu, state, reading), count: state.multiple };
  if (!pending) return { cost: linkCost(menu, state, reading), count: 1 };
  if (pending.quantity === 'rest') return undefined;
  if (pending.quantity === undefined) {
    const natural = countable || pending.link === 'with' || (edge.alsoItem && head && reading.cost < COSTS.ownName && fillsGroup(menu, head, reading.group));
    return { cost: Math.max(linkCost(menu, state, reading), natural ? COSTS.optionCounted : COSTS.optionAfterDeterminer), count: 1 };
  }
  const beside = besideParts(state, pending);
  const oneOfSeveral = beside > 0 && pending.quantity === 1;
  if (countable && !pending.stands && !oneOfSeveral && isCount(pending.quantity)) return { cost: COSTS.optionCounted + beside, count: pending.quantity };
  const uncounted = pending.quantity !== 1;
  if (pending.measured && !pending.stands) return { cost: COSTS.optionMeasured, count: 1, uncounted };
  return { cost: beside + (!uncounted || pending.link === 'with' ? COSTS.optionAfterOne : COSTS.optionAfterNumber), count: 1, uncounted };
}

/** "Two cones, one vanilla": one of them, rather than one vanilla each; the more so where one of them has been told. */
function besideParts({ lines }: State, { quantity, link }: Pending): number {
  const owner = ownerOfParts(lines)?.line;
  if (!owner || !isCount(quantity) || owner.quantity < 2) return 0;
  const told = partsOf(lines, owner.serial);
  if (told > 0) return quantity <= owner.quantity - told && link !== 'with' ? COSTS.countBesideParts : 0;
  return quantity < owner.quantity && (link === 'comma' || link === 'none') ? COSTS.countBesideParts : 0;
}

/** Whether so many of a choice can be taken. */
function isCount(quantity: Quantity): quantity is number {
  return typeof quantity === 'number' && Number.isInteger(quantity) && quantity > 0;
}

function linkCost(menu: CompiledMenu, state: State, reading: ChoiceReading): number {
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
      return state.qualifier ? COSTS.optionAfterComma : COSTS.optionAfterBut;
    case 'none':
      return state.last === 'item' ? COSTS.optionAfterItem : COSTS.optionAfterOption;
  }
}

function attachToPending(menu: CompiledMenu, state: State, edge: ChoiceEdge, reading: ChoiceReading, at: number, polarity: Polarity, sink: Sink): void {
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
    (polarity.negated && state.lines && !pending?.determined ? COSTS.pendingNegated : 0) +
    fitCost(menu, state, reading, polarity.negated) +
    (conflict ? (state.correcting > 0 ? 0 : COSTS.exclusiveConflict) : 0) +
    (isKindBesideThing(menu, edge, reading) ? COSTS.thingBeforeItem : 0);
  if (cost >= sink.limit) return;
  const kept = conflict ? withoutGroup(options, reading.group) : options;
  const go = (count: number, quantity: Quantity, extra: number): void => {
    const option = optionOf(menu, state, reading, edge.end, at, polarity.negated, count);
    const next: Pending = { quantity, options: addOption(option, kept), gap: false, start: pending?.start ?? at, determined: (pending?.determined ?? false) && !(typeof pending?.quantity === 'number' && quantity === undefined), measured: false, link: pending?.link ?? state.link, plain: false, again: pending?.again ?? false, stands: pending?.stands ?? false, earlier: pending?.earlier };
    const past = afterOption(state, at, edge.end, polarity.negated, cost + extra, state.lines, next);
    sink.add(state.correcting >= 2 && !conflict ? { ...past, correcting: state.correcting } : past);
  };
  go(state.multiple > 0 && countable ? state.multiple : 1, pending?.quantity, 0);
  if (countable && pending && !pending.stands && !options && isCount(pending.quantity)) go(pending.quantity, undefined, COSTS.optionCounted + besideParts(state, pending));
}

/** "Ice latte": before an item a word rather says its kind than a thing that goes into it. */
function isKindBesideThing(menu: CompiledMenu, { readings }: ChoiceEdge, reading: ChoiceReading): boolean {
  return !menu.groups[reading.group]?.exclusive && readings.some((other) => (menu.groups[other.group]?.exclusive ?? false) && other.cost <= reading.cost + COSTS.ownName);
}

/** Options said before their item, without an article: sizes do so, others more often belong to what came before. */
function openingCost(menu: CompiledMenu, state: State, reading: ChoiceReading): number {
  if (state.definite) return COSTS.pendingOpenedByDefinite;
  return COSTS.pendingOpened + (state.lines && state.link !== 'comma' && !menu.groups[reading.group]?.exclusive ? COSTS.pendingOpenedBesideLine : 0);
}

/** "Oat milk instead of whole milk": what is replaced is not ordered. Where it would come by itself, it is refused. */
function dropReplaced(menu: CompiledMenu, state: State, edge: ChoiceEdge, at: number, sink: Sink): void {
  const head = state.lines?.line;
  const reading = readFor(edge, (group) => !head || takesGroup(menu, head.items, group));
  if (!reading) return;
  const cost = state.cost + reading.cost + COSTS.match;
  const group = menu.groups[reading.group];
  const refused = group?.negatable && !group.exclusive && reading.choices.some((choice) => group.defaults.has(choice));
  const option = optionOf(menu, state, reading, edge.end, at, true, 1);
  const lines = replaceLine(state.lines, 0, (line) => {
    const named = reading.choices.length === 1 ? reading.choices : [];
    const without = { ...line, options: withoutChoices(line.options, named), end: Math.max(line.end, edge.end) };
    return refused ? withOption(menu, without, option, false, edge.end) : without;
  });
  sink.add({ ...afterOption(state, at, edge.end, false, cost, lines, undefined), instead: false });
}

/** The cheapest reading whose group is allowed. */
function readFor(edge: ChoiceEdge, allowed: (group: number) => boolean): ChoiceReading | undefined {
  return edge.readings.find((reading) => allowed(reading.group));
}

function fitCost(menu: CompiledMenu, state: State, reading: ChoiceReading, negated: boolean): number {
  const group = menu.groups[reading.group];
  const countable = reading.choices.some((choice) => menu.choices[choice]?.countable);
  const qualified = state.qualifier !== undefined || state.multiple > 0;
  return (negated && !group?.negatable ? COSTS.notNegatable : 0) + (qualified && !group?.qualifiable && !countable ? COSTS.notQualifiable : 0);
}

function optionOf(menu: CompiledMenu, state: State, reading: ChoiceReading, end: number, at: number, negated: boolean, count: number): Omit<OptionNode, 'hash' | 'previous'> {
  const qualifiable = menu.groups[reading.group]?.qualifiable ?? false;
  const multiplied = state.multiple > 0 && count === 1 ? 'extra' : undefined;
  return { choices: reading.choices, group: reading.group, negated, qualifier: qualifiable && count === 1 ? (state.qualifier ?? multiplied) : undefined, count, start: at, end };
}

/** The state past an option: what was said before it is used up, a negation may reach further. */
function afterOption(state: State, at: number, end: number, negated: boolean, cost: number, lines: State['lines'], pending: State['pending']): State {
  const goesOn = state.last === 'option' && state.link !== 'with' && state.link !== 'request' && state.link !== 'but';
  return {
    cost,
    lines,
    serial: state.serial,
    pending,
    negated: negated ? 2 : 0,
    qualifier: undefined,
    multiple: 0,
    link: 'none',
    last: 'option',
    lastEnd: end,
    // "Make it small with soy milk": a correction holds for the options that follow.
    correcting: state.correcting > 0 ? 1 : 0,
    instead: state.instead,
    shared: state.shared,
    each: state.each,
    runStart: goesOn ? state.runStart : at,
    listStart: goesOn && state.link !== 'comma' ? state.listStart : at,
    definite: false,
    role: false,
    unknown: state.unknown,
    loose: state.loose,
  };
}
