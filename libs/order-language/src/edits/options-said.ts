import { choicesOfOption } from './standing-line';
import type { Standing } from './standing';

/** Words that cost more name a choice too vaguely to be taken for one. */
const MAX_CHOICE_COST = 1.2;

/** Whether the tokens name an option. */
export function saysOptions({ lattice }: Standing, rest: readonly number[]): boolean {
  return rest.some((at) => (lattice.edges[at] ?? []).some((edge) => edge.kind === 'choice' && (edge.readings[0]?.cost ?? 9) < MAX_CHOICE_COST));
}

/** Whether the tokens name a group of options: "no sauces". */
export function saysGroup({ lattice }: Standing, rest: readonly number[]): boolean {
  return rest.some((at) => (lattice.edges[at] ?? []).some((edge) => edge.kind === 'group'));
}

/** Whether a line has one of the choices, and has it not refused. */
export function hasAny({ menu, order }: Standing, line: number, choices: readonly number[]): boolean {
  return (order[line]?.options ?? []).some((option) => !option.negated && choicesOfOption(menu, option).some((choice) => choices.includes(choice)));
}
