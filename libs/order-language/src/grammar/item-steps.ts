import type { Edge, Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { stem } from '../text/word-forms';
import { COSTS } from './costs';
import { fillsGroup, itemsTaking, sameItems, takesGroup } from './menu-facts';
import { exceptLine } from './excepted';
import { namedAgain } from './named-again';
import { closePending, ownerOfParts, partsOf, setOption } from './pending';
import { pastItem } from './settle';
import { addLine, addOption, numberSaid, optionList, replaceLine, type Line, type LineNode, type OptionNode, type Pending, type Quantity, type Sink, type State } from './state';

type ItemEdge = Extract<Edge, { kind: 'item' }>;

/** What an item's words cost where they are only a part of its name, or misspelt. */
const PARTIAL = 0.6;

/** What an item just said is taken for: a new line, the open line again, a correction of it, or something not wanted. */
export function itemSteps(menu: CompiledMenu, lattice: Lattice, state: State, edge: ItemEdge, at: number, sink: Sink): void {
  const cost = state.cost + edge.cost + COSTS.match;
  const head = state.lines?.line;
  if (!state.pending?.options) {
    if (refusesItem(state) || (state.negated === 2 && state.link === 'and')) sink.add({ ...pastItem(state, edge.end, cost + COSTS.itemExcluded, state.negated === 1 ? withoutRefused(state.lines, edge.items) : state.lines, state.serial), negated: 2, last: 'other' });
    if (state.instead) sink.add({ ...pastItem(state, edge.end, cost + COSTS.itemReplaced, state.lines, state.serial), instead: false });
  }
  if (!exceptLine(state, edge, cost, sink) && head && state.negated === 2 && state.definite) referToLine(state, edge, cost, sink);
  if (head && state.negated === 0) {
    referToLine(state, edge, cost, sink);
    referToSome(state, edge, cost, sink);
    specialiseLine(menu, state, head, edge, cost, sink);
    if (state.correcting > 1 || (state.correcting === 1 && (state.last !== 'option' || state.pending !== undefined))) correctItem(menu, state, head, edge, cost, sink);
  }
  const again = namedAgain(menu, lattice, state, edge, at);
  if (again !== undefined) sink.add({ ...pastItem(state, edge.end, cost + COSTS.itemReferred, lineAgain(state.lines, again), state.serial), correcting: state.shared > 0 ? 1 : 0 });
  const asked = cost + unwantedCost(state) + (again === undefined ? repetitionCost(state, edge) : COSTS.itemSameAgain) + (isOptionOfLine(menu, state, edge) ? COSTS.itemThatIsOption : 0);
  consumePending(menu, state, edge, at, asked, sink);
  if (state.pending?.options) {
    for (const closed of closePending(menu, state, at)) newLine(closed, edge, at, asked - state.cost + closed.cost, sink);
  }
}

/** "A meal with fries and a cola": the words also name a choice of the open line, of a kind of which it has none yet. */
function isOptionOfLine(menu: CompiledMenu, { lines, pending }: State, edge: ItemEdge): boolean {
  const head = lines?.line;
  if (!head || head.items.length === 0) return false;
  // "Two meals, one with fries and cola": the line that the part will be.
  const owner = pending?.stands && pending.options ? ownerOfParts(lines)?.line : undefined;
  if (owner) return edge.asOptionOf.some((group) => fillsGroup(menu, { ...owner, options: pending?.options }, group));
  return !pending?.options && pending?.quantity === undefined && edge.asOptionOf.some((group) => fillsGroup(menu, head, group));
}

/** "No fries", "no onions or fries": a negation that reached an option goes on to an item only over "or". */
function refusesItem(state: State): boolean {
  return state.negated === 1 || (state.negated === 2 && state.link === 'or');
}

/** "A bun and a tea, on second thought no tea": what was ordered before is taken back. */
function withoutRefused(lines: LineNode | undefined, items: readonly number[]): LineNode | undefined {
  if (!lines) return undefined;
  const kept = withoutRefused(lines.previous, items);
  if (sameItems(lines.line, items)) return kept;
  return kept === lines.previous ? lines : addLine(lines.line, kept);
}

function unwantedCost(state: State): number {
  return (
    (refusesItem(state) ? COSTS.itemWhileNegated : 0) +
    (state.instead ? COSTS.itemWhileInstead : 0) +
    (state.correcting >= 2 ? COSTS.itemWhileCorrecting : 0) +
    (state.qualifier === 'light' ? 2 * COSTS.unusedQualifier : state.qualifier ? COSTS.extraItem : 0) +
    (state.multiple > 0 ? COSTS.unusedQualifier : 0)
  );
}

/** Naming an item of the order with "the" or "that" points at it more often than it orders another. */
function repetitionCost(state: State, edge: ItemEdge): number {
  if (!state.definite) return 0;
  if (state.pending?.quantity !== undefined) return someOfNamed(state, edge.items) ? COSTS.itemBesideSome : 0;
  for (let node = state.lines; node; node = node.previous) if (sameItems(node.line, edge.items)) return COSTS.itemSameAgain;
  return 0;
}

/** "Three pizzas: one margherita, ...": an item of the kind just counted is one of those, not one more. */
function besideKindCost(menu: CompiledMenu, state: State, edge: ItemEdge, quantity: Quantity): number {
  const owner = ownerOfParts(state.lines)?.line;
  const first = owner === state.lines?.line;
  const told = owner ? partsOf(state.lines, owner.serial) : 0;
  if (!owner || (first && state.link === 'and') || told >= owner.quantity) return 0;
  // "Two with cream and one black": rather the last of three coffees than another drink that is called black.
  if (told > 0 && edge.cost > COSTS.ownName && typeof quantity === 'number' && told + quantity <= owner.quantity) return COSTS.itemBesideParts;
  if (owner.generic) return edge.items.every((item) => owner.items.includes(item)) ? COSTS.itemBesideItsKind : 0;
  return typeof quantity === 'number' && quantity < owner.quantity && isOfKind(menu, owner, edge.items, state) ? COSTS.itemBesideItsKind : 0;
}

/** The open line named again: "a pizza pie", "on the pizza I want". */
function referToLine(state: State, edge: ItemEdge, cost: number, sink: Sink): void {
  if (state.pending?.options || state.pending?.quantity !== undefined) return;
  const adjacent = state.last === 'item' && state.link === 'none' && !state.pending;
  if (!adjacent && !state.definite) return;
  let depth = 0;
  for (let node = state.lines; node; node = node.previous, depth += 1) {
    if (!sameItems(node.line, edge.items)) continue;
    // "Make the tea small", "everything hot but the soup mild": what follows changes it.
    const correcting = (state.correcting > 1 && state.definite) || state.shared > 0 ? 1 : 0;
    sink.add({ ...pastItem(state, edge.end, cost + COSTS.itemReferred, lineAgain(state.lines, depth), state.serial), correcting });
    return;
  }
}

/** The lines with the one last of which a number before "of the" means some. */
export function someOfNamed({ definite, pending, lines }: State, items: readonly number[]): LineNode | undefined {
  if (!definite || !pending || pending.options || typeof pending.quantity !== 'number') return undefined;
  let depth = 0;
  for (let node = lines; node; node = node.previous, depth += 1) {
    if (sameItems(node.line, items) && node.line.parent === 0) return node.line.quantity > pending.quantity ? lineAgain(lines, depth) : undefined;
  }
  return undefined;
}

/** "One of the kebabs with garlic": of a line that was said before. */
function referToSome(state: State, edge: ItemEdge, cost: number, sink: Sink): void {
  const { pending } = state;
  const named = someOfNamed(state, edge.items);
  if (named && pending) sink.add({ ...state, lines: named, pending: { ...pending, stands: true, gap: false }, definite: false, last: 'other', lastEnd: edge.end, cost: cost + COSTS.itemReferred });
}

/** The lines with the one `depth` places back as the open one: "a pizza and a tea, the pizza with olives". */
export function lineAgain(lines: LineNode | undefined, depth: number): LineNode | undefined {
  if (!lines || depth === 0) return lines;
  const nodes: Line[] = [];
  let node: LineNode | undefined = lines;
  for (let k = 0; node && k <= depth; node = node.previous, k += 1) nodes.push(node.line);
  const again = nodes.pop();
  const others = nodes.reduceRight((list, line) => addLine(line, list), node);
  return again ? addLine(again, others) : others;
}

/** "A sandwich with ham": the line said by its kind is now said by its name. */
function specialiseLine(menu: CompiledMenu, state: State, head: Line, edge: ItemEdge, cost: number, sink: Sink): void {
  const counted = state.pending?.quantity !== undefined;
  if (!head.generic || counted || state.pending?.options || state.link === 'and' || !edge.items.every((item) => head.items.includes(item))) return;
  const items = itemsTaking(menu, edge.items, head.options);
  if (items.length === 0) return;
  const line: Line = { ...head, items, generic: false, end: edge.end };
  sink.add(pastItem(state, edge.end, cost + COSTS.itemSpecialised + (state.pending ? COSTS.specialisedOverArticle : 0), addLine(line, state.lines?.previous), state.serial));
}

function correctItem(menu: CompiledMenu, state: State, head: Line, edge: ItemEdge, cost: number, sink: Sink): void {
  const { pending } = state;
  const items = itemsTaking(menu, edge.items, pending?.options);
  if (items.length === 0) return;
  if (correctEarlier(state, edge, pending, cost, sink)) return;
  const quantity = numberSaid(pending?.quantity, head.quantity);
  const same = sameItems(head, edge.items);
  const options = pending?.options ?? (same || state.role || state.correcting === 3 ? optionsFitting(menu, head.options, items) : undefined);
  const line: Line = { ...head, items, quantity, end: edge.end, options, generic: items.length > 1 };
  // "Make it decaf", where a decaf is also a drink of its own; "the kids meal should come with fries".
  const taken = pending?.quantity === undefined && head.items.length > 0 && edge.asOptionOf.some((group) => takesGroup(menu, head.items, group));
  const option = taken || (!pending?.determined && isOptionOfLine(menu, state, edge)) ? COSTS.itemThatIsOption : 0;
  const weak = option + (state.correcting === 1 && !same ? COSTS.replacedWeakly : 0);
  sink.add(pastItem(state, edge.end, cost + (state.correcting === 2 ? 0 : COSTS.itemReplaced) + weak, replaceLine(state.lines, 0, () => line), state.serial));
}

function optionsFitting(menu: CompiledMenu, options: Line['options'], items: readonly number[]): Line['options'] {
  const fitting = optionList(options).filter(({ group }) => items.every((item) => menu.items[item]?.groups.has(group)));
  return fitting.reduce<Line['options']>((list, option) => addOption(option, list), undefined);
}

/** "Two buns and a tea, no, four buns": the line before that has the item. */
function correctEarlier(state: State, edge: ItemEdge, pending: Pending | undefined, cost: number, sink: Sink): boolean {
  let depth = 0;
  for (let node = state.lines; node; node = node.previous, depth += 1) {
    if (!sameItems(node.line, edge.items)) continue;
    if (depth === 0 || pending?.options) return false;
    const lines = replaceLine(state.lines, depth, (line) => ({ ...line, quantity: numberSaid(pending?.quantity, line.quantity), counted: true }));
    sink.add(pastItem(state, edge.end, cost + COSTS.itemReplaced, lines, state.serial));
    return true;
  }
  return false;
}

/** A new line that takes what was said before it. */
function consumePending(menu: CompiledMenu, state: State, edge: ItemEdge, at: number, cost: number, sink: Sink): void {
  const { pending } = state;
  if (!pending) {
    newLine(state, edge, at, cost, sink);
    return;
  }
  const items = itemsTaking(menu, edge.items, pending.options);
  if (items.length === 0 || earlierFirst(pending.earlier).some(({ options }) => itemsTaking(menu, items, options).length === 0)) return;
  let extra = 0;
  if (pending.options && state.last === 'option') {
    extra = state.link === 'with' ? COSTS.itemAfterPendingWith : state.link === 'and' ? COSTS.itemAfterPendingAnd : pending.gap ? COSTS.pendingGap : 0;
  } else if (pending.gap && pending.quantity !== undefined) {
    extra = COSTS.numberBeforeComma;
  }
  const said: Said = { quantity: pending.quantity, options: pending.options, from: pending.start, earlier: pending.earlier, determined: pending.determined };
  if (pending.stands && !sameItems(ownerOfParts(state.lines)?.line, items)) extra += COSTS.restOfAnother;
  if (pending.quantity === 'rest' && !sameItems(ownerOfParts(state.lines)?.line, items)) extra += COSTS.restOfAnother;
  openLine(state, edge, items, said, cost + extra + besideKindCost(menu, state, edge, pending.quantity), sink);
  partOfGeneric(menu, state, edge, items, said, cost, sink);
}

/** "Two pizzas, one margherita and one ...": a line said by its kind is told apart by name. */
function partOfGeneric(menu: CompiledMenu, state: State, edge: ItemEdge, items: readonly number[], said: Said, cost: number, sink: Sink): void {
  const owner = ownerOfParts(state.lines)?.line;
  if (!owner || said.quantity === 'rest' || cost >= sink.limit || !(owner.generic ? items.every((item) => owner.items.includes(item)) : isOfKind(menu, owner, items, state))) return;
  const quantity = numberSaid(said.quantity, 1);
  if (quantity >= owner.quantity || quantity > owner.quantity - partsOf(state.lines, owner.serial)) return;
  const options = optionList(said.options).reduce((list, option) => setOption(menu, list, option), owner.options);
  const serial = state.serial + 1;
  const line: Line = { ...owner, items, quantity, options, generic: items.length > 1, serial, parent: owner.serial, start: said.from, end: edge.end };
  sink.add(pastItem(state, edge.end, cost + COSTS.partOfGeneric, addLine(line, state.lines), serial));
}

/** As many tokens as a line has that is said by its kind. */
const NUMBER_AND_KIND = 2;

/** "Three lassis, two sweet and one mango": a line named by what its kind is called; its parts follow at once, and are all told. */
function isOfKind(menu: CompiledMenu, owner: Line, items: readonly number[], state: State): boolean {
  if (!owner.counted || owner.options || (owner === state.lines?.line && state.link === 'and')) return false;
  // "Pani puri" says which puri: only its number and the word for the kind leave open what the parts are.
  if (owner.end - owner.start > NUMBER_AND_KIND) return false;
  const headOf = (item: number): string => stem(menu.items[item]?.words.at(-1) ?? '');
  const kind = headOf(owner.items[0] ?? -1);
  // "Four punjabi" names one of the thalis, and no kind.
  if ((menu.items[owner.items[0] ?? -1]?.words.length ?? 0) > 1) return false;
  return items.every((item) => headOf(item) === kind);
}

function newLine(state: State, edge: ItemEdge, at: number, cost: number, sink: Sink): void {
  openLine(state, edge, edge.items, { quantity: undefined, options: undefined, from: at, earlier: undefined, determined: false }, cost + linkCost(state, edge.cost > PARTIAL && state.last === 'item' && state.lastEnd === at), sink);
}

/** `partial`: the item was named by a part of its name; two such side by side are rather one thing that the menu lacks. */
function linkCost(state: State, partial: boolean): number {
  if (state.role || state.lines === undefined) return 0;
  switch (state.link) {
    case 'and':
      return COSTS.itemAfterAnd;
    case 'with':
      return COSTS.itemAfterWith;
    case 'comma':
    case 'but':
      return COSTS.itemAfterComma;
    case 'or':
      return COSTS.itemAfterNothing;
    case 'none':
      // "Dosa 2 idli 3": a list whose numbers stand behind.
      if (state.lines.line.countedBehind) return COSTS.itemAfterComma;
      return COSTS.itemAfterNothing + (partial ? COSTS.partBesidePart : 0);
    default:
      return 0;
  }
}

function earlierFirst(pending: Pending | undefined): Pending[] {
  return pending ? [...earlierFirst(pending.earlier), pending] : [];
}

interface Said {
  readonly quantity: Quantity;
  readonly options: Line['options'];
  readonly from: number;
  /** What else waited for the same item: it becomes a line of its own. */
  readonly earlier: Pending | undefined;
  /** A number or "a" was said. */
  readonly determined: boolean;
}

/** "A small and a large iced tea": both iced. What stands between what tells them apart and the noun is said of each. */
function sharedWithEarlier(options: Line['options'], earlier: readonly Pending[]): OptionNode[] {
  const told = new Set(earlier.flatMap((one) => optionList(one.options).map(({ group }) => group)));
  const own = optionList(options);
  const last = own.findLastIndex(({ group }) => told.has(group));
  return last < 0 ? [] : own.slice(last + 1);
}

function openLine(state: State, edge: ItemEdge, items: readonly number[], said: Said, cost: number, sink: Sink): void {
  if (cost >= sink.limit) return;
  let { lines, serial } = state;
  const earlier = earlierFirst(said.earlier);
  const shared = sharedWithEarlier(said.options, earlier);
  for (const each of [...earlier.map((one) => ({ ...one, options: shared.reduce((list, option) => addOption(option, list), one.options) })), said]) {
    serial += 1;
    const ofEach = each.quantity === undefined && !each.determined && state.each > 0;
    const quantity = numberSaid(each.quantity, ofEach ? state.each : 1);
    lines = addLine(
      { items, quantity, counted: ofEach || typeof each.quantity === 'number', countedBehind: false, bare: each.quantity === undefined && !each.determined, options: each.options, generic: items.length > 1, serial, parent: 0, start: said.from, end: edge.end },
      lines,
    );
  }
  const next = pastItem(state, edge.end, cost, lines, serial);
  sink.add(next.instead ? { ...next, instead: false } : next);
}
