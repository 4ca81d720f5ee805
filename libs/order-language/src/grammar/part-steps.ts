import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import type { Cue } from './cues';
import { takesGroup } from './menu-facts';
import { closePending, ownerOfParts, partsOf, setOption, splitLine } from './pending';
import { settleNegation } from './settle';
import { addLine, addOption, optionList, replaceLine, type Line, type OptionNode, type Pending, type Sink, type State } from './state';

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
  const said = saidBefore(state);
  if (!said || (of && !ownerOfParts(said.state.lines)?.line.items.every((item) => of.includes(item)))) return;
  const waiting: Pending = { quantity, options: said.options, gap: true, start: said.start, determined: true, measured: false, link: 'none', plain: false, again: false, stands: true, earlier: undefined };
  const part = splitLine(menu, said.state, waiting, at, COSTS.partBack) ?? oneOfTwo(menu, said, quantity);
  if (part) sink.add({ ...settleNegation(part), last: 'other', runStart: at, listStart: at });
}

function saidBefore(state: State): SaidBefore | undefined {
  const { pending, lines } = state;
  if (state.last !== 'option' || state.link !== 'none' || !lines) return undefined;
  if (pending) {
    const whole = pending.options && pending.quantity === undefined && !pending.earlier ? pending.options : undefined;
    return whole && { state: { ...state, pending: undefined }, options: whole, start: pending.start };
  }
  const options = optionList(lines.line.options).filter((option) => option.start >= state.runStart);
  const run = options.reduce<OptionNode | undefined>((list, option) => addOption(option, list), undefined);
  return run && { state: { ...state, lines: replaceLine(lines, 0, (line) => ({ ...line, options: before(line.options, state.runStart) })) }, options: run, start: state.runStart };
}

function before(options: OptionNode | undefined, start: number): OptionNode | undefined {
  let node = options;
  while (node && node.start >= start) node = node.previous;
  return node;
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
