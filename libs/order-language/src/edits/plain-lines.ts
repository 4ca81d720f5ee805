import type { OrderLine } from '../parsed-order';
import { isOrdinaryOne, ONE_WORDS } from './edit-words';
import type { Pointed } from './named-lines';
import { itemsOfLine } from './standing-line';
import type { Standing } from './standing';

/** "The plain one", "the regular ones": lines with less on them than another of their dish, else with nothing on them. */
export function plainLines({ menu, order, words }: Standing, at: number, limit: number): Pointed | undefined {
  if (!isOrdinaryOne(words, at) || at + 1 >= limit || !ONE_WORDS.has(words[at + 1] ?? '')) return undefined;
  const barer = order.flatMap((line, k) => (order.some((other) => isBarer(menu, line, other)) ? [k] : []));
  if (barer.length > 0) return { end: at + 2, lines: barer, plural: words[at + 1] === 'ones', points: true };
  const isAdded = (groupId: string): boolean => !(menu.groups[menu.groupPositions.get(groupId) ?? -1]?.exclusive ?? false);
  const items = order.map((line) => itemsOfLine(menu, line));
  const plain = order.flatMap((line, k) => (line.options.some(({ groupId }) => isAdded(groupId)) || !takesAny(menu, items[k] ?? []) ? [] : [k]));
  if (plain.length === 0 || plain.length === order.length) return undefined;
  return { end: at + 2, lines: plain, plural: words[at + 1] === 'ones', points: true };
}

/** Whether a line has less than another of its dish, and nothing that the other has not chosen too. */
function isBarer(menu: Standing['menu'], line: OrderLine, other: OrderLine): boolean {
  const items = itemsOfLine(menu, line);
  return itemsOfLine(menu, other).some((item) => items.includes(item)) && line.options.length < other.options.length && line.options.every(({ groupId }) => other.options.some((option) => option.groupId === groupId));
}

/** Whether any of the items can be had in more than one way. */
function takesAny(menu: Standing['menu'], items: readonly number[]): boolean {
  return items.some((item) => (menu.items[item]?.groups.size ?? 0) > 0);
}
