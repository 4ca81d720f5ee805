import type { Menu, MenuItem, OrderItem, OrderOption } from '@foodie-express/contracts';
import { MAX_QUANTITY, MAX_LINES } from '@foodie-express/contracts';
import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { OrderUnderWay, UnderWayLine } from '../conversation/conversation-state';
import { optionText } from '../conversation/order-summary';
import type { missingChoiceSchema, orderResultSchema } from './results';
import { ToolError } from './tool-error';

/** A line as a model asks for it: names or ids of the menu. */
export interface RequestedLine {
  readonly item_name: string;
  readonly quantity: number;
  readonly options?: readonly RequestedOption[] | undefined;
  readonly notes?: string | undefined;
}

export interface RequestedOption {
  readonly choice: string;
  readonly group?: string | undefined;
  readonly negated?: boolean | undefined;
  readonly qualifier?: 'light' | 'extra' | undefined;
  readonly count?: number | undefined;
}

/** @throws ToolError for what is not on the menu, with what comes near */
export function lineOf(menu: Menu, { item_name, quantity, options = [], notes }: RequestedLine): UnderWayLine {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    throw new ToolError('invalid_quantity', `The quantity of ${item_name} should be 1 to ${MAX_QUANTITY}.`);
  }
  const item = menu.items.find(({ id, name, aliases = [] }) => [id, name, ...aliases].some((known) => same(known, item_name)));
  if (item === undefined) {
    throw new ToolError('unknown_item', `"${item_name}" is not on the menu of ${menu.restaurant}.`, nearest(item_name, menu.items.map(({ name }) => name)));
  }
  if (item.available === false) throw new ToolError('sold_out', `${item.name} is sold out at ${menu.restaurant} right now.`);
  return { itemId: item.id, itemName: item.name, quantity, options: distinct(options.map((option) => optionOf(menu, item, option))), ...(notes !== undefined && { notes }) };
}

/** A choice that is said twice is wanted once. */
function distinct(options: readonly OrderOption[]): OrderOption[] {
  return [...new Map(options.map((option) => [JSON.stringify(option), option])).values()];
}

function optionOf(menu: Menu, item: MenuItem, { choice, group, ...how }: RequestedOption): OrderOption {
  const groups = groupsOf(menu, item).filter(({ id, name }) => group === undefined || same(id, group) || same(name, group));
  for (const { id: group_id, choices } of groups) {
    const found = choices.find(({ id, name, aliases = [] }) => [id, name, ...aliases].some((known) => same(known, choice)));
    if (found !== undefined) return { group_id, choice_id: found.id, ...defined(how) };
  }
  const names = groupsOf(menu, item).flatMap(({ choices }) => choices.map(({ name }) => name));
  throw new ToolError('unknown_option', `"${choice}" is no option of ${item.name}.`, nearest(choice, names));
}

/** The lines with those added; a line of the same item with the same options grows. */
export function mergeLines(lines: readonly UnderWayLine[], added: readonly UnderWayLine[]): UnderWayLine[] {
  const merged = [...lines];
  for (const line of added) {
    const index = merged.findIndex((other) => sameExceptQuantity(other, line));
    const known = merged[index];
    if (known === undefined) merged.push(line);
    else merged[index] = { ...known, quantity: known.quantity + line.quantity };
  }
  for (const { quantity, itemName } of merged) {
    if (quantity > MAX_QUANTITY) throw new ToolError('invalid_quantity', `The quantity of ${itemName} should be 1 to ${MAX_QUANTITY}.`);
  }
  if (merged.length > MAX_LINES) throw new ToolError('too_many_lines', `An order takes at most ${MAX_LINES} different items.`);
  return merged;
}

/** The choices that the person still has to make: of groups that need one and have no default, and of those that have too many. */
export function missingChoices(menu: Menu, lines: readonly UnderWayLine[]): z.infer<typeof missingChoiceSchema>[] {
  return lines.flatMap(({ itemId, itemName, options }, index) => {
    const item = menu.items.find(({ id }) => id === itemId);
    if (item === undefined) return [];
    return groupsOf(menu, item).flatMap((group) => {
      const { id: group_id, name, min = 0, max, choices, default: preset } = group;
      const about = { line: index + 1, item: itemName, group_id, group: name };
      const chosen = options.filter((option) => option.group_id === group_id && option.negated !== true);
      if (max !== undefined && chosen.length > max) return [{ ...about, at_most: max, choices: chosen.map((option) => choiceName(menu, option)) }];
      if (chosen.length >= min || preset !== undefined) return [];
      return [{ ...about, choices: choices.filter(({ available }) => available !== false).map((choice) => choice.name) }];
    });
  });
}

export function orderResult(order: OrderUnderWay | undefined, menu: Menu | undefined): z.infer<typeof orderResultSchema> {
  if (order === undefined) return { lines: [], missing: [] };
  const lines = order.lines.map(({ quantity, itemName, options }, index) => ({
    line: index + 1,
    quantity,
    item: itemName,
    options: options.map((option) => optionText({ ...option, name: choiceName(menu, option) })),
  }));
  return { restaurant: order.restaurantName, lines, missing: menu === undefined ? [] : missingChoices(menu, order.lines) };
}

export function toOrderItem({ itemName, quantity, options, notes }: UnderWayLine): OrderItem {
  return { item_name: itemName, quantity, ...(options.length > 0 && { options }), ...(notes !== undefined && { notes }) };
}

/** As the menu has it. */
export function choiceName(menu: Menu | undefined, { group_id, choice_id }: OrderOption): string {
  const group = menu?.option_groups.find(({ id }) => id === group_id);
  return group?.choices.find(({ id }) => id === choice_id)?.name ?? choice_id.replaceAll('_', ' ');
}

function groupsOf({ option_groups }: Menu, { option_groups: ids = [] }: MenuItem): Menu['option_groups'] {
  return option_groups.filter(({ id }) => ids.includes(id));
}

function sameExceptQuantity(left: UnderWayLine, right: UnderWayLine): boolean {
  return left.itemId === right.itemId && left.notes === right.notes && JSON.stringify(left.options) === JSON.stringify(right.options);
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.trim().toLowerCase();
}

function defined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

function nearest(wanted: string, names: readonly string[]): string[] {
  const score = (name: string) => distance(name.toLowerCase(), wanted.toLowerCase()) / Math.max(name.length, wanted.length);
  return [...names].sort((left, right) => score(left) - score(right)).slice(0, 3);
}
