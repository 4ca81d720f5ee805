import type { Qualifier } from '../parsed-order';

/** Options of a line or of words still waiting for their item, the last said first. `choices`: one, or several that fit equally. */
export interface OptionNode {
  readonly choices: readonly number[];
  readonly group: number;
  readonly negated: boolean;
  readonly qualifier: Qualifier | undefined;
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly previous: OptionNode | undefined;
  readonly hash: number;
}

/** A line of the order as far as it has been said. `start` and `end` are token positions. */
export interface Line {
  /** Several where the words fit several items equally; none for an item that the menu lacks. */
  readonly items: readonly number[];
  readonly quantity: number;
  /** The quantity was said, not assumed. */
  readonly counted: boolean;
  /** It was said behind the item: "dosa 2". */
  readonly countedBehind: boolean;
  /** Named without a number and without an article. */
  readonly bare: boolean;
  readonly options: OptionNode | undefined;
  /** Named only by its category or by words that several items share: a later name may say which. */
  readonly generic: boolean;
  readonly serial: number;
  /** The line that this one is a part of ("one with olives"), or 0. */
  readonly parent: number;
  readonly start: number;
  readonly end: number;
}

export interface LineNode {
  readonly line: Line;
  readonly previous: LineNode | undefined;
  readonly hash: number;
}

/** How many were said: a number, whatever it is; so many of the open line as are left ("the other one"); or nothing. */
export type Quantity = number | 'rest' | undefined;

/** What was said before the item it belongs to. */
export interface Pending {
  readonly quantity: Quantity;
  readonly options: OptionNode | undefined;
  /** Other words stand between it and what comes now. */
  readonly gap: boolean;
  readonly start: number;
  /** Begun by "a" or a number. */
  readonly determined: boolean;
  /** A measure stands between the number and what is counted: "two pumps of". */
  readonly measured: boolean;
  /** What joined it to what was said before: after "with" it is rather an option of the open line than a new item. */
  readonly link: Link;
  /** "One plain": so many of the open line with nothing told apart. */
  readonly plain: boolean;
  /** "Another one": the item is that of the open line. */
  readonly again: boolean;
  /** "One with": the number may stand for an item of the kind of the open line. */
  readonly stands: boolean;
  /** "A small and a large coke": what waits for the same item. */
  readonly earlier: Pending | undefined;
}

/** The number that was said; `otherwise` where none was. */
export function numberSaid(quantity: Quantity, otherwise: number): number {
  return typeof quantity === 'number' ? quantity : otherwise;
}

/** What joins the next phrase to the last one. */
export type Link = 'start' | 'none' | 'and' | 'or' | 'with' | 'comma' | 'but' | 'request';
export type Last = 'nothing' | 'item' | 'option' | 'other';

/** A partial derivation: everything up to a token, read in one way. Immutable; states of one position compete by cost. */
export interface State {
  readonly cost: number;
  readonly lines: LineNode | undefined;
  readonly serial: number;
  readonly pending: Pending | undefined;
  /** 0: no; 1: said and not yet used; 2: used, and may reach further. */
  readonly negated: 0 | 1 | 2;
  readonly qualifier: Qualifier | undefined;
  /** "double": 2, or 0. */
  readonly multiple: number;
  readonly link: Link;
  readonly last: Last;
  /** Token position at which the last item or option ended. */
  readonly lastEnd: number;
  /** 0: no; 1: "actually"; 2: "no wait"; 3: "make it". */
  readonly correcting: 0 | 1 | 2 | 3;
  readonly instead: boolean;
  /** How many of the last lines the next options belong to; 0: the open line alone. */
  readonly shared: number;
  /** "Two each of": how many of every item that follows; 0: not said. */
  readonly each: number;
  /** Token position at which the options said last, without another item or "with" between them, begin. */
  readonly runStart: number;
  /** Token position at which the options said last, without a comma between them, begin. */
  readonly listStart: number;
  readonly definite: boolean;
  readonly role: boolean;
  readonly unknown: UnknownNode | undefined;
  /** Options said of no item. */
  readonly loose: OptionNode | undefined;
}

/** Takes the states that reach a token. A state that costs more than `limit` need not be built. */
export interface Sink {
  readonly limit: number;
  add(state: State): void;
}

/** A word that the menu does not explain. "Manner": it says how something is wanted, or how many of what cannot be counted. */
export interface UnknownNode {
  readonly at: number;
  readonly kind: 'food' | 'manner';
  /** The serials of the lines that were open, of which a manner is said; none where it waits for its item. */
  readonly of: readonly number[];
  readonly previous: UnknownNode | undefined;
}

