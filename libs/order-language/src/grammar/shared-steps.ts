import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import type { Cue } from './cues';
import { takesGroup } from './menu-facts';
import { closePending, setOption } from './pending';
import { settleNegation } from './settle';
import { addLine, optionList, replaceLine, saidBeforeToken, type Line, type LineNode, type OptionNode, type Sink, type State } from './state';

type Shared = Extract<Cue, { kind: 'shared' | 'sharedBack' }>;

/** Nobody means more lines than this by "all of them"; it bounds the work. */
const MAX_SHARED = 24;

/** "Both with rice": what follows belongs to several lines. */
export function share(menu: CompiledMenu, state: State, cue: Shared, at: number, sink: Sink): void {
  const { count, of } = cue;
  const whole = cue.kind === 'shared' && cue.whole;
  // "A burger with everything, no onion".
  if (whole && (state.link === 'with' || state.link === 'none')) return;
  for (const closed of closePending(menu, settleNegation(state), at)) {
    const named = of && namedFirst(closed, of);
    if (of && !named) continue;
    const shared = named ? (isOfOneLine(named.lines, named.count, count) ? 1 : named.count) : whole ? countLines(closed.lines) : linesMeant(closed, count);
    sink.add(shared === 0 ? closed : { ...closed, lines: named?.lines ?? closed.lines, shared, last: 'other', cost: closed.cost + COSTS.sharedOptions });
  }
}

/** "Both pizzas", "all of those pizzas": the lines with the ones of that name last, and how many those are. */
export function namedFirst({ lines }: State, items: readonly number[]): { lines: LineNode | undefined; count: number } | undefined {
  const said: Line[] = [];
  for (let node = lines; node; node = node.previous) said.push(node.line);
  const meant = said.filter((line) => line.items.length > 0 && line.items.every((item) => items.includes(item)));
  if (meant.length === 0 || meant.length > MAX_SHARED) return undefined;
  const others = said.filter((line) => !meant.includes(line));
  return { lines: [...meant, ...others].reduceRight<LineNode | undefined>((list, line) => addLine(line, list), undefined), count: meant.length };
}

/** "With olives on all of them": the options said last belong to the other lines too. */
export function shareBack(menu: CompiledMenu, state: State, cue: Shared, at: number, sink: Sink): void {
  if (state.last !== 'option' || state.link !== 'none') return;
  const { pending } = state;
  if (pending?.options && pending.quantity === undefined && !pending.determined) {
    spread(menu, settleNegation({ ...state, pending: undefined }), optionList(pending.options), cue, 0, sink);
    return;
  }
  for (const closed of closePending(menu, settleNegation(state), at)) {
    const said = saidLast(closed.lines?.line, state);
    const [first] = said;
    const without = cue.of && first ? replaceLine(closed.lines, 0, (line) => ({ ...line, options: saidBeforeToken(line.options, first.start) })) : closed.lines;
    spread(menu, { ...closed, lines: without }, said, cue, 1, sink);
  }
}

/** Adds options to the lines that are meant, of which there have to be more than `least`, unless they are as many of one line. */
function spread(menu: CompiledMenu, state: State, said: readonly OptionNode[], { count, of }: Shared, least: number, sink: Sink): void {
  const named = of && namedFirst(state, of);
  if (said.length === 0 || (of && !named)) return;
  let lines = named?.lines ?? state.lines;
  const ofOne = isOfOneLine(lines, named?.count ?? MAX_SHARED, count);
  const most = ofOne ? 1 : (named?.count ?? (count || MAX_SHARED));
  let depth = 0;
  for (let node = lines; node && depth < most; node = node.previous, depth += 1) {
    lines = replaceLine(lines, depth, (line) => said.reduce((changed, option) => withShared(menu, changed, option), line));
  }
  if (named || ofOne || depth > least) sink.add({ ...state, lines, last: 'other', cost: state.cost + COSTS.sharedOptions });
}

/** The options that "on both" means: the whole list, but of "with bbq, lettuce on both" what stands behind the comma. */
export function saidLast(line: Line | undefined, { runStart, listStart }: State): OptionNode[] {
  const run = optionList(line?.options).filter((option) => option.start >= runStart);
  const behindComma = run.filter((option) => option.start >= listStart);
  return behindComma.length === 1 ? behindComma : run;
}

function withShared(menu: CompiledMenu, line: Line, option: OptionNode): Line {
  const has = optionList(line.options).some(({ choices }) => choices.join() === option.choices.join());
  return has || !takesGroup(menu, line.items, option.group) ? line : { ...line, options: setOption(menu, line.options, option) };
}

/** "A samosa and a vada, two each": of every line not counted yet; "make it two of each": of all; "two each of": of every item that follows. */
export function each(state: State, value: number, sink: Sink): void {
  if (state.pending?.options) return;
  const corrects = state.correcting > 0;
  let { lines } = state;
  let depth = 0;
  for (let node = state.lines; node && depth < MAX_SHARED && (corrects || !node.line.counted); node = node.previous, depth += 1) {
    lines = replaceLine(lines, depth, (line) => ({ ...line, quantity: value, counted: true }));
  }
  if (depth > 0) sink.add({ ...state, pending: undefined, lines, last: 'other', correcting: 0, cost: state.cost + (depth > 1 ? 0 : COSTS.eachOfOne) });
  sink.add({ ...state, pending: undefined, each: value, cost: state.cost + COSTS.eachToCome });
}

/** "Both": the two of one line, else the last two lines. "All": every one of a line of three or more, else every line. */
function linesMeant(state: State, count: number): number {
  if (!state.lines) return 0;
  const { line: head } = state.lines;
  const lines = countLines(state.lines);
  if (count === 0) return head.quantity > 2 ? 1 : lines;
  return isOfOneLine(state.lines, lines, count) ? 1 : Math.min(count, lines);
}

function countLines(last: State['lines']): number {
  let lines = 0;
  for (let node = last; node && lines < MAX_SHARED; node = node.previous) lines += 1;
  return lines;
}

/** "A bun and two rolls with jam on both": as many as the last line counts. `lines`: how many lines may be meant. */
function isOfOneLine(node: LineNode | undefined, lines: number, count: number): boolean {
  if (!node || count === 0 || node.line.quantity !== count) return false;
  // "Two eggs with bacon and two with ham, both with rye": two lines of two.
  let alike = 1;
  for (let other = node.previous; other && alike < lines && other.line.quantity === count; other = other.previous) alike += 1;
  return alike !== count;
}
