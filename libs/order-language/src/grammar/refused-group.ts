import type { CompiledMenu } from '../menu/compile-menu';
import { takesGroup } from './menu-facts';
import { addOption, addUnknown, openLines, optionList, replaceLine, type Line, type OptionNode, type State } from './state';

/**
 * "No sauce", "without any toppings": of the open line what comes of the group by itself or was said of it is refused. Where nothing
 * is, there is nothing to refuse, and the kitchen is told the words.
 */
export function refuseGroup(menu: CompiledMenu, state: State, group: number, at: number, end: number, cost: number): State {
  const past: State = { ...state, negated: 2, qualifier: undefined, link: 'none', last: 'other', lastEnd: end, cost };
  const head = state.lines?.line;
  const refused = head && !state.pending?.options && takesGroup(menu, head.items, group) ? choicesTaken(menu, head, group) : [];
  if (!head || refused.length === 0) return { ...past, unknown: addUnknown(state.unknown, 'manner', at, end, openLines(state)) };
  const kept = optionList(head.options).filter((option) => option.group !== group);
  const negations = refused.map((choices): Omit<OptionNode, 'hash' | 'previous'> => ({ choices, group, negated: true, qualifier: undefined, count: 1, start: at, end }));
  const options = [...kept, ...negations].reduce<OptionNode | undefined>((list, option) => addOption(option, list), undefined);
  return { ...past, pending: undefined, lines: replaceLine(state.lines, 0, (line) => ({ ...line, options, end: Math.max(line.end, end) })) };
}

/** What a line has of a group: what was said, and what comes by itself where it may be refused. */
function choicesTaken(menu: CompiledMenu, line: Line, group: number): (readonly number[])[] {
  const said = optionList(line.options).filter((option) => option.group === group && !option.negated).map(({ choices }) => choices);
  const { negatable = false, defaults = new Set<number>() } = menu.groups[group] ?? {};
  const coming = negatable ? [...defaults].filter((choice) => !said.some((choices) => choices.includes(choice))) : [];
  return [...said, ...coming.map((choice) => [choice])];
}
