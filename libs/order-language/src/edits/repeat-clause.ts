import type { OrderLine, ParsedItem, Span } from '../parsed-order';
import type { Clause } from './clauses';
import type { OrderEdit } from './order-edit';
import { referenceAt, type Standing } from './references';

/** "Same again": every line once more. */
export function repeatEdits({ order, lattice }: Standing): OrderEdit[] {
  const span = { start: lattice.tokens[0]?.start ?? 0, end: lattice.tokens.at(-1)?.end ?? 0 };
  return order.map((line) => ({ operation: 'add', item: itemOf(line, span) }));
}

/** A line of the order as if it had been said again. */
export function itemOf(line: OrderLine, span: Span): ParsedItem {
  return { ...line, options: line.options.map((option) => ({ ...option, span })), span };
}

/** "Double it", "double everything". */
export function doubleEdits(standing: Standing, clause: Clause): OrderEdit[] {
  const { order, words, focus } = standing;
  const reference = [...words.keys()].slice(clause.start + 1, clause.to).map((at) => referenceAt(standing, at, clause.to)).find((found) => found !== undefined);
  const everything = words.slice(clause.start, clause.to).some((word) => word === 'everything' || word === 'order' || word === 'all');
  const lines = everything ? order.map((_, line) => line) : (reference?.lines ?? [focus]);
  return lines.flatMap((line) => {
    const quantity = order[line]?.quantity;
    return quantity === undefined ? [] : [{ operation: 'set_quantity' as const, line, quantity: 2 * quantity }];
  });
}
