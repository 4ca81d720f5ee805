import { addOption, type Line, type OptionNode } from '../grammar/state';
import type { CompiledMenu } from '../menu/compile-menu';
import type { OrderLine, OrderOption, ParsedItem, Span } from '../parsed-order';
import { remembered } from './remembered';

/** A line of the standing order in the terms of the grammar, as if it had just been said; undefined where the menu no longer has it. */
export function standingLine(menu: CompiledMenu, line: OrderLine, serial: number): Line | undefined {
  const items = itemsOfLine(menu, line);
  if (items.length === 0) return undefined;
  return {
    items,
    quantity: line.quantity,
    counted: true,
    countedBehind: false,
    bare: false,
    options: line.options.reduce<OptionNode | undefined>((list, option) => standingOption(menu, option, list), undefined),
    generic: false,
    serial,
    parent: 0,
    start: 0,
    end: 0,
  };
}

/** Positions on the menu of the items that a line means. */
export const itemsOfLine = remembered((menu, line: OrderLine): readonly number[] => (line.candidates ?? [line.itemId]).flatMap((id) => menu.itemPositions.get(id) ?? []));

/** Positions on the menu of the choices that an option means. */
export const choicesOfOption = remembered((menu, option: OrderOption): readonly number[] => {
  const group = menu.groupPositions.get(option.groupId);
  const ids = option.candidates ?? [option.choiceId];
  return group === undefined ? [] : (menu.groups[group]?.choices ?? []).filter((choice) => ids.includes(menu.choices[choice]?.id ?? ''));
});

/** The groups that some dish of an order takes. */
export const groupsTaken = remembered((menu, order: readonly OrderLine[]): readonly number[] => [...new Set(order.flatMap((line) => itemsOfLine(menu, line).flatMap((item) => [...(menu.items[item]?.groups ?? [])])))]);

function standingOption(menu: CompiledMenu, option: OrderOption, previous: OptionNode | undefined): OptionNode | undefined {
  const choices = choicesOfOption(menu, option);
  const group = menu.groupPositions.get(option.groupId);
  if (group === undefined || choices.length === 0) return previous;
  return addOption(
    { choices, group, negated: option.negated ?? false, qualifier: option.qualifier, count: option.count ?? 1, start: 0, end: 0 },
    previous,
  );
}

/** Whether two options are the same choice of the same group. */
export function sameChoice(one: OrderOption, other: OrderOption): boolean {
  const ids = (option: OrderOption): string => [...(option.candidates ?? [option.choiceId])].sort().join('\n');
  return one.groupId === other.groupId && ids(one) === ids(other);
}

/** Whether two options are the same choice, taken in the same way. */
export function sameOption(one: OrderOption, other: OrderOption): boolean {
  return (
    sameChoice(one, other) &&
    one.qualifier === other.qualifier &&
    (one.negated ?? false) === (other.negated ?? false) &&
    (one.count ?? 1) === (other.count ?? 1)
  );
}

/** An option as it is kept: without where it was said. */
export function plainOption(option: OrderOption): OrderOption {
  return {
    groupId: option.groupId,
    ...(option.candidates ? { candidates: option.candidates } : { choiceId: option.choiceId }),
    ...(option.qualifier ? { qualifier: option.qualifier } : {}),
    ...(option.negated ? { negated: true as const } : {}),
    ...(option.count === undefined ? {} : { count: option.count }),
  };
}

/** A line of the order as if it had been said again. */
export function itemOf(line: OrderLine, span: Span): ParsedItem {
  return { ...line, options: line.options.map((option) => ({ ...option, span })), span };
}
