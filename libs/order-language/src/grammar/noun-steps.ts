import type { Edge, Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { stem } from '../text/word-forms';
import { choiceSteps } from './choice-steps';
import { COSTS } from './costs';
import { someOfNamed } from './item-steps';
import { fillsGroup, itemsTaking } from './menu-facts';
import { ownerOfParts, partsOf } from './pending';
import { refuseGroup } from './refused-group';
import { addLine, addUnknown, numberSaid, openLines, optionList, type Line, type Sink, type State } from './state';

const MAX_CANDIDATES = 40;

/** The name of a category: said beside an item it adds nothing; "for my drink" tells what comes; alone it is an order without a name. */
export function categorySteps(menu: CompiledMenu, state: State, edge: Extract<Edge, { kind: 'category' }>, at: number, sink: Sink): void {
  const members = menu.categories[edge.category]?.items ?? [];
  const head = state.lines?.line;
  const cost = state.cost + edge.cost;
  if (head && state.last === 'item' && state.link === 'none' && !state.pending && head.items.every((item) => members.includes(item))) {
    sink.add({ ...state, lastEnd: edge.end, cost });
    return;
  }
  const introduced = state.role || state.negated > 0;
  const glue = cost + (introduced ? (edge.alsoNames ? COSTS.categoryOverName : COSTS.categoryIntroduced) : state.pending || !state.lines ? COSTS.categoryGlueCounted : COSTS.categoryGlue);
  sink.add({ ...state, negated: 0, role: false, definite: false, pending: state.pending?.options ? state.pending : undefined, last: 'other', link: 'request', cost: glue });
  if (state.pending && !state.pending.options && typeof state.pending.quantity === 'number' && !introduced) sink.add({ ...state, cost: glue });
  if (introduced && !state.pending) return;
  genericLine(menu, state, edge, members, at, sink);
}

function genericLine(menu: CompiledMenu, state: State, edge: Extract<Edge, { kind: 'category' }>, members: readonly number[], at: number, sink: Sink): void {
  const items = itemsTaking(menu, members, state.pending?.options);
  if (items.length === 0 || items.length > MAX_CANDIDATES || state.instead) return;
  const again = someOfNamed(state, items) ? COSTS.itemBesideSome : 0;
  const extra = again + (items.length === 1 ? COSTS.singleOfCategory : COSTS.genericLine + (state.pending ? 0 : state.lines ? COSTS.genericUndetermined : COSTS.genericAtStart));
  const cost = state.cost + edge.cost + COSTS.match + extra;
  if (cost >= sink.limit) return;
  const line: Line = {
    items,
    quantity: numberSaid(state.pending?.quantity, 1),
    counted: typeof state.pending?.quantity === 'number',
    countedBehind: false,
    bare: !state.pending,
    options: state.pending?.options,
    generic: items.length > 1,
    serial: state.serial + 1,
    parent: 0,
    start: state.pending?.start ?? at,
    end: edge.end,
  };
  sink.add({
    ...state,
    pending: undefined,
    negated: 0,
    qualifier: undefined,
    multiple: 0,
    link: 'none',
    last: 'item',
    lastEnd: edge.end,
    definite: false,
    role: false,
    shared: 0,
    runStart: edge.end,
    listStart: edge.end,
    correcting: 0,
    lines: addLine(line, state.lines),
    serial: state.serial + 1,
    cost,
  });
}

/** The name of an option group: "for toppings", "medium size". It says nothing that its choices do not say. */
export function groupSteps(menu: CompiledMenu, state: State, edge: Extract<Edge, { kind: 'group' }>, at: number, sink: Sink): void {
  if (edge.anyOf && (state.negated === 1 || (state.negated === 2 && (state.link === 'or' || state.link === 'and')))) sink.add(refuseGroup(menu, state, edge.group, at, edge.end, state.cost + edge.cost + COSTS.groupGlue));
  const said = (state.pending?.options ?? state.lines?.line.options)?.group;
  const ofLine = edge.leads && !state.pending && state.lines !== undefined && state.link !== 'with' && fillsGroup(menu, state.lines.line, edge.group);
  const beside = ofLine || state.role || (said === edge.group && state.last === 'option' && state.link === 'none' && state.negated !== 1 && at - state.lastEnd < 2);
  sink.add({ ...state, cost: state.cost + edge.cost + (edge.alsoNames && (!beside || state.qualifier !== undefined) ? COSTS.groupOverName : COSTS.groupGlue) });
}

/** A word that nothing explains. After an article or a number it is an item that the menu lacks, which takes along what is said of it. */
export function unknownSteps(state: State, edge: Extract<Edge, { kind: 'unknown' }>, at: number, sink: Sink): void {
  if (state.cost + edge.cost >= sink.limit) return;
  // "No meat": what is refused was named, even if the menu lacks it.
  const next: State = { ...state, instead: state.instead && !edge.foreign, unknown: addUnknown(state.unknown, 'food', at, at + 1), negated: state.negated === 0 ? 0 : 2, qualifier: undefined, last: 'other', cost: state.cost + edge.cost };
  sink.add(next);
  const { pending } = state;
  if (!pending || pending.gap || state.negated > 0 || !edge.foreign) return;
  const stranger: Line = { items: [], quantity: 1, counted: false, countedBehind: false, bare: false, options: undefined, generic: false, serial: state.serial + 1, parent: 0, start: pending.start, end: edge.end };
  sink.add({ ...next, pending: undefined, lines: addLine(stranger, state.lines), serial: state.serial + 1, last: 'item', lastEnd: edge.end, link: 'none' });
}

/** "Crispy": nothing of the order, and yet something that is wanted. A qualifier or a negation before it is spent on it. */
export function mannerSteps(lattice: Lattice, state: State, edge: Extract<Edge, { kind: 'manner' }>, at: number, sink: Sink): void {
  // "Two with cream and one black": nothing that could be told apart.
  const owner = ownerOfParts(state.lines)?.line;
  const plain = state.pending?.quantity !== undefined && !state.pending.options && (owner?.quantity ?? 0) > 1;
  const cost = state.cost + (plain && owner && partsOf(state.lines, owner.serial) > 0 && edge.cost < COSTS.mannerOfChoice ? Math.min(edge.cost, COSTS.plainPart) : edge.cost);
  if (cost >= sink.limit) return;
  if (!state.pending && saysAgain(lattice, state, edge, at)) {
    sink.add({ ...state, qualifier: undefined, multiple: 0, negated: state.negated === 1 ? 0 : state.negated, lastEnd: edge.end, cost });
    return;
  }
  const pending = state.pending ? { ...state.pending, gap: true, plain: plain || state.pending.plain } : undefined;
  sink.add({ ...state, pending, qualifier: undefined, multiple: 0, negated: state.negated === 1 ? 0 : state.negated, unknown: addUnknown(state.unknown, 'manner', at, edge.end, openLines(state)), cost });
}

/** "Nice and hot, I mean spicy": a word for what the line has already. */
function saysAgain({ edges }: Lattice, { lines, negated, qualifier }: State, { end }: Edge, at: number): boolean {
  if (negated > 0 || qualifier === 'light') return false;
  const said = optionList(lines?.line.options).flatMap((option) => (option.negated ? [] : option.choices));
  return said.length > 0 && (edges[at] ?? []).some((edge) => edge.kind === 'choice' && edge.end === end && edge.readings.some(({ choices }) => choices.some((choice) => said.includes(choice))));
}

/** "Steak and eggs, steak well done": a word of the line's own name, before what is said of it. */
export function ownNameSteps(menu: CompiledMenu, lattice: Lattice, state: State, at: number, sink: Sink): void {
  const head = state.lines?.line;
  const [item, ...others] = head?.items ?? [];
  if (!head || item === undefined || others.length > 0 || state.pending || state.negated > 0 || (state.last !== 'item' && state.last !== 'option') || (state.link !== 'none' && state.link !== 'comma')) return;
  const word = stem(lattice.tokens[at]?.word ?? '');
  const words = menu.items[item]?.words ?? [];
  if (words.length < 2 || !words.some((own) => stem(own) === word)) return;
  const told = (lattice.edges[at + 1] ?? []).some((edge) => edge.kind === 'choice' && edge.readings.some(({ group, cost }) => cost < COSTS.ownName && fillsGroup(menu, head, group)));
  if (told) sink.add({ ...state, lastEnd: at + 1, cost: state.cost + COSTS.ownNameAgain });
}

/** "Jalapeno peppers", "ranch sauce": a noun that ends the names of choices, said right after one of them, is part of it. */
export function headSteps(menu: CompiledMenu, lattice: Lattice, state: State, at: number, sink: Sink): void {
  if (state.last !== 'option' || state.link !== 'none' || state.lastEnd !== at || state.pending?.gap) return;
  const word = lattice.tokens[at]?.word ?? '';
  const named = menu.heads.get(stem(word)) ?? 0;
  if (named === 0 || lattice.tokens[at]?.before !== 'none') return;
  const exact = (lattice.edges[at] ?? []).flatMap((edge) => (edge.kind === 'choice' && edge.end === at + 1 ? edge.readings : [])).filter((reading) => reading.cost < 0.02);
  const said = (state.pending?.options ?? state.lines?.line.options)?.choices ?? [];
  const partOfIt = exact.some(({ choices }) => choices.length > 1 && said.some((choice) => choices.includes(choice)));
  if (exact.length > 0 && !partOfIt && !isSingularOfMenu(menu, lattice.tokens[at - 1]?.word ?? '')) return;
  sink.add({ ...state, lastEnd: at + 1, cost: state.cost + (named > 1 ? COSTS.headOfMany : COSTS.headOfOne) });
}

/** "A sundae with chocolate ice cream", "salted caramel ice cream": words that may name several dishes, or end the name of another choice of the same kind, right after a choice, are part of it. */
export function nounSteps(menu: CompiledMenu, lattice: Lattice, state: State, edge: Edge, at: number, sink: Sink): void {
  const said = state.pending?.options ?? state.lines?.line.options;
  if (state.last !== 'option' || state.link !== 'none' || state.lastEnd !== at || !said || state.pending?.gap || lattice.tokens[at]?.before !== 'none') return;
  if (edge.kind === 'item' ? edge.items.length < 2 || edge.cost >= COSTS.ownName || !state.lines : edge.kind !== 'choice' || !endsNameOf(menu, lattice, edge, said.group, at)) return;
  sink.add({ ...state, lastEnd: edge.end, cost: state.cost + COSTS.nounOfOption });
}

function endsNameOf(menu: CompiledMenu, { tokens }: Lattice, { readings, end }: Extract<Edge, { kind: 'choice' }>, group: number, at: number): boolean {
  const words = tokens.slice(at, end).map(({ word }) => stem(word));
  return readings.some((reading) => reading.group === group && reading.cost >= COSTS.ownName && reading.choices.every((choice) => {
    const name = menu.choices[choice]?.words ?? [];
    return name.length > words.length && words.every((word, k) => stem(name[name.length - words.length + k] ?? '') === word);
  }));
}

/** Whether the menu also has the plural of a word: then its singular before a noun is a part of a compound. */
function isSingularOfMenu(menu: CompiledMenu, word: string): boolean {
  return menu.vocabulary.idOf(`${word}s`) !== undefined || menu.vocabulary.idOf(`${word}es`) !== undefined;
}

/** The word inside "double bacon cheeseburger" that is no part of the name: an option of the item, or nothing known. */
export function withGap(menu: CompiledMenu, lattice: Lattice, gap: number, sink: Sink): Sink {
  if (gap < 0) return sink;
  const choice = (lattice.edges[gap] ?? []).find((edge) => edge.kind === 'choice' && edge.end === gap + 1);
  const add = (state: State): void => {
    const { lastEnd } = state;
    if (choice?.kind === 'choice' && state.lines) {
      const attached = (next: State): void => {
        if (!next.pending) sink.add({ ...next, last: 'item', lastEnd });
      };
      choiceSteps(menu, { ...state, link: 'with' }, choice, gap, { limit: sink.limit, add: attached });
    }
    sink.add({ ...state, unknown: addUnknown(state.unknown, 'food', gap, gap + 1), cost: state.cost + COSTS.gapUnknown });
  };
  return { limit: sink.limit, add };
}
