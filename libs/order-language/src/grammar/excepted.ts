import type { Edge } from '../lattice/lattice';
import { COSTS } from './costs';
import { lineAgain } from './item-steps';
import { sameItems } from './menu-facts';
import { pastItem } from './settle';
import { addOption, optionList, replaceLine, type Line, type OptionNode, type Sink, type State } from './state';

/** "Olives on all except the calzone", "everything hot but not the soup": what was just said of several lines is taken back of the one that is named. False where the words say nothing of the kind. */
export function exceptLine(state: State, edge: Extract<Edge, { kind: 'item' }>, cost: number, sink: Sink): boolean {
  const excepting = (state.negated === 2 && (state.link === 'or' || (state.link === 'and' && state.last === 'other'))) || (state.negated === 1 && state.definite);
  if (!excepting || state.pending?.options || state.pending?.quantity !== undefined) return false;
  const saidOfOthers = new Set<number>();
  let found: { readonly depth: number; readonly line: Line } | undefined;
  let depth = 0;
  for (let node = state.lines; node; node = node.previous, depth += 1) {
    if (!found && sameItems(node.line, edge.items)) found = { depth, line: node.line };
    else for (const option of saidJust(state, node.line)) saidOfOthers.add(option.start);
  }
  if (!found || !saidJust(state, found.line).some(({ start }) => saidOfOthers.has(start))) return false;
  const kept = optionList(found.line.options).filter(({ start }) => !saidOfOthers.has(start)).reduce<OptionNode | undefined>((list, option) => addOption(option, list), undefined);
  const lines = lineAgain(replaceLine(state.lines, found.depth, (line) => ({ ...line, options: kept })), found.depth);
  const past: State = { ...pastItem(state, edge.end, cost + COSTS.itemReferred, lines, state.serial), runStart: state.runStart, listStart: state.listStart };
  sink.add(past);
  sink.add({ ...past, negated: 2, link: 'or', last: 'other', cost: past.cost + COSTS.exceptedMore });
  return true;
}

/** What a line has of the options said last; "no onion or fries" excepts nothing, "no onion on all except the fries" does. */
function saidJust({ runStart, last }: State, line: Line): OptionNode[] {
  return optionList(line.options).filter(({ negated, start }) => (!negated || last === 'other') && start >= runStart);
}
