import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import type { Cue } from './cues';
import { takesGroup } from './menu-facts';
import { lineAgain } from './item-steps';
import { closePending, ownerOfParts, partsOf, setOption, splitLine } from './pending';
import { settleNegation } from './settle';
import { namedFirst, saidLast } from './shared-steps';
import { addLine, addOption, optionList, replaceLine, saidBeforeToken, type Line, type OptionNode, type Pending, type Sink, type State } from './state';

/** Nobody asks for more lines once more; it bounds the work. */
const MAX_REPEATED = 12;

/** What `partBack` found said just before it, with the state as it was without that. */
interface SaidBefore {
  readonly state: State;
  readonly options: OptionNode;
  readonly start: number;
}

/** "Curd on one and pickle on the other": the options said last are those of so many of the open line, or of one of two lines. */
export function partBack(menu: CompiledMenu, state: State, { quantity, of }: Extract<Cue, { kind: 'partBack' }>, at: number, sink: Sink): void {
  const said = saidOf(state, of);
  if (!said) return;
  const waiting: Pending = { quantity, options: said.options, gap: true, start: said.start, determined: true, measured: false, link: 'none', plain: false, again: false, stands: true, earlier: undefined };
  const part = splitLine(menu, said.state, waiting, at, COSTS.partBack) ?? oneOfTwo(menu, said, quantity);
  if (part) sink.add({ ...settleNegation(part), last: 'other', runStart: at, listStart: at });
}

/** Where the cue names the lines, those are the ones said last. */
function saidOf(state: State, of: readonly number[] | undefined): SaidBefore | undefined {
  const said = saidBefore(state);
  if (!said || !of) return said;
  const named = namedFirst(said.state, of);
  return named && { ...said, state: { ...said.state, lines: named.lines } };
}

function saidBefore(state: State): SaidBefore | undefined {
  const { pending, lines } = state;
  if (state.last !== 'option' || state.link !== 'none' || !lines) return undefined;
  if (pending) {
    const whole = pending.options && pending.quantity === undefined && !pending.earlier ? pending.options : undefined;
    return whole && { state: { ...state, pending: undefined }, options: whole, start: pending.start };
  }
  const options = saidLast(lines.line, state);
  const [first] = options;
  const run = options.reduce<OptionNode | undefined>((list, option) => addOption(option, list), undefined);
  if (!run || !first) return undefined;
  let others: State['lines'] = lines;
  for (let depth = 0; depth < Math.max(1, state.shared); depth += 1) others = replaceLine(others, depth, (line) => ({ ...line, options: saidBeforeToken(line.options, first.start) }));
  return { state: { ...state, lines: others }, options: run, start: first.start };
}

/** "A kebab and a wrap, garlic on one and chilli on the other": the first of the last two lines, and the last. */
function oneOfTwo(menu: CompiledMenu, { state, options }: SaidBefore, quantity: number | 'rest'): State | undefined {
  const { lines } = state;
  if (!lines?.previous || lines.line.quantity !== 1 || lines.previous.line.quantity !== 1 || (quantity !== 1 && quantity !== 'rest')) return undefined;
  const depth = quantity === 1 ? 1 : 0;
  const target = depth === 1 ? lines.previous.line : lines.line;
  const said = optionList(options);
  if (!said.every(({ group }) => takesGroup(menu, target.items, group))) return undefined;
  const changed = (line: Line): Line => ({ ...line, options: said.reduce<OptionNode | undefined>((list, option) => setOption(menu, list, option), line.options) });
  return { ...state, lines: replaceLine(lines, depth, changed), cost: state.cost + COSTS.partBack };
}

/** "Garlic on the large one": the options said last are those of the line that has the choice, or is of the dish. */
export function lineBack(menu: CompiledMenu, state: State, { choices, items }: Extract<Cue, { kind: 'lineBack' }>, at: number, sink: Sink): void {
  const said = saidBefore(state);
  const found = said && lineHaving(said.state, choices, items);
  if (!said || !found || !optionList(said.options).every(({ group }) => takesGroup(menu, found.line.items, group))) return;
  const changed = (line: Line): Line => ({ ...line, options: optionList(said.options).reduce<OptionNode | undefined>((list, option) => setOption(menu, list, option), line.options) });
  const lines = replaceLine(said.state.lines, found.depth, changed);
  sink.add(settleNegation({ ...said.state, lines: items.length > 0 ? lineAgain(lines, found.depth) : lines, last: 'other', shared: 0, runStart: at, listStart: at, cost: said.state.cost + COSTS.partBack }));
}

/** "The large one with garlic": the line that has the choice is the open one again. */
export function lineOnceMore(menu: CompiledMenu, state: State, choices: readonly number[], at: number, end: number, sink: Sink): void {
  for (const closed of closePending(menu, settleNegation(state), at)) {
    const found = lineHaving(closed, choices);
    if (found) sink.add({ ...closed, lines: lineAgain(closed.lines, found.depth), link: 'none', last: 'item', lastEnd: end, runStart: end, listStart: end, cost: closed.cost + COSTS.itemReferred });
  }
}

function lineHaving({ lines }: State, choices: readonly number[], items: readonly number[] = []): { readonly line: Line; readonly depth: number } | undefined {
  let depth = 0;
  for (let node = lines; node; node = node.previous, depth += 1) {
    if (node.line.items.length > 0 && node.line.items.every((item) => items.includes(item))) return { line: node.line, depth };
    if (optionList(node.line.options).some((option) => !option.negated && option.choices.some((choice) => choices.includes(choice)))) return { line: node.line, depth };
  }
  return undefined;
}

/** Half of the open line, where it can be halved. "Two burritos, half chicken half steak" halves each of them, "half of them" the two. */
export function halfOf({ lines }: State, ofThem: boolean): number | undefined {
  const owner = ownerOfParts(lines)?.line;
  if (!owner || owner.quantity < 2 || owner.quantity % 2 !== 0) return undefined;
  return ofThem || owner.quantity > 2 || partsOf(lines, owner.serial) > 0 ? owner.quantity / 2 : undefined;
}

/** "The same for my friend": every line once more. What follows is said of the last of them. */
export function same(menu: CompiledMenu, state: State, end: number, sink: Sink): void {
  for (const closed of closePending(menu, settleNegation(state), end)) {
    const repeated = linesAgain(closed);
    if (repeated) sink.add({ ...repeated, link: 'none', last: 'item', lastEnd: end, runStart: end, listStart: end, correcting: 0, cost: repeated.cost + COSTS.repeated });
  }
}

function linesAgain(state: State): State | undefined {
  const said: Line[] = [];
  for (let node = state.lines; node; node = node.previous) said.push(node.line);
  if (said.length === 0 || said.length > MAX_REPEATED) return undefined;
  const serials = new Map(said.map((line, k) => [line.serial, state.serial + said.length - k]));
  const lines = said.reduceRight((list, line) => addLine({ ...line, serial: serials.get(line.serial) ?? 0, parent: serials.get(line.parent) ?? 0 }, list), state.lines);
  return { ...state, lines, serial: state.serial + said.length };
}
