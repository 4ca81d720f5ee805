import type { Edge, Lattice } from '../lattice/lattice';
import type { CompiledMenu } from '../menu/compile-menu';
import { allOfSteps, choiceSteps } from './choice-steps';
import { COSTS } from './costs';
import { afterBreak, cueSteps } from './cue-steps';
import { itemSteps } from './item-steps';
import { categorySteps, groupSteps, headSteps, mannerSteps, nounSteps, ownNameSteps, unknownSteps, withGap } from './noun-steps';
import { closePending } from './pending';
import { Front } from './front';
import { sameItems } from './menu-facts';
import { START, type Sink, type State } from './state';

/** So many derivations go on from each token. More did not change a result on any of the menus tried. */
const BEAM = 8;
/** The same for a text of more words than an order has, whose reading should take no longer for it. */
const LONG_BEAM = 4;
const LONG_TEXT = 300;
/** A derivation this much worse than the best at its token is given up. */
const MARGIN = 4;

/**
 * The cheapest derivation of a whole sentence, found from left to right: at each token the best few states go on along every
 * edge that begins there. `start` holds what was said before, if anything. The work is at most BEAM states times the edges of a token, so it grows with the length of the sentence alone.
 */
export function derive(menu: CompiledMenu, lattice: Lattice, start: State = START): State {
  const { tokens, edges } = lattice;
  const width = tokens.length > LONG_TEXT ? LONG_BEAM : BEAM;
  const fronts = Array.from({ length: tokens.length + 1 }, () => new Front(width, MARGIN));
  fronts[0]?.add(start);
  for (let at = 0; at < tokens.length; at += 1) {
    const before = tokens[at]?.before ?? 'none';
    const here = fronts[at];
    for (const state of here?.states ?? []) {
      if (state.cost > (here?.limit ?? 0)) continue;
      const standing = before === 'none' || at === 0 ? state : afterBreak(state, before === 'stop');
      for (const edge of edges[at] ?? []) {
        const front = fronts[edge.end];
        if (!front || standing.cost > front.limit) continue;
        step(menu, lattice, standing, edge, at, front);
        nounSteps(menu, lattice, standing, edge, at, front);
      }
      const next = fronts[at + 1];
      if (!next) continue;
      headSteps(menu, lattice, standing, at, next);
      ownNameSteps(menu, lattice, standing, at, next);
    }
    passDeadEnd(fronts, at);
  }
  return finish(menu, fronts[tokens.length]?.states ?? [], tokens.length);
}

/** No edge is longer. */
const LONGEST_EDGE = 24;

/** A word that leads nowhere is overheard, so that what was read before it is not lost. */
function passDeadEnd(fronts: readonly Front[], at: number): void {
  for (let ahead = at + 1; ahead <= at + LONGEST_EDGE; ahead += 1) if (fronts[ahead]?.states.length) return;
  for (const state of fronts[at]?.states ?? []) fronts[at + 1]?.add({ ...state, cost: state.cost + COSTS.overheard });
}

function step(menu: CompiledMenu, lattice: Lattice, state: State, edge: Edge, at: number, sink: Sink): void {
  switch (edge.kind) {
    case 'item':
      itemSteps(menu, lattice, state, edge, at, withGap(menu, lattice, edge.gap, sink));
      return;
    case 'choice':
      choiceSteps(menu, state, edge, at, sink);
      return;
    case 'category':
      categorySteps(menu, state, edge, at, sink);
      return;
    case 'group':
      groupSteps(menu, state, edge, at, sink);
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
      mannerSteps(lattice, state, edge, at, sink);
  }
}

/** Lines said by their kind should be told apart in full. */
function leftCost({ lines }: State): number {
  const told = new Map<number, { quantity: number; items: readonly number[][] }>();
  for (let node = lines; node; node = node.previous) {
    const { line } = node;
    if (line.parent === 0) continue;
    const siblings = told.get(line.parent) ?? { quantity: 0, items: [] };
    told.set(line.parent, { quantity: siblings.quantity + line.quantity, items: [...siblings.items, [...line.items]] });
  }
  let cost = 0;
  for (let node = lines; node; node = node.previous) {
    const { line } = node;
    const parts = told.get(line.serial) ?? { quantity: 0, items: [] };
    if (line.generic) cost += line.quantity > parts.quantity ? COSTS.genericLeft : 0;
    else if (parts.quantity > 0 && parts.quantity < line.quantity && parts.items.some((items) => !sameItems(line, items))) cost += COSTS.kindLeft;
  }
  return cost;
}

function finish(menu: CompiledMenu, states: readonly State[], end: number): State {
  let best: State | undefined;
  for (const state of states) {
    for (const closed of closePending(menu, state, end)) {
      let cost = closed.cost + (closed.negated === 1 ? COSTS.unusedNegation : 0) + (closed.qualifier ? COSTS.unusedQualifier : 0);
      cost += leftCost(closed);
      if (!best || cost < best.cost) best = { ...closed, cost };
    }
  }
  return best ?? START;
}