export const START: State = {
  cost: 0,
  lines: undefined,
  serial: 0,
  pending: undefined,
  negated: 0,
  qualifier: undefined,
  multiple: 0,
  link: 'start',
  last: 'nothing',
  lastEnd: -1,
  correcting: 0,
  instead: false,
  shared: 0,
  each: 0,
  runStart: 0,
  listStart: 0,
  definite: false,
  role: false,
  unknown: undefined,
  loose: undefined,
};

/** The unknown words with those from `start` to `end` exclusive. */
export function addUnknown(unknown: UnknownNode | undefined, kind: UnknownNode['kind'], start: number, end: number, of: readonly number[] = []): UnknownNode | undefined {
  let node = unknown;
  for (let at = start; at < end; at += 1) node = { at, kind, of, previous: node };
  return node;
}

/** The serials of the lines that what follows is said of; none while something waits for its item. */
export function openLines({ lines, pending, shared }: State): number[] {
  const serials: number[] = [];
  for (let node = pending ? undefined : lines; node && serials.length < Math.max(1, shared); node = node.previous) serials.push(node.line.serial);
  return serials;
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ (value + 0x9e3779b9), 0x85ebca6b) ^ (hash >>> 13);
}

export function addOption(option: Omit<OptionNode, 'hash' | 'previous'>, previous: OptionNode | undefined): OptionNode {
  const { choices, group, negated, qualifier, count, start, end } = option;
  const flags = (negated ? 1 : 0) + (qualifier === 'light' ? 2 : qualifier === 'extra' ? 4 : 0) + 8 * count;
  const hash = mix(mix(previous?.hash ?? 1, choices[0] ?? 0), flags + 1_024 * choices.length);
  return { choices, group, negated, qualifier, count, start, end, previous, hash };
}

export function addLine(line: Line, previous: LineNode | undefined): LineNode {
  let hash = mix(previous?.hash ?? 7, line.items[0] ?? 0);
  hash = mix(hash, Math.round(100 * line.quantity) + 1_024 * line.items.length + (line.generic ? 1 << 20 : 0) + (line.countedBehind ? 1 << 21 : 0));
  return { line, previous, hash: mix(mix(hash, line.options?.hash ?? 3), line.parent) };
}

/** States with the same key go on alike, so that only the cheapest is kept. */
export function stateKey(state: State): number {
  const { pending } = state;
  let hash = mix(state.lines?.hash ?? 11, pendingHash(pending));
  const flags =
    state.negated +
    4 * (state.qualifier === 'light' ? 1 : state.qualifier === 'extra' ? 2 : 0) +
    16 * state.correcting +
    64 * (state.instead ? 1 : 0) +
    128 * (state.definite ? 1 : 0) +
    256 * (state.role ? 1 : 0) +
    512 * state.shared +
    65_536 * state.multiple +
    (1 << 24) * Math.min(100, Math.abs(Math.round(state.each)));
  hash = mix(hash, flags);
  return mix(hash, (state.lastEnd + 2) * 64 + LINKS[state.link] * 8 + LASTS[state.last]);
}

function pendingHash(pending: Pending | undefined): number {
  if (!pending) return 0;
  const { quantity, gap, again, stands, determined, measured } = pending;
  const flags = (gap ? 1 : 0) + (again ? 2 : 0) + (stands ? 4 : 0) + (determined ? 8 : 0) + (measured ? 16 : 0) + (pending.plain ? 32 : 0) + 64 * LINKS[pending.link];
  const count = quantity === undefined ? -1 : quantity === 'rest' ? -2 : Math.round(100 * quantity);
  return mix(mix(mix(pending.options?.hash ?? 5, count), flags), pendingHash(pending.earlier));
}

const LINKS: Readonly<Record<Link, number>> = { start: 0, none: 1, and: 2, or: 3, with: 4, comma: 5, request: 6, but: 7 };
const LASTS: Readonly<Record<Last, number>> = { nothing: 0, item: 1, option: 2, other: 3 };

/** The options of a list, first said first. */
export function optionList(node: OptionNode | undefined): OptionNode[] {
  const options: OptionNode[] = [];
  for (let option = node; option; option = option.previous) options.push(option);
  return options.reverse();
}

/** The options of a list that were said before a token. */
export function saidBeforeToken(options: OptionNode | undefined, start: number): OptionNode | undefined {
  let node = options;
  while (node && node.start >= start) node = node.previous;
  return node;
}

/** The same lines with the one `depth` places back replaced. */
export function replaceLine(node: LineNode | undefined, depth: number, change: (line: Line) => Line): LineNode | undefined {
  if (!node) return undefined;
  if (depth === 0) return addLine(change(node.line), node.previous);
  return addLine(node.line, replaceLine(node.previous, depth - 1, change));
}
