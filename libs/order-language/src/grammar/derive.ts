import type { Edge, Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { allOfSteps, choiceSteps } from './choice-steps';
import { COSTS } from './costs';
import { afterBreak, cueSteps } from './cue-steps';
import { itemSteps } from './item-steps';
import { categorySteps, groupSteps, headSteps, mannerSteps, unknownSteps, withGap } from './noun-steps';
import { closePending, partsOf } from './pending';
import { Front } from './front';
import { sameItems } from './menu-facts';
import { START, type Line, type LineNode, type Sink, type State } from './state';

/** So many derivations go on from each token. More did not change a result on any of the menus tried. */
const BEAM = 8;
/** A derivation this much worse than the best at its token is given up. */
const MARGIN = 4;

/**
 * The cheapest derivation of a whole sentence, found from left to right: at each token the best few states go on along every
 * edge that begins there. `start` holds what was said before, if anything. The work is at most BEAM states times the edges of a token, so it grows with the length of the sentence alone.
 */
export function derive(menu: CompiledMenu, lattice: Lattice, start: State = START): State {
  const { tokens, edges } = lattice;
  const fronts = Array.from({ length: tokens.length + 1 }, () => new Front(BEAM, MARGIN));
  fronts[0]?.add(start);
  for (let at = 0; at < tokens.length; at += 1) {
    const before = tokens[at]?.before ?? 'none';
    const here = fronts[at];
    for (const state of here?.states ?? []) {
      if (state.cost > (here?.limit ?? 0)) continue;
      const standing = before === 'none' || at === 0 ? state : afterBreak(state, before === 'stop');
      for (const edge of edges[at] ?? []) {
        const front = fronts[edge.end];
        if (front && standing.cost <= front.limit) step(menu, lattice, standing, edge, at, front);
      }
      const next = fronts[at + 1];
      if (next) headSteps(menu, lattice, standing, at, next);
    }
  }
  return finish(menu, fronts[tokens.length]?.states ?? [], tokens.length);
}

function step(menu: CompiledMenu, lattice: Lattice, state: State, edge: Edge, at: number, sink: Sink): void {
  switch (edge.kind) {
    case 'item':
      itemSteps(menu, state, edge, at, withGap(menu, lattice, edge.gap, sink));
      return;
    case 'choice':
      choiceSteps(menu, state, edge, at, sink);
      return;
    case 'category':
      categorySteps(menu, state, edge, at, sink);
      return;
    case 'group':
      groupSteps(state, edge, at, sink);
      return;
    case 'allOf':
      allOfSteps(menu, state, edge, at, sink);
      return;
    case 'cue':
      if (state.cost + edge.cost < sink.limit) cueSteps(menu, edge.cost > 0 ? { ...state, cost: state.cost + edge.cost } : state, edge.cue, at, edge.end, sink);
      return;
    case 'unknown':
      unknownSteps(state, edge, at, sink);
      return;
    case 'manner':
      mannerSteps(state, edge, at, sink);
  }
}

/** A line said by its kind should be told apart in full. */
function leftCost({ lines }: State, line: Line): number {
  const told = partsOf(lines, line.serial);
  if (line.generic) return line.quantity > told ? COSTS.genericLeft : 0;
  return told > 0 && told < line.quantity && hasOtherPart(lines, line) ? COSTS.kindLeft : 0;
}

function hasOtherPart(lines: LineNode | undefined, owner: Line): boolean {
  for (let node = lines; node; node = node.previous) if (node.line.parent === owner.serial && !sameItems(owner, node.line.items)) return true;
  return false;
}

function finish(menu: CompiledMenu, states: readonly State[], end: number): State {
  let best: State | undefined;
  for (const state of states) {
    for (const closed of closePending(menu, state, end)) {
      let cost = closed.cost + (closed.negated === 1 ? COSTS.unusedNegation : 0) + (closed.qualifier ? COSTS.unusedQualifier : 0);
      for (let node = closed.lines; node; node = node.previous) cost += leftCost(closed, node.line);
      if (!best || cost < best.cost) best = { ...closed, cost };
    }
  }
  return best ?? START;
}
