import { COSTS } from './costs';
import type { State } from './state';

/** The state past words that a negation did not reach: one that nothing followed was said in vain. */
export function settleNegation(state: State): State {
  if (state.negated === 0) return state;
  return { ...state, negated: 0, cost: state.cost + (state.negated === 1 ? COSTS.unusedNegation : 0) };
}

/** The state past an item: what was said before it is used up. */
export function pastItem(state: State, end: number, cost: number, lines: State['lines'], serial: number): State {
  return {
    cost,
    lines,
    serial,
    pending: undefined,
    negated: 0,
    qualifier: undefined,
    multiple: 0,
    link: 'none',
    last: 'item',
    lastEnd: end,
    correcting: 0,
    instead: state.instead,
    shared: 0,
    each: state.each,
    runStart: end,
    listStart: end,
    definite: false,
    role: false,
    unknown: state.unknown,
    loose: state.loose,
  };
}
