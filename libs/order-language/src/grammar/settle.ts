import { COSTS } from './costs';
import type { State } from './state';

/** The state past words that a negation did not reach: one that nothing followed was said in vain. */
export function settleNegation(state: State): State {
  if (state.negated === 0) return state;
  return { ...state, negated: 0, cost: state.cost + (state.negated === 1 ? COSTS.unusedNegation : 0) };
}
