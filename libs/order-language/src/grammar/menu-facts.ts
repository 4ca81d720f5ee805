import type { CompiledMenu } from '../menu/compile-menu';
import { addOption, type Line, type OptionNode } from './state';

/** Whether any of the items may take choices of the group. Of an item that the menu lacks nobody knows: it takes anything. */
export function takesGroup(menu: CompiledMenu, items: readonly number[], group: number): boolean {
  return items.length === 0 || items.some((item) => menu.items[item]?.groups.has(group));
}

/** The items that may take every one of the options. */
export function itemsTaking(menu: CompiledMenu, items: readonly number[], options: OptionNode | undefined): readonly number[] {
  let taking = items;
  for (let option = options; option; option = option.previous) {
    const { group } = option;
    if (taking.every((item) => menu.items[item]?.groups.has(group))) continue;
    taking = taking.filter((item) => menu.items[item]?.groups.has(group));
  }
  return taking;
}

/** What `itemsTakingAll` found: options never change, and most lists of them begin alike. */
const taking = new WeakMap<OptionNode, readonly number[]>();

/** Every item of the menu that may take all of the options. */
export function itemsTakingAll(menu: CompiledMenu, options: OptionNode): readonly number[] {
  const known = taking.get(options);
  if (known) return known;
  const { previous, group } = options;
  const items = previous ? itemsTaking(menu, itemsTakingAll(menu, previous), { ...options, previous: undefined }) : (menu.itemsByGroup[group] ?? []);
  taking.set(options, items);
  return items;
}

/** The choice already made in an exclusive group, which another one of that group would contradict. */
export function conflicting(menu: CompiledMenu, options: OptionNode | undefined, group: number): OptionNode | undefined {
  if (!menu.groups[group]?.exclusive) return undefined;
  for (let option = options; option; option = option.previous) {
    if (option.group === group && !option.negated) return option;
  }
  return undefined;
}

/** Whether a line takes one choice of a group and has none yet. */
export function fillsGroup(menu: CompiledMenu, line: Line, group: number): boolean {
  if (!menu.groups[group]?.exclusive || !line.items.every((item) => menu.items[item]?.groups.has(group))) return false;
  for (let option = line.options; option; option = option.previous) if (option.group === group) return false;
  return true;
}

/** The options without those of a group: for a correction. */
export function withoutGroup(options: OptionNode | undefined, group: number): OptionNode | undefined {
  if (!options) return undefined;
  const previous = withoutGroup(options.previous, group);
  return options.group === group ? previous : addOption(options, previous);
}

/** The options without those of some choices. */
export function withoutChoices(options: OptionNode | undefined, choices: readonly number[]): OptionNode | undefined {
  if (!options) return undefined;
  const previous = withoutChoices(options.previous, choices);
  return options.choices.every((choice) => choices.includes(choice)) ? previous : addOption(options, previous);
}

export function sameItems(line: Line | undefined, items: readonly number[]): boolean {
  return line?.items.length === items.length && line.items.every((item, k) => item === items[k]);
}
