import type { CompiledMenu } from '../menu/compile-menu';
import { COSTS } from './costs';
import { takesGroup } from './menu-facts';
import { closePending, setOption } from './pending';
import { settleNegation } from './settle';
import { optionList, replaceLine, type Line, type OptionNode, type Sink, type State } from './state';

/** Nobody means more lines than this by "all of them"; it bounds the work. */
const MAX_SHARED = 24;

/** "Both with rice": what follows belongs to several lines. */
export function share(menu: CompiledMenu, state: State, count: number, at: number, sink: Sink): void {
  for (const closed of closePending(menu, settleNegation(state), at)) {
    const shared = linesMeant(closed, count);
    sink.add(shared === 0 ? closed : { ...closed, shared, last: 'other', cost: closed.cost + COSTS.sharedOptions });
  }
}

/** "With olives on all of them": the options said last belong to the other lines too. */
export function shareBack(menu: CompiledMenu, state: State, count: number, at: number, sink: Sink): void {
  if (state.last !== 'option' || state.link !== 'none') return;
  for (const closed of closePending(menu, settleNegation(state), at)) {
    const said = optionList(closed.lines?.line.options).filter((option) => option.start >= state.runStart);
    let lines = closed.lines;
    let depth = 0;
    for (let node = closed.lines; node && depth < (count || MAX_SHARED); node = node.previous, depth += 1) {
      lines = replaceLine(lines, depth, (line) => said.reduce((changed, option) => withShared(menu, changed, option), line));
    }
    if (said.length > 0 && depth > 1) sink.add({ ...closed, lines, last: 'other', cost: closed.cost + COSTS.sharedOptions });
  }
}

function withShared(menu: CompiledMenu, line: Line, option: OptionNode): Line {
  const has = optionList(line.options).some(({ choices }) => choices.join() === option.choices.join());
  return has || !takesGroup(menu, line.items, option.group) ? line : { ...line, options: setOption(menu, line.options, option) };
}

/** "A samosa and a vada, two each": of every line not counted yet; "two each of": of every item that follows. */
export function each(state: State, value: number, sink: Sink): void {
  if (state.pending?.options) return;
  let { lines } = state;
  let depth = 0;
  for (let node = state.lines; node && depth < MAX_SHARED && !node.line.counted; node = node.previous, depth += 1) {
    lines = replaceLine(lines, depth, (line) => ({ ...line, quantity: value, counted: true }));
  }
  if (depth > 0) sink.add({ ...state, pending: undefined, lines, last: 'other', cost: state.cost + (depth > 1 ? 0 : COSTS.eachOfOne) });
  sink.add({ ...state, pending: undefined, each: value, cost: state.cost + COSTS.eachToCome });
}

/** "Both": the two of one line, else the last two lines. "All": every one of a line of three or more, else every line. */
function linesMeant(state: State, count: number): number {
  const head = state.lines?.line;
  if (!head) return 0;
  let lines = 0;
  for (let node: State['lines'] = state.lines; node && lines < MAX_SHARED; node = node.previous) lines += 1;
  if (count === 0) return head.quantity > 2 ? 1 : lines;
  return head.quantity === count ? 1 : Math.min(count, lines);
}
